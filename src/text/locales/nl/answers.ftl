### De antwoorden in gewone taal. Korte zinnen, gewone woorden (niveau B1).

question-busy = Hoe druk is het?
question-speed = Rijdt men te snel?
question-change = Verandert het?
question-who = Wie komt hier langs?

counted-pedestrian =
    { $count ->
        [one] komt ongeveer { $count } voetganger
       *[other] komen ongeveer { $count } voetgangers
    }
counted-bike =
    { $count ->
        [one] komt ongeveer { $count } fiets
       *[other] komen ongeveer { $count } fietsen
    }
counted-car =
    { $count ->
        [one] komt ongeveer { $count } auto
       *[other] komen ongeveer { $count } auto’s
    }
counted-heavy =
    { $count ->
        [one] komt ongeveer { $count } zwaar voertuig
       *[other] komen ongeveer { $count } zware voertuigen
    }
counted-night =
    { $count ->
        [one] komt in het donker ongeveer { $count } passage
       *[other] komen in het donker ongeveer { $count } passages
    }

window-all = in 24 uur
window-between = tussen { $start } en { $end }
window-some = in de { $hours } uren van de dag die geteld zijn

busy-sentence = Op een werkdag { $counted } voorbij { $window }.
busy-sentence-peak = Op een werkdag { $counted } voorbij { $window }; in het drukste uur ({ $hour }) is dat { $rate }.
busy-few = Op een werkdag komt gemiddeld minder dan één van de { $things } voorbij { $window }.
busy-none = Op een werkdag werden hier geen { $things } gezien { $window }.
busy-dark = Op een werkdag herkent de sensor hier { $window } ongeveer { $counted }; in het donker kon hij nog ongeveer { $night } passages niet benoemen.
busy-blind = Op een werkdag herkent de sensor hier { $window } ongeveer { $counted }; wat in het donker voorbijkwam, staat niet in het gepubliceerde bestand.
busy-dark-few = Op een werkdag herkent de sensor hier bijna geen { $things }; in het donker kon hij ongeveer { $night } passages niet benoemen.
recognised-pedestrian =
    { $count ->
        [one] { $count } voetganger
       *[other] { $count } voetgangers
    }
recognised-bike =
    { $count ->
        [one] { $count } fiets
       *[other] { $count } fietsen
    }
recognised-car =
    { $count ->
        [one] { $count } auto
       *[other] { $count } auto’s
    }
recognised-heavy =
    { $count ->
        [one] { $count } zwaar voertuig
       *[other] { $count } zware voertuigen
    }
rate-seconds = elke { $seconds } seconden { $one }
rate-second = elke seconde { $one }
rate-minute = elke minuut { $one }
rate-minutes = elke { $minutes } minuten { $one }
rate-hour = er ongeveer één
rate-less = er minder dan één
busy-cannot-gaps = Dat weten we niet: sommige uren van de werkdag zijn in deze periode nooit geteld.
busy-weekend-saturday = Op zaterdag: ongeveer { $count }.
busy-weekend-sunday = Op zondag en feestdagen: ongeveer { $count }.

cannot-nothing-counted = Dat weten we niet: { $things } zijn hier in deze periode niet geteld.
cannot-coverage = Dat weten we niet: maar { $percent } van de uren is geteld. Onder 25% geven we geen cijfer.

certainty-high = Behoorlijk zeker: het gemiddelde ligt heel waarschijnlijk tussen { $low } en { $high }.
certainty-medium = Redelijk zeker: het gemiddelde ligt heel waarschijnlijk tussen { $low } en { $high }.
certainty-low = Een ruwe schatting: het gemiddelde ligt heel waarschijnlijk tussen { $low } en { $high }.

