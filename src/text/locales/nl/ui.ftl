### De pagina's: koppen, knoppen, aanwijzingen.

ui-skip = Naar de inhoud
ui-pages = Pagina’s
ui-page-data = Data
ui-page-ethics = Ethiek
ui-page-guide = Publiceren
ui-language = Taal
ui-language-failed = De teksten voor “{ $language }” konden niet opgehaald worden. De pagina blijft in het Nederlands.
ui-retry = Opnieuw proberen
ui-none = geen
ui-loading = De tellingen worden gelezen…
ui-loading-bytes = De tellingen worden gelezen: { $done } van { $total }
ui-demonstration-label = Demonstratie.
ui-demonstration-text = Deze stad bestaat niet en haar cijfers zijn verzonnen. Ze laten zien hoe de pagina werkt.
ui-not-counted = niet geteld
ui-too-little = te weinig geteld
ui-by-daylight = bij daglicht

## Home
ui-home-title = Hoe druk is het in uw straat?
ui-home-lead = Zoek een straat op en lees wat de tellers maten: hoe druk het er is, hoe snel men er rijdt, of het verandert, en wie er langskomt.
ui-search-label = Straatnaam
ui-search-hint = Een deel van de naam is genoeg. Een typfout is niet erg.
ui-search-list = Gevonden straten
ui-search-results =
    { $count ->
        [0] Geen straat gevonden
        [one] { $count } straat gevonden
       *[other] { $count } straten gevonden
    }
ui-search-counted = geteld
ui-search-not-counted = niet geteld
ui-search-nothing = Geen straat gevonden voor “{ $typed }”. Kijk de spelling na, of probeer een van deze:
ui-figure-counted-streets = straten met een teller
ui-figure-streets = straten in totaal
ui-figure-hours = getelde uren
ui-figure-period = geteld in
ui-list-title = Alle straten
ui-list-caption = Straten met het aantal auto’s op een werkdag
ui-list-only-counted = Alleen straten met een teller
ui-list-street = Straat
ui-list-cars = Auto’s op een werkdag
ui-list-more =
    { $count ->
        [one] Toon nog { $count } straat
       *[other] Toon nog { $count } straten
    }
ui-map-title = Kaart van de straten
ui-map-canvas = Interactieve kaart
ui-map-hint = Kies een straat op de kaart. De lijst bevat dezelfde straten.
ui-map-broken = De kaart kan in deze browser niet getekend worden. De lijst bevat dezelfde straten.
ui-map-label = { $name } · { $cars } auto’s op een werkdag
ui-map-zoom-in = Inzoomen
ui-map-zoom-out = Uitzoomen
ui-map-gesture-keys = Houd Ctrl ingedrukt en scrol om te zoomen
ui-map-gesture-keys-mac = Houd ⌘ ingedrukt en scrol om te zoomen
ui-map-gesture-touch = Verschuif de kaart met twee vingers
ui-legend-title = Auto’s op een werkdag
ui-legend-under = minder dan { $to }
ui-legend-range = { $from } tot { $to }
ui-legend-over = { $from } of meer
ui-legend-without =
    { $count ->
        [one] Eén getelde straat heeft geen plaats op de kaart; ze staat in de lijst.
       *[other] { $count } getelde straten hebben geen plaats op de kaart; ze staan in de lijst.
    }

## Niet gevonden
ui-not-found-title = Deze pagina bestaat niet
ui-not-found-text = Er is niets gevonden op “{ $address }”. Misschien is de link oud, of klopt er een letter niet. Zoek de straat hier op:
ui-not-found-home = Naar de eerste pagina

