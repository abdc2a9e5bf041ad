### The plain answers. Short sentences, common words (level B1).
### $things is "cars", "bikes" …; $counted is "about 1,230 cars pass"; $one is "a car".

question-busy = How busy is it?
question-speed = Do people drive too fast?
question-change = Is it changing?
question-who = Who uses it?

counted-pedestrian =
    { $count ->
        [one] about { $count } person on foot passes
       *[other] about { $count } people on foot pass
    }
counted-bike =
    { $count ->
        [one] about { $count } bike passes
       *[other] about { $count } bikes pass
    }
counted-car =
    { $count ->
        [one] about { $count } car passes
       *[other] about { $count } cars pass
    }
counted-heavy =
    { $count ->
        [one] about { $count } heavy vehicle passes
       *[other] about { $count } heavy vehicles pass
    }
counted-night =
    { $count ->
        [one] about { $count } passage in the dark is seen
       *[other] about { $count } passages in the dark are seen
    }

window-all = in 24 hours
window-between = between { $start } and { $end }
window-some = in the { $hours } hours of the day that are counted

busy-sentence = On a working day, { $counted } here { $window }.
busy-sentence-peak = On a working day, { $counted } here { $window }; in the busiest hour ({ $hour }) that is { $rate }.
busy-few = On a working day, less than one of the { $things } passes here { $window } on average.
busy-none = On a working day, no { $things } were seen here { $window }.
busy-dark = On a working day, the sensor recognises about { $counted } here { $window }; in the dark about { $night } more passages could not be named.
busy-blind = On a working day, the sensor recognises about { $counted } here { $window }; what passed in the dark is not in the published file.
busy-dark-few = On a working day, the sensor recognises hardly any { $things } here; in the dark about { $night } passages could not be named.
recognised-pedestrian =
    { $count ->
        [one] { $count } pedestrian
       *[other] { $count } pedestrians
    }
recognised-bike =
    { $count ->
        [one] { $count } bike
       *[other] { $count } bikes
    }
recognised-car =
    { $count ->
        [one] { $count } car
       *[other] { $count } cars
    }
recognised-heavy =
    { $count ->
        [one] { $count } heavy vehicle
       *[other] { $count } heavy vehicles
    }
rate-seconds = { $one } every { $seconds } seconds
rate-second = { $one } every second
rate-minute = { $one } every minute
rate-minutes = { $one } every { $minutes } minutes
rate-hour = about one
rate-less = less than one
busy-cannot-gaps = We cannot tell: some hours of the working day were never counted in this period.
busy-weekend-saturday = On Saturdays: about { $count }.
busy-weekend-sunday = On Sundays and public holidays: about { $count }.

cannot-nothing-counted = We cannot tell: { $things } were not counted here in this period.
cannot-coverage = We cannot tell: only { $percent } of the hours were counted. Under 25% we give no figure.

certainty-high = Quite certain: the average most likely lies between { $low } and { $high }.
certainty-medium = Fairly certain: the average most likely lies between { $low } and { $high }.
certainty-low = A rough figure: the average most likely lies between { $low } and { $high }.

note-no-interval = There are too few weeks of counts to say how certain this is.
coverage-line = Counted: { $counted } of { $hours } hours ({ $percent }).
note-coverage = Counted during { $percent } of the hours. The rest is not known.
note-daylight = The sensor sees by daylight only. The hours of the day without counts are not in this number.
note-night = In the dark, the sensor also saw about { $count } passages per working day that it could not name. They are not in this number.
note-blind = In { $percent } of the counted hours the sensor reports nothing at all. The file does not say whether the street was empty or dark.
note-dark-hours = In the dark the sensor cannot always see what passes. That was so in { $percent } of the hours; some { $things } may be missing then.
note-device-error = Apart from that, { $device } itself may be { $low } to { $high }% off.
note-device-unknown = How far off { $device } itself may be is not published.
device-telraam = the sensor
device-induction-loop = the loop in the road
device-pneumatic-tube = the tube over the road
device-overhead = the detector above the road
device-unknown = the counter
note-sensor-other = The sensor itself may be more than 10% off for { $things }.
note-sensors = Sensors of different types counted in this period. A part of a jump can come from that.
note-bike = Motorbikes and mopeds count as bikes.

speed-share =
    { $a ->
        [one] About { $a } in { $b } { $things } ({ $percent }) goes faster than the limit of { $limit }.
       *[other] About { $a } in { $b } { $things } ({ $percent }) go faster than the limit of { $limit }.
    }
speed-share-few = Very few { $things } ({ $percent }) go faster than the limit of { $limit }.
speed-share-most = Almost all { $things } ({ $percent }) go faster than the limit of { $limit }.
speed-share-none = No { $things } were seen above the limit of { $limit }.
speed-share-all = All { $things } that were seen went faster than the limit of { $limit }.
speed-no-limit = We cannot tell, because the limit here is not published: 85 in 100 { $things } go at most about { $speed }.
speed-cannot-none = We cannot tell: no speeds are published for this place.
speed-cannot-few =
    { $count ->
        [0] We cannot tell: no speed of { $things } was seen. Under 50 we give no figure.
        [one] We cannot tell: the speed of only one of the { $things } was seen. Under 50 we give no figure.
       *[other] We cannot tell: the speeds of only { $count } { $things } were seen. Under 50 we give no figure.
    }
