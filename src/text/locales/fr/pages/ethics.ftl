### The page about what is counted and what is not.

ethics-title = Ce qui est compté, et ce qui ne l’est jamais
ethics-lead = En mots simples : ce qui est compté dans la rue et ce qui ne l’est jamais, qui manque, ce qui peut mal tourner et comment s’opposer.
ethics-contents = Sur cette page

ethics-counted-title = Ce qui est compté
ethics-counted-1 = Combien de piétons, de vélos, de voitures et de véhicules lourds passent à un endroit, par heure ou par quart d’heure.
ethics-counted-2 = À quelle vitesse on roule, en nombre par classe de vitesse. Jamais la vitesse d’un seul véhicule.
ethics-counted-3 = Dans quelle direction ils vont.
ethics-counted-4 = Où se trouvent les vélos et trottinettes partagés, en sommes par rue et par commune.
ethics-never-title = Ce qui ne l’est jamais
ethics-never-1 = Pas d’images, pas de visages, pas de plaques.
ethics-never-2 = Pas de noms, ni de numéros de téléphones ou d’autres appareils.
ethics-never-3 = Pas de trajets d’une seule personne, ni la place d’un seul véhicule partagé.
ethics-never-4 = Rien sur vous sur ce site : pas de cookies ni de compte. Les rues que vous cherchez ne restent sur votre appareil que si vous le choisissez.

ethics-missed-title = Qui manque
ethics-missed-1 = Qui passe la nuit ou dans le brouillard : une caméra voit alors un mouvement, mais pas ce qui bouge.
ethics-missed-2 = Les personnes en fauteuil roulant, en trottinette ou avec une poussette sont souvent prises pour des piétons, ou pas vues du tout. Les petits enfants aussi.
ethics-missed-3 = Les rues sans compteur. Elles ne sont pas calmes : nous ne savons pas.
ethics-missed-4 = Les personnes qui évitent la rue parce qu’elle n’est pas sûre. Personne ne peut les compter.

ethics-risk-title = Ce qui peut mal tourner
ethics-risk-1 = Dans une rue avec peu de maisons, on peut deviner qui est passé. C’est pourquoi les petits nombres de trajets ne sont pas montrés, et pourquoi plus fin n’est pas toujours mieux.
ethics-risk-2 = Un chiffre paraît plus sûr qu’il n’est. C’est pourquoi chaque chiffre dit combien a été mesuré et avec quelle précision.
ethics-risk-3 = On ne parle que des rues comptées, et on oublie les autres. C’est pourquoi les pages disent où rien n’est compté.
ethics-risk-4 = Les appareils peuvent recevoir d’autres tâches plus tard. C’est pourquoi chacun a une étiquette qui dit ce qu’il fait, et vous pouvez interroger la commune.

ethics-object-title = Comment s’opposer
ethics-object-text = Pensez-vous que quelque chose ne devrait pas être compté ou publié ? Écrivez à l’éditeur. Dites de quel jeu de données et de quelle rue il s’agit, et pourquoi. Vous ne devez pas dire qui vous êtes.
ethics-object-publisher = Éditeur : { $name }
ethics-object-none = L’éditeur n’a pas encore donné d’adresse ici. Demandez à la mairie.
ethics-object-dataset = Pour un jeu de données, vous pouvez aussi écrire à son propre contact ; il se trouve sur la fiche ci-dessous.

