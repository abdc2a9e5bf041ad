### The data page: the catalogue and its cards.

data-title = Welche Daten es gibt
data-lead = Jeder Datensatz hinter den Zahlen dieser Stadt: was er umfasst, wie genau er ist, wem er gehört und was Sie damit tun dürfen.

## The list
data-search = In den Datensätzen suchen
data-search-hint = Ein Wort des Titels, ein Thema, ein Herausgeber oder ein Ort. Akzente sind egal.
data-count =
    { $count ->
        [0] Kein Datensatz passt. Wählen Sie weniger, oder suchen Sie ein anderes Wort.
        [one] { $count } Datensatz
       *[other] { $count } Datensätze
    }
data-more-cards =
    { $count ->
        [one] { $count } weiteren Datensatz zeigen
       *[other] { $count } weitere Datensätze zeigen
    }
data-all = Alle Datensätze zeigen
data-sort = Reihenfolge
data-sort-fresh = neueste Daten zuerst
data-sort-name = nach Namen
data-facet-any = alle
data-facet-publisher = Herausgeber
data-facet-theme = Thema
data-facet-licence = Was Sie tun dürfen
data-facet-format = Dateiformat
data-facet-catalogue = Katalog
data-catalogue-own = Diese Stadt
data-other = Aus einem anderen Katalog: { $catalog }. Hier nicht geprüft.
data-as-of = Stand { $date }
data-rows =
    { $rows ->
        [one] { $rows } Zeile
       *[other] { $rows } Zeilen
    }

## The card
data-back = Alle Datensätze
data-card-title = Ein Datensatz
data-not-there = Diesen Datensatz gibt es nicht
data-not-there-text = Diese Stadt hat keinen Datensatz „{ $dataset }“. Vielleicht ist der Link alt.
data-part-covers = Was er umfasst
data-part-accuracy = Wie genau er ist
data-part-licence = Was Sie damit tun dürfen
data-part-people = Wem er gehört, und wer ihn nutzt
data-part-chain = Vom Sensor zum Diagramm
data-part-ethics = Ethische Fragen, und ihre Antworten
data-part-files = Die Dateien herunterladen
data-part-record = Der Eintrag hinter dieser Karte
data-record-text = Alles auf dieser Karte kommt aus einer Datei, die auch Programme lesen können (DCAT-AP, der europäische Standard für Datenkataloge).
data-record-jsonld = Eintrag als JSON-LD
data-record-turtle = Eintrag als Turtle
data-record-more = Mehr aus dem Eintrag
data-place = Zwischen { $south } und { $north } Grad Nord, { $west } und { $east } Grad Ost
data-technical = Technische Einzelheiten
data-file-more = Mehr über { $path }
data-file-more-any = Mehr über diese Datei

## What a licence lets you do
data-licence-short-free = frei für jede Nutzung
data-licence-short-named = frei, Quelle nennen
data-licence-short-alike = frei, gleich weitergeben
data-licence-short-not-commercial = nicht kommerziell
data-licence-short-unchanged = nur unverändert
data-licence-short-unknown = siehe Lizenz
data-licence-free = Sie dürfen diese Daten für alles nutzen, ändern und weitergeben, auch um Geld zu verdienen. Sie müssen nicht fragen und die Quelle nicht nennen.
data-licence-named = Sie dürfen diese Daten nutzen, ändern und weitergeben, auch um Geld zu verdienen, wenn Sie die Quelle nennen und sagen, was Sie geändert haben.
data-licence-alike = Sie dürfen diese Daten nutzen, ändern und weitergeben, auch um Geld zu verdienen, wenn Sie die Quelle nennen. Was Sie daraus machen, müssen Sie unter derselben Lizenz weitergeben.
data-licence-not-commercial = Sie dürfen diese Daten nutzen und weitergeben, aber nicht, um Geld zu verdienen. Fragen Sie dafür den Eigentümer.
data-licence-unchanged = Sie dürfen diese Daten weitergeben, aber nur so, wie sie sind.
data-licence-unknown = Wir kennen diese Lizenz nicht. Lesen Sie sie, bevor Sie die Daten nutzen.

