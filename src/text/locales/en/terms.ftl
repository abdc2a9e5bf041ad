### Figures by their name in the field, with their meaning in plain words; and unusual hours.

term-aadt = Average day over a year (AADT)
term-about = about { $count } { $things }
term-between = { $about } (most likely { $low } to { $high })
term-aadt-short = no figure: the period is shorter than a year
term-aadt-gaps = no figure: not every month was counted around the clock
term-aadt-meaning = All { $things } of a year, shared out over its days.
term-adt = Mean of the whole days (ADT)
term-adt-none = no figure: no day was counted around the clock
term-adt-meaning =
    { $days ->
        [0] It needs days that were counted (almost) whole.
        [one] { $days } of { $all } days was counted (almost) whole.
       *[other] { $days } of { $all } days were counted (almost) whole.
    }
term-heavy = Heavy vehicles
term-heavy-meaning = Their part of motor traffic: cars and heavy vehicles together.
term-morning = Morning peak hour
term-morning-meaning = The busiest hour from 7:00 to 9:00, the mean of working days.
term-evening = Evening peak hour
term-evening-meaning = The busiest hour from 16:00 to 18:00, the mean of working days.
term-peak = { $hour }: { $count } { $things }
term-peak-none = no figure: these hours were hardly counted
term-k = K
term-k-none = no figure without an average day over a year
term-k-meaning = The 30th busiest hour, as a part of the average day over a year.
term-d = D
term-d-value = { $percent } ({ $side })
term-d-meaning = The part of the busier direction in the busier peak hour.
term-phf = PHF
term-phf-meaning = How even the quarters of the busier peak hour are: at 1 they are all alike.
term-note-dark = What passed in the dark without a name is not in these figures.
term-year-title = Over the year
term-peaks-title = At the busiest hours

unusual-sentence =
    { $hours ->
        [one] { $hours } hour was very unlike what is usual for its weekday:
       *[other] { $hours } hours were very unlike what is usual for their weekday. Most unusual:
    }
unusual-hour = { $weekday } { $date }, { $hour }: { $value } { $things } instead of the usual { $usual }.
