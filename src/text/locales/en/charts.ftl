### Titles, descriptions and tables of the charts.

chart-value-state = { $value } ({ $state })
chart-per-hour = { $value } { $things } per hour
chart-per-day = { $value } { $things } per day
chart-coverage = counted during { $percent } of the time
chart-caption = { $title }, { $period }
chart-hour = Hour
chart-month = Month
chart-speed = Speed
chart-counted = Counted

chart-day-title = { $mode } per hour of the day
chart-day-night = In the dark, not named (working days)
chart-day-extremes = { $day }: most from { $peak } ({ $most } { $things } per hour), fewest from { $calm } ({ $least }).
chart-day-peak = { $day }: most from { $peak } ({ $most } { $things } per hour).
chart-day-missing =
    { $hours ->
        [one] { $hours } hour of the day has no data.
       *[other] { $hours } hours of the day have no data.
    }

chart-week-title = { $mode } per hour of the week
chart-week-extremes = The busiest hour is { $peak } ({ $most } { $things } on average), the quietest { $calm } ({ $least }).
chart-week-peak = The busiest hour is { $peak } ({ $most } { $things } on average).
chart-week-missing =
    { $hours ->
        [one] { $hours } hour of the week has no data.
       *[other] { $hours } hours of the week have no data.
    }

chart-months-title = { $mode } per day, month by month
chart-months-extremes = The busiest month is { $peak } ({ $most } { $things } per day), the quietest { $calm } ({ $least }).
chart-months-peak = The busiest month is { $peak } ({ $most } { $things } per day).
chart-months-missing =
    { $months ->
        [one] { $months } month has no figure.
       *[other] { $months } months have no figure.
    }
chart-months-happened = something is known to have happened
chart-months-trend = Trend

chart-speeds-title = How fast { $things } go
chart-speeds-bin = { $low }–{ $high } km/h
chart-speeds-open = { $low } km/h or more
chart-speeds-share = { $percent } of the { $things }
chart-speeds-column = Share of the { $things }
chart-speeds-limit-column = Limit
chart-speeds-limit = Limit { $speed }
chart-speeds-v85 = V85 { $speed }
chart-speeds-above = above the limit
chart-speeds-across = the limit lies in this class
chart-speeds-below = within the limit
chart-speeds-mode = Most { $things } go { $class } ({ $percent }).
chart-speeds-over = Above the limit of { $limit }: { $percent } of the { $things }.

chart-split-title = Who passes here
chart-split-mode = Who
chart-split-column = Share of the passages
chart-split-passages-column = Passages counted
chart-split-share = { $percent } of the passages
chart-split-passages = { $count } passages counted

chart-directions-title = { $mode } per direction, working days
chart-directions-left = Direction A
chart-directions-right = Direction B
chart-directions-sentence = { $mode } per direction: { $left } { $leftshare }, { $right } { $rightshare }.
chart-directions-peak = { $side }: most from { $peak } ({ $most } per hour).
chart-directions-none = Nothing passed in the hours that were counted.