## The chain
data-chain-lead = Öffnen Sie einen Schritt, um zu lesen, wer ihn getan hat, wann und mit welchem Programm, wie viele Zeilen hinein- und herauskamen und was wegblieb. Die Pfeiltasten führen von Schritt zu Schritt.
data-chain-sensor = Gezählt von
data-chain-raw = Rohdateien
data-chain-done = Verarbeitet
data-chain-published = Veröffentlicht
data-chain-who = Wer
data-chain-when = Wann
data-chain-words = In den Worten des Programms (Englisch)
data-chain-software = Programm
data-chain-fetched = Abgerufen am
data-chain-known = Darüber bekannt
data-chain-these = Dateien
data-chain-file = Datei
data-chain-in = Zeilen hinein
data-chain-out = Zeilen heraus
data-chain-left = Weggelassen
data-chain-nothing-left = nichts: jede Zeile wurde behalten
data-chain-files =
    { $count ->
        [one] { $count } Datei
       *[other] { $count } Dateien
    }
data-chain-more-files =
    { $count ->
        [one] { $count } weitere Datei zeigen
       *[other] { $count } weitere Dateien zeigen
    }
data-chain-incidents =
    { $count ->
        [one] { $count } Störung, Versetzung oder Eichung, siehe oben
       *[other] { $count } Störungen, Versetzungen oder Eichungen, siehe oben
    }
data-chain-hours =
    { $hours ->
        [one] { $hours } Stunde verwendet
       *[other] { $hours } Stunden verwendet
    }
data-chain-about = Worum es geht
data-chain-method = Wie
data-chain-part = Zeilen { $first } bis { $last } von { $file }
data-chain-rows = Zeilen dieses Zählers
data-chain-outside = Davon außerhalb des Zeitraums
data-chain-of-period = Stunden des Zeitraums
data-chain-used = Verwendete Stunden
data-chain-off = Weggelassen: Zähler aus
data-chain-low-uptime = Weggelassen: er lief weniger als eine halbe Stunde
data-chain-no-value = Weggelassen: kein Wert für diese Zahl
data-chain-incident = Weggelassen: Sensor gestört
data-chain-absent = Stunden ohne Zeile
data-chain-adds-up = Es geht auf
data-chain-back = Zurück zu dieser Zahl und ihrer Rechnung

## Properties of a record
data-property-title = Titel
data-property-description = Beschreibung
data-property-identifier = Kennung
data-property-temporal = Zeitraum mit Daten
data-property-startdate = Erster Tag
data-property-enddate = Letzter Tag
data-property-spatial = Ort
data-property-centroid = Mitte
data-property-bbox = Rechteck darum
data-property-transportmode = Wer gezählt wird
data-property-mobilitytheme = Thema
data-property-theme = Bereich (EU)
data-property-networkcoverage = Straßen
data-property-georeferencingmethod = Wie Orte angegeben werden
data-property-accrualperiodicity = Wie oft er wächst
data-property-retrieved = Rohdateien abgerufen am
data-property-keyword = Schlagwörter
data-property-device = Gezählt von
data-property-hasqualityannotation = In Worten
data-property-hasqualitymeasurement = In Zahlen
data-property-incident = Was mit den Sensoren geschah
data-property-segment = Zähler
data-property-license = Lizenz
data-property-attribution = Quelle so nennen
data-property-accessrights = Wer ihn haben darf
data-property-publisher = Herausgeber
data-property-rightsholder = Eigentümer
data-property-contactpoint = Kontakt
data-property-isreferencedby = Genutzt von
data-property-name = Name
data-property-fn = Name
data-property-homepage = Website
data-property-mbox = E-Mail
data-property-hasemail = E-Mail
data-property-hasurl = Website
data-property-sensorlabel = Etikett des Sensors
data-property-why = Warum diese Daten?
data-property-seen = Wer wird gesehen?
data-property-missed = Wer wird übersehen?
data-property-findable = Lässt sich darin jemand finden?
data-property-consent = Woher kommen sie, und wer hat zugestimmt?
data-property-errors = Welche Fehler sind bekannt?
data-property-decides = Wer entscheidet?
data-property-objection = Wer darf widersprechen, und wie?
data-property-results = Was geschieht mit den Ergebnissen?
data-property-until = Bis wann?
data-property-responsible = Wer ist verantwortlich?
data-property-accessurl = Wo sie liegt
data-property-downloadurl = Download
data-property-mediatype = Art der Datei
data-property-format = Format
data-property-mobilitydatastandard = Standard
data-property-rights = Bedingungen
data-property-type = Art
data-property-bytesize = Größe
data-property-checksum = Fingerabdruck
data-property-algorithm = Berechnet mit
data-property-checksumvalue = SHA-256
data-property-rows = Zeilen
data-property-ispartof = Teil des Datensatzes
data-property-wasderivedfrom = Gemacht aus
data-property-wasgeneratedby = Gemacht durch
data-property-label = Name
data-property-motivatedby = Zweck dieser Bemerkung

