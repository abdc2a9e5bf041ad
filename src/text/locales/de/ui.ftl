### Die Seiten: Überschriften, Knöpfe, Hinweise.

ui-skip = Zum Inhalt
ui-pages = Seiten
ui-page-data = Daten
ui-page-ethics = Ethik
ui-page-guide = Veröffentlichen
ui-language = Sprache
ui-language-failed = Die Texte für „{ $language }“ konnten nicht geladen werden. Die Seite bleibt auf Deutsch.
ui-retry = Noch einmal versuchen
ui-none = keine
ui-loading = Die Zählungen werden gelesen …
ui-loading-bytes = Die Zählungen werden gelesen: { $done } von { $total }
ui-demonstration-label = Vorführung.
ui-demonstration-text = Diese Stadt gibt es nicht, und ihre Zahlen sind erfunden. Sie zeigen, wie die Seite funktioniert.
ui-not-counted = nicht gezählt
ui-too-little = zu wenig gezählt
ui-by-daylight = bei Tageslicht

## Startseite
ui-home-title = Wie viel Verkehr ist in Ihrer Straße?
ui-home-lead = Suchen Sie eine Straße und lesen Sie, was die Zählgeräte gemessen haben: wie viel Verkehr dort ist, wie schnell gefahren wird, ob es sich ändert und wer unterwegs ist.
ui-search-label = Straßenname
ui-search-hint = Ein Teil des Namens genügt. Ein Tippfehler stört nicht.
ui-search-list = Gefundene Straßen
ui-search-results =
    { $count ->
        [0] Keine Straße gefunden
        [one] { $count } Straße gefunden
       *[other] { $count } Straßen gefunden
    }
ui-search-counted = gezählt
ui-search-not-counted = nicht gezählt
ui-search-nothing = Keine Straße gefunden für „{ $typed }“. Prüfen Sie die Schreibweise oder versuchen Sie eine von diesen:
ui-figure-counted-streets = Straßen mit Zählgerät
ui-figure-streets = Straßen insgesamt
ui-figure-hours = gezählte Stunden
ui-figure-period = gezählt in
ui-list-title = Alle Straßen
ui-list-caption = Straßen mit der Zahl der Autos an einem Werktag
ui-list-only-counted = Nur Straßen mit Zählgerät
ui-list-street = Straße
ui-list-cars = Autos an einem Werktag
ui-list-more =
    { $count ->
        [one] Noch { $count } Straße zeigen
       *[other] Noch { $count } Straßen zeigen
    }
ui-map-title = Karte der Straßen
ui-map-canvas = Interaktive Karte
ui-map-hint = Wählen Sie eine Straße auf der Karte. Die Liste enthält dieselben Straßen.
ui-map-broken = Die Karte kann in diesem Browser nicht gezeichnet werden. Die Liste enthält dieselben Straßen.
ui-map-label = { $name } · { $cars } Autos an einem Werktag
ui-map-zoom-in = Vergrößern
ui-map-zoom-out = Verkleinern
ui-map-gesture-keys = Halten Sie Strg und scrollen Sie, um zu vergrößern
ui-map-gesture-keys-mac = Halten Sie ⌘ und scrollen Sie, um zu vergrößern
ui-map-gesture-touch = Bewegen Sie die Karte mit zwei Fingern
ui-legend-title = Autos an einem Werktag
ui-legend-under = unter { $to }
ui-legend-range = { $from } bis { $to }
ui-legend-over = { $from } oder mehr
ui-legend-without =
    { $count ->
        [one] Eine gezählte Straße hat keinen Platz auf der Karte; sie steht in der Liste.
       *[other] { $count } gezählte Straßen haben keinen Platz auf der Karte; sie stehen in der Liste.
    }

## Nicht gefunden
ui-not-found-title = Diese Seite gibt es nicht
ui-not-found-text = Unter „{ $address }“ wurde nichts gefunden. Vielleicht ist der Link alt, oder ein Buchstabe stimmt nicht. Suchen Sie die Straße hier:
ui-not-found-home = Zur Startseite

