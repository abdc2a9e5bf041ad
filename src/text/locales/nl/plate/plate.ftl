### Wat een figuur op een andere website toont die geen grafiek is: een kaart, een vergelijking, een label, een datasetkaart.

plate-map-title = Waar de straat ligt
plate-map-sentence =
    { $counted ->
        [0] Geen van de { $streets } straten op deze kaart wordt geteld.
        [one] Op deze kaart wordt { $counted } van de { $streets } straten geteld.
       *[other] Op deze kaart worden { $counted } van de { $streets } straten geteld.
    }
plate-map-nowhere = De plaats van deze straat is niet gepubliceerd. Daarom is er geen kaart.
plate-map-picture = Kaart van { $name } en de straten errond. De tabel hieronder heeft dezelfde cijfers.
plate-map-north = Het noorden is boven
plate-map-here = deze straat
plate-map-table = Getelde straten op deze kaart
plate-map-street = Straat
plate-map-cars = Auto’s op een werkdag
plate-map-cars-hours = { $cars } (over { $hours } uren van de dag)

plate-compare-title = { $mode } op een werkdag, naast elkaar
plate-compare-more = { $other }: ongeveer { $percent } meer { $things } dan { $first } (waarschijnlijk { $low } tot { $high } meer).
plate-compare-fewer = { $other }: ongeveer { $percent } minder { $things } dan { $first } (waarschijnlijk { $low } tot { $high } minder).
plate-compare-alike = { $other }: ongeveer evenveel { $things } als { $first } (het verschil is hoogstens { $most }).
plate-compare-unclear = { $other }: de tellingen zeggen niet of er meer of minder { $things } zijn dan in { $first }.
plate-compare-weeks = { $other }: er zijn te weinig weken geteld om te vergelijken met { $first }.
plate-compare-few = { $other }: er zijn te weinig dezelfde uren geteld om iets te zeggen.
plate-compare-uncounted = { $other }: daar wordt niet geteld.
plate-compare-instants =
    { $hours ->
        [one] Alleen hetzelfde { $hours } uur van werkdagen dat overal geteld is, { $window }: { $period }.
       *[other] Alleen dezelfde { $hours } uren van werkdagen die overal geteld zijn, { $window }: { $period }.
    }
plate-compare-months = Alleen werkdagen, dezelfde uren van de dag en dezelfde maanden van het jaar, { $window }.
plate-compare-hours = Alleen werkdagen en dezelfde uren van de dag, { $window }.
plate-compare-season = De periodes liggen in andere maanden: een deel van het verschil kan door het seizoen komen.
plate-compare-coverage = Van de uren van werkdagen op deze tijden is minstens { $percent } overal geteld.
plate-compare-error = De verschillen houden rekening met de gewone fout van twee tellers.
plate-compare-error-unknown = Hoe juist deze tellers zijn voor { $things } is niet bekend. Hun fout zit niet in de verschillen.
plate-compare-table = Hetzelfde als tabel
plate-compare-what = Wat
plate-compare-about = Waarschijnlijk
plate-compare-used = Gebruikte uren

plate-label-title = Wat hier telt
plate-label-whole = Label om af te drukken

plate-card-title = De gegevens achter de cijfers
plate-card-publisher = Uitgever
plate-card-licence = Licentie
plate-card-period = Periode
plate-card-rows = Rijen
plate-card-nothing = Deze dataset bestaat niet.
plate-card-whole = De volledige datasetkaart
