# La page d’une rue qui n’a pas besoin de script.

page-whole = Ouvrir la page complète, avec toutes les périodes et tous les usagers
page-languages = Langues
page-table = En tableau
page-sources = D’où viennent les chiffres
page-limit = Limitation de vitesse
page-demonstration = Cette ville n’existe pas et ses chiffres sont produits par un programme. Ils montrent comment la page fonctionne.
page-note = Les heures sans mesure sont laissées de côté ; elles ne comptent jamais pour zéro.
page-frozen = Figé : ces chiffres restent tels qu’ils sont.
