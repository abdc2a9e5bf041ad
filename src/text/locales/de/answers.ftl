### Die Antworten in einfacher Sprache. Kurze Sätze, gängige Wörter (Niveau B1).
### $things ist „Autos“, „Fahrräder“ …: nur im Nominativ oder Akkusativ und ohne Artikel („für Autos“, „keine Autos“).

question-busy = Wie viel Verkehr ist hier?
question-speed = Wird zu schnell gefahren?
question-change = Ändert sich das?
question-who = Wer ist hier unterwegs?

counted-pedestrian =
    { $count ->
        [one] kommt etwa { $count } Person zu Fuß
       *[other] kommen etwa { $count } Personen zu Fuß
    }
counted-bike =
    { $count ->
        [one] kommt etwa { $count } Fahrrad
       *[other] kommen etwa { $count } Fahrräder
    }
counted-car =
    { $count ->
        [one] kommt etwa { $count } Auto
       *[other] kommen etwa { $count } Autos
    }
counted-heavy =
    { $count ->
        [one] kommt etwa { $count } Schwerfahrzeug
       *[other] kommen etwa { $count } Schwerfahrzeuge
    }
counted-night = kommt im Dunkeln etwa { $count } Mal etwas

window-all = in 24 Stunden
window-between = zwischen { $start } und { $end } Uhr
window-some =
    { $hours ->
        [one] in der { $hours } gezählten Stunde des Tages
       *[other] in den { $hours } gezählten Stunden des Tages
    }

busy-sentence = An einem Werktag { $counted } hier { $window } vorbei.
busy-sentence-peak = An einem Werktag { $counted } hier { $window } vorbei; in der stärksten Stunde ({ $hour } Uhr) ist das { $rate }.
busy-few = An einem Werktag kommt hier { $window } im Durchschnitt weniger als einmal etwas vorbei ({ $things }).
busy-none = An einem Werktag wurden hier { $window } keine { $things } gesehen.
busy-dark = An einem Werktag erkennt der Sensor hier { $window } etwa { $counted }; im Dunkeln kamen noch etwa { $night } Bewegungen dazu, die er nicht benennen konnte.
busy-blind = An einem Werktag erkennt der Sensor hier { $window } etwa { $counted }; was im Dunkeln vorbeikam, steht nicht in der veröffentlichten Datei.
busy-dark-few = An einem Werktag erkennt der Sensor hier kaum { $things }; im Dunkeln gab es etwa { $night } Bewegungen, die er nicht benennen konnte.
recognised-pedestrian =
    { $count ->
        [one] { $count } Person zu Fuß
       *[other] { $count } Personen zu Fuß
    }
recognised-bike =
    { $count ->
        [one] { $count } Fahrrad
       *[other] { $count } Fahrräder
    }
recognised-car =
    { $count ->
        [one] { $count } Auto
       *[other] { $count } Autos
    }
recognised-heavy =
    { $count ->
        [one] { $count } Schwerfahrzeug
       *[other] { $count } Schwerfahrzeuge
    }
rate-seconds = { $one } alle { $seconds } Sekunden
rate-second = { $one } pro Sekunde
rate-minute = { $one } pro Minute
rate-minutes = { $one } alle { $minutes } Minuten
rate-hour = etwa einmal
rate-less = weniger als einmal
busy-cannot-gaps = Das können wir nicht sagen: Manche Stunden des Werktags wurden in diesem Zeitraum nie gezählt.
busy-weekend-saturday = Samstags: etwa { $count }.
busy-weekend-sunday = An Sonn- und Feiertagen: etwa { $count }.

cannot-nothing-counted = Das können wir nicht sagen: { $things } wurden hier in diesem Zeitraum nicht gezählt.
cannot-coverage = Das können wir nicht sagen: Nur { $percent } der Stunden wurden gezählt. Unter 25 % nennen wir keine Zahl.

certainty-high = Ziemlich sicher: Der Durchschnitt liegt sehr wahrscheinlich zwischen { $low } und { $high }.
certainty-medium = Einigermaßen sicher: Der Durchschnitt liegt sehr wahrscheinlich zwischen { $low } und { $high }.
certainty-low = Eine grobe Schätzung: Der Durchschnitt liegt sehr wahrscheinlich zwischen { $low } und { $high }.

note-no-interval = Es wurden zu wenige Wochen gezählt, um zu sagen, wie sicher das ist.
coverage-line = Gezählt: { $counted } von { $hours } Stunden ({ $percent }).
note-coverage = Gezählt während { $percent } der Stunden. Den Rest kennen wir nicht.
note-daylight = Der Sensor sieht nur bei Tageslicht. Die Stunden des Tages ohne Zählung stecken nicht in dieser Zahl.
note-night =
    { $count ->
        [one] Im Dunkeln sah der Sensor pro Werktag noch etwa { $count } Bewegung, die er nicht benennen konnte. Sie steckt nicht in dieser Zahl.
       *[other] Im Dunkeln sah der Sensor pro Werktag noch etwa { $count } Bewegungen, die er nicht benennen konnte. Sie stecken nicht in dieser Zahl.
    }
