### The data page: the catalogue and its cards.

data-title = Quelles données il y a
data-lead = Chaque jeu de données derrière les chiffres de cette ville : ce qu’il couvre, sa précision, à qui il est et ce que vous pouvez en faire.

## The list
data-search = Chercher dans les jeux de données
data-search-hint = Un mot du titre, un sujet, un éditeur ou un lieu. Les accents ne comptent pas.
data-count =
    { $count ->
        [0] Aucun jeu de données ne convient. Choisissez moins, ou cherchez un autre mot.
        [one] { $count } jeu de données
       *[other] { $count } jeux de données
    }
data-more-cards =
    { $count ->
        [one] Montrer encore { $count } jeu de données
       *[other] Montrer encore { $count } jeux de données
    }
data-all = Montrer tous les jeux de données
data-sort = Ordre
data-sort-fresh = données les plus récentes d’abord
data-sort-name = par nom
data-facet-any = tous
data-facet-publisher = Éditeur
data-facet-theme = Sujet
data-facet-licence = Ce que vous pouvez faire
data-facet-format = Format de fichier
data-facet-catalogue = Catalogue
data-catalogue-own = Cette ville
data-other = D’un autre catalogue : { $catalog }. Non vérifié ici.
data-as-of = état au { $date }
data-rows =
    { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }

## The card
data-back = Tous les jeux de données
data-card-title = Un jeu de données
data-not-there = Ce jeu de données n’existe pas
data-not-there-text = Cette ville n’a pas de jeu de données « { $dataset } ». Le lien est peut-être ancien.
data-part-covers = Ce qu’il couvre
data-part-accuracy = Sa précision
data-part-licence = Ce que vous pouvez en faire
data-part-people = À qui il est, et qui s’en sert
data-part-chain = Du capteur au graphique
data-part-ethics = Questions d’éthique, et leurs réponses
data-part-files = Télécharger les fichiers
data-part-record = La fiche derrière cette carte
data-record-text = Tout ce qui est sur cette carte vient d’un seul fichier que les programmes peuvent lire aussi (DCAT-AP, la norme européenne des catalogues de données).
data-record-jsonld = Fiche en JSON-LD
data-record-turtle = Fiche en Turtle
data-record-more = Autres éléments de la fiche
data-place = Entre { $south } et { $north } degrés de latitude nord, { $west } et { $east } degrés de longitude est
data-technical = Détails techniques
data-file-more = Plus sur { $path }
data-file-more-any = Plus sur ce fichier

## What a licence lets you do
data-licence-short-free = libre pour tout usage
data-licence-short-named = libre, citer la source
data-licence-short-alike = libre, partage à l’identique
data-licence-short-not-commercial = pas d’usage commercial
data-licence-short-unchanged = sans modification
data-licence-short-unknown = voir la licence
data-licence-free = Vous pouvez utiliser, modifier et transmettre ces données pour tout usage, aussi commercial. Vous ne devez ni demander, ni citer la source.
data-licence-named = Vous pouvez utiliser, modifier et transmettre ces données, aussi à des fins commerciales, si vous citez la source et dites ce que vous avez modifié.
data-licence-alike = Vous pouvez utiliser, modifier et transmettre ces données, aussi à des fins commerciales, si vous citez la source. Ce que vous en faites, vous le transmettez sous la même licence.
data-licence-not-commercial = Vous pouvez utiliser et transmettre ces données, mais pas à des fins commerciales. Pour cela, demandez au propriétaire.
data-licence-unchanged = Vous pouvez transmettre ces données, mais seulement telles quelles.
data-licence-unknown = Nous ne connaissons pas cette licence. Lisez-la avant d’utiliser les données.

## The chain
data-chain-lead = Ouvrez une étape pour lire qui l’a faite, quand et avec quel programme, combien de lignes y sont entrées et en sont sorties, et ce qui a été écarté. Les flèches vont d’étape en étape.
data-chain-sensor = Compté par
data-chain-raw = Fichiers bruts
data-chain-done = Traité
data-chain-published = Publié
data-chain-who = Qui
data-chain-when = Quand
data-chain-words = Dans les mots du programme (anglais)
data-chain-software = Programme
data-chain-fetched = Récupérés le
data-chain-known = Ce qu’on en sait
data-chain-these = Fichiers
data-chain-file = Fichier
data-chain-in = Lignes entrées
data-chain-out = Lignes sorties
data-chain-left = Écarté
data-chain-nothing-left = rien : chaque ligne a été gardée
data-chain-files =
    { $count ->
        [one] { $count } fichier
       *[other] { $count } fichiers
    }
data-chain-more-files =
    { $count ->
        [one] Montrer encore { $count } fichier
       *[other] Montrer encore { $count } fichiers
    }
