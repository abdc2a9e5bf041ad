### The data page: the catalogue and its cards.

data-title = Welke data er zijn
data-lead = Elke dataset achter de cijfers van deze stad: waarover hij gaat, hoe nauwkeurig hij is, van wie hij is en wat je ermee mag doen.

## The list
data-search = Zoek in de datasets
data-search-hint = Een woord uit de titel, een onderwerp, een uitgever of een plaats. Accenten maken niet uit.
data-count =
    { $count ->
        [0] Geen dataset past. Kies minder, of zoek een ander woord.
        [one] { $count } dataset
       *[other] { $count } datasets
    }
data-more-cards =
    { $count ->
        [one] Toon nog { $count } dataset
       *[other] Toon nog { $count } datasets
    }
data-all = Toon alle datasets
data-sort = Volgorde
data-sort-fresh = nieuwste data eerst
data-sort-name = op naam
data-facet-any = alle
data-facet-publisher = Uitgever
data-facet-theme = Onderwerp
data-facet-licence = Wat je mag doen
data-facet-format = Bestandsformaat
data-facet-catalogue = Catalogus
data-catalogue-own = Deze stad
data-other = Uit een andere catalogus: { $catalog }. Hier niet nagekeken.
data-as-of = stand van { $date }
data-rows =
    { $rows ->
        [one] { $rows } rij
       *[other] { $rows } rijen
    }

## The card
data-back = Alle datasets
data-card-title = Een dataset
data-not-there = Die dataset bestaat niet
data-not-there-text = Deze stad heeft geen dataset “{ $dataset }”. Misschien is de link oud.
data-part-covers = Waarover het gaat
data-part-accuracy = Hoe nauwkeurig het is
data-part-licence = Wat je ermee mag doen
data-part-people = Van wie het is, en wie het gebruikt
data-part-chain = Van sensor tot grafiek
data-part-ethics = Ethische vragen, en de antwoorden
data-part-files = Download de bestanden
data-part-record = De fiche achter deze kaart
data-record-text = Alles op deze kaart komt uit één bestand dat programma’s ook kunnen lezen (DCAT-AP, de Europese standaard voor datacatalogi).
data-record-jsonld = Fiche als JSON-LD
data-record-turtle = Fiche als Turtle
data-record-more = Meer uit de fiche
data-place = Tussen { $south } en { $north } graden noorderbreedte, { $west } en { $east } graden oosterlengte
data-technical = Technische details
data-file-more = Meer over { $path }
data-file-more-any = Meer over dit bestand

## What a licence lets you do
data-licence-short-free = vrij voor elk gebruik
data-licence-short-named = vrij, noem de bron
data-licence-short-alike = vrij, deel op dezelfde manier
data-licence-short-not-commercial = niet commercieel
data-licence-short-unchanged = alleen ongewijzigd
data-licence-short-unknown = zie de licentie
data-licence-free = Je mag deze data gebruiken, veranderen en doorgeven voor alles, ook om geld te verdienen. Je hoeft niets te vragen en de bron niet te noemen.
data-licence-named = Je mag deze data gebruiken, veranderen en doorgeven, ook om geld te verdienen, als je de bron noemt en zegt wat je veranderd hebt.
data-licence-alike = Je mag deze data gebruiken, veranderen en doorgeven, ook om geld te verdienen, als je de bron noemt. Wat je ervan maakt, geef je door onder dezelfde licentie.
data-licence-not-commercial = Je mag deze data gebruiken en doorgeven, maar niet om geld te verdienen. Vraag dat aan de eigenaar.
data-licence-unchanged = Je mag deze data doorgeven, maar alleen zoals ze zijn.
data-licence-unknown = Wij kennen deze licentie niet. Lees ze voor je de data gebruikt.

## The chain
data-chain-lead = Open een stap en lees wie het deed, wanneer en met welk programma, hoeveel rijen erin gingen en eruit kwamen, en wat wegbleef. Met de pijltjestoetsen ga je van stap naar stap.
data-chain-sensor = Geteld door
data-chain-raw = Ruwe bestanden
data-chain-done = Verwerkt
data-chain-published = Gepubliceerd
data-chain-who = Wie
data-chain-when = Wanneer
data-chain-words = In de woorden van het programma (Engels)
data-chain-software = Programma
data-chain-fetched = Opgehaald op
data-chain-known = Hierover bekend
data-chain-these = Bestanden
data-chain-file = Bestand
data-chain-in = Rijen erin
data-chain-out = Rijen eruit
data-chain-left = Weggelaten
data-chain-nothing-left = niets: elke rij is behouden
data-chain-files =
    { $count ->
        [one] { $count } bestand
       *[other] { $count } bestanden
    }
data-chain-more-files =
    { $count ->
        [one] Toon nog { $count } bestand
       *[other] Toon nog { $count } bestanden
    }
