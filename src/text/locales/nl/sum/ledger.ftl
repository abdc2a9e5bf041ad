### De som achter een cijfer: wat "Toon de rekensom" opent, en wat `straatbeeld explain` afdrukt.
### Gewone taal (niveau B1); de vakwoorden staan ernaast. $things is "auto's", "fietsen" …


ledger-about = { $street } (teller { $segment }). { $mode }, { $period }. Dagen en uren volgens de klok van { $zone }.

ledger-how-day = Voor elke soort dag en elk uur van de dag nemen we het gemiddelde van alle getelde uren. De gemiddelden van alle uren samen zijn de dag. Zo maakt een uur dat niet geteld is, de dag niet kleiner. Uren van de dag die op werkdagen bijna nooit geteld zijn, doen bij geen enkele soort dag mee.
ledger-how-annual = Eerst maken we voor elke maand een gemiddelde dag: het gemiddelde van elk uur van elke weekdag, met elke weekdag zo vaak als hij in die maand voorkomt. Is een weekdag op een bepaald uur nooit geteld, dan nemen we het gemiddelde van dat uur op de andere werkdagen, of op de andere dag van het weekend. De twaalf maanden samen zijn het jaar; een lange maand weegt zwaarder dan een korte. Dat geeft alleen een cijfer als de periode een jaar of langer is en elke maand de klok rond geteld is, minstens een kwart van de tijd. Om te vergelijken geven we ook de AADT volgens de AASHTO-methode en het gewone gemiddelde; die gebruiken alleen dagen die (bijna) helemaal geteld zijn.
ledger-how-peaks = Het spitsuur is het uur van een werkdag met het hoogste gemiddelde: ’s ochtends van 7:00 tot 9:00, ’s avonds van 16:00 tot 18:00. K is het 30e drukste uur van de periode, als deel van de gemiddelde dag over een jaar (AADT). D is het deel van de drukste richting in het drukste van de twee spitsuren. PHF zegt hoe gelijk de kwartieren van dat uur zijn: bij 1 zijn ze allemaal gelijk; van alle dagen nemen we de middelste.
ledger-how-week = Voor elk uur van elke weekdag zoeken we de middelste waarde: de helft van de weken heeft meer, de helft minder. Feestdagen doen niet mee. Een uur is ongewoon als het veel verder van het midden ligt dan dat uur meestal doet (z boven 3 of onder −3) en minstens 10 passages afwijkt.
ledger-how-directions = We tellen beide richtingen op over dezelfde uren: een uur doet alleen mee als beide richtingen een waarde hebben. De tabel geeft het gemiddelde per uur van een werkdag.
ledger-how-speeds = We tellen de voertuigen van elke gepubliceerde snelheidsklasse, zoals 30 tot 35 km/h, op over alle uren. De V85 is de snelheid die 85 op de 100 voertuigen niet overschrijden. Binnen een klasse gaan we ervan uit dat de snelheden gelijk verdeeld zijn. Het aandeel boven de limiet vinden we op dezelfde manier. Onder 50 voertuigen geven we geen cijfer.
ledger-how-speeds-mean = Alleen de gemiddelde snelheid van elk uur is gepubliceerd. We nemen het gemiddelde daarvan; een uur met meer auto’s weegt zwaarder. Over de snelle rijders zegt dat niets.
ledger-how-months = Voor elke maand maken we een gemiddelde dag: het gemiddelde van elk uur van elke weekdag, met elke weekdag zo vaak als hij in die maand voorkomt. We vergelijken alleen uren van de dag die deze maanden gemeen hebben. Ontbreekt hoogstens een tiende van een maand, dan nemen we daar het gemiddelde van dagen die erop lijken; die maand heet geschat en telt niet mee in de trend. Voor de trend vergelijken we elke maand met dezelfde maand van andere jaren en nemen we het middelste van al die verschillen (Theil–Sen). Daar zijn 24 maanden voor nodig.
ledger-how-split = We tellen de passages van elke soort op over de uren waarin elke soort een waarde heeft, en delen ze door de passages van alle soorten. Wat in het donker zonder naam voorbijkwam, telt niet mee. Het aandeel zwaar verkeer geven we ook als deel van het gemotoriseerde verkeer: auto’s en zware voertuigen samen.

