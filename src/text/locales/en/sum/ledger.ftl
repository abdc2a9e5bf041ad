### The sum behind a figure: what "Show me the sum" opens, and what `straatbeeld explain` prints.
### Plain language (level B1); the words of the field stand beside it. $things is "cars", "bikes" …


ledger-about = { $street } (counter { $segment }). { $mode }, { $period }. Days and hours by the clock of { $zone }.

ledger-how-day = For each kind of day and each hour of the day we take the mean of all hours that were counted. The means of all hours together make the day. So an hour that was not counted does not make the day smaller. Hours of the day that were hardly ever counted on working days are left out of every kind of day.
ledger-how-annual = First we make an average day for each month: the mean of each hour of each weekday, with every weekday as often as it is in that month. If a weekday was never counted at some hour, we take the mean of that hour on the other working days, or on the other day of the weekend. The twelve months together make the year; a long month weighs more than a short one. This gives a figure only if the period is a year or more and every month was counted around the clock, for at least a quarter of the time. To compare, we also give the AADT by the AASHTO method and the plain mean; both use only days that were counted (almost) whole.
ledger-how-peaks = The peak hour is the hour of a working day with the highest mean: in the morning from 7:00 to 9:00, in the evening from 16:00 to 18:00. K is the 30th busiest hour of the period, as a part of the average day over a year (AADT). D is the part of the busier direction in the busier of the two peak hours. PHF says how even the quarters of that hour are: at 1 they are all alike; of all days we take the middle one.
ledger-how-week = For each hour of each weekday we look for the middle value: half of the weeks have more, half have less. Public holidays are left out. An hour is unusual if it lies much further from the middle than that hour usually does (z above 3 or under −3) and differs by at least 10 passages.
ledger-how-directions = We add up both directions over the same hours: an hour takes part only if both directions have a value. The table has the mean per hour of a working day.
ledger-how-speeds = We add up the vehicles in each published class of speed, such as 30 to 35 km/h, over all hours. The V85 is the speed that 85 in 100 vehicles do not exceed. Inside a class we take the speeds to be spread evenly. The share above the limit is found in the same way. Under 50 vehicles we give no figure.
ledger-how-speeds-mean = Only the mean speed of each hour is published. We take the mean of these means; an hour with more cars weighs more. This says nothing about the fast ones.
ledger-how-months = For each month we make an average day: the mean of each hour of each weekday, with every weekday as often as it is in that month. Only hours of the day that these months have in common are compared. If up to a tenth of a month is missing, the mean of like days stands in; that month is called estimated and takes no part in the trend. For the trend we compare each month with the same month of other years and take the middle one of all these differences (Theil–Sen). It needs 24 months.
ledger-how-split = We add up the passages of each kind over the hours in which every kind has a value, and divide them by the passages of all kinds. What passed in the dark without a name is left out. The share of heavy vehicles is also given as a part of motor traffic: cars and heavy vehicles together.

ledger-letters-day = t: kind of day; h: hour of the day; i: one of the hours that were counted; n: how many these are; V: passages; Σ: add up.
ledger-letters-annual = h: hour; V: passages; n: how many were counted; w: how often weekday j is in month m; d: days of the month. In the line of AASHTO: i: weekday; j: month; k: a day that was counted whole. Σ: add up.
ledger-letters-peaks = V_30: passages in the 30th busiest hour; V_left, V_right: passages per direction; V_hour, V_15min: passages in the hour and in a quarter of it; Σ: add up; max: the highest.
ledger-letters-week = j: weekday; h: hour; i: week; V: passages; n: how many were counted; MAD: the middle one of the distances from the middle value.
ledger-letters-directions = V_left, V_right: passages per direction in an hour; Σ: add up.
ledger-letters-speeds = b: class of speed; n: vehicles; V: vehicles in the hour; p: 0.85 for the V85; L, w: where the class begins and how wide it is; F, f: the part of all vehicles below the class and in it; s: the limit.
ledger-letters-speeds-mean = v: mean speed; V: cars; i: one of the hours; Σ: add up.
ledger-letters-months = m: month; j: weekday; h: hour; V: passages; n: how many were counted; w: how often the weekday is in the month; a, b: the same month in two years; t: the year; Σ: add up.
ledger-letters-split = m: who; V: passages in an hour; Σ: add up.

## Rows and hours
ledger-rows =
    { $rows ->
        [one] { $rows } row of this counter was read.
       *[other] { $rows } rows of this counter were read.
    }
ledger-rows-outside =
    { $outside ->
        [one] { $outside } of them lies outside the period.
       *[other] { $outside } of them lie outside the period.
    }
ledger-rows-parts = A row stands for { $minutes } minutes or more. Hours are made of these rows; an hour has a value if at least half of it has one.
ledger-hours = Of the { $hours } hours of the period, { $used } were used.
ledger-hours-left-out = Left out: { $list }.
ledger-hours-off = { $hours } in which the counter was off
ledger-hours-incident = { $hours } in which the sensor is known to have been faulty
ledger-hours-low-uptime = { $hours } in which the counter ran for less than half of the time
ledger-hours-no-value =
    { $figure ->
        [week] { $hours } of a public holiday or without a value
        [directions] { $hours } without a value for both directions
        [speeds] { $hours } without a speed
        [split] { $hours } without a value for every kind
       *[other] { $hours } without a value for { $things }
    }
ledger-hours-absent =
    { $hours ->
        [one] { $hours } hour has no row in the files.
       *[other] { $hours } hours have no row in the files.
    }
