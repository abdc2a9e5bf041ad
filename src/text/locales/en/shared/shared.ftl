### Shared vehicles near a street and in the town.

shared-title = What can I share near here?
shared-town-title = Shared vehicles in the town

shared-form-bicycle = Bicycles
shared-form-cargo = Cargo bikes
shared-form-car = Cars
shared-form-moped = Mopeds
shared-form-scooter = Scooters
shared-form-other = Vehicles
shared-count-bicycle = { $count } bicycles
shared-count-cargo = { $count } cargo bikes
shared-count-car = { $count } cars
shared-count-moped = { $count } mopeds
shared-count-scooter = { $count } scooters
shared-count-other = { $count } vehicles
shared-offer = { $form } of { $operator }

shared-none-near = In the recordings, no shared vehicle ever stood within { $metres } of this street.
shared-sentence = { $day }, { $hour }: on average { $what } within { $metres } of this street.
shared-item = { $what } of { $operator }
shared-unknown = { $form } of { $operator }: nothing is known of this hour.
shared-hour-unknown = { $day }, { $hour }: nothing is known. This hour was not recorded.
shared-certainty = Recorded from { $period }. At least { $coverage } of the minutes of this hour are known. Distances are as the crow flies.
shared-recorded = Recorded from { $period }.
shared-day = Kind of day
shared-hour = Hour

shared-offer-hour = { $day }, { $hour }: { $what } on average. The fewest at one moment were { $least }, the most { $most }.
shared-offer-unknown = { $day }, { $hour }: nothing is known. This is not a zero.
shared-offer-empty = The stations had nothing to take during { $share } of their time.
shared-offer-full = They had no free dock during { $share } of it.
shared-free = These vehicles have no stations. Told is how many stood within { $metres }, and in squares of 200 m in which at least ten stood in the course of the recording; never where one of them stood.

shared-chart-title = { $what }: to take, by hour of the day
shared-chart-mean = { $day }, on average
shared-chart-band = fewest to most
shared-chart-none = { $day }: nothing is known.
shared-chart-extremes = { $day }: most from { $peak } ({ $most } on average), fewest from { $calm } ({ $least }).
shared-chart-peak = { $day }: most from { $peak } ({ $most } on average).
shared-range = { $mean } ({ $least }–{ $most })
shared-empty-short = stations without any: { $share } of the time
shared-full-short = stations without a free dock: { $share } of the time

shared-stations-caption = Stations of { $operator } within { $metres }, { $period }
shared-squares-caption = { $what } in squares of 200 m, within { $metres }
shared-months-near-caption = { $what } within { $metres }, month by month
shared-months-caption = { $what } in the whole town, month by month
shared-places-caption = { $what }, by municipality
shared-all-months = All together
shared-column-station = Station
shared-column-square = Square of 200 m
shared-column-distance = Distance
shared-column-capacity = Places
shared-column-available = To take, on average (fewest–most)
shared-column-empty = Time without any
shared-column-full = Time without a free dock
shared-column-known = Known
shared-column-low = Departures, at least
shared-column-high = Departures, at most
shared-column-parked = Parked longer than 24 hours
shared-column-no-parking = Where parking is not allowed
shared-column-municipality = Municipality
shared-column-trend = First and last month, on average
shared-column-thousand = In the street per 1,000 inhabitants, at least
shared-outside = Elsewhere
shared-hidden = hidden
shared-trend = { $start }: { $first }, { $end }: { $last }

shared-system = { $operator } in the whole town
shared-snapshots =
    { $snapshots ->
        [one] Recorded from { $period }: { $snapshots } snapshot, of which { $faulty } left out as a fault of the feed.
       *[other] Recorded from { $period }: { $snapshots } snapshots, of which { $faulty } left out as faults of the feed.
    }
shared-unread = Its sums are in the file { $file } of the published folder. It has { $bytes }, too much for this page.
shared-fleet = To take: { $what } on average, the fewest { $least }, the most { $most }. Known during { $coverage } of the time.
shared-departures = Departures: at least { $low } and at most { $high }, in the { $coverage } of the time that is known.
shared-departures-least = Departures: at least { $low }, in the { $coverage } of the time that is known. No upper bound can be told.
shared-departures-hidden = The number of departures is hidden, because it is small.
shared-departures-unknown = Nothing is known of departures.
shared-reason-stations = Only how many vehicles are at a station is known. Who comes and goes between two snapshots, and what a van takes, is not: so two bounds and no number.
shared-reason-vehicles = Only where vehicles stand is known. One that vanishes began a trip, was taken away, or was forgotten by the feed: so two bounds and no number.
shared-idle = The vehicles stood still during at most { $share } of the time.
shared-hidden-why = Numbers of departures and trips under { $k } are hidden, and those from which one could be worked out. Hidden is not zero.
shared-trips-day = Trips a day: { $value }
shared-trips-vehicle = Trips a day for each vehicle that was rented: { $value } at most, because those that nobody rented are not in the file
shared-trips-minutes = Half of the trips took longer than { $value } minutes
shared-trips-length = Half of the trips were longer than { $value }

shared-map-title = Map of what is near
shared-map-hint = The line is the street. The area around it is within { $metres } as the crow flies. The dots are stations; the tables above say the same.
shared-map-free = The soft circles are squares of 200 m with vehicles without stations.
shared-map-label = { $name } · { $mean } on average
shared-legend-title = Vehicles to take at a station or in a square, on average