note-blind = In { $percent } der gezählten Stunden meldet der Sensor gar nichts. Die Datei sagt nicht, ob die Straße leer war oder dunkel.
note-dark-hours = Im Dunkeln sieht der Sensor nicht immer, was vorbeikommt. Das war in { $percent } der Stunden so; dann können { $things } fehlen.
note-device-error = Davon abgesehen kann { $device } selbst um { $low } bis { $high } % danebenliegen.
note-device-unknown = Wie weit { $device } selbst danebenliegen kann, ist nicht veröffentlicht.
device-telraam = der Sensor
device-induction-loop = die Schleife in der Fahrbahn
device-pneumatic-tube = der Schlauch auf der Fahrbahn
device-overhead = der Detektor über der Fahrbahn
device-unknown = das Zählgerät
note-sensor-other = Der Sensor selbst kann um mehr als 10 % danebenliegen (für { $things }).
note-sensors = In diesem Zeitraum zählten Sensoren verschiedener Art. Ein Teil eines Sprungs kann daher kommen.
note-bike = Motorräder und Mopeds zählen als Fahrräder.

speed-share =
    { $a ->
        [one] Für { $things } gilt: Etwa { $a } von { $b } ({ $percent }) fährt schneller als die erlaubten { $limit }.
       *[other] Für { $things } gilt: Etwa { $a } von { $b } ({ $percent }) fahren schneller als die erlaubten { $limit }.
    }
speed-share-few = Nur sehr wenige { $things } ({ $percent }) fahren schneller als die erlaubten { $limit }.
speed-share-most = Fast alle fahren schneller als die erlaubten { $limit } (für { $things }: { $percent }).
speed-share-none = Über der erlaubten Geschwindigkeit von { $limit } wurden keine { $things } gesehen.
speed-share-all = Alle, die gesehen wurden, fuhren schneller als die erlaubten { $limit } (für { $things }).
speed-no-limit = Das können wir nicht sagen, denn das Tempolimit ist hier nicht veröffentlicht. Für { $things } gilt: 85 von 100 fahren höchstens etwa { $speed }.
speed-cannot-none = Das können wir nicht sagen: Für diese Stelle sind keine Geschwindigkeiten veröffentlicht.
speed-cannot-few =
    { $count ->
        [0] Das können wir nicht sagen: Für { $things } wurde keine Geschwindigkeit gesehen. Unter 50 nennen wir keine Zahl.
        [one] Das können wir nicht sagen: Für { $things } wurde nur eine einzige Geschwindigkeit gesehen. Unter 50 nennen wir keine Zahl.
       *[other] Das können wir nicht sagen: Für { $things } wurden nur { $count } Geschwindigkeiten gesehen. Unter 50 nennen wir keine Zahl.
    }
speed-mean-only = Das können wir nicht sagen: Für { $things } ist nur die mittlere Geschwindigkeit veröffentlicht. Sie liegt bei etwa { $speed } und sagt nichts über die Schnellen.
speed-certainty-high = Ziemlich sicher: Die Geschwindigkeit, unter der 85 von 100 bleiben, liegt für { $things } sehr wahrscheinlich zwischen { $low } und { $high }.
speed-certainty-medium = Einigermaßen sicher: Die Geschwindigkeit, unter der 85 von 100 bleiben, liegt für { $things } sehr wahrscheinlich zwischen { $low } und { $high }.
speed-certainty-low = Eine grobe Schätzung: Die Geschwindigkeit, unter der 85 von 100 bleiben, liegt für { $things } sehr wahrscheinlich zwischen { $low } und { $high }.
speed-note-v85 = 85 von 100 fahren höchstens etwa { $speed } (die V85 für { $things }).
speed-note-above-10 = Mehr als 10 km/h zu schnell: { $percent } (für { $things }).
speed-note-few = Für { $things } wurden nur { $count } Geschwindigkeiten gesehen; seien Sie vorsichtig mit dieser Zahl.
speed-note-sides = V85 pro Richtung: { $left } { $leftspeed }, { $right } { $rightspeed }.
speed-note-limit = Erlaubt sind hier { $limit }.
speed-side-few = unbekannt (zu wenige gesehen)
speed-note-interpolated = Das Tempolimit liegt innerhalb einer Geschwindigkeitsklasse; der Anteil ist dazwischen berechnet.
speed-note-publisher = Die V85, die der Herausgeber selbst nennt, ist { $speed } (die Mitte seiner Werte pro Stunde).
speed-note-device = Wie genau das Zählgerät Geschwindigkeiten misst, ist nicht veröffentlicht.
speed-note-sensor = Der Sensor misst Geschwindigkeiten im besten Fall mit einem Fehler von etwa 10 %.

