### Titres, descriptions et tableaux des graphiques.

chart-value-state = { $value } ({ $state })
chart-per-hour = { $value } { $things } par heure
chart-per-day = { $value } { $things } par jour
chart-coverage = compté pendant { $percent } du temps
chart-caption = { $title }, { $period }
chart-hour = Heure
chart-month = Mois
chart-speed = Vitesse
chart-counted = Compté

chart-day-title = { $mode } par heure de la journée
# Short: on a narrow screen the legend has room for some thirty letters.
chart-day-night = Dans le noir (jours ouvrables)
chart-day-extremes = { $day } : le plus de { $peak } ({ $most } { $things } par heure), le moins de { $calm } ({ $least }).
chart-day-peak = { $day } : le plus de { $peak } ({ $most } { $things } par heure).
chart-day-missing =
    { $hours ->
        [one] Il n’y a pas de données pour { $hours } heure de la journée.
       *[other] Il n’y a pas de données pour { $hours } heures de la journée.
    }

chart-week-title = { $mode } par heure de la semaine
chart-week-extremes = L’heure la plus chargée est { $peak } ({ $most } { $things } en moyenne), la plus calme { $calm } ({ $least }).
chart-week-peak = L’heure la plus chargée est { $peak } ({ $most } { $things } en moyenne).
chart-week-missing =
    { $hours ->
        [one] Il n’y a pas de données pour { $hours } heure de la semaine.
       *[other] Il n’y a pas de données pour { $hours } heures de la semaine.
    }

chart-months-title = { $mode } par jour, mois après mois
chart-months-extremes = Le mois le plus chargé est { $peak } ({ $most } { $things } par jour), le plus calme { $calm } ({ $least }).
chart-months-peak = Le mois le plus chargé est { $peak } ({ $most } { $things } par jour).
chart-months-missing = Il n’y a pas de chiffre pour { $months } mois.
chart-months-happened = on sait qu’il s’est passé quelque chose
chart-months-trend = Tendance

chart-speeds-title = À quelle vitesse roulent les { $things }
chart-speeds-bin = { $low }–{ $high } km/h
chart-speeds-open = { $low } km/h ou plus
chart-speeds-share = { $percent } des { $things }
chart-speeds-column = Part des { $things }
chart-speeds-limit-column = Limite
chart-speeds-limit = Limite { $speed }
chart-speeds-v85 = V85 { $speed }
chart-speeds-above = au-dessus de la limite
chart-speeds-across = la limite est dans cette classe
chart-speeds-below = sous la limite
chart-speeds-mode = La vitesse la plus fréquente est { $class } ({ $percent } des { $things }).
chart-speeds-over = Au-dessus de la limite de { $limit } : { $percent } des { $things }.

chart-split-title = Qui passe ici
chart-split-mode = Qui
chart-split-column = Part des passages
chart-split-passages-column = Passages comptés
chart-split-share = { $percent } des passages
chart-split-passages =
    { $count ->
        [one] { $count } passage compté
       *[other] { $count } passages comptés
    }

chart-directions-title = { $mode } par direction, jours ouvrables
chart-directions-left = Direction A
chart-directions-right = Direction B
chart-directions-sentence = { $mode } par direction : { $left } { $leftshare }, { $right } { $rightshare }.
chart-directions-peak = { $side } : le plus de { $peak } ({ $most } par heure).
chart-directions-none = Rien n’est passé pendant les heures qui ont été comptées.
