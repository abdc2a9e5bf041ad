### Words used in more than one place.

common-hours =
    { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }
common-period = { $start } to { $end }
common-months = { $start } to { $end }
list-and = { $rest } and { $last }

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun

day-working = Working days
day-saturday = Saturdays
day-sunday = Sundays and public holidays

mode-pedestrian = People on foot
mode-bike = Bikes
mode-car = Cars
mode-heavy = Heavy vehicles
mode-night = Passages in the dark
mode-inline-pedestrian = people on foot
mode-inline-bike = bikes
mode-inline-car = cars
mode-inline-heavy = heavy vehicles
mode-inline-night = passages in the dark
mode-one-pedestrian = a person on foot
mode-one-bike = a bike
mode-one-car = a car
mode-one-heavy = a heavy vehicle
mode-one-night = a passage in the dark

state-measured = measured
state-partial = partly measured
state-estimated = estimated
state-missing = no data
state-meaning-measured = Counted during (almost) all of the time.
state-meaning-partial = Counted during a part of the time; the rest is not known.
state-meaning-estimated = Calculated from other hours, because nothing was counted here.
state-meaning-missing = Nothing was counted. This is not a zero.