## Codes
data-term-traffic-volume = wie viel Verkehr
data-term-speed = Geschwindigkeit
data-term-static-road-network-data = Karte der Straßen
data-term-other = anderes
data-term-tran = Verkehr
data-term-public = alle
data-term-pedestrian = Menschen zu Fuß
data-term-bicycle = Fahrräder
data-term-car = Autos
data-term-truck = schwere Fahrzeuge
data-term-motorways = Autobahnen
data-term-tern-network = europäische Fernstraßen
data-term-regional-roads = Landstraßen
data-term-urban-and-local-roads = Straßen im Ort
data-term-geocoordinates = mit Koordinaten
data-term-unknown = nicht bekannt
data-term-cont = laufend
data-term-hourly = stündlich
data-term-daily = täglich
data-term-weekly = wöchentlich
data-term-monthly = monatlich
data-term-quarterly = vierteljährlich
data-term-annual = jährlich
data-term-irreg = unregelmäßig
data-term-never = nicht mehr
data-term-licence-provided-free-of-charge = kostenlos
data-term-checksumalgorithm-sha256 = SHA-256
data-term-qualityassessment = sagen, wie gut die Daten sind
data-term-rows-read = Gelesene Zeilen
data-term-rows-kept = Behaltene Zeilen
data-term-rows-refused = Abgelehnte Zeilen
data-term-rows-published = Veröffentlichte Zeilen
data-term-counted-segments = Gezählte Straßenabschnitte
data-term-hours-of-period = Stunden vom ersten bis zum letzten Tag
data-term-usable-hours = Brauchbare Stunden
data-term-telraam = Telraam-Sensor: eine kleine Kamera hinter einem Fenster
data-term-induction-loop = Schleife in der Straße: sie spürt Metall
data-term-pneumatic-tube = Schlauch über der Straße: Räder drücken darauf
data-term-overhead = Radar oder Infrarot neben oder über der Straße
data-term-sensor-fault = gestört
data-term-sensor-moved = versetzt oder ersetzt
data-term-calibration = geeicht
data-term-purpose = wozu
data-term-tech = womit
data-term-process = wie
data-term-data = was herauskommt
data-term-access = wer ihn haben darf
data-term-storage = wo er liegt
data-term-retention = wie lange
data-term-accountable = wer dafür einsteht

