### Wörter, die an mehr als einer Stelle stehen.

common-hours =
    { $hours ->
        [one] { $hours } Stunde
       *[other] { $hours } Stunden
    }
common-period = { $start } bis { $end }
common-months = { $start } bis { $end }
list-and = { $rest } und { $last }

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
month-short-1 = Jan.
month-short-2 = Feb.
month-short-3 = März
month-short-4 = Apr.
month-short-5 = Mai
month-short-6 = Juni
month-short-7 = Juli
month-short-8 = Aug.
month-short-9 = Sept.
month-short-10 = Okt.
month-short-11 = Nov.
month-short-12 = Dez.

weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag
weekday-short-1 = Mo
weekday-short-2 = Di
weekday-short-3 = Mi
weekday-short-4 = Do
weekday-short-5 = Fr
weekday-short-6 = Sa
weekday-short-7 = So

day-working = Werktage
day-saturday = Samstage
day-sunday = Sonn- und Feiertage

mode-pedestrian = Personen zu Fuß
mode-bike = Fahrräder
mode-car = Autos
mode-heavy = Schwerfahrzeuge
mode-night = Bewegungen im Dunkeln
mode-inline-pedestrian = Personen zu Fuß
mode-inline-bike = Fahrräder
mode-inline-car = Autos
mode-inline-heavy = Schwerfahrzeuge
mode-inline-night = Bewegungen im Dunkeln
mode-one-pedestrian = eine Person zu Fuß
mode-one-bike = ein Fahrrad
mode-one-car = ein Auto
mode-one-heavy = ein Schwerfahrzeug
mode-one-night = eine Bewegung im Dunkeln

state-measured = gemessen
state-partial = teilweise gemessen
state-estimated = geschätzt
state-missing = keine Daten
state-meaning-measured = Es wurde (fast) die ganze Zeit gezählt.
state-meaning-partial = Es wurde einen Teil der Zeit gezählt; der Rest ist nicht bekannt.
state-meaning-estimated = Aus anderen Stunden berechnet, denn hier wurde nicht gezählt.
state-meaning-missing = Es wurde nicht gezählt. Das ist keine Null.
