### What a reader takes along: a figure for another site, a link, files, a citation.

take-title = Mitnehmen
take-close = Schließen
take-figure = Darstellung
take-embed = Auf Ihrer eigenen Website
take-language = Sprache
take-theme = Farben
take-auto = Wie das Gerät der Leser
take-light = Hell
take-dark = Dunkel
take-width = Breite
take-full = So breit wie die Seite
take-narrow = { $pixels } Pixel
take-show = Was zeigen
take-chart = Diagramm
take-table = Tabelle
take-number = Antwort in Worten
take-code = Code zum Kopieren
take-copy = Den Code kopieren
take-copied = Kopiert.
take-selected = Ihr Browser hat es nicht erlaubt. Der Text ist markiert: Drücken Sie Strg+C (am Mac ⌘C).
take-preview = Vorschau
take-share = Teilen
take-link = Link zu dieser Darstellung
take-copylink = Den Link kopieren
take-native = Teilen…
take-download = Herunterladen
take-csv = Zahlen (CSV)
take-meta = Über diese Zahlen (JSON)
take-svg = Zeichnung (SVG)
take-png = Bild (PNG)
take-cite = Zitieren
take-text = Text
take-bibtex = BibTeX
take-csl = CSL-JSON
take-copycite = Kopieren
take-save = Speichern
take-source = Quelle: { $source } · { $link }
take-waiting = Die Zählungen werden gelesen…
take-nothing = In dieser Straße wird nichts gezählt: Es gibt nichts mitzunehmen.
take-failed = Die Zählungen konnten nicht gelesen werden. Schließen Sie dies und versuchen Sie es noch einmal.
take-citation = { $publisher } ({ $year }). { $title }, { $period } [Datensatz]. Version { $version }, { $license }. { $link } (gelesen am { $accessed }).
take-qr = QR-Code dieses Links

take-report = Auf Papier
take-report-about = Die ganze Straße auf A4, für eine Versammlung oder als PDF: alle Antworten und Zeichnungen, was bekannt ist und was nicht, die Quellen, und ein Link mit QR-Code.
take-report-tables = Auch alle Werte als Tabellen drucken
take-report-print = Einen Bericht drucken
take-report-kind = Straatbeeld · Bericht über eine Straße
take-report-made = Erstellt am { $date }. Version der Daten: { $version }.
take-report-web = Im Web
take-report-sum = Die Seite zeigt die Rechnung hinter jeder Zahl, andere Zeiträume, und die Zahlen zum Herunterladen.
take-report-values = Alle Werte
take-rows = Die Zeilen dahinter
take-rows-about =
    { $rows ->
        [one] { $rows } Zeile, vom { $first }: alles, was auf diesem Abschnitt gezählt wurde.
       *[other] { $rows } Zeilen, vom { $first } bis { $last }: alles, was auf diesem Abschnitt gezählt wurde.
    }
take-rows-used = Zu dieser Darstellung gehören die Zeilen von { $period }. Die Zeiten sind in UTC.
take-rows-columns = Spalten:
take-rows-whole = Die veröffentlichte Datei, alle Straßen: { $file } ({ $size })
take-rows-waiting = Die Zeilen werden gelesen…
take-parquet = Zeilen (Parquet, { $size })

take-listen = Anhören
take-listen-about = { $day } als 24 Töne, einer für jede Stunde ab Mitternacht: je mehr { $things }, desto höher der Ton. Ein rauer Ton: Nur ein Teil der Zeit wurde gezählt. Ein Klick: Nichts ist bekannt, und das ist keine Null.
take-listen-play = Den Tag abspielen
take-listen-stop = Anhalten

take-map = Karte der Straße
take-compare = Neben anderen
take-label = Schild des Sensors
take-card = Datenblatt
take-keep = Wenn neue Zählungen kommen
take-live = Die Darstellung folgt ihnen
take-frozen = Die Darstellung bleibt, wie sie ist
take-frozen-text = Eine Darstellung, die sich nie ändert, wird einmal gemacht: von denen, die die veröffentlichten Dateien dieser Stadt haben. Schicken Sie ihnen diesen Befehl, oder führen Sie ihn selbst neben dem Ordner „data“ aus. Er schreibt die Darstellung als eine kleine Seite und zeigt den Code für Ihre Website. Brauchen Sie nur ein Bild, dann laden Sie unten die Zeichnung herunter: Auch sie bleibt, wie sie ist.
take-command = Befehl zum Ausführen
take-copycommand = Befehl kopieren
take-beside = Neben
take-beside-first = Straße oder Zeitraum
take-beside-more = Und
take-beside-none = wählen