change-up = Ja, es wird mehr: etwa { $percent } mehr { $things } pro Jahr.
change-down = Ja, es wird weniger: etwa { $percent } weniger { $things } pro Jahr.
change-small = Kaum: Wie viele { $things } vorbeikommen, ändert sich um weniger als 1 % pro Jahr.
change-unclear = Eine klare Änderung ist nicht zu sehen (für { $things }).
still-read = Das wird noch gelesen.
change-pending = Frühere Jahre werden noch gelesen.
change-cannot-short =
    { $months ->
        [0] Das können wir noch nicht sagen: Kein Monat hat genug Zählungen. Ein Trend braucht 24 Monate.
        [one] Das können wir noch nicht sagen: Es gibt { $months } Monat mit Zählungen. Ein Trend braucht 24 Monate.
       *[other] Das können wir noch nicht sagen: Es gibt { $months } Monate mit Zählungen. Ein Trend braucht 24 Monate.
    }
change-certainty-high = Ziemlich sicher: Die Änderung pro Jahr liegt sehr wahrscheinlich zwischen { $low } und { $high }.
change-certainty-medium = Einigermaßen sicher: Die Änderung pro Jahr liegt sehr wahrscheinlich zwischen { $low } und { $high }.
change-certainty-low = Eine grobe Schätzung: Die Änderung pro Jahr liegt sehr wahrscheinlich zwischen { $low } und { $high }.
change-certainty-unclear = Die Änderung pro Jahr liegt sehr wahrscheinlich zwischen { $low } und { $high }: Es kann mehr sein, es kann weniger sein.
change-note-months = Jeder Monat wird mit demselben Monat anderer Jahre verglichen ({ $months } Monate).
change-note-window = Nur diese Stunden werden verglichen: { $window }.

who-sentence = Alle Bewegungen hier zusammen: { $list }.
who-part = { $percent } { $things }
who-only = Hier werden nur { $things } gezählt: Wer die Straße sonst nutzt, können wir nicht sagen.
who-none = In den gezählten Stunden wurde niemand gesehen.
who-note-passages = Das sind Bewegungen, keine Menschen: Wer hin und zurück geht oder fährt, zählt zweimal.
who-note-night = Was im Dunkeln ohne Namen vorbeikam, ist nicht dabei.

not-counted = In dieser Straße wird nicht gezählt.
not-counted-like = Die nächste gezählte Straße, die ihr ähnlich ist, ist { $street }, { $distance } entfernt.
not-counted-near = Die nächste gezählte Straße ist { $street }, { $distance } entfernt; sie ist von anderer Art.
not-counted-like-somewhere = Eine gezählte Straße, die ihr ähnlich ist, ist { $street }.
not-counted-somewhere = Eine andere Straße, von anderer Art, wird gezählt: { $street }.
not-counted-figure-day = An einem Werktag { $counted } dort in 24 Stunden vorbei.
not-counted-figure-window =
    { $hours ->
        [one] An einem Werktag { $counted } dort in der { $hours } gezählten Stunde des Tages vorbei.
       *[other] An einem Werktag { $counted } dort in den { $hours } gezählten Stunden des Tages vorbei.
    }

event-since = seit { $date }
event-other = { $when }: { $what }.
event-fault = { $when }: { $what }. Die Zählungen dieser Tage sind weggelassen.
event-sensor = { $when }: { $what }. Monate davor und danach werden nicht zu einem Trend verbunden.
note-odd =
    { $count ->
        [one] Etwas sieht seltsam aus, vielleicht eine Störung oder ein besonderer Tag: { $example }. Es ist nicht weggelassen.
       *[other] { $count } Mal sieht etwas seltsam aus, vielleicht eine Störung oder ein besonderer Tag. Das erste Mal: { $example }. Nichts davon ist weggelassen.
    }
odd-q3 = stundenlang keine einzige Bewegung bei Tageslicht, von { $first } Uhr bis { $last } Uhr (üblich: { $typical } pro Stunde)
odd-q4 = immer wieder dieselbe Zahl ({ $value }), von { $first } Uhr bis { $last } Uhr
odd-q5 = { $value } Bewegungen in einer Stunde, { $first } Uhr (üblich: { $typical })
odd-q6 = ab { $date } { $value } Bewegungen zwischen 9:00 und 15:00 Uhr an einem gewöhnlichen Tag, vorher waren es { $typical }
odd-q12 = eine der zwei Richtungen wird nie gesehen
odd-unknown = nicht bekannt

months-title = Wer hier unterwegs ist, Monat für Monat
months-sentence = Was die Zählstellen erfassten, { $month }: { $list }.
months-counters =
    { $counters ->
        [one] Von { $counters } Zählstelle, die alle vier unterscheidet.
       *[other] Von { $counters } Zählstellen, die alle vier unterscheiden.
    }
months-month = Monat
months-column = Zählstellen
months-note = Wo Zählstellen dazukommen oder wegfallen, geht es nicht um dieselben Straßen: Lesen Sie keinen Trend hinein.