speed-mean-only = We cannot tell: only the mean speed of the { $things } is published. It is about { $speed }, and says nothing about the fast ones.
speed-certainty-high = Quite certain: the speed that 85 in 100 { $things } stay under most likely lies between { $low } and { $high }.
speed-certainty-medium = Fairly certain: the speed that 85 in 100 { $things } stay under most likely lies between { $low } and { $high }.
speed-certainty-low = A rough figure: the speed that 85 in 100 { $things } stay under most likely lies between { $low } and { $high }.
speed-note-v85 = 85 in 100 { $things } go at most about { $speed } (the V85).
speed-note-above-10 = More than 10 km/h too fast: { $percent } of the { $things }.
speed-note-few = Only { $count } { $things } were seen with a speed; treat this with care.
speed-note-sides = V85 per direction: { $left } { $leftspeed }, { $right } { $rightspeed }.
speed-note-limit = The limit here is { $limit }.
speed-side-few = unknown (too few seen)
speed-note-interpolated = The limit lies inside a speed class; the share is calculated in between.
speed-note-publisher = The publisher’s own V85 is { $speed } (the middle of its hourly values).
speed-note-device = How exactly the counter measures speeds is not published.
speed-note-sensor = The sensor measures speeds with an error of about 10% at best.

change-up = Yes, it is getting busier: about { $percent } more { $things } per year.
change-down = Yes, it is getting quieter: about { $percent } fewer { $things } per year.
change-small = Hardly: the number of { $things } changes by less than 1% per year.
change-unclear = There is no clear change in the number of { $things }.
still-read = This is still being read.
change-pending = Earlier years are still being read.
change-cannot-short =
    { $months ->
        [0] We cannot tell yet: no month has enough counts. A trend needs 24 months.
        [one] We cannot tell yet: there is { $months } month with counts. A trend needs 24 months.
       *[other] We cannot tell yet: there are { $months } months with counts. A trend needs 24 months.
    }
change-certainty-high = Quite certain: the change per year most likely lies between { $low } and { $high }.
change-certainty-medium = Fairly certain: the change per year most likely lies between { $low } and { $high }.
change-certainty-low = A rough figure: the change per year most likely lies between { $low } and { $high }.
change-certainty-unclear = The change per year most likely lies between { $low } and { $high }: it can be more, it can be less.
change-note-months = Each month is compared with the same month of other years ({ $months } months).
change-note-window = Only these hours are compared: { $window }.

who-sentence = Of all passages here, { $list }.
who-part = { $percent } are { $things }
who-only = Only { $things } are counted here: we cannot tell who else uses the street.
who-none = Nobody was seen in the hours that were counted.
who-note-passages = These are passages, not people: who goes and comes back counts twice.
who-note-night = What passed in the dark without a name is left out.

not-counted = Nothing is counted in this street.
not-counted-like = The nearest counted street that is like it is { $street }, { $distance } away.
not-counted-near = The nearest counted street is { $street }, { $distance } away; it is of another kind.
not-counted-like-somewhere = A counted street that is like it is { $street }.
not-counted-somewhere = Another street, of another kind, is counted: { $street }.
not-counted-figure-day = On a working day, { $counted } there in 24 hours.
not-counted-figure-window =
    { $hours ->
        [one] On a working day, { $counted } there in the { $hours } hour of the day that is counted.
       *[other] On a working day, { $counted } there in the { $hours } hours of the day that are counted.
    }

event-since = since { $date }
event-other = { $when }: { $what }.
event-fault = { $when }: { $what }. The counts of these days are left out.
event-sensor = { $when }: { $what }. Months before and after are not joined in a trend.
note-odd =
    { $count ->
        [one] Something looks odd, and may be a fault or a special day: { $example }. It is not left out.
       *[other] { $count } times something looks odd, and may be a fault or a special day. The first: { $example }. None of it is left out.
    }
odd-q3 = not one passage for hours in daylight, from { $first } to { $last } (usual: { $typical } an hour)
odd-q4 = the same number ({ $value }) again and again, from { $first } to { $last }
odd-q5 = { $value } passages in an hour on { $first } (usual: { $typical })
odd-q6 = from { $date } on, { $value } passages between 9:00 and 15:00 on an ordinary day, where { $typical } passed before
odd-q12 = one of the two directions is never seen
odd-unknown = not known

months-title = Who moves here, month by month
months-sentence = In { $month }, of all that passed the counters, { $list }.
months-counters =
    { $counters ->
        [one] From { $counters } counter that tells all four apart.
       *[other] From { $counters } counters that tell all four apart.
    }
months-month = Month
months-column = Counters
months-note = Where counters come or go, two months are not the same streets: do not read a trend into them.