note-no-interval = Er zijn te weinig weken geteld om te zeggen hoe zeker dit is.
coverage-line = Geteld: { $counted } van de { $hours } uren ({ $percent }).
note-coverage = Geteld tijdens { $percent } van de uren. De rest weten we niet.
note-daylight = De sensor ziet alleen bij daglicht. De uren van de dag zonder telling zitten niet in dit cijfer.
note-night = In het donker zag de sensor nog ongeveer { $count } passages per werkdag die hij niet kon benoemen. Die zitten niet in dit cijfer.
note-blind = In { $percent } van de getelde uren meldt de sensor helemaal niets. Het bestand zegt niet of de straat toen leeg was of donker.
note-dark-hours = In het donker ziet de sensor niet altijd wat er voorbijkomt. Dat was zo in { $percent } van de uren; dan kunnen er { $things } ontbreken.
note-device-error = Los daarvan kan { $device } er zelf { $low } tot { $high }% naast zitten.
note-device-unknown = Hoeveel { $device } er zelf naast kan zitten, is niet gepubliceerd.
device-telraam = de sensor
device-induction-loop = de lus in de weg
device-pneumatic-tube = de slang over de weg
device-overhead = de detector boven de weg
device-unknown = de teller
note-sensor-other = De sensor zelf kan er bij { $things } meer dan 10% naast zitten.
note-sensors = In deze periode telden verschillende soorten sensoren. Een deel van een sprong kan daaraan liggen.
note-bike = Motoren en bromfietsen tellen mee als fiets.

speed-share =
    { $a ->
        [one] Ongeveer { $a } op de { $b } { $things } ({ $percent }) rijdt sneller dan de limiet van { $limit }.
       *[other] Ongeveer { $a } op de { $b } { $things } ({ $percent }) rijden sneller dan de limiet van { $limit }.
    }
speed-share-few = Heel weinig { $things } ({ $percent }) rijden sneller dan de limiet van { $limit }.
speed-share-most = Bijna alle { $things } ({ $percent }) rijden sneller dan de limiet van { $limit }.
speed-share-none = Er werden geen { $things } gezien boven de limiet van { $limit }.
speed-share-all = Alle { $things } die gezien werden, reden sneller dan de limiet van { $limit }.
speed-no-limit = Dat weten we niet, want de limiet is hier niet bekendgemaakt: 85 op de 100 { $things } rijden hoogstens ongeveer { $speed }.
speed-cannot-none = Dat weten we niet: voor deze plaats zijn geen snelheden bekendgemaakt.
speed-cannot-few =
    { $count ->
        [0] Dat weten we niet: er is geen snelheid van { $things } gezien. Onder 50 geven we geen cijfer.
        [one] Dat weten we niet: van maar één van de { $things } is de snelheid gezien. Onder 50 geven we geen cijfer.
       *[other] Dat weten we niet: van maar { $count } { $things } is de snelheid gezien. Onder 50 geven we geen cijfer.
    }
speed-mean-only = Dat weten we niet: van de { $things } is alleen de gemiddelde snelheid bekendgemaakt. Die is ongeveer { $speed }, en zegt niets over de snelle rijders.
speed-certainty-high = Behoorlijk zeker: de snelheid waar 85 op de 100 { $things } onder blijven, ligt heel waarschijnlijk tussen { $low } en { $high }.
speed-certainty-medium = Redelijk zeker: de snelheid waar 85 op de 100 { $things } onder blijven, ligt heel waarschijnlijk tussen { $low } en { $high }.
speed-certainty-low = Een ruwe schatting: de snelheid waar 85 op de 100 { $things } onder blijven, ligt heel waarschijnlijk tussen { $low } en { $high }.
speed-note-v85 = 85 op de 100 { $things } rijden hoogstens ongeveer { $speed } (de V85).
speed-note-above-10 = Meer dan 10 km/h te snel: { $percent } van de { $things }.
speed-note-few = Van maar { $count } { $things } is de snelheid gezien; wees voorzichtig met dit cijfer.
speed-note-sides = V85 per richting: { $left } { $leftspeed }, { $right } { $rightspeed }.
speed-note-limit = De limiet is hier { $limit }.
speed-side-few = onbekend (te weinig gezien)
speed-note-interpolated = De limiet ligt binnen een snelheidsklasse; het aandeel is daartussen berekend.
speed-note-publisher = De V85 die de uitgever zelf geeft, is { $speed } (het midden van de waarden per uur).
speed-note-device = Hoe nauwkeurig de teller snelheden meet, is niet gepubliceerd.
speed-note-sensor = De sensor meet snelheden op zijn best met een fout van ongeveer 10%.

