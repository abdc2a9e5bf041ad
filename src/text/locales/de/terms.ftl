### Zahlen mit ihrem Namen vom Fach und ihrer Bedeutung in einfachen Worten; und ungewöhnliche Stunden.

term-aadt = Durchschnittlicher Tag eines Jahres (AADT, deutsch DTV)
term-about = etwa { $count } { $things }
term-between = { $about } (sehr wahrscheinlich { $low } bis { $high })
term-aadt-short = keine Zahl: Der Zeitraum ist kürzer als ein Jahr
term-aadt-gaps = keine Zahl: Nicht jeder Monat wurde rund um die Uhr gezählt
term-aadt-meaning = Alle { $things } eines Jahres, auf seine Tage verteilt.
term-adt = Durchschnitt der ganzen Tage (ADT)
term-adt-none = keine Zahl: Kein Tag wurde rund um die Uhr gezählt
term-adt-meaning =
    { $days ->
        [0] Dafür braucht es Tage, die (fast) ganz gezählt wurden.
        [one] { $days } von { $all } Tagen wurde (fast) ganz gezählt.
       *[other] { $days } von { $all } Tagen wurden (fast) ganz gezählt.
    }
term-heavy = Schwerverkehr
term-heavy-meaning = Sein Teil am Kraftverkehr: Autos und Schwerfahrzeuge zusammen.
term-morning = Spitzenstunde am Morgen
term-morning-meaning = Die stärkste Stunde von 7:00 bis 9:00 Uhr, im Durchschnitt der Werktage.
term-evening = Spitzenstunde am Abend
term-evening-meaning = Die stärkste Stunde von 16:00 bis 18:00 Uhr, im Durchschnitt der Werktage.
term-peak = { $hour } Uhr: { $count } { $things }
term-peak-none = keine Zahl: Diese Stunden wurden kaum gezählt
term-k = K
term-k-none = keine Zahl ohne durchschnittlichen Tag eines Jahres
term-k-meaning = Die 30.-stärkste Stunde, als Teil des durchschnittlichen Tages eines Jahres.
term-d = D
term-d-value = { $percent } ({ $side })
term-d-meaning = Der Teil der stärkeren Richtung in der stärkeren der zwei Spitzenstunden.
term-phf = PHF
term-phf-meaning = Wie gleichmäßig die Viertelstunden der stärkeren Spitzenstunde sind: Bei 1 sind alle gleich.
term-note-dark = Was im Dunkeln ohne Namen vorbeikam, steckt nicht in diesen Zahlen.
term-year-title = Über das Jahr
term-peaks-title = In den stärksten Stunden

unusual-sentence =
    { $hours ->
        [one] { $hours } Stunde war ganz anders, als es für ihren Wochentag üblich ist:
       *[other] { $hours } Stunden waren ganz anders, als es für ihren Wochentag üblich ist. Am ungewöhnlichsten:
    }
unusual-hour = { $weekday }, { $date }, { $hour } Uhr: { $value } { $things }, üblich sind { $usual }.