data-chain-incidents =
    { $count ->
        [one] { $count } panne, déplacement ou étalonnage, voir plus haut
       *[other] { $count } pannes, déplacements ou étalonnages, voir plus haut
    }
data-chain-hours =
    { $hours ->
        [one] { $hours } heure utilisée
       *[other] { $hours } heures utilisées
    }
data-chain-about = De quoi il s’agit
data-chain-method = Comment
data-chain-part = lignes { $first } à { $last } de { $file }
data-chain-rows = Lignes de ce compteur
data-chain-outside = Dont hors de la période
data-chain-of-period = Heures de la période
data-chain-used = Heures utilisées
data-chain-off = Écartées : compteur éteint
data-chain-low-uptime = Écartées : il a tourné moins d’une demi-heure
data-chain-no-value = Écartées : pas de valeur pour ce chiffre
data-chain-incident = Écartées : capteur défectueux
data-chain-absent = Heures sans ligne
data-chain-adds-up = Le compte est bon
data-chain-back = Retour à ce chiffre et à son calcul

## Properties of a record
data-property-title = Titre
data-property-description = Description
data-property-identifier = Identifiant
data-property-temporal = Période couverte
data-property-startdate = Premier jour
data-property-enddate = Dernier jour
data-property-spatial = Lieu
data-property-centroid = Centre
data-property-bbox = Rectangle autour
data-property-transportmode = Qui est compté
data-property-mobilitytheme = Sujet
data-property-theme = Domaine (UE)
data-property-networkcoverage = Routes
data-property-georeferencingmethod = Repérage des lieux
data-property-accrualperiodicity = Fréquence de mise à jour
data-property-retrieved = Fichiers bruts récupérés le
data-property-keyword = Mots clés
data-property-device = Compté par
data-property-hasqualityannotation = En mots
data-property-hasqualitymeasurement = En chiffres
data-property-incident = Ce qui est arrivé aux capteurs
data-property-segment = Compteur
data-property-license = Licence
data-property-attribution = Citez la source ainsi
data-property-accessrights = Qui peut l’avoir
data-property-publisher = Éditeur
data-property-rightsholder = Propriétaire
data-property-contactpoint = Contact
data-property-isreferencedby = Utilisé par
data-property-name = Nom
data-property-fn = Nom
data-property-homepage = Site web
data-property-mbox = E-mail
data-property-hasemail = E-mail
data-property-hasurl = Site web
data-property-sensorlabel = Étiquette du capteur
data-property-why = Pourquoi ces données ?
data-property-seen = Qui est vu ?
data-property-missed = Qui échappe au comptage ?
data-property-findable = Peut-on y retrouver une personne ?
data-property-consent = D’où viennent-elles, et qui a consenti ?
data-property-errors = Quelles erreurs sont connues ?
data-property-decides = Qui décide ?
data-property-objection = Qui peut s’opposer, et comment ?
data-property-results = Que deviennent les résultats ?
data-property-until = Jusqu’à quand ?
data-property-responsible = Qui est responsable ?
data-property-accessurl = Où il se trouve
data-property-downloadurl = Téléchargement
data-property-mediatype = Type de fichier
data-property-format = Format
data-property-mobilitydatastandard = Norme
data-property-rights = Conditions
data-property-type = Sorte
data-property-bytesize = Taille
data-property-checksum = Empreinte
data-property-algorithm = Calculée par
data-property-checksumvalue = SHA-256
data-property-rows = Lignes
data-property-ispartof = Partie du jeu de données
data-property-wasderivedfrom = Fait à partir de
data-property-wasgeneratedby = Fait par
data-property-label = Nom
data-property-motivatedby = But de cette remarque

## Codes
data-term-traffic-volume = volume du trafic
data-term-speed = vitesse
data-term-static-road-network-data = carte des rues
data-term-other = autre
data-term-tran = transport
data-term-public = tout le monde
data-term-pedestrian = piétons
data-term-bicycle = vélos
data-term-car = voitures
data-term-truck = poids lourds
data-term-motorways = autoroutes
data-term-tern-network = grands axes européens
data-term-regional-roads = routes régionales
data-term-urban-and-local-roads = rues et routes locales
data-term-geocoordinates = par coordonnées
data-term-unknown = inconnu
data-term-cont = en continu
data-term-hourly = chaque heure
data-term-daily = chaque jour
data-term-weekly = chaque semaine
data-term-monthly = chaque mois
data-term-quarterly = tous les trois mois
data-term-annual = chaque année
data-term-irreg = de temps en temps
data-term-never = plus du tout
data-term-licence-provided-free-of-charge = gratuit
data-term-checksumalgorithm-sha256 = SHA-256
data-term-qualityassessment = dire la qualité des données
data-term-rows-read = Lignes lues
data-term-rows-kept = Lignes gardées
data-term-rows-refused = Lignes refusées
data-term-rows-published = Lignes publiées
data-term-counted-segments = Tronçons comptés
data-term-hours-of-period = Heures du premier au dernier jour
data-term-usable-hours = Heures utilisables
data-term-telraam = capteur Telraam : une petite caméra derrière une fenêtre
data-term-induction-loop = boucle dans la route : elle sent passer le métal
data-term-pneumatic-tube = tuyau sur la route : les roues appuient dessus
data-term-overhead = radar ou infrarouge à côté ou au-dessus de la route
data-term-sensor-fault = en panne
data-term-sensor-moved = déplacé ou remplacé
data-term-calibration = étalonné
data-term-purpose = pourquoi
data-term-tech = avec quoi
data-term-process = comment
data-term-data = ce qui en sort
data-term-access = qui peut l’avoir
data-term-storage = où c’est gardé
data-term-retention = combien de temps
data-term-accountable = qui en répond