change-up = Ja, het wordt drukker: ongeveer { $percent } meer { $things } per jaar.
change-down = Ja, het wordt rustiger: ongeveer { $percent } minder { $things } per jaar.
change-small = Nauwelijks: het aantal { $things } verandert met minder dan 1% per jaar.
change-unclear = Er is geen duidelijke verandering in het aantal { $things }.
still-read = Dit wordt nog gelezen.
change-pending = Eerdere jaren worden nog gelezen.
change-cannot-short =
    { $months ->
        [0] Dat weten we nog niet: geen enkele maand heeft genoeg tellingen. Voor een trend zijn 24 maanden nodig.
        [one] Dat weten we nog niet: er is { $months } maand met tellingen. Voor een trend zijn 24 maanden nodig.
       *[other] Dat weten we nog niet: er zijn { $months } maanden met tellingen. Voor een trend zijn 24 maanden nodig.
    }
change-certainty-high = Behoorlijk zeker: de verandering per jaar ligt heel waarschijnlijk tussen { $low } en { $high }.
change-certainty-medium = Redelijk zeker: de verandering per jaar ligt heel waarschijnlijk tussen { $low } en { $high }.
change-certainty-low = Een ruwe schatting: de verandering per jaar ligt heel waarschijnlijk tussen { $low } en { $high }.
change-certainty-unclear = De verandering per jaar ligt heel waarschijnlijk tussen { $low } en { $high }: het kan meer zijn, het kan minder zijn.
change-note-months = Elke maand is vergeleken met dezelfde maand van andere jaren ({ $months } maanden).
change-note-window = Alleen deze uren zijn vergeleken: { $window }.

who-sentence = Alle passages hier samen: { $list }.
who-part = { $percent } { $things }
who-only = Hier worden alleen { $things } geteld: wie hier verder langskomt, weten we niet.
who-none = In de uren die geteld zijn, is niemand gezien.
who-note-passages = Dit zijn passages, geen mensen: wie heen en terug gaat, telt twee keer.
who-note-night = Wat in het donker zonder naam voorbijkwam, telt niet mee.

not-counted = In deze straat is niet geteld.
not-counted-like = De dichtstbijzijnde getelde straat die erop lijkt, is { $street }, op { $distance }.
not-counted-near = De dichtstbijzijnde getelde straat is { $street }, op { $distance }; dat is een ander soort straat.
not-counted-like-somewhere = Een getelde straat die erop lijkt, is { $street }.
not-counted-somewhere = Een andere straat, van een ander soort, is wel geteld: { $street }.
not-counted-figure-day = Op een werkdag { $counted } daar voorbij in 24 uur.
not-counted-figure-window =
    { $hours ->
        [one] Op een werkdag { $counted } daar voorbij in het { $hours } uur van de dag dat geteld is.
       *[other] Op een werkdag { $counted } daar voorbij in de { $hours } uren van de dag die geteld zijn.
    }

event-since = sinds { $date }
event-other = { $when }: { $what }.
event-fault = { $when }: { $what }. De tellingen van die dagen tellen niet mee.
event-sensor = { $when }: { $what }. Maanden ervoor en erna worden niet in één trend gezet.
note-odd =
    { $count ->
        [one] Er is iets vreemd, misschien een fout of een bijzondere dag: { $example }. Het is niet weggelaten.
       *[other] { $count } keer is er iets vreemd, misschien een fout of een bijzondere dag. De eerste keer: { $example }. Niets daarvan is weggelaten.
    }
odd-q3 = urenlang geen enkele passage bij daglicht, van { $first } tot { $last } (gewoonlijk: { $typical } per uur)
odd-q4 = telkens weer hetzelfde getal ({ $value }), van { $first } tot { $last }
odd-q5 = { $value } passages in een uur op { $first } (gewoonlijk: { $typical })
odd-q6 = vanaf { $date } { $value } passages tussen 9:00 en 15:00 op een gewone dag, waar er voordien { $typical } waren
odd-q12 = een van de twee richtingen wordt nooit gezien
odd-unknown = niet bekend

months-title = Wie beweegt er, maand per maand
months-sentence = In { $month } gold voor alles wat de tellers zagen: { $list }.
months-counters =
    { $counters ->
        [one] Van { $counters } teller die ze alle vier onderscheidt.
       *[other] Van { $counters } tellers die ze alle vier onderscheiden.
    }
months-month = Maand
months-column = Tellers
months-note = Waar tellers bijkomen of verdwijnen, gaat het niet over dezelfde straten: lees er geen trend in.