ledger-letters-day = t: soort dag; h: uur van de dag; i: een van de getelde uren; n: hoeveel dat er zijn; V: passages; Σ: tel op.
ledger-letters-annual = h: uur; V: passages; n: hoeveel er geteld zijn; w: hoe vaak weekdag j in maand m voorkomt; d: dagen van de maand. In de regel van AASHTO: i: weekdag; j: maand; k: een dag die helemaal geteld is. Σ: tel op.
ledger-letters-peaks = V_30: passages in het 30e drukste uur; V_left, V_right: passages per richting; V_hour, V_15min: passages in het uur en in een kwartier ervan; Σ: tel op; max: het hoogste.
ledger-letters-week = j: weekdag; h: uur; i: week; V: passages; n: hoeveel er geteld zijn; MAD: de middelste van de afstanden tot de middelste waarde.
ledger-letters-directions = V_left, V_right: passages per richting in een uur; Σ: tel op.
ledger-letters-speeds = b: snelheidsklasse; n: voertuigen; V: voertuigen in het uur; p: 0,85 voor de V85; L, w: waar de klasse begint en hoe breed ze is; F, f: het deel van alle voertuigen onder de klasse en erin; s: de limiet.
ledger-letters-speeds-mean = v: gemiddelde snelheid; V: auto’s; i: een van de uren; Σ: tel op.
ledger-letters-months = m: maand; j: weekdag; h: uur; V: passages; n: hoeveel er geteld zijn; w: hoe vaak de weekdag in de maand voorkomt; a, b: dezelfde maand in twee jaren; t: het jaar; Σ: tel op.
ledger-letters-split = m: wie; V: passages in een uur; Σ: tel op.

## Rijen en uren
ledger-rows =
    { $rows ->
        [one] Er is { $rows } rij van deze teller gelezen.
       *[other] Er zijn { $rows } rijen van deze teller gelezen.
    }
ledger-rows-outside =
    { $outside ->
        [one] { $outside } daarvan valt buiten de periode.
       *[other] { $outside } daarvan vallen buiten de periode.
    }
ledger-rows-parts = Een rij staat voor { $minutes } minuten of meer. Uit die rijen maken we uren; een uur heeft een waarde als minstens de helft ervan er een heeft.
ledger-hours = Van de { $hours } uren van de periode zijn er { $used } gebruikt.
ledger-hours-left-out = Weggelaten: { $list }.
ledger-hours-off = { $hours } waarin de teller uit stond
ledger-hours-incident = { $hours } waarin bekend is dat de sensor gestoord was
ledger-hours-low-uptime = { $hours } waarin de teller minder dan de helft van de tijd telde
ledger-hours-no-value =
    { $figure ->
        [week] { $hours } op een feestdag of zonder waarde
        [directions] { $hours } zonder waarde voor beide richtingen
        [speeds] { $hours } zonder snelheid
        [split] { $hours } zonder waarde voor elke soort
       *[other] { $hours } zonder waarde voor { $things }
    }
ledger-hours-absent =
    { $hours ->
        [one] { $hours } uur heeft geen rij in de bestanden.
       *[other] { $hours } uren hebben geen rij in de bestanden.
    }
ledger-hours-partial = In { $hours } van de gebruikte uren stond de teller maar een deel van de tijd aan.
ledger-holidays = Feestdagen in deze periode: { $days }. Ze tellen als zondag.
ledger-holidays-left-out = Feestdagen in deze periode, hier weggelaten: { $days }.
ledger-holidays-alike = Feestdagen in deze periode: { $days }. Hier zijn het dagen als alle andere.
ledger-holidays-none = In deze periode valt geen feestdag.
ledger-method = Methode: { $name }, versie { $version }.

## Resultaten
ledger-results = Resultaten
ledger-column-result = Wat
ledger-column-rounded = Resultaat
ledger-column-full = Alle cijfers
ledger-column-origin = Na te rekenen met
ledger-origin-sql = SQL
ledger-origin-drawn = alleen dit programma
ledger-nothing = Er is geen cijfer: wat ervoor nodig is, is voor deze plaats niet gepubliceerd.
ledger-remark-full = Met alle cijfers is een aandeel een deel van 1.
ledger-remark-sql = “SQL”: de opdracht hieronder rekent dit cijfer opnieuw uit, uit dezelfde bestanden.
ledger-remark-drawn-weeks = “Alleen dit programma”: gevonden door 1.000 keer hele weken te loten, met een vast begingetal. Alleen dit programma kan dat precies herhalen.
ledger-remark-drawn-months = “Alleen dit programma”: gevonden door 1.000 keer maanden te loten, zes na elkaar, met een vast begingetal. Alleen dit programma kan dat precies herhalen.
ledger-remark-missing = Een streepje betekent: er is geen cijfer. Het is geen nul.
ledger-passages = { $count } { $things }
ledger-per-year = { $percent } per jaar
ledger-side-both = Beide richtingen

