### What an embed shows that is no chart: a map, a comparison, a label, the card of a dataset.

plate-map-title = Where it lies
plate-map-sentence =
    { $counted ->
        [0] None of the { $streets } streets on this map is counted.
        [one] On this map, { $counted } of { $streets } streets is counted.
       *[other] On this map, { $counted } of { $streets } streets are counted.
    }
plate-map-nowhere = The place of this street is not published, so there is no map.
plate-map-picture = Map of { $name } and the streets around it. The table below has the same figures.
plate-map-north = North is at the top
plate-map-here = this street
plate-map-table = Counted streets on this map
plate-map-street = Street
plate-map-cars = Cars on a working day
plate-map-cars-hours = { $cars } (over { $hours } hours of the day)

plate-compare-title = { $mode } on a working day, side by side
plate-compare-more = { $other }: about { $percent } more { $things } than { $first } (most likely { $low } to { $high } more).
plate-compare-fewer = { $other }: about { $percent } fewer { $things } than { $first } (most likely { $low } to { $high } fewer).
plate-compare-alike = { $other }: about as many { $things } as { $first } (the difference is { $most } at most).
plate-compare-unclear = { $other }: the counts do not say whether there are more or fewer { $things } than in { $first }.
plate-compare-weeks = { $other }: too few weeks were counted to compare it with { $first }.
plate-compare-few = { $other }: too few of the same hours were counted to say anything.
plate-compare-uncounted = { $other }: nothing is counted there.
plate-compare-instants =
    { $hours ->
        [one] Only the same { $hours } hour of working days that all of them counted, { $window }: { $period }.
       *[other] Only the same { $hours } hours of working days that all of them counted, { $window }: { $period }.
    }
plate-compare-months = Only working days, the same hours of the day and the same months of the year, { $window }.
plate-compare-hours = Only working days and the same hours of the day, { $window }.
plate-compare-season = The periods are in other months: a part of the difference may be the season.
plate-compare-coverage = Of the hours of working days at these times, at least { $percent } were counted by all.
plate-compare-error = The differences allow for the usual error of two counters.
plate-compare-error-unknown = How exact these counters are for { $things } is not known. Their error is not in the differences.
plate-compare-table = The same as a table
plate-compare-what = What
plate-compare-about = Most likely
plate-compare-used = Hours used

plate-label-title = What counts here
plate-label-whole = Label to print

plate-card-title = The data behind the figures
plate-card-publisher = Publisher
plate-card-licence = Licence
plate-card-period = Period
plate-card-rows = Rows
plate-card-nothing = There is no such dataset.
plate-card-whole = The whole card of this dataset