ethics-small-title = Les petits nombres restent cachés
ethics-small-text = Derrière un nombre d’un, deux ou trois, il peut y avoir une seule personne que quelqu’un connaît. C’est pourquoi les trajets en dessous de dix ne sont pas montrés, zéro non plus. Il faut une règle de plus : qui connaît le total peut soustraire les nombres montrés. Si un seul nombre est caché, ou trop peu ensemble, on en cache un autre.
ethics-small-try = Essayez vous-même
ethics-small-caption = Trajets de vélos partagés depuis une station en une semaine. Changez les nombres.
ethics-small-to = Trajets vers
ethics-small-counted = Compté
ethics-small-shown = Publié
ethics-small-place-1 = la gare
ethics-small-place-2 = le marché
ethics-small-place-3 = l’hôpital
ethics-small-place-4 = l’école
ethics-small-place-5 = la piscine
ethics-small-place-6 = le moulin
ethics-small-total = Total
ethics-small-hidden = caché
ethics-small-why-small = moins de dix
ethics-small-why-companion = sinon une soustraction trahit l’autre
ethics-small-why-total = le total est caché
ethics-small-none = Rien n’est caché : chaque nombre est de dix ou plus.
ethics-small-all = Le total est inférieur à dix, donc tout est caché.
ethics-small-left =
    Le total { $total } moins ce qui est montré fait { $left }.{ " " }{ $count ->
        [one] Un nombre est caché.
       *[other] { $count } nombres sont cachés, et personne ne peut dire lequel est grand ou petit.
    }
ethics-small-naive = Sans la deuxième règle, un seul nombre serait caché : le total moins tous les autres donne { $left }. Trouvé.
ethics-small-reset = Revenir aux premiers nombres

ethics-cards-title = La fiche éthique de chaque jeu de données
ethics-cards-text = Avant de publier, une commune répond à onze questions. Voici quelques réponses ; toutes sont sur la page des données.
ethics-card-open =
    { $count ->
        [0] Toutes les questions ont une réponse.
        [one] Une question n’a pas encore de réponse.
       *[other] { $count } questions n’ont pas encore de réponse.
    }
ethics-card-none = Aucune question n’a encore de réponse. Vous pouvez la demander au contact.
ethics-card-contact = Contact : { $name }
ethics-card-data = Tout sur ce jeu de données
ethics-card-label = Étiquette du capteur
ethics-question-why = Pourquoi ces données ?
ethics-question-seen = Qui est vu ?
ethics-question-missed = Qui manque ?
ethics-question-findable = Peut-on y trouver une personne ?
ethics-question-consent = D’où viennent-elles, et qui a accepté ?
ethics-question-errors = Quelles erreurs sont connues ?
ethics-question-decides = Qui en décide ?
ethics-question-objection = Qui peut s’opposer, et comment ?
ethics-question-results = Que fait-on des résultats ?
ethics-question-until = Quand cela finit-il ?
ethics-question-responsible = Qui est responsable ?

dilemma-title = Dix dilemmes
dilemma-invite = Publier aide et peut nuire. Que feriez-vous ? Dix courtes questions ; il n’y a pas de bonne réponse.
dilemma-invite-private = Vos réponses restent sur votre appareil. Rien n’est envoyé tout seul.
dilemma-start = Commencer par la première question
dilemma-go-on = Continuer avec vos réponses
dilemma-back = Tout sur l’éthique
dilemma-place = Question { $now } sur { $all }
dilemma-choose = Que feriez-vous ?
dilemma-next = Question suivante
dilemma-previous = Question précédente
dilemma-to-end = Vers vos réponses
dilemma-unknown = Cette question n’existe pas. Commencez par la première.
dilemma-grain-title = Voyez-le en vrais nombres
dilemma-grain-text = { $mode } dans { $street }, la rue la plus calme avec un long comptage, { $period }. Déplacez le curseur : des nombres plus fins disent plus, et trahissent plus.
dilemma-grain-label = Quelle finesse ont les nombres ?
dilemma-grain-month = par mois
dilemma-grain-week = par semaine
dilemma-grain-day = par jour
dilemma-grain-hour = par heure
dilemma-grain-coarse = grossier
dilemma-grain-fine = fin
dilemma-grain-detail =
    { $count ->
        [one] { $count } nombre est publié.
       *[other] { $count } nombres sont publiés.
    }
dilemma-grain-risk =
    { $count ->
        [0] Aucun n’est entre un et neuf.
        [one] Un seul ({ $share }) est entre un et neuf.
       *[other] { $count } d’entre eux ({ $share }) sont entre un et neuf.
    }
dilemma-grain-single =
    { $count ->
        [0] Dans aucun, il n’y a eu exactement un passage.
        [one] Dans un seul, il y a eu exactement un passage.
       *[other] Dans { $count } d’entre eux, il y a eu exactement un passage.
    }