## What figures mean
data-meaning-rows-read = Zeilen der Rohdateien.
data-meaning-rows-kept = Davon die, die lesbar und sinnvoll waren.
data-meaning-rows-refused = Davon die, die nicht behalten wurden; die Kette sagt warum.
data-meaning-rows-published = Zeilen der Dateien, die Sie hier herunterladen können.
data-meaning-counted-segments = Stellen mit einem Zähler.
data-meaning-hours-of-period = Aller Zähler zusammen, jeder vom ersten bis zum letzten Tag.
data-meaning-usable-hours = Davon die Stunden, in denen der Zähler mindestens die halbe Zeit lief. Die anderen sind Lücken, nie Nullen.

# Ein fremder Katalog über seine Adresse.
data-open-other = Einen anderen Katalog öffnen
data-open-address = Adresse des Katalogs
data-open-hint = Eine Datei in DCAT-AP: JSON-LD, Turtle oder RDF/XML. Ihre Liste erscheint hier, und nichts davon wird behalten.
data-open-button = Öffnen
data-open-title = Ein Katalog von anderswo
data-open-town = Die Datensätze der Stadt
data-open-warning-title = Das sind keine Daten der Stadt.
data-open-warning = Sie kommen von { $origin }. Hier hat sie niemand geprüft. Ihre Links führen zu anderen Seiten.
data-open-failed = Dieser Katalog kann nicht gezeigt werden.
data-open-not-web = Diese Adresse kann nicht geöffnet werden. Sie muss mit https:// oder http:// beginnen.
data-open-host = Diese Website darf von { $host } keine Dateien holen. Bitten Sie den Betreiber, diesen Host zu erlauben oder den Katalog auf die Website zu kopieren.
data-open-offline = Von { $host } kommt keine Antwort, die diese Seite lesen darf. Vielleicht sind Sie offline, oder der Host gibt seine Dateien nicht an andere Websites (CORS).
data-open-status = { $host } gibt die Datei nicht heraus (Status { $status }). Prüfen Sie die Adresse.
data-open-large = Die Datei ist größer als { $most }. So viel liest diese Seite nicht.
data-open-unreadable = Die Datei ist kein Katalog, den diese Seite lesen kann: { $found }. Sie liest DCAT-AP als JSON-LD, Turtle oder RDF/XML.
data-open-unreadable-at = Die Datei ist kein Katalog, den diese Seite lesen kann. Zeile { $line }, Spalte { $column }: { $found }. Sie liest DCAT-AP als JSON-LD, Turtle oder RDF/XML.
data-open-context = Nur eine andere Datei, der Kontext, erklärt die Wörter in dieser Datei, und diese Seite kennt diesen Kontext nicht. Bitten Sie den Herausgeber um Turtle, um RDF/XML oder um die lange Form von JSON-LD.
data-open-empty = Die Datei ist lesbar, enthält aber keinen Datensatz.
data-open-gone = Der Teil der Seite, der Kataloge liest, ist stehen geblieben. Laden Sie die Seite neu.
data-figure-nothing = Für diese Zahl wurden keine Zeilen verwendet, es gibt also keinen Weg zu zeigen.

# Steps of the processing.
data-term-step-read = Rohdateien gelesen
data-term-step-refused = Zeilen abgelehnt
data-term-step-noted = Auffälligkeiten notiert
data-term-step-unread = Nicht lesbare Dateien
data-term-step-simulated = Von einer Simulation erfunden
data-term-step-drawn = Von Hand gezeichnet
data-term-step-computed = Aus Regeln berechnet
data-term-step-limit = Tempolimit aus einer anderen Quelle

# Where a dataset has data.
data-map-streets =
    { $count ->
        [one] Eine der { $all } Straßen der Stadt hat diese Daten. Sie ist farbig; die anderen Straßen sind grau.
       *[other] { $count } der { $all } Straßen der Stadt haben diese Daten. Sie sind farbig; die anderen Straßen sind grau.
    }
data-map-area = Der Rahmen zeigt das Gebiet, um das es in diesen Daten geht, auf den Straßen der Stadt.
data-map-more =
    { $count ->
        [one] Noch eine Straße
       *[other] Noch { $count } Straßen
    }
