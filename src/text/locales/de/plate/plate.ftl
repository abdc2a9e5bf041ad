### Was eine Darstellung auf einer anderen Website zeigt, das kein Diagramm ist: Karte, Vergleich, Schild, Datenblatt.

plate-map-title = Wo die Straße liegt
plate-map-sentence =
    { $counted ->
        [0] Keine der { $streets } Straßen auf dieser Karte wird gezählt.
        [one] Auf dieser Karte wird { $counted } von { $streets } Straßen gezählt.
       *[other] Auf dieser Karte werden { $counted } von { $streets } Straßen gezählt.
    }
plate-map-nowhere = Die Lage dieser Straße ist nicht veröffentlicht. Deshalb gibt es keine Karte.
plate-map-picture = Karte von { $name } und den Straßen ringsum. Die Tabelle darunter hat die gleichen Zahlen.
plate-map-north = Norden ist oben
plate-map-here = diese Straße
plate-map-table = Gezählte Straßen auf dieser Karte
plate-map-street = Straße
plate-map-cars = Autos an einem Werktag
plate-map-cars-hours = { $cars } (über { $hours } Stunden des Tages)

plate-compare-title = { $mode } an einem Werktag, nebeneinander
plate-compare-more = { $other }: etwa { $percent } mehr { $things } als { $first } (wahrscheinlich { $low } bis { $high } mehr).
plate-compare-fewer = { $other }: etwa { $percent } weniger { $things } als { $first } (wahrscheinlich { $low } bis { $high } weniger).
plate-compare-alike = { $other }: etwa so viele { $things } wie { $first } (der Unterschied ist höchstens { $most }).
plate-compare-unclear = { $other }: Die Zählungen sagen nicht, ob es mehr oder weniger { $things } sind als in { $first }.
plate-compare-weeks = { $other }: Es wurden zu wenige Wochen gezählt, um mit { $first } zu vergleichen.
plate-compare-few = { $other }: Von den gleichen Stunden wurden zu wenige gezählt, um etwas zu sagen.
plate-compare-uncounted = { $other }: Dort wird nicht gezählt.
plate-compare-instants =
    { $hours ->
        [one] Nur dieselbe { $hours } Stunde an Werktagen, die überall gezählt wurde, { $window }: { $period }.
       *[other] Nur dieselben { $hours } Stunden an Werktagen, die überall gezählt wurden, { $window }: { $period }.
    }
plate-compare-months = Nur Werktage, dieselben Stunden des Tages und dieselben Monate des Jahres, { $window }.
plate-compare-hours = Nur Werktage und dieselben Stunden des Tages, { $window }.
plate-compare-season = Die Zeiträume liegen in anderen Monaten: Ein Teil des Unterschieds kann die Jahreszeit sein.
plate-compare-coverage = Von den Stunden an Werktagen zu diesen Zeiten wurden mindestens { $percent } überall gezählt.
plate-compare-error = In den Unterschieden ist der übliche Fehler von zwei Zählern berücksichtigt.
plate-compare-error-unknown = Wie genau diese Zähler für { $things } sind, ist nicht bekannt. Ihr Fehler steckt nicht in den Unterschieden.
plate-compare-table = Dasselbe als Tabelle
plate-compare-what = Was
plate-compare-about = Wahrscheinlich
plate-compare-used = Verwendete Stunden

plate-label-title = Was hier zählt
plate-label-whole = Schild zum Drucken

plate-card-title = Die Daten hinter den Zahlen
plate-card-publisher = Herausgeber
plate-card-licence = Lizenz
plate-card-period = Zeitraum
plate-card-rows = Zeilen
plate-card-nothing = Diesen Datensatz gibt es nicht.
plate-card-whole = Das ganze Datenblatt dieses Datensatzes