ledger-hours-partial = In { $hours } of the hours that were used, the counter ran for only a part of the time.
ledger-holidays = Public holidays in this period: { $days }. They count as Sundays.
ledger-holidays-left-out = Public holidays in this period, left out here: { $days }.
ledger-holidays-alike = Public holidays in this period: { $days }. Here they are days like any other.
ledger-holidays-none = There is no public holiday in this period.
ledger-method = Method: { $name }, version { $version }.

## Results
ledger-results = Results
ledger-column-result = What
ledger-column-rounded = Result
ledger-column-full = All digits
ledger-column-origin = Done again by
ledger-origin-sql = SQL
ledger-origin-drawn = only this program
ledger-nothing = There is no figure: what it takes is not published for this place.
ledger-remark-full = With all digits, a share is a part of 1.
ledger-remark-sql = “SQL”: the statement below computes this figure again from the same files.
ledger-remark-drawn-weeks = “Only this program”: found by drawing whole weeks 1,000 times with a fixed seed. Only this program can repeat that exactly.
ledger-remark-drawn-months = “Only this program”: found by drawing months 1,000 times, six in a row, with a fixed seed. Only this program can repeat that exactly.
ledger-remark-missing = A dash means: there is no figure. It is not a zero.
ledger-passages = { $count } { $things }
ledger-per-year = { $percent } per year
ledger-side-both = Both directions

ledger-result-working = Working day
ledger-result-working-low = Working day, likely at least
ledger-result-working-high = Working day, likely at most
ledger-result-saturday = Saturday
ledger-result-saturday-low = Saturday, likely at least
ledger-result-saturday-high = Saturday, likely at most
ledger-result-sunday = Sunday or public holiday
ledger-result-sunday-low = Sunday or public holiday, likely at least
ledger-result-sunday-high = Sunday or public holiday, likely at most
ledger-result-fhwa = Average day over a year (AADT, FHWA)
ledger-result-fhwa-low = AADT, likely at least
ledger-result-fhwa-high = AADT, likely at most
ledger-result-aashto = The same by the AASHTO method
ledger-result-simple = Mean of the whole days (ADT)
ledger-result-valid-days = Whole days
ledger-result-madt = Average day in { $which } (MADT)
ledger-result-morning = Morning peak hour
ledger-result-evening = Evening peak hour
ledger-result-highest-30 = 30th busiest hour
ledger-result-k = K
ledger-result-d = D
ledger-result-phf = PHF
ledger-result-typical = { $which }: the 24 middle values together
ledger-result-unusual = Unusual hours
ledger-result-left = { $which }
ledger-result-right = { $which }
ledger-result-left-share = { $which }, share
ledger-result-v85 = V85
ledger-result-v85-low = V85, likely at least
ledger-result-v85-high = V85, likely at most
ledger-result-v50 = V50: half go slower
ledger-result-mean = Mean speed
ledger-result-above = Share above the limit
ledger-result-above-10 = Share more than 10 km/h above it
ledger-result-observed = Vehicles of which a speed was seen
ledger-result-publisher-v85 = V85 of the publisher, middle of the hours
ledger-result-mean-of-means = Mean speed of the hours, by cars
ledger-result-month = Average day in { $which }
ledger-result-slope = Change per year
ledger-result-slope-low = Change per year, likely at least
ledger-result-slope-high = Change per year, likely at most
ledger-result-share = { $which }
ledger-result-heavy-share = Heavy vehicles in motor traffic

## Tables in between
ledger-table-day = Per kind of day and hour: { $things } added up, hours counted, mean
ledger-table-annual = Per calendar month: days, average day, hours counted
ledger-table-peaks = The two peak hours: mean of the working days
ledger-table-highest = The busiest hours, the busiest first (30 at most)
ledger-table-unusual = The most unusual hours, the most unusual first (30 at most)
ledger-table-week = Per weekday and hour: hours counted, mean, middle value
ledger-table-directions = Per hour of a working day: mean in each direction
ledger-table-bins = Vehicles per class of speed
ledger-table-speed-by-hour = Speeds per hour of the day
ledger-table-speed-by-side = Speeds per direction
ledger-table-months = Average day per month, in { $things }
ledger-table-split = Passages per kind

ledger-column-day-type = Days
ledger-column-hour = Hour
ledger-column-passages = Passages
ledger-column-hours = Hours (n)
ledger-column-mean = Mean
ledger-column-month = Month
ledger-column-days = Days (d)
ledger-column-madt = Average day (MADT)
ledger-column-coverage = Counted
ledger-column-filled = Filled in, of 168
ledger-column-state = State
ledger-column-rank = Place
ledger-column-date = Day
ledger-column-median = Middle value
ledger-column-z = z
ledger-column-weekday = Weekday
ledger-column-mad = MAD
ledger-column-bin = Class
ledger-column-vehicles = Vehicles (n)
ledger-column-cumulative = Up to here
ledger-column-vehicles-seen = Vehicles seen
ledger-column-v50 = V50, km/h
ledger-column-v85 = V85, km/h
ledger-column-above = Above the limit
ledger-column-side = Direction
ledger-column-mode = Who
ledger-column-share = Share

## Files and statement
ledger-file-title = Dataset
ledger-file-publisher = Publisher
ledger-file-licence = Licence
ledger-file-read = Rows read
ledger-file-rows = { $first } to { $last }, counted from 0
ledger-file-size = Size
ledger-file-bytes = { $bytes } bytes
ledger-file-hash = SHA-256
ledger-file-steps = What was done before it was published
ledger-statement = An SQL statement for the free program DuckDB. Run it in the published folder: it computes the same figures from the same files, without this program.
