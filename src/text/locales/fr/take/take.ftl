### What a reader takes along: a figure for another site, a link, files, a citation.

take-title = Emporter
take-close = Fermer
take-figure = Figure
take-embed = Sur votre propre site
take-language = Langue
take-theme = Couleurs
take-auto = Comme l’appareil du lecteur
take-light = Clair
take-dark = Sombre
take-width = Largeur
take-full = Aussi large que la page
take-narrow = { $pixels } pixels
take-show = Que montrer
take-chart = Graphique
take-table = Tableau
take-number = La réponse en mots
take-code = Code à copier
take-copy = Copier le code
take-copied = Copié.
take-selected = Votre navigateur ne l’a pas permis. Le texte est sélectionné : appuyez sur Ctrl+C (sur un Mac ⌘C).
take-preview = Aperçu
take-share = Partager
take-link = Lien vers cette figure
take-copylink = Copier le lien
take-native = Partager…
take-download = Télécharger
take-csv = Chiffres (CSV)
take-meta = À propos de ces chiffres (JSON)
take-svg = Dessin (SVG)
take-png = Image (PNG)
take-cite = Citer
take-text = Texte
take-bibtex = BibTeX
take-csl = CSL-JSON
take-copycite = Copier
take-save = Enregistrer
take-source = Source : { $source } · { $link }
take-waiting = Lecture des comptages…
take-nothing = Rien n’est compté dans cette rue : il n’y a pas de figure à emporter.
take-failed = Les comptages n’ont pas pu être lus. Fermez ceci et réessayez.
take-citation = { $publisher } ({ $year }). { $title }, { $period } [jeu de données]. Version { $version }, { $license }. { $link } (consulté le { $accessed }).
take-qr = Code QR de ce lien

take-report = Sur papier
take-report-about = Toute la rue sur A4, pour une réunion ou en PDF : toutes les réponses et tous les dessins, ce qui est connu et ce qui ne l’est pas, les sources, et un lien avec un code QR.
take-report-tables = Imprimer aussi toutes les valeurs en tableaux
take-report-print = Imprimer un rapport
take-report-kind = Straatbeeld · rapport sur une rue
take-report-made = Fait le { $date }. Version des données : { $version }.
take-report-web = Sur le web
take-report-sum = La page montre le calcul derrière chaque chiffre, d’autres périodes, et les chiffres à télécharger.
take-report-values = Toutes les valeurs
take-rows = Les lignes derrière la figure
take-rows-about =
    { $rows ->
        [one] { $rows } ligne, du { $first } : tout ce qui a été compté sur ce tronçon.
       *[other] { $rows } lignes, du { $first } au { $last } : tout ce qui a été compté sur ce tronçon.
    }
take-rows-used = Celles de cette période appartiennent à la figure : { $period }. Les heures sont en UTC.
take-rows-columns = Colonnes :
take-rows-whole = Le fichier publié, toutes les rues : { $file } ({ $size })
take-rows-waiting = Lecture des lignes…
take-parquet = Lignes (Parquet, { $size })

take-listen = Écouter
take-listen-about = { $day } en 24 sons, un par heure, à partir de minuit : plus il y a de passages ({ $things }), plus le son est aigu. Un son rude : une partie du temps seulement a été comptée. Un clic : rien n’est connu, ce qui n’est pas un zéro.
take-listen-play = Écouter la journée
take-listen-stop = Arrêter

take-map = Carte de la rue
take-compare = À côté d’autres
take-label = Étiquette du capteur
take-card = Fiche du jeu de données
take-keep = Quand de nouveaux comptages arrivent
take-live = La figure les suit
take-frozen = La figure reste comme elle est
take-frozen-text = Une figure qui ne change jamais est faite une seule fois, par qui possède les fichiers publiés de cette ville. Envoyez-leur cette commande, ou lancez-la vous-même à côté du dossier « data ». Elle écrit la figure dans une petite page et affiche le code pour votre site. S’il ne vous faut qu’une image, téléchargez le dessin ci-dessous : il reste aussi comme il est.
take-command = Commande à lancer
take-copycommand = Copier la commande
take-beside = À côté de
take-beside-first = Rue ou période
take-beside-more = Et
take-beside-none = choisir
