### Geteilte Fahrzeuge in der Nähe einer Straße und in der Stadt.

shared-title = Was kann ich hier in der Nähe ausleihen?
shared-town-title = Leihfahrzeuge in der Stadt

shared-form-bicycle = Fahrräder
shared-form-cargo = Lastenräder
shared-form-car = Autos
shared-form-moped = Mofas
shared-form-scooter = Roller
shared-form-other = Fahrzeuge
shared-count-bicycle = { $count } Fahrräder
shared-count-cargo = { $count } Lastenräder
shared-count-car = { $count } Autos
shared-count-moped = { $count } Mofas
shared-count-scooter = { $count } Roller
shared-count-other = { $count } Fahrzeuge
shared-offer = { $form } von { $operator }

shared-none-near = In den Aufzeichnungen stand nie ein Leihfahrzeug innerhalb von { $metres } um diese Straße.
shared-sentence = { $day }, { $hour }: im Mittel { $what } innerhalb von { $metres } um diese Straße.
shared-item = { $what } von { $operator }
shared-unknown = { $form } von { $operator }: Von dieser Stunde ist nichts bekannt.
shared-hour-unknown = { $day }, { $hour }: Nichts ist bekannt. Diese Stunde wurde nicht aufgezeichnet.
shared-certainty = Aufgezeichnet: { $period }. Mindestens { $coverage } der Minuten dieser Stunde sind bekannt. Entfernungen sind Luftlinie.
shared-recorded = Aufgezeichnet: { $period }.
shared-day = Art des Tages
shared-hour = Stunde

shared-offer-hour = { $day }, { $hour }: im Mittel { $what }. Die wenigsten in einem Augenblick waren { $least }, die meisten { $most }.
shared-offer-unknown = { $day }, { $hour }: Nichts ist bekannt. Das ist keine Null.
shared-offer-empty = Die Stationen hatten in { $share } ihrer Zeit nichts zum Ausleihen.
shared-offer-full = In { $share } dieser Zeit hatten sie keinen freien Platz.
shared-free = Diese Fahrzeuge haben keine Stationen. Gesagt wird, wie viele innerhalb von { $metres } standen, und in Quadraten von 200 m, in denen im Lauf der Aufzeichnung mindestens zehn standen; nie, wo eines davon stand.

shared-chart-title = { $what }: zum Ausleihen, nach Stunde des Tages
shared-chart-mean = { $day }, im Mittel
shared-chart-band = wenigste bis meiste
shared-chart-none = { $day }: Nichts ist bekannt.
shared-chart-extremes = { $day }: die meisten von { $peak } (im Mittel { $most }), die wenigsten von { $calm } ({ $least }).
shared-chart-peak = { $day }: die meisten von { $peak } (im Mittel { $most }).
shared-range = { $mean } ({ $least }–{ $most })
shared-empty-short = Stationen ohne Fahrzeug: { $share } der Zeit
shared-full-short = Stationen ohne freien Platz: { $share } der Zeit

shared-stations-caption = Stationen von { $operator } innerhalb von { $metres }, { $period }
shared-squares-caption = { $what } in Quadraten von 200 m, innerhalb von { $metres }
shared-months-near-caption = { $what } innerhalb von { $metres }, Monat für Monat
shared-months-caption = { $what } in der ganzen Stadt, Monat für Monat
shared-places-caption = { $what }, nach Gemeinde
shared-all-months = Alles zusammen
shared-column-station = Station
shared-column-square = Quadrat von 200 m
shared-column-distance = Entfernung
shared-column-capacity = Plätze
shared-column-available = Zum Ausleihen, im Mittel (wenigste–meiste)
shared-column-empty = Zeit ohne Fahrzeug
shared-column-full = Zeit ohne freien Platz
shared-column-known = Bekannt
shared-column-low = Abfahrten, mindestens
shared-column-high = Abfahrten, höchstens
shared-column-parked = Länger als 24 Stunden geparkt
shared-column-no-parking = Wo Parken verboten ist
shared-column-municipality = Gemeinde
shared-column-trend = Erster und letzter Monat, im Mittel
shared-column-thousand = Auf der Straße je 1.000 Einwohner, mindestens
shared-outside = Anderswo
shared-hidden = verborgen
shared-trend = { $start }: { $first }, { $end }: { $last }

shared-system = { $operator } in der ganzen Stadt
shared-snapshots =
    { $snapshots ->
        [one] Aufgezeichnet: { $period }, { $snapshots } Momentaufnahme, davon { $faulty } als Fehler des Feeds ausgelassen.
       *[other] Aufgezeichnet: { $period }, { $snapshots } Momentaufnahmen, davon { $faulty } als Fehler des Feeds ausgelassen.
    }
shared-unread = Die Summen stehen in der Datei { $file } des veröffentlichten Ordners. Sie hat { $bytes }, zu viel für diese Seite.
shared-fleet = Zum Ausleihen: im Mittel { $what }, die wenigsten { $least }, die meisten { $most }. Bekannt in { $coverage } der Zeit.
shared-departures = Abfahrten: mindestens { $low } und höchstens { $high }, in den { $coverage } der Zeit, die bekannt sind.
shared-departures-least = Abfahrten: mindestens { $low }, in den { $coverage } der Zeit, die bekannt sind. Eine obere Grenze gibt es nicht.
shared-departures-hidden = Die Zahl der Abfahrten ist verborgen, weil sie klein ist.
shared-departures-unknown = Über Abfahrten ist nichts bekannt.
shared-reason-stations = Bekannt ist nur, wie viele Fahrzeuge an einer Station stehen. Wer zwischen zwei Aufnahmen kommt und geht und was ein Transporter mitnimmt, ist es nicht: deshalb zwei Grenzen und keine Zahl.
shared-reason-vehicles = Bekannt ist nur, wo Fahrzeuge stehen. Eines, das verschwindet, begann eine Fahrt, wurde abgeholt oder vom Feed vergessen: deshalb zwei Grenzen und keine Zahl.
shared-idle = Die Fahrzeuge standen höchstens { $share } der Zeit still.
shared-hidden-why = Zahlen von Abfahrten und Fahrten unter { $k } sind verborgen, ebenso die, aus denen man eine errechnen könnte. Verborgen ist nicht null.
shared-trips-day = Fahrten am Tag: { $value }
shared-trips-vehicle = Fahrten am Tag für jedes ausgeliehene Fahrzeug: höchstens { $value }, denn was niemand auslieh, steht nicht in der Datei
shared-trips-minutes = Die Hälfte der Fahrten dauerte länger als { $value } Minuten
shared-trips-length = Die Hälfte der Fahrten war länger als { $value }

shared-map-title = Karte der Umgebung
shared-map-hint = Die Linie ist die Straße. Die Fläche um sie liegt innerhalb von { $metres } Luftlinie. Die Punkte sind Stationen; die Tabellen oben sagen dasselbe.
shared-map-free = Die blassen Kreise sind Quadrate von 200 m mit Fahrzeugen ohne Stationen.
shared-map-label = { $name } · im Mittel { $mean }
shared-legend-title = Fahrzeuge zum Ausleihen an einer Station oder in einem Quadrat, im Mittel
