### Les pages : titres, boutons, indications.

ui-skip = Aller au contenu
ui-pages = Pages
ui-page-data = Données
ui-page-ethics = Éthique
ui-page-guide = Publier
ui-language = Langue
ui-language-failed = Les textes pour « { $language } » n’ont pas pu être chargés. La page reste en français.
ui-retry = Réessayer
ui-none = aucun
ui-loading = Lecture des comptages…
ui-loading-bytes = Lecture des comptages : { $done } sur { $total }
ui-demonstration-label = Démonstration.
ui-demonstration-text = Cette ville n’existe pas et ses chiffres sont inventés. Ils montrent comment la page fonctionne.
ui-not-counted = pas compté
ui-too-little = trop peu compté
ui-by-daylight = en plein jour

## Accueil
ui-home-title = Y a-t-il beaucoup de trafic dans votre rue ?
ui-home-lead = Cherchez une rue et lisez ce que les compteurs ont mesuré : combien de passage il y a, à quelle vitesse on roule, si cela change, et qui passe.
ui-search-label = Nom de la rue
ui-search-hint = Une partie du nom suffit. Une faute de frappe ne gêne pas.
ui-search-list = Rues trouvées
ui-search-results =
    { $count ->
        [0] Aucune rue trouvée
        [one] { $count } rue trouvée
       *[other] { $count } rues trouvées
    }
ui-search-counted = comptée
ui-search-not-counted = pas comptée
ui-search-nothing = Aucune rue trouvée pour « { $typed } ». Vérifiez l’orthographe ou essayez l’une de celles-ci :
ui-figure-counted-streets = rues avec un compteur
ui-figure-streets = rues en tout
ui-figure-hours = heures comptées
ui-figure-period = compté en
ui-list-title = Toutes les rues
ui-list-caption = Les rues, avec le nombre de voitures un jour ouvrable
ui-list-only-counted = Seulement les rues avec un compteur
ui-list-street = Rue
ui-list-cars = Voitures un jour ouvrable
ui-list-more =
    { $count ->
        [one] Montrer encore { $count } rue
       *[other] Montrer encore { $count } rues
    }
ui-map-title = Carte des rues
ui-map-canvas = Carte interactive
ui-map-hint = Choisissez une rue sur la carte. La liste contient les mêmes rues.
ui-map-broken = La carte ne peut pas être dessinée dans ce navigateur. La liste contient les mêmes rues.
ui-map-label = { $name } · { $cars } voitures un jour ouvrable
ui-map-zoom-in = Agrandir
ui-map-zoom-out = Réduire
ui-map-gesture-keys = Maintenez Ctrl et faites défiler pour agrandir
ui-map-gesture-keys-mac = Maintenez ⌘ et faites défiler pour agrandir
ui-map-gesture-touch = Déplacez la carte avec deux doigts
ui-legend-title = Voitures un jour ouvrable
ui-legend-under = moins de { $to }
ui-legend-range = de { $from } à { $to }
ui-legend-over = { $from } ou plus
ui-legend-without =
    { $count ->
        [one] Une rue comptée n’a pas de place sur la carte ; elle est dans la liste.
       *[other] { $count } rues comptées n’ont pas de place sur la carte ; elles sont dans la liste.
    }

## Page introuvable
ui-not-found-title = Cette page n’existe pas
ui-not-found-text = Rien n’a été trouvé à l’adresse « { $address } ». Le lien est peut-être ancien, ou une lettre est fausse. Cherchez la rue ici :
ui-not-found-home = Vers la première page

