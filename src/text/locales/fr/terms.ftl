### Les chiffres sous leur nom du métier, avec leur sens en langage courant ; et les heures inhabituelles.

term-aadt = Jour moyen sur un an (AADT, en français TJMA)
term-about = environ { $count } { $things }
term-between = { $about } (très probablement de { $low } à { $high })
term-aadt-short = pas de chiffre : la période est plus courte qu’un an
term-aadt-gaps = pas de chiffre : certains mois n’ont pas été comptés jour et nuit
term-aadt-meaning = Tous les passages d’un an ({ $things }), répartis sur ses jours.
term-adt = Moyenne des jours complets (ADT)
term-adt-none = pas de chiffre : aucun jour n’a été compté jour et nuit
term-adt-meaning =
    { $days ->
        [0] Il faut pour cela des jours qui ont été comptés (presque) en entier.
        [one] { $days } jour sur { $all } a été compté (presque) en entier.
       *[other] { $days } jours sur { $all } ont été comptés (presque) en entier.
    }
term-heavy = Véhicules lourds
term-heavy-meaning = Leur part dans le trafic motorisé : voitures et véhicules lourds ensemble.
term-morning = Heure de pointe du matin
term-morning-meaning = L’heure la plus chargée entre 7 h et 9 h, en moyenne les jours ouvrables.
term-evening = Heure de pointe du soir
term-evening-meaning = L’heure la plus chargée entre 16 h et 18 h, en moyenne les jours ouvrables.
term-peak = { $hour } : { $count } { $things }
term-peak-none = pas de chiffre : ces heures n’ont presque pas été comptées
term-k = K
term-k-none = pas de chiffre sans jour moyen sur un an
term-k-meaning = La 30e heure la plus chargée, comme part du jour moyen sur un an.
term-d = D
term-d-value = { $percent } ({ $side })
term-d-meaning = La part de la direction la plus chargée à la plus forte des deux heures de pointe.
term-phf = PHF
term-phf-meaning = À quel point les quarts d’heure de la plus forte heure de pointe se ressemblent : à 1, ils sont tous égaux.
term-note-dark = Ce qui est passé dans le noir sans être reconnu n’est pas dans ces chiffres.
term-year-title = Sur l’année
term-peaks-title = Aux heures les plus chargées

unusual-sentence =
    { $hours ->
        [one] { $hours } heure était très différente de ce qui est habituel pour ce jour de la semaine :
       *[other] { $hours } heures étaient très différentes de ce qui est habituel pour leur jour de la semaine. Les plus inhabituelles :
    }
unusual-hour = { $weekday } { $date }, { $hour } : { $value } { $things } au lieu de { $usual } d’habitude.