## Voettekst
ui-footer-sources = Waar de cijfers vandaan komen
ui-footer-about = Over deze pagina
ui-footer-about-text = De cijfers worden in uw browser berekend uit gepubliceerde tellingen. Uren zonder meting tellen niet mee; ze gelden nooit als nul.
ui-footer-privacy = Geen cookies, en er wordt niets doorgestuurd. Er wordt niets op uw toestel bewaard, tenzij u daarvoor kiest.
ui-footer-accessibility = Hoe toegankelijk deze pagina is
ui-offline-about = Uw browser kan de app en de straten die u opent op dit toestel bewaren, om ze zonder verbinding te lezen.
ui-offline-keep = Bewaren voor gebruik zonder verbinding
ui-offline-kept = De app en de straten die u opent, worden op dit toestel bewaard.
ui-offline-forget = Verwijderen wat bewaard is
ui-offline-failed = Dat lukte niet: de app kon niet helemaal gelezen worden. Probeer opnieuw met een goede verbinding.

## Straat
ui-street-back = Alle straten
ui-street-length = { $length } lang
ui-street-limit = Snelheidsbeperking { $limit } km/h
ui-street-limit-several = Snelheidsbeperkingen { $limits } km/h
ui-street-limit-unknown = Snelheidsbeperking niet bekend
ui-street-section = Welk stuk?
ui-street-section-nameless = Teller { $segment }
ui-period = Periode
ui-period-year = Laatste 12 maanden
ui-period-all = Alles
ui-period-own = Kiezen
ui-period-from = Van
ui-period-until = Tot en met
ui-period-shown = { $period }
ui-mode = Wie
ui-known-title = Wat hier bekend is
ui-known-caption = Wat in deze straat gemeten is, sinds wanneer en hoe lang
ui-known-topic = Onderwerp
ui-known-since = Sinds
ui-known-until = Tot
ui-known-hours = Uren
ui-known-source = Bron
ui-known-undated = bekend
ui-known-never = niet gemeten
ui-topic-pedestrian = Voetgangers
ui-topic-bike = Fietsen
ui-topic-car = Auto’s
ui-topic-heavy = Zwaar verkeer
ui-topic-night = Passages in het donker
ui-topic-speed = Snelheden
ui-topic-directions = Richtingen
# With a soft hyphen: on a narrow screen the word is wider than its column.
ui-topic-limit = Snelheids­beperking
ui-chart-table = Als tabel
ui-take = Insluiten, delen, downloaden
ui-sum-show = Toon de rekensom
ui-sum-way = Van sensor tot dit cijfer
ui-sum-close = Sluit de rekensom
ui-sum-copied = Gekopieerd.
ui-sum-selected = Uw browser stond het niet toe. De opdracht is geselecteerd: druk op Ctrl+C (op een Mac ⌘C).
ui-chart-keys = Lees de waarden met de pijltoetsen.
ui-source-line = Bron: { $source }
ui-street-loading = De tellingen van deze straat worden gelezen
ui-empty-title = In deze straat wordt niet geteld
ui-nearby-comparable = Vergelijkbare straat, op { $distance }
ui-nearby-near = Op { $distance }
ui-nearby-cars = { $cars } auto’s op een werkdag
ui-nearby-v85 = 85 van de 100 auto’s rijden { $speed } of trager
ui-nearby-none = Er is geen getelde straat in de buurt bekend.
ui-empty-town = Wat de stad meet
ui-empty-town-text =
    { $counted ->
        [one] { $counted } van de { $streets } straten heeft een teller.
       *[other] { $counted } van de { $streets } straten hebben een teller.
    }
ui-unknown-street-title = Deze straat staat niet in de lijst
ui-controls = Wat u wilt zien
ui-nearby-title = Getelde straten in de buurt
ui-nearby-alike = Vergelijkbare straat
ui-sources-title = Bestanden achter deze pagina
ui-sources-read =
    { $rows ->
        [0] Gelezen uit { $file }
        [one] { $rows } rij gelezen uit { $file }
       *[other] { $rows } rijen gelezen uit { $file }
    }

## The headings of sums; the rest of them is in sum/
ledger-title-day = De rekensom: een gemiddelde dag
ledger-title-annual = De rekensom: de gemiddelde dag over een jaar
ledger-title-peaks = De rekensom: de drukste uren
ledger-title-week = De rekensom: de gewone week
ledger-title-directions = De rekensom: beide richtingen
ledger-title-speeds = De rekensom: snelheden
ledger-title-months = De rekensom: maanden en trend
ledger-title-split = De rekensom: wie hier langskomt
