### Cijfers met hun naam uit het vak en hun betekenis in gewone taal; en ongewone uren.

term-aadt = Gemiddelde dag over een jaar (AADT)
term-about = ongeveer { $count } { $things }
term-between = { $about } (heel waarschijnlijk { $low } tot { $high })
term-aadt-short = geen cijfer: de periode is korter dan een jaar
term-aadt-gaps = geen cijfer: niet elke maand is de klok rond geteld
term-aadt-meaning = Alle { $things } van een jaar, verdeeld over de dagen ervan.
term-adt = Gemiddelde van de hele dagen (ADT)
term-adt-none = geen cijfer: geen enkele dag is de klok rond geteld
term-adt-meaning =
    { $days ->
        [0] Daarvoor zijn dagen nodig die (bijna) helemaal geteld zijn.
        [one] { $days } van de { $all } dagen is (bijna) helemaal geteld.
       *[other] { $days } van de { $all } dagen zijn (bijna) helemaal geteld.
    }
term-heavy = Zwaar verkeer
term-heavy-meaning = Het deel ervan in het gemotoriseerde verkeer: auto’s en zware voertuigen samen.
term-morning = Ochtendspitsuur
term-morning-meaning = Het drukste uur van 7:00 tot 9:00, gemiddeld over de werkdagen.
term-evening = Avondspitsuur
term-evening-meaning = Het drukste uur van 16:00 tot 18:00, gemiddeld over de werkdagen.
term-peak = { $hour }: { $count } { $things }
term-peak-none = geen cijfer: deze uren zijn bijna niet geteld
term-k = K
term-k-none = geen cijfer zonder gemiddelde dag over een jaar
term-k-meaning = Het 30e drukste uur, als deel van de gemiddelde dag over een jaar.
term-d = D
term-d-value = { $percent } ({ $side })
term-d-meaning = Het deel van de drukste richting in het drukste spitsuur.
term-phf = PHF
term-phf-meaning = Hoe gelijk de kwartieren van het drukste spitsuur zijn: bij 1 zijn ze allemaal gelijk.
term-note-dark = Wat in het donker zonder naam voorbijkwam, zit niet in deze cijfers.
term-year-title = Over het jaar
term-peaks-title = In de drukste uren

unusual-sentence =
    { $hours ->
        [one] { $hours } uur week sterk af van wat voor die weekdag gewoon is:
       *[other] { $hours } uren weken sterk af van wat voor hun weekdag gewoon is. Het ongewoonst:
    }
unusual-hour = { $weekday } { $date }, { $hour }: { $value } { $things } in plaats van de gewone { $usual }.
