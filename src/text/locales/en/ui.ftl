### The pages: headings, controls, hints.

ui-skip = Go to the content
ui-pages = Pages
ui-page-data = Data
ui-page-ethics = Ethics
ui-page-guide = Publish
ui-language = Language
ui-language-failed = The texts for “{ $language }” could not be fetched. The page stays in English.
ui-retry = Try again
ui-none = none
ui-loading = Reading the counts…
ui-loading-bytes = Reading the counts: { $done } of { $total }
ui-demonstration-label = Demonstration.
ui-demonstration-text = This town does not exist and its figures are generated. They show how the page works.
ui-not-counted = not counted
ui-too-little = too little counted
ui-by-daylight = by daylight

## Home
ui-home-title = How much traffic is there in your street?
ui-home-lead = Look up a street and read what the counters measured: how busy it is, how fast people drive, whether it is changing, and who uses it.
ui-search-label = Street name
ui-search-hint = Part of the name is enough. A typing error does not matter.
ui-search-list = Streets found
ui-search-results =
    { $count ->
        [0] No street found
        [one] { $count } street found
       *[other] { $count } streets found
    }
ui-search-counted = counted
ui-search-not-counted = not counted
ui-search-nothing = No street found for “{ $typed }”. Check the spelling, or try one of these:
ui-figure-counted-streets = streets with a counter
ui-figure-streets = streets in all
ui-figure-hours = hours counted
ui-figure-period = counted in
ui-list-title = All streets
ui-list-caption = Streets with the number of cars on a working day
ui-list-only-counted = Only streets with a counter
ui-list-street = Street
ui-list-cars = Cars on a working day
ui-list-more =
    { $count ->
        [one] Show { $count } more street
       *[other] Show { $count } more streets
    }
ui-map-title = Map of the streets
ui-map-canvas = Interactive map
ui-map-hint = Choose a street on the map. The list has the same streets.
ui-map-broken = The map cannot be drawn in this browser. The list has the same streets.
ui-map-label = { $name } · { $cars } cars on a working day
ui-map-zoom-in = Zoom in
ui-map-zoom-out = Zoom out
ui-map-gesture-keys = Hold Ctrl and scroll to zoom
ui-map-gesture-keys-mac = Hold ⌘ and scroll to zoom
ui-map-gesture-touch = Move the map with two fingers
ui-legend-title = Cars on a working day
ui-legend-under = under { $to }
ui-legend-range = { $from } to { $to }
ui-legend-over = { $from } or more
ui-legend-without =
    { $count ->
        [one] One counted street has no place on the map; it is in the list.
       *[other] { $count } counted streets have no place on the map; they are in the list.
    }

## Not found
ui-not-found-title = This page does not exist
ui-not-found-text = Nothing was found at “{ $address }”. Perhaps the link is old, or a letter is wrong. Look up the street here:
ui-not-found-home = To the first page

## Footer
ui-footer-sources = Where the figures come from
ui-footer-about = About this page
ui-footer-about-text = The figures are calculated in your browser from published counts. Hours without a measurement are left out; they never count as zero.
ui-footer-privacy = No cookies, and nothing is sent to anyone. Nothing is kept on your device unless you choose so.
ui-footer-accessibility = How accessible this page is
ui-offline-about = Your browser can keep the app and the streets that you open on this device, to read them without a connection.
ui-offline-keep = Keep for use without a connection
ui-offline-kept = The app and the streets that you open are kept on this device.
ui-offline-forget = Remove what is kept
ui-offline-failed = That did not work: the app could not be read whole. Try again with a good connection.

## Street
ui-street-back = All streets
ui-street-length = { $length } long
ui-street-limit = Speed limit { $limit } km/h
ui-street-limit-several = Speed limits { $limits } km/h
ui-street-limit-unknown = Speed limit not known
ui-street-section = Which stretch?
ui-street-section-nameless = Counter { $segment }
ui-period = Period
ui-period-year = Last 12 months
ui-period-all = Everything
ui-period-own = Choose
ui-period-from = From
ui-period-until = Until and including
ui-period-shown = { $period }
ui-mode = Who
ui-known-title = What is known here
ui-known-caption = What was measured in this street, since when and for how long
ui-known-topic = Subject
ui-known-since = Since
ui-known-until = Until
ui-known-hours = Hours
ui-known-source = Source
ui-known-undated = known
ui-known-never = not measured
ui-topic-pedestrian = People on foot
ui-topic-bike = Bikes
ui-topic-car = Cars
ui-topic-heavy = Heavy vehicles
ui-topic-night = Passages in the dark
ui-topic-speed = Speeds
ui-topic-directions = Directions
ui-topic-limit = Speed limit
ui-chart-table = As a table
ui-take = Embed, share, download
ui-sum-show = Show me the sum
ui-sum-way = From sensor to this figure
ui-sum-close = Close the sum
ui-sum-copied = Copied.
ui-sum-selected = Your browser did not allow it. The statement is selected: press Ctrl+C (on a Mac ⌘C).
ui-chart-keys = Use the arrow keys to read the values.
ui-source-line = Source: { $source }
ui-street-loading = Reading the counts of this street
ui-empty-title = Nothing is counted in this street
ui-nearby-comparable = Similar street, { $distance } away
ui-nearby-near = { $distance } away
ui-nearby-cars = { $cars } cars on a working day
ui-nearby-v85 = 85 of 100 cars drive { $speed } or slower
ui-nearby-none = No counted street is known near by.
ui-empty-town = What the town measures
ui-empty-town-text =
    { $counted ->
        [one] { $counted } of { $streets } streets has a counter.
       *[other] { $counted } of { $streets } streets have a counter.
    }
ui-unknown-street-title = This street is not in the list
ui-controls = What to show
ui-nearby-title = Counted streets near by
ui-nearby-alike = Similar street
ui-sources-title = Files behind this page
ui-sources-read =
    { $rows ->
        [0] Read from { $file }
        [one] { $rows } row read from { $file }
       *[other] { $rows } rows read from { $file }
    }

## The headings of sums; the rest of them is in sum/
ledger-title-day = The sum: an average day
ledger-title-annual = The sum: the average day over a year
ledger-title-peaks = The sum: the busiest hours
ledger-title-week = The sum: the usual week
ledger-title-directions = The sum: both directions
ledger-title-speeds = The sum: speeds
ledger-title-months = The sum: months and trend
ledger-title-split = The sum: who passes here