## Pied de page
ui-footer-sources = D’où viennent les chiffres
ui-footer-about = À propos de cette page
ui-footer-about-text = Les chiffres sont calculés dans votre navigateur à partir de comptages publiés. Les heures sans mesure ne sont pas prises en compte ; elles ne valent jamais zéro.
ui-footer-privacy = Pas de cookies, et rien n’est envoyé à personne. Rien n’est conservé sur votre appareil, sauf si vous le choisissez.
ui-footer-accessibility = L’accessibilité de cette page
ui-offline-about = Votre navigateur peut conserver l’application et les rues que vous ouvrez sur cet appareil, pour les lire sans connexion.
ui-offline-keep = Conserver pour lire sans connexion
ui-offline-kept = L’application et les rues que vous ouvrez sont conservées sur cet appareil.
ui-offline-forget = Supprimer ce qui est conservé
ui-offline-failed = Cela n’a pas fonctionné : l’application n’a pas pu être lue en entier. Réessayez avec une bonne connexion.

## Rue
ui-street-back = Toutes les rues
ui-street-length = { $length } de long
ui-street-limit = Vitesse maximale { $limit } km/h
ui-street-limit-several = Vitesses maximales { $limits } km/h
ui-street-limit-unknown = Vitesse maximale inconnue
ui-street-section = Quel tronçon ?
ui-street-section-nameless = Compteur { $segment }
ui-period = Période
ui-period-year = 12 derniers mois
ui-period-all = Tout
ui-period-own = Choisir
ui-period-from = Du
ui-period-until = Au (compris)
ui-period-shown = { $period }
ui-mode = Qui
ui-known-title = Ce que l’on sait ici
ui-known-caption = Ce qui a été mesuré dans cette rue, depuis quand et pendant combien de temps
ui-known-topic = Sujet
ui-known-since = Depuis
ui-known-until = Jusqu’à
ui-known-hours = Heures
ui-known-source = Source
ui-known-undated = connu
ui-known-never = pas mesuré
ui-topic-pedestrian = Piétons
ui-topic-bike = Vélos
ui-topic-car = Voitures
ui-topic-heavy = Véhicules lourds
ui-topic-night = Passages dans le noir
ui-topic-speed = Vitesses
ui-topic-directions = Directions
ui-topic-limit = Vitesse maximale
ui-chart-table = En tableau
ui-take = Intégrer, partager, télécharger
ui-sum-show = Montrer le calcul
ui-sum-way = Du capteur à ce chiffre
ui-sum-close = Fermer le calcul
ui-sum-copied = Copié.
ui-sum-selected = Votre navigateur ne l’a pas permis. L’instruction est sélectionnée : appuyez sur Ctrl+C (sur un Mac ⌘C).
ui-chart-keys = Lisez les valeurs avec les touches fléchées.
ui-source-line = Source : { $source }
ui-street-loading = Lecture des comptages de cette rue
ui-empty-title = Il n’y a pas de comptage dans cette rue
ui-nearby-comparable = Rue semblable, à { $distance }
ui-nearby-near = À { $distance }
ui-nearby-cars = { $cars } voitures un jour ouvrable
ui-nearby-v85 = 85 voitures sur 100 roulent à { $speed } ou moins
ui-nearby-none = On ne connaît pas de rue comptée à proximité.
ui-empty-town = Ce que la commune mesure
ui-empty-town-text =
    { $counted ->
        [one] { $counted } des { $streets } rues a un compteur.
       *[other] { $counted } des { $streets } rues ont un compteur.
    }
ui-unknown-street-title = Cette rue n’est pas dans la liste
ui-controls = Ce que vous voulez voir
ui-nearby-title = Rues comptées à proximité
ui-nearby-alike = Rue semblable
ui-sources-title = Les fichiers derrière cette page
ui-sources-read =
    { $rows ->
        [0] Lu dans { $file }
        [one] { $rows } ligne lue dans { $file }
       *[other] { $rows } lignes lues dans { $file }
    }

## The headings of sums; the rest of them is in sum/
ledger-title-day = Le calcul : un jour moyen
ledger-title-annual = Le calcul : le jour moyen sur un an
ledger-title-peaks = Le calcul : les heures les plus chargées
ledger-title-week = Le calcul : la semaine habituelle
ledger-title-directions = Le calcul : les deux directions
ledger-title-speeds = Le calcul : les vitesses
ledger-title-months = Le calcul : les mois et la tendance
ledger-title-split = Le calcul : qui passe ici