ledger-result-working = Werkdag
ledger-result-working-low = Werkdag, waarschijnlijk minstens
ledger-result-working-high = Werkdag, waarschijnlijk hoogstens
ledger-result-saturday = Zaterdag
ledger-result-saturday-low = Zaterdag, waarschijnlijk minstens
ledger-result-saturday-high = Zaterdag, waarschijnlijk hoogstens
ledger-result-sunday = Zondag of feestdag
ledger-result-sunday-low = Zondag of feestdag, waarschijnlijk minstens
ledger-result-sunday-high = Zondag of feestdag, waarschijnlijk hoogstens
ledger-result-fhwa = Gemiddelde dag over een jaar (AADT, FHWA)
ledger-result-fhwa-low = AADT, waarschijnlijk minstens
ledger-result-fhwa-high = AADT, waarschijnlijk hoogstens
ledger-result-aashto = Hetzelfde met de AASHTO-methode
ledger-result-simple = Gemiddelde van de hele dagen (ADT)
ledger-result-valid-days = Hele dagen
ledger-result-madt = Gemiddelde dag in { $which } (MADT)
ledger-result-morning = Ochtendspitsuur
ledger-result-evening = Avondspitsuur
ledger-result-highest-30 = 30e drukste uur
ledger-result-k = K
ledger-result-d = D
ledger-result-phf = PHF
ledger-result-typical = { $which }: de 24 middelste waarden samen
ledger-result-unusual = Ongewone uren
ledger-result-left = { $which }
ledger-result-right = { $which }
ledger-result-left-share = { $which }, aandeel
ledger-result-v85 = V85
ledger-result-v85-low = V85, waarschijnlijk minstens
ledger-result-v85-high = V85, waarschijnlijk hoogstens
ledger-result-v50 = V50: de helft rijdt trager
ledger-result-mean = Gemiddelde snelheid
ledger-result-above = Aandeel boven de limiet
ledger-result-above-10 = Aandeel meer dan 10 km/h erboven
ledger-result-observed = Voertuigen waarvan een snelheid gezien is
ledger-result-publisher-v85 = V85 van de uitgever, midden van de uren
ledger-result-mean-of-means = Gemiddelde snelheid van de uren, naar auto’s
ledger-result-month = Gemiddelde dag in { $which }
ledger-result-slope = Verandering per jaar
ledger-result-slope-low = Verandering per jaar, waarschijnlijk minstens
ledger-result-slope-high = Verandering per jaar, waarschijnlijk hoogstens
ledger-result-share = { $which }
ledger-result-heavy-share = Zwaar verkeer in het gemotoriseerde verkeer

## Tussentabellen
ledger-table-day = Per soort dag en uur: opgetelde { $things }, getelde uren, gemiddelde
ledger-table-annual = Per kalendermaand: dagen, gemiddelde dag, getelde uren
ledger-table-peaks = De twee spitsuren: gemiddelde van de werkdagen
ledger-table-highest = De drukste uren, het drukste eerst (hoogstens 30)
ledger-table-unusual = De ongewoonste uren, het ongewoonste eerst (hoogstens 30)
ledger-table-week = Per weekdag en uur: getelde uren, gemiddelde, middelste waarde
ledger-table-directions = Per uur van een werkdag: gemiddelde in elke richting
ledger-table-bins = Voertuigen per snelheidsklasse
ledger-table-speed-by-hour = Snelheden per uur van de dag
ledger-table-speed-by-side = Snelheden per richting
ledger-table-months = Gemiddelde dag per maand, in { $things }
ledger-table-split = Passages per soort

ledger-column-day-type = Dagen
ledger-column-hour = Uur
ledger-column-passages = Passages
ledger-column-hours = Uren (n)
ledger-column-mean = Gemiddelde
ledger-column-month = Maand
ledger-column-days = Dagen (d)
ledger-column-madt = Gemiddelde dag (MADT)
ledger-column-coverage = Geteld
ledger-column-filled = Aangevuld, van 168
ledger-column-state = Toestand
ledger-column-rank = Plaats
ledger-column-date = Dag
ledger-column-median = Middelste waarde
ledger-column-z = z
ledger-column-weekday = Weekdag
ledger-column-mad = MAD
ledger-column-bin = Klasse
ledger-column-vehicles = Voertuigen (n)
ledger-column-cumulative = Tot hier
ledger-column-vehicles-seen = Geziene voertuigen
ledger-column-v50 = V50, km/h
ledger-column-v85 = V85, km/h
ledger-column-above = Boven de limiet
ledger-column-side = Richting
ledger-column-mode = Wie
ledger-column-share = Aandeel

## Bestanden en opdracht
ledger-file-title = Dataset
ledger-file-publisher = Uitgever
ledger-file-licence = Licentie
ledger-file-read = Gelezen rijen
ledger-file-rows = { $first } tot en met { $last }, geteld vanaf 0
ledger-file-size = Grootte
ledger-file-bytes = { $bytes } bytes
ledger-file-hash = SHA-256
ledger-file-steps = Wat ermee gedaan is voor de publicatie
ledger-statement = Een SQL-opdracht voor het gratis programma DuckDB. Voer ze uit in de gepubliceerde map: ze rekent dezelfde cijfers uit, uit dezelfde bestanden, zonder dit programma.