data-chain-incidents =
    { $count ->
        [one] { $count } storing, verplaatsing of ijking, zie hierboven
       *[other] { $count } storingen, verplaatsingen of ijkingen, zie hierboven
    }
data-chain-hours =
    { $hours ->
        [one] { $hours } uur gebruikt
       *[other] { $hours } uur gebruikt
    }
data-chain-about = Waarover het gaat
data-chain-method = Hoe
data-chain-part = rijen { $first } tot { $last } van { $file }
data-chain-rows = Rijen van deze teller
data-chain-outside = Daarvan buiten de periode
data-chain-of-period = Uren van de periode
data-chain-used = Gebruikte uren
data-chain-off = Weggelaten: de teller stond uit
data-chain-low-uptime = Weggelaten: hij werkte minder dan een half uur
data-chain-no-value = Weggelaten: geen waarde voor dit cijfer
data-chain-incident = Weggelaten: de sensor was defect
data-chain-absent = Uren zonder rij
data-chain-adds-up = Het klopt
data-chain-back = Terug naar dit cijfer en zijn som

## Properties of a record
data-property-title = Titel
data-property-description = Beschrijving
data-property-identifier = Kenmerk
data-property-temporal = Periode met data
data-property-startdate = Eerste dag
data-property-enddate = Laatste dag
data-property-spatial = Plaats
data-property-centroid = Midden
data-property-bbox = Rechthoek eromheen
data-property-transportmode = Wie geteld wordt
data-property-mobilitytheme = Onderwerp
data-property-theme = Domein (EU)
data-property-networkcoverage = Wegen
data-property-georeferencingmethod = Hoe plaatsen worden aangeduid
data-property-accrualperiodicity = Hoe vaak het aangroeit
data-property-retrieved = Ruwe bestanden opgehaald op
data-property-keyword = Trefwoorden
data-property-device = Geteld door
data-property-hasqualityannotation = In woorden
data-property-hasqualitymeasurement = In cijfers
data-property-incident = Wat er met de sensoren gebeurde
data-property-segment = Teller
data-property-license = Licentie
data-property-attribution = Noem de bron zo
data-property-accessrights = Wie het mag hebben
data-property-publisher = Uitgever
data-property-rightsholder = Eigenaar
data-property-contactpoint = Contact
data-property-isreferencedby = Gebruikt door
data-property-name = Naam
data-property-fn = Naam
data-property-homepage = Website
data-property-mbox = E-mail
data-property-hasemail = E-mail
data-property-hasurl = Website
data-property-sensorlabel = Label van de sensor
data-property-why = Waarom deze data?
data-property-seen = Wie wordt gezien?
data-property-missed = Wie wordt gemist?
data-property-findable = Kan iemand erin teruggevonden worden?
data-property-consent = Waar komen ze vandaan, en wie stemde in?
data-property-errors = Welke fouten zijn bekend?
data-property-decides = Wie beslist?
data-property-objection = Wie mag bezwaar maken, en hoe?
data-property-results = Wat gebeurt er met de resultaten?
data-property-until = Tot wanneer?
data-property-responsible = Wie is verantwoordelijk?
data-property-accessurl = Waar het staat
data-property-downloadurl = Download
data-property-mediatype = Soort bestand
data-property-format = Formaat
data-property-mobilitydatastandard = Standaard
data-property-rights = Voorwaarden
data-property-type = Soort
data-property-bytesize = Grootte
data-property-checksum = Vingerafdruk
data-property-algorithm = Berekend met
data-property-checksumvalue = SHA-256
data-property-rows = Rijen
data-property-ispartof = Deel van de dataset
data-property-wasderivedfrom = Gemaakt van
data-property-wasgeneratedby = Gemaakt door
data-property-label = Naam
data-property-motivatedby = Doel van deze opmerking

## Codes
data-term-traffic-volume = hoeveel verkeer
data-term-speed = snelheid
data-term-static-road-network-data = kaart van de straten
data-term-other = andere
data-term-tran = vervoer
data-term-public = iedereen
data-term-pedestrian = voetgangers
data-term-bicycle = fietsen
data-term-car = auto’s
data-term-truck = zware voertuigen
data-term-motorways = snelwegen
data-term-tern-network = Europese hoofdwegen
data-term-regional-roads = gewestwegen
data-term-urban-and-local-roads = straten en lokale wegen
data-term-geocoordinates = met coördinaten
data-term-unknown = niet bekend
data-term-cont = voortdurend
data-term-hourly = elk uur
data-term-daily = elke dag
data-term-weekly = elke week
data-term-monthly = elke maand
data-term-quarterly = elke drie maanden
data-term-annual = elk jaar
data-term-irreg = af en toe
data-term-never = niet meer
data-term-licence-provided-free-of-charge = gratis
data-term-checksumalgorithm-sha256 = SHA-256
data-term-qualityassessment = zeggen hoe goed de data zijn
data-term-rows-read = Gelezen rijen
data-term-rows-kept = Behouden rijen
data-term-rows-refused = Geweigerde rijen
data-term-rows-published = Gepubliceerde rijen
data-term-counted-segments = Getelde stukken straat
data-term-hours-of-period = Uren van de eerste tot de laatste dag
data-term-usable-hours = Bruikbare uren
data-term-telraam = Telraam: een kleine camera achter een raam
data-term-induction-loop = lus in de weg: ze voelt metaal passeren
data-term-pneumatic-tube = slang over de weg: wielen drukken erop
data-term-overhead = radar of infrarood naast of boven de weg
data-term-sensor-fault = defect
data-term-sensor-moved = verplaatst of vervangen
data-term-calibration = geijkt
data-term-purpose = waarom
data-term-tech = waarmee
data-term-process = hoe
data-term-data = wat eruit komt
data-term-access = wie het mag hebben
data-term-storage = waar het bewaard wordt
data-term-retention = hoe lang
data-term-accountable = wie ervoor instaat

