### Les mots qui servent à plus d’un endroit.

common-hours =
    { $hours ->
        [one] { $hours } heure
       *[other] { $hours } heures
    }
common-period = du { $start } au { $end }
common-months = { $start } – { $end }
list-and = { $rest } et { $last }

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.

weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
weekday-short-1 = lun.
weekday-short-2 = mar.
weekday-short-3 = mer.
weekday-short-4 = jeu.
weekday-short-5 = ven.
weekday-short-6 = sam.
weekday-short-7 = dim.

day-working = Jours ouvrables
day-saturday = Samedis
day-sunday = Dimanches et jours fériés

mode-pedestrian = Piétons
mode-bike = Vélos
mode-car = Voitures
mode-heavy = Véhicules lourds
mode-night = Passages dans le noir
mode-inline-pedestrian = piétons
mode-inline-bike = vélos
mode-inline-car = voitures
mode-inline-heavy = véhicules lourds
mode-inline-night = passages dans le noir
mode-one-pedestrian = un piéton
mode-one-bike = un vélo
mode-one-car = une voiture
mode-one-heavy = un véhicule lourd
mode-one-night = un passage dans le noir

state-measured = mesuré
state-partial = mesuré en partie
state-estimated = estimé
state-missing = pas de données
state-meaning-measured = On a compté (presque) tout le temps.
state-meaning-partial = On a compté une partie du temps ; pour le reste, on ne sait pas.
state-meaning-estimated = Calculé à partir d’autres heures, car on n’a pas compté ici.
state-meaning-missing = On n’a pas compté. Ce n’est pas un zéro.