dilemma-grain-picture = Sur cent nombres, autant sont foncés qu’il y en a entre un et neuf.
dilemma-grain-missing = Aucune rue de cette commune n’a été comptée assez longtemps pour le montrer.
dilemma-level-town = pour toute la ville
dilemma-level-month = par mois
dilemma-level-municipality = par commune
dilemma-level-station = par station
dilemma-level-hour = par heure et type de jour
dilemma-level-municipality-hour = par commune, heure et type de jour
dilemma-share-text = Départs de { $operator }, { $period }. Déplacez le curseur : des nombres plus fins disent plus, et plus d’entre eux désigneraient quelques personnes.
dilemma-share-risk = { $count } d’entre eux ({ $share }) sont cachés : ils sont sous { $k }, ou trahiraient un nombre qui l’est.
dilemma-share-picture = Sur cent nombres, autant sont foncés qu’il y en a de petits.
dilemma-share-missing = Cette commune ne publie aucun nombre qui puisse le montrer.
dilemma-night-text = Véhicules de { $operator } en rue entre minuit et cinq heures, en moyenne, { $period }. Déplacez le curseur : plus le lieu et l’heure sont fins, moins il y en a.
dilemma-night-risk = { $count } d’entre eux ({ $share }) sont entre un et { $k } : quelques véhicules, peut-être devant une seule maison.
dilemma-nothing-camera-that-could-more = Aucun nombre ne peut le montrer : les comptages ne disent pas ce qu’une caméra pourrait faire d’autre.
dilemma-nothing-who-is-missed = Aucun nombre ne peut le montrer : qui n’est pas compté n’est dans aucun fichier.
dilemma-nothing-small-car-park = Cette commune ne publie aucun nombre de parkings qui puisse le montrer.
dilemma-nothing-list-of-worst-streets = Dans cette commune, { $count } des { $all } rues sont comptées. Elles seules peuvent être sur la liste.

dilemma-end-title = Vos réponses
dilemma-end-text =
    { $count ->
        [0] Vous n’avez pas encore répondu à une question.
        [one] Vous avez répondu à une question sur { $all }.
       *[other] Vous avez répondu à { $count } questions sur { $all }.
    }
dilemma-end-kept = Elles ne sont que dans cette fenêtre et disparaissent quand vous la fermez. Vous pouvez les télécharger dans un petit fichier sans votre nom et l’envoyer à la commune. Elle additionne toutes les réponses et ne dit aucun nombre en dessous de dix.
dilemma-end-unanswered = sans réponse
dilemma-end-download = Télécharger mes réponses
dilemma-end-mail = Écrire à { $name }
dilemma-end-mail-hint = Ceci ouvre votre propre messagerie. Joignez le fichier vous-même ; votre lettre montre votre adresse.
dilemma-end-mail-none = La commune n’a pas encore donné d’adresse pour les réponses.
dilemma-end-mail-subject = Réponses aux dilemmes sur les données des rues
dilemma-end-mail-body = Mes réponses sont dans le fichier joint { $file }.
dilemma-end-clear = Recommencer
dilemma-end-cleared = Vos réponses sont effacées.

label-page-title = Étiquette d’un capteur
label-page-lead = Une feuille pour une fenêtre ou un poteau : ce qui compte ici, pourquoi, et ce qu’on en fait. Elle s’imprime en A5.
label-here = Ici, on compte
label-print = Imprimer cette étiquette
label-dataset = Jeu de données
label-street = Rue
label-street-none = sans rue
label-none = Il n’y a pas d’étiquette : aucun jeu de données avec un capteur ne convient.
label-category-purpose = Pourquoi
label-category-tech = Avec quoi
label-category-process = Comment
label-category-data = Ce qui en sort
label-category-access = Qui peut l’avoir
label-category-storage = Où c’est gardé
label-category-retention = Combien de temps
label-category-accountable = Qui en répond
label-question = Des questions, ou opposé ?
label-by = Par { $name }
label-scan-street = Scannez pour les chiffres de cette rue
label-scan-data = Scannez pour tout savoir de ces données
label-qr = Code QR de { $address }
