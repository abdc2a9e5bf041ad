### Titels, beschrijvingen en tabellen van de grafieken.

chart-value-state = { $value } ({ $state })
chart-per-hour = { $value } { $things } per uur
chart-per-day = { $value } { $things } per dag
chart-coverage = { $percent } van de tijd geteld
chart-caption = { $title }, { $period }
chart-hour = Uur
chart-month = Maand
chart-speed = Snelheid
chart-counted = Geteld

chart-day-title = { $mode } per uur van de dag
chart-day-night = In het donker, zonder naam (werkdagen)
chart-day-extremes = { $day }: het meest van { $peak } ({ $most } { $things } per uur), het minst van { $calm } ({ $least }).
chart-day-peak = { $day }: het meest van { $peak } ({ $most } { $things } per uur).
chart-day-missing =
    { $hours ->
        [one] Voor { $hours } uur van de dag zijn er geen gegevens.
       *[other] Voor { $hours } uren van de dag zijn er geen gegevens.
    }

chart-week-title = { $mode } per uur van de week
chart-week-extremes = Het drukste uur is { $peak } (gemiddeld { $most } { $things }), het rustigste { $calm } ({ $least }).
chart-week-peak = Het drukste uur is { $peak } (gemiddeld { $most } { $things }).
chart-week-missing =
    { $hours ->
        [one] Voor { $hours } uur van de week zijn er geen gegevens.
       *[other] Voor { $hours } uren van de week zijn er geen gegevens.
    }

chart-months-title = { $mode } per dag, maand na maand
chart-months-extremes = De drukste maand is { $peak } ({ $most } { $things } per dag), de rustigste { $calm } ({ $least }).
chart-months-peak = De drukste maand is { $peak } ({ $most } { $things } per dag).
chart-months-missing =
    { $months ->
        [one] Voor { $months } maand is er geen cijfer.
       *[other] Voor { $months } maanden is er geen cijfer.
    }
chart-months-happened = er is iets bekends gebeurd
chart-months-trend = Trend

chart-speeds-title = Hoe snel { $things } rijden
chart-speeds-bin = { $low }–{ $high } km/h
chart-speeds-open = { $low } km/h of meer
chart-speeds-share = { $percent } van de { $things }
chart-speeds-column = Aandeel van de { $things }
chart-speeds-limit-column = Limiet
chart-speeds-limit = Limiet { $speed }
chart-speeds-v85 = V85 { $speed }
chart-speeds-above = boven de limiet
chart-speeds-across = de limiet ligt in deze klasse
chart-speeds-below = binnen de limiet
chart-speeds-mode = De meeste { $things } rijden { $class } ({ $percent }).
chart-speeds-over = Boven de limiet van { $limit }: { $percent } van de { $things }.

chart-split-title = Wie komt hier voorbij
chart-split-mode = Wie
chart-split-column = Aandeel van de passages
chart-split-passages-column = Getelde passages
chart-split-share = { $percent } van de passages
chart-split-passages = { $count } getelde passages

chart-directions-title = { $mode } per richting, werkdagen
chart-directions-left = Richting A
chart-directions-right = Richting B
chart-directions-sentence = { $mode } per richting: { $left } { $leftshare }, { $right } { $rightshare }.
chart-directions-peak = { $side }: het meest van { $peak } ({ $most } per uur).
chart-directions-none = In de uren die geteld zijn, kwam niets voorbij.