## What figures mean
data-meaning-rows-read = Lignes des fichiers bruts.
data-meaning-rows-kept = Parmi elles, celles qui étaient lisibles et cohérentes.
data-meaning-rows-refused = Parmi elles, celles qui n’ont pas été gardées ; la chaîne dit pourquoi.
data-meaning-rows-published = Lignes des fichiers que vous pouvez télécharger ici.
data-meaning-counted-segments = Endroits avec un compteur.
data-meaning-hours-of-period = De tous les compteurs ensemble, chacun du premier au dernier jour.
data-meaning-usable-hours = Parmi elles, les heures où le compteur a tourné au moins la moitié du temps. Les autres sont des trous, jamais des zéros.

# Un catalogue d’un tiers par son adresse.
data-open-other = Ouvrir un autre catalogue
data-open-address = Adresse du catalogue
data-open-hint = Un fichier DCAT-AP : JSON-LD, Turtle ou RDF/XML. Sa liste s’affiche ici et rien n’en est gardé.
data-open-button = Ouvrir
data-open-title = Un catalogue d’ailleurs
data-open-town = Les jeux de données de la ville
data-open-warning-title = Ce ne sont pas des données de la ville.
data-open-warning = Elles viennent de { $origin }. Personne ici ne les a vérifiées. Leurs liens mènent à d’autres sites.
data-open-failed = Ce catalogue ne peut pas être affiché.
data-open-not-web = Cette adresse ne peut pas être ouverte. Elle doit commencer par https:// ou http://.
data-open-host = Ce site n’a pas le droit de demander des fichiers à { $host }. Demandez au gestionnaire du site d’autoriser cet hôte ou de copier le catalogue sur le site.
data-open-offline = Aucune réponse de { $host } que cette page ait le droit de lire. Vous êtes peut-être hors ligne, ou cet hôte réserve ses fichiers à son propre site (CORS).
data-open-status = { $host } ne donne pas le fichier (statut { $status }). Vérifiez l’adresse.
data-open-large = Le fichier dépasse { $most }. Cette page n’en lit pas autant.
data-open-unreadable = Le fichier n’est pas un catalogue lisible par cette page : { $found }. Elle lit DCAT-AP en JSON-LD, Turtle ou RDF/XML.
data-open-unreadable-at = Le fichier n’est pas un catalogue lisible par cette page. Ligne { $line }, colonne { $column } : { $found }. Elle lit DCAT-AP en JSON-LD, Turtle ou RDF/XML.
data-open-context = Seul un autre fichier, le contexte, explique les mots de ce fichier, et cette page ne connaît pas ce contexte. Demandez à l’éditeur du Turtle, du RDF/XML ou la forme longue de JSON-LD.
data-open-empty = Le fichier est lisible, mais il ne contient aucun jeu de données.
data-open-gone = La partie de la page qui lit les catalogues s’est arrêtée. Rechargez la page.
data-figure-nothing = Aucune ligne n’a servi à ce chiffre : il n’y a donc pas de chemin à montrer.

# Steps of the processing.
data-term-step-read = Fichiers bruts lus
data-term-step-refused = Lignes refusées
data-term-step-noted = Anomalies notées
data-term-step-unread = Fichiers illisibles
data-term-step-simulated = Inventé par une simulation
data-term-step-drawn = Dessiné à la main
data-term-step-computed = Calculé d’après des règles
data-term-step-limit = Limitation de vitesse d’une autre source

# Where a dataset has data.
data-map-streets =
    { $count ->
        [one] Une des { $all } rues de la ville a ces données. Elle est en couleur ; les autres sont en gris.
       *[other] { $count } des { $all } rues de la ville ont ces données. Elles sont en couleur ; les autres sont en gris.
    }
data-map-area = Le cadre montre la zone dont parlent ces données, sur les rues de la ville.
data-map-more =
    { $count ->
        [one] Encore une rue
       *[other] Encore { $count } rues
    }
