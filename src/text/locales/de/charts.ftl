### Titel, Beschreibungen und Tabellen der Diagramme.

chart-value-state = { $value } ({ $state })
chart-per-hour = { $value } { $things } pro Stunde
chart-per-day = { $value } { $things } pro Tag
chart-coverage = während { $percent } der Zeit gezählt
chart-caption = { $title }, { $period }
chart-hour = Uhrzeit
chart-month = Monat
chart-speed = Tempo
chart-counted = Gezählt

chart-day-title = { $mode } pro Stunde des Tages
# Short: on a narrow screen the legend has room for some thirty letters.
chart-day-night = Im Dunkeln (Werktage)
chart-day-extremes = { $day }: am meisten von { $peak } Uhr ({ $most } { $things } pro Stunde), am wenigsten von { $calm } Uhr ({ $least }).
chart-day-peak = { $day }: am meisten von { $peak } Uhr ({ $most } { $things } pro Stunde).
chart-day-missing =
    { $hours ->
        [one] Für { $hours } Stunde des Tages gibt es keine Daten.
       *[other] Für { $hours } Stunden des Tages gibt es keine Daten.
    }

chart-week-title = { $mode } pro Stunde der Woche
chart-week-extremes = Die stärkste Stunde ist { $peak } Uhr (im Durchschnitt { $most } { $things }), die ruhigste { $calm } Uhr ({ $least }).
chart-week-peak = Die stärkste Stunde ist { $peak } Uhr (im Durchschnitt { $most } { $things }).
chart-week-missing =
    { $hours ->
        [one] Für { $hours } Stunde der Woche gibt es keine Daten.
       *[other] Für { $hours } Stunden der Woche gibt es keine Daten.
    }

chart-months-title = { $mode } pro Tag, Monat für Monat
chart-months-extremes = Der stärkste Monat ist { $peak } ({ $most } { $things } pro Tag), der ruhigste { $calm } ({ $least }).
chart-months-peak = Der stärkste Monat ist { $peak } ({ $most } { $things } pro Tag).
chart-months-missing =
    { $months ->
        [one] Für { $months } Monat gibt es keine Zahl.
       *[other] Für { $months } Monate gibt es keine Zahl.
    }
chart-months-happened = es ist bekannt, dass etwas geschah
chart-months-trend = Trend

chart-speeds-title = Wie schnell { $things } fahren
chart-speeds-bin = { $low }–{ $high } km/h
chart-speeds-open = { $low } km/h oder mehr
chart-speeds-share = { $percent } (für { $things })
chart-speeds-column = Anteil ({ $things })
chart-speeds-limit-column = Tempolimit
chart-speeds-limit = Limit { $speed }
chart-speeds-v85 = V85 { $speed }
chart-speeds-above = über dem Limit
chart-speeds-across = das Limit liegt in dieser Klasse
chart-speeds-below = im Limit
chart-speeds-mode = Für { $things } sind { $class } am häufigsten ({ $percent }).
chart-speeds-over = Über dem Limit von { $limit }: { $percent } (für { $things }).

chart-split-title = Wer hier unterwegs ist
chart-split-mode = Wer
chart-split-column = Anteil an den Bewegungen
chart-split-passages-column = Gezählte Bewegungen
chart-split-share = { $percent } der Bewegungen
chart-split-passages =
    { $count ->
        [one] { $count } Bewegung gezählt
       *[other] { $count } Bewegungen gezählt
    }

chart-directions-title = { $mode } pro Richtung, Werktage
chart-directions-left = Richtung A
chart-directions-right = Richtung B
chart-directions-sentence = { $mode } pro Richtung: { $left } { $leftshare }, { $right } { $rightshare }.
chart-directions-peak = { $side }: am meisten von { $peak } Uhr ({ $most } pro Stunde).
chart-directions-none = In den gezählten Stunden kam nichts vorbei.
