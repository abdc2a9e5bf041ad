### What a reader takes along: a figure for another site, a link, files, a citation.

take-title = Meenemen
take-close = Sluiten
take-figure = Figuur
take-embed = Op uw eigen website
take-language = Taal
take-theme = Kleuren
take-auto = Zoals het toestel van de lezer
take-light = Licht
take-dark = Donker
take-width = Breedte
take-full = Zo breed als de pagina
take-narrow = { $pixels } pixels
take-show = Wat tonen
take-chart = Grafiek
take-table = Tabel
take-number = Antwoord in woorden
take-code = Code om te kopiëren
take-copy = De code kopiëren
take-copied = Gekopieerd.
take-selected = Uw browser liet het niet toe. De tekst is geselecteerd: druk op Ctrl+C (op een Mac ⌘C).
take-preview = Voorbeeld
take-share = Delen
take-link = Link naar deze figuur
take-copylink = De link kopiëren
take-native = Delen…
take-download = Downloaden
take-csv = Cijfers (CSV)
take-meta = Over deze cijfers (JSON)
take-svg = Tekening (SVG)
take-png = Beeld (PNG)
take-cite = Citeren
take-text = Tekst
take-bibtex = BibTeX
take-csl = CSL-JSON
take-copycite = Kopiëren
take-save = Opslaan
take-source = Bron: { $source } · { $link }
take-waiting = De tellingen worden gelezen…
take-nothing = In deze straat wordt niets geteld: er is geen figuur om mee te nemen.
take-failed = De tellingen konden niet gelezen worden. Sluit dit en probeer opnieuw.
take-citation = { $publisher } ({ $year }). { $title }, { $period } [dataset]. Versie { $version }, { $license }. { $link } (gelezen op { $accessed }).
take-qr = QR-code van deze link

take-report = Op papier
take-report-about = De hele straat op A4, voor een vergadering of als pdf: alle antwoorden en tekeningen, wat bekend is en wat niet, de bronnen, en een link met QR-code.
take-report-tables = Ook alle waarden als tabel afdrukken
take-report-print = Een verslag afdrukken
take-report-kind = Straatbeeld · verslag over een straat
take-report-made = Gemaakt op { $date }. Versie van de gegevens: { $version }.
take-report-web = Op het web
take-report-sum = De pagina toont de som achter elk cijfer, andere periodes, en de cijfers om te downloaden.
take-report-values = Alle waarden
take-rows = De rijen erachter
take-rows-about =
    { $rows ->
        [one] { $rows } rij, van { $first }: alles wat op dit stuk geteld is.
       *[other] { $rows } rijen, van { $first } tot { $last }: alles wat op dit stuk geteld is.
    }
take-rows-used = Die van { $period } horen bij deze figuur. De tijden zijn in UTC.
take-rows-columns = Kolommen:
take-rows-whole = Het gepubliceerde bestand, alle straten: { $file } ({ $size })
take-rows-waiting = De rijen worden gelezen…
take-parquet = Rijen (Parquet, { $size })

take-listen = Luisteren
take-listen-about = { $day } als 24 tonen, een per uur, vanaf middernacht: hoe meer { $things }, hoe hoger de toon. Een ruwe toon: er is maar een deel van de tijd geteld. Een tik: er is niets bekend, en dat is geen nul.
take-listen-play = De dag afspelen
take-listen-stop = Stoppen

take-map = Kaart van de straat
take-compare = Naast andere
take-label = Label van de sensor
take-card = Datasetkaart
take-keep = Als er nieuwe tellingen komen
take-live = De figuur volgt ze
take-frozen = De figuur blijft zoals ze is
take-frozen-text = Een figuur die nooit verandert, wordt één keer gemaakt, door wie de gepubliceerde bestanden van deze stad heeft. Stuur hun deze opdracht, of voer ze zelf uit naast de map “data”. Ze schrijft de figuur als één kleine pagina en toont de code voor uw website. Hebt u alleen een beeld nodig? Download dan hieronder de tekening: ook die blijft zoals ze is.
take-command = Opdracht om uit te voeren
take-copycommand = De opdracht kopiëren
take-beside = Naast
take-beside-first = Straat of periode
take-beside-more = En
take-beside-none = kies
