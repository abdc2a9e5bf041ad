### The parts of a sum and its buttons.

ui-sum-results = Le résultat
ui-sum-account = Quelles heures en font partie
ui-sum-formula = La formule
ui-sum-tables = Étapes intermédiaires
ui-sum-below = Sous chaque résultat : tous ses chiffres, et avec quoi le recalculer.
ui-sum-months = { $months } mois
ui-sum-rows =
    { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }
ui-sum-files = De quels fichiers il vient
ui-sum-again = Refaites le calcul vous-même
ui-sum-missing = pas de données
ui-sum-sql = L’instruction SQL
ui-sum-copy = Copier le SQL
ui-sum-download-sql = Enregistrer en .sql
ui-sum-download-json = Enregistrer le calcul en JSON