## Fußzeile
ui-footer-sources = Woher die Zahlen kommen
ui-footer-about = Über diese Seite
ui-footer-about-text = Die Zahlen werden in Ihrem Browser aus veröffentlichten Zählungen berechnet. Stunden ohne Messung zählen nicht mit; sie gelten nie als Null.
ui-footer-privacy = Keine Cookies, und nichts wird an jemanden gesendet. Auf Ihrem Gerät wird nichts aufbewahrt, außer wenn Sie es wählen.
ui-footer-accessibility = Wie barrierefrei diese Seite ist
ui-offline-about = Ihr Browser kann die App und die Straßen, die Sie öffnen, auf diesem Gerät aufbewahren, um sie ohne Verbindung zu lesen.
ui-offline-keep = Für die Nutzung ohne Verbindung aufbewahren
ui-offline-kept = Die App und die Straßen, die Sie öffnen, werden auf diesem Gerät aufbewahrt.
ui-offline-forget = Aufbewahrtes entfernen
ui-offline-failed = Das hat nicht geklappt: Die App konnte nicht ganz gelesen werden. Versuchen Sie es mit einer guten Verbindung noch einmal.

## Straße
ui-street-back = Alle Straßen
ui-street-length = { $length } lang
ui-street-limit = Tempolimit { $limit } km/h
ui-street-limit-several = Tempolimits { $limits } km/h
ui-street-limit-unknown = Tempolimit nicht bekannt
ui-street-section = Welcher Abschnitt?
ui-street-section-nameless = Zählgerät { $segment }
ui-period = Zeitraum
ui-period-year = Letzte 12 Monate
ui-period-all = Alles
ui-period-own = Wählen
ui-period-from = Von
ui-period-until = Bis einschließlich
ui-period-shown = { $period }
ui-mode = Wer
ui-known-title = Was hier bekannt ist
ui-known-caption = Was in dieser Straße gemessen wurde, seit wann und wie lange
ui-known-topic = Thema
ui-known-since = Seit
ui-known-until = Bis
ui-known-hours = Stunden
ui-known-source = Quelle
ui-known-undated = bekannt
ui-known-never = nicht gemessen
ui-topic-pedestrian = Personen zu Fuß
ui-topic-bike = Fahrräder
ui-topic-car = Autos
# With a soft hyphen: on a narrow screen the word is wider than its column.
ui-topic-heavy = Schwer­verkehr
ui-topic-night = Bewegungen im Dunkeln
ui-topic-speed = Tempo
ui-topic-directions = Richtungen
ui-topic-limit = Tempolimit
ui-chart-table = Als Tabelle
ui-take = Einbetten, teilen, herunterladen
ui-sum-show = Rechnung zeigen
ui-sum-way = Vom Sensor zu dieser Zahl
ui-sum-close = Rechnung schließen
ui-sum-copied = Kopiert.
ui-sum-selected = Ihr Browser hat es nicht erlaubt. Die Anweisung ist markiert: Drücken Sie Strg+C (auf einem Mac ⌘C).
ui-chart-keys = Lesen Sie die Werte mit den Pfeiltasten.
ui-source-line = Quelle: { $source }
ui-street-loading = Die Zählungen dieser Straße werden gelesen
ui-empty-title = In dieser Straße wird nicht gezählt
ui-nearby-comparable = Ähnliche Straße, { $distance } entfernt
ui-nearby-near = { $distance } entfernt
ui-nearby-cars = { $cars } Autos an einem Werktag
ui-nearby-v85 = 85 von 100 Autos fahren { $speed } oder langsamer
ui-nearby-none = In der Nähe ist keine gezählte Straße bekannt.
ui-empty-town = Was die Gemeinde misst
ui-empty-town-text =
    { $counted ->
        [one] { $counted } von { $streets } Straßen hat ein Zählgerät.
       *[other] { $counted } von { $streets } Straßen haben ein Zählgerät.
    }
ui-unknown-street-title = Diese Straße steht nicht in der Liste
ui-controls = Was Sie sehen wollen
ui-nearby-title = Gezählte Straßen in der Nähe
ui-nearby-alike = Ähnliche Straße
ui-sources-title = Dateien hinter dieser Seite
ui-sources-read =
    { $rows ->
        [0] Gelesen aus { $file }
        [one] { $rows } Zeile gelesen aus { $file }
       *[other] { $rows } Zeilen gelesen aus { $file }
    }

## The headings of sums; the rest of them is in sum/
ledger-title-day = Die Rechnung: ein durchschnittlicher Tag
ledger-title-annual = Die Rechnung: der durchschnittliche Tag eines Jahres
ledger-title-peaks = Die Rechnung: die stärksten Stunden
ledger-title-week = Die Rechnung: die übliche Woche
ledger-title-directions = Die Rechnung: beide Richtungen
ledger-title-speeds = Die Rechnung: Geschwindigkeiten
ledger-title-months = Die Rechnung: Monate und Trend
ledger-title-split = Die Rechnung: wer hier unterwegs ist