## What figures mean
data-meaning-rows-read = Regels van de ruwe bestanden.
data-meaning-rows-kept = Daarvan de rijen die leesbaar en zinvol waren.
data-meaning-rows-refused = Daarvan de rijen die niet behouden zijn; de keten zegt waarom.
data-meaning-rows-published = Regels van de bestanden die je hier kunt downloaden.
data-meaning-counted-segments = Plaatsen met een teller.
data-meaning-hours-of-period = Van alle tellers samen, elk van de eerste tot de laatste dag.
data-meaning-usable-hours = Daarvan de uren waarin de teller minstens de helft van de tijd werkte. De andere zijn gaten, nooit nullen.

# Een catalogus van anderen via zijn adres.
data-open-other = Een andere catalogus openen
data-open-address = Adres van de catalogus
data-open-hint = Een bestand in DCAT-AP: JSON-LD, Turtle of RDF/XML. De lijst verschijnt hier, en niets ervan wordt bewaard.
data-open-button = Openen
data-open-title = Een catalogus van elders
data-open-town = De datasets van de stad zelf
data-open-warning-title = Dit zijn geen data van de stad.
data-open-warning = Ze komen van { $origin }. Niemand heeft ze hier nagekeken. De links gaan naar andere sites.
data-open-failed = Deze catalogus kan niet worden getoond.
data-open-not-web = Dit adres kan niet worden geopend. Het moet beginnen met https:// of http://.
data-open-host = Deze site mag geen bestanden vragen aan { $host }. Vraag de beheerder om die host toe te laten, of om de catalogus op de site te zetten.
data-open-offline = Er komt geen antwoord van { $host } dat deze pagina mag lezen. Misschien bent u offline, of houdt die host zijn bestanden weg van andere sites (CORS).
data-open-status = { $host } geeft het bestand niet (status { $status }). Kijk het adres na.
data-open-large = Het bestand is groter dan { $most }. Zoveel leest deze pagina niet.
data-open-unreadable = Het bestand is geen catalogus die deze pagina kan lezen: { $found }. Ze leest DCAT-AP als JSON-LD, Turtle of RDF/XML.
data-open-unreadable-at = Het bestand is geen catalogus die deze pagina kan lezen. Regel { $line }, kolom { $column }: { $found }. Ze leest DCAT-AP als JSON-LD, Turtle of RDF/XML.
data-open-context = Alleen een ander bestand, de context, legt de woorden in dit bestand uit, en deze pagina kent die context niet. Vraag de uitgever om Turtle, om RDF/XML of om de lange vorm van JSON-LD.
data-open-empty = Het bestand is leesbaar, maar er staat geen dataset in.
data-open-gone = Het deel van de pagina dat catalogi leest, is vastgelopen. Laad de pagina opnieuw.
data-figure-nothing = Voor dit cijfer zijn geen rijen gebruikt, dus er is geen weg te tonen.

# Steps of the processing.
data-term-step-read = Ruwe bestanden gelezen
data-term-step-refused = Rijen geweigerd
data-term-step-noted = Eigenaardigheden genoteerd
data-term-step-unread = Bestanden die niet leesbaar waren
data-term-step-simulated = Verzonnen door een simulatie
data-term-step-drawn = Met de hand getekend
data-term-step-computed = Uit regels berekend
data-term-step-limit = Snelheidslimiet uit een andere bron

# Where a dataset has data.
data-map-streets =
    { $count ->
        [one] Van één van de { $all } straten zijn deze data er. Die is gekleurd; de andere straten zijn grijs.
       *[other] Van { $count } van de { $all } straten zijn deze data er. Die zijn gekleurd; de andere straten zijn grijs.
    }
data-map-area = Het kader toont over welk gebied deze data gaan, op de straten van de stad.
data-map-more =
    { $count ->
        [one] Nog één straat
       *[other] Nog { $count } straten
    }
