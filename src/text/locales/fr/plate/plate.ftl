### Ce qu’une figure sur un autre site montre quand ce n’est pas un graphique : une carte, une comparaison, une étiquette, la fiche d’un jeu de données.

plate-map-title = Où se trouve la rue
plate-map-sentence =
    { $counted ->
        [0] Aucune des { $streets } rues de cette carte n’est comptée.
        [one] Sur cette carte, { $counted } rue sur { $streets } est comptée.
       *[other] Sur cette carte, { $counted } rues sur { $streets } sont comptées.
    }
plate-map-nowhere = L’emplacement de cette rue n’est pas publié. Il n’y a donc pas de carte.
plate-map-picture = Carte de { $name } et des rues voisines. Le tableau ci-dessous donne les mêmes chiffres.
plate-map-north = Le nord est en haut
plate-map-here = cette rue
plate-map-table = Rues comptées sur cette carte
plate-map-street = Rue
plate-map-cars = Voitures un jour ouvrable
plate-map-cars-hours = { $cars } (sur { $hours } heures de la journée)

plate-compare-title = { $mode } un jour ouvrable, côte à côte
plate-compare-more = { $other } : environ { $percent } de { $things } en plus que { $first } (très probablement de { $low } à { $high } en plus).
plate-compare-fewer = { $other } : environ { $percent } de { $things } en moins que { $first } (très probablement de { $low } à { $high } en moins).
plate-compare-alike = { $other } : à peu près autant de { $things } que { $first } (la différence est de { $most } au plus).
plate-compare-unclear = { $other } : les comptages ne disent pas s’il y a plus ou moins de { $things } que pour { $first }.
plate-compare-weeks = { $other } : trop peu de semaines ont été comptées pour comparer avec { $first }.
plate-compare-few = { $other } : trop peu des mêmes heures ont été comptées pour en dire quelque chose.
plate-compare-uncounted = { $other } : rien n’y est compté.
plate-compare-instants =
    { $hours ->
        [one] Seulement la même heure ({ $hours }) de jours ouvrables, comptée partout, { $window } : { $period }.
       *[other] Seulement les mêmes { $hours } heures de jours ouvrables, comptées partout, { $window } : { $period }.
    }
plate-compare-months = Seulement les jours ouvrables, les mêmes heures de la journée et les mêmes mois de l’année, { $window }.
plate-compare-hours = Seulement les jours ouvrables et les mêmes heures de la journée, { $window }.
plate-compare-season = Les périodes couvrent d’autres mois : une partie de la différence peut venir de la saison.
plate-compare-coverage = Des heures de jours ouvrables à ces moments, au moins { $percent } ont été comptées partout.
plate-compare-error = Les différences tiennent compte de l’erreur habituelle de deux compteurs.
plate-compare-error-unknown = On ne sait pas si ces compteurs sont exacts pour les { $things }. Leur erreur n’est pas dans les différences.
plate-compare-table = La même chose en tableau
plate-compare-what = Quoi
plate-compare-about = Très probablement
plate-compare-used = Heures utilisées

plate-label-title = Ce qui compte ici
plate-label-whole = Étiquette à imprimer

plate-card-title = Les données derrière les chiffres
plate-card-publisher = Éditeur
plate-card-licence = Licence
plate-card-period = Période
plate-card-rows = Lignes
plate-card-nothing = Ce jeu de données n’existe pas.
plate-card-whole = La fiche complète de ce jeu de données
