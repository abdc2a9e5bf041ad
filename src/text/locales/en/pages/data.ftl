### The data page: the catalogue and its cards.

data-title = What data there are
data-lead = Every dataset behind this town's figures: what it covers, how accurate it is, whose it is and what you may do with it.

## The list
data-search = Search the datasets
data-search-hint = A word of the title, a subject, a publisher or a place. Accents do not matter.
data-count =
    { $count ->
        [0] No dataset fits. Choose less, or search for another word.
        [one] { $count } dataset
       *[other] { $count } datasets
    }
data-more-cards =
    { $count ->
        [one] Show { $count } more dataset
       *[other] Show { $count } more datasets
    }
data-all = Show all datasets
data-sort = Order
data-sort-fresh = newest data first
data-sort-name = by name
data-facet-any = all
data-facet-publisher = Publisher
data-facet-theme = Subject
data-facet-licence = What you may do
data-facet-format = File format
data-facet-catalogue = Catalogue
data-catalogue-own = This town
data-other = From another catalogue: { $catalog }. Not checked here.
data-as-of = as of { $date }
data-rows =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }

## The card
data-back = All datasets
data-card-title = A dataset
data-not-there = There is no such dataset
data-not-there-text = This town has no dataset “{ $dataset }”. Perhaps the link is old.
data-part-covers = What it covers
data-part-accuracy = How accurate it is
data-part-licence = What you may do with it
data-part-people = Whose it is, and who uses it
data-part-chain = From sensor to chart
data-part-ethics = Questions of ethics, and their answers
data-part-files = Download the files
data-part-record = The record behind this card
data-record-text = Everything on this card comes from one file that programs can read too (DCAT-AP, the European standard for catalogues of data).
data-record-jsonld = Record as JSON-LD
data-record-turtle = Record as Turtle
data-record-more = More from the record
data-place = Between { $south } and { $north } degrees north, { $west } and { $east } degrees east
data-technical = Technical details
data-file-more = More about { $path }
data-file-more-any = More about this file

## What a licence lets you do
data-licence-short-free = free for any use
data-licence-short-named = free, name the source
data-licence-short-alike = free, share alike
data-licence-short-not-commercial = not for business
data-licence-short-unchanged = only unchanged
data-licence-short-unknown = see the licence
data-licence-free = You may use, change and pass on these data for anything, also to earn money. You need not ask, and you need not name the source.
data-licence-named = You may use, change and pass on these data, also to earn money, if you name the source and say what you changed.
data-licence-alike = You may use, change and pass on these data, also to earn money, if you name the source. What you make of them you must pass on under the same licence.
data-licence-not-commercial = You may use and pass on these data, but not to earn money. For that, ask the owner.
data-licence-unchanged = You may pass on these data, but only as they are.
data-licence-unknown = We do not know this licence. Read it before you use the data.

## The chain
data-chain-lead = Open a step to read who did it, when and with which program, how many rows went in and came out, and what was left out. The arrow keys go from step to step.
data-chain-sensor = Counted by
data-chain-raw = Raw files
data-chain-done = Processed
data-chain-published = Published
data-chain-who = Who
data-chain-when = When
data-chain-words = In the program’s own words
data-chain-software = Program
data-chain-fetched = Fetched on
data-chain-known = Known about it
data-chain-these = Files
data-chain-file = File
data-chain-in = Rows in
data-chain-out = Rows out
data-chain-left = Left out
data-chain-nothing-left = nothing: every row was kept
data-chain-files =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
data-chain-more-files =
    { $count ->
        [one] Show { $count } more file
       *[other] Show { $count } more files
    }
data-chain-incidents =
    { $count ->
        [one] { $count } fault, move or calibration, see above
       *[other] { $count } faults, moves or calibrations, see above
    }
data-chain-hours =
    { $hours ->
        [one] { $hours } hour used
       *[other] { $hours } hours used
    }
data-chain-about = What it is about
data-chain-method = How
data-chain-part = rows { $first } to { $last } of { $file }
data-chain-rows = Rows of this counter
data-chain-outside = Of those, outside the period
data-chain-of-period = Hours of the period
data-chain-used = Hours used
data-chain-off = Left out: the counter was off
data-chain-low-uptime = Left out: it ran for less than half of the hour
data-chain-no-value = Left out: no value for this figure
data-chain-incident = Left out: the sensor was faulty
data-chain-absent = Hours without a row
data-chain-adds-up = It adds up
data-chain-back = Back to this figure and its sum

## Properties of a record
data-property-title = Title
data-property-description = Description
data-property-identifier = Identifier
data-property-temporal = Period with data
data-property-startdate = First day
data-property-enddate = Last day
data-property-spatial = Place
data-property-centroid = Middle
data-property-bbox = Box around it
data-property-transportmode = Who is counted
data-property-mobilitytheme = Subject
data-property-theme = Field (EU)
data-property-networkcoverage = Roads
data-property-georeferencingmethod = How places are told
data-property-accrualperiodicity = How often it grows
data-property-retrieved = Raw files fetched on
data-property-keyword = Keywords
data-property-device = Counted by
data-property-hasqualityannotation = In words
data-property-hasqualitymeasurement = In figures
data-property-incident = What happened to the sensors
data-property-segment = Counter
data-property-license = Licence
data-property-attribution = Name the source like this
data-property-accessrights = Who may have it
data-property-publisher = Publisher
data-property-rightsholder = Owner
data-property-contactpoint = Contact
data-property-isreferencedby = Used by
data-property-name = Name
data-property-fn = Name
data-property-homepage = Website
data-property-mbox = E-mail
data-property-hasemail = E-mail
data-property-hasurl = Website
data-property-sensorlabel = Label of the sensor
data-property-why = Why these data?
data-property-seen = Who is seen?
data-property-missed = Who is missed?
data-property-findable = Could a person be found in them?
data-property-consent = Where do they come from, and who agreed?
data-property-errors = Which errors are known?
data-property-decides = Who decides?
data-property-objection = Who may object, and how?
data-property-results = What happens with the results?
data-property-until = Until when?
data-property-responsible = Who is responsible?
data-property-accessurl = Where it is
data-property-downloadurl = Download
data-property-mediatype = Kind of file
data-property-format = Format
data-property-mobilitydatastandard = Standard
data-property-rights = Terms
data-property-type = Kind
data-property-bytesize = Size
data-property-checksum = Fingerprint
data-property-algorithm = Way it is computed
data-property-checksumvalue = SHA-256
data-property-rows = Rows
data-property-ispartof = Part of the dataset
data-property-wasderivedfrom = Made from
data-property-wasgeneratedby = Made by
data-property-label = Name
data-property-motivatedby = Purpose of this remark

## Codes
data-term-traffic-volume = how much traffic
data-term-speed = speed
data-term-static-road-network-data = map of the streets
data-term-other = other
data-term-tran = transport
data-term-public = everybody
data-term-pedestrian = people on foot
data-term-bicycle = bikes
data-term-car = cars
data-term-truck = heavy vehicles
data-term-motorways = motorways
data-term-tern-network = European main roads
data-term-regional-roads = regional roads
data-term-urban-and-local-roads = streets and local roads
data-term-geocoordinates = by coordinates
data-term-unknown = not known
data-term-cont = all the time
data-term-hourly = every hour
data-term-daily = every day
data-term-weekly = every week
data-term-monthly = every month
data-term-quarterly = every three months
data-term-annual = every year
data-term-irreg = now and then
data-term-never = not any more
data-term-licence-provided-free-of-charge = free of charge
data-term-checksumalgorithm-sha256 = SHA-256
data-term-qualityassessment = to say how good the data are
data-term-rows-read = Rows read
data-term-rows-kept = Rows kept
data-term-rows-refused = Rows refused
data-term-rows-published = Rows published
data-term-counted-segments = Counted stretches of street
data-term-hours-of-period = Hours from the first to the last day
data-term-usable-hours = Usable hours
data-term-telraam = Telraam sensor: a small camera behind a window
data-term-induction-loop = loop in the road: it feels metal pass
data-term-pneumatic-tube = tube over the road: wheels press it
data-term-overhead = radar or infrared beside or above the road
data-term-sensor-fault = faulty
data-term-sensor-moved = moved or replaced
data-term-calibration = calibrated
data-term-purpose = why
data-term-tech = with what
data-term-process = how
data-term-data = what comes of it
data-term-access = who may have it
data-term-storage = where it is kept
data-term-retention = how long
data-term-accountable = who answers for it

## What figures mean
data-meaning-rows-read = Lines of the raw files.
data-meaning-rows-kept = Of those, the ones that could be read and made sense.
data-meaning-rows-refused = Of those, the ones that were not kept; the chain says why.
data-meaning-rows-published = Lines of the files that you can download here.
data-meaning-counted-segments = Places with a counter.
data-meaning-hours-of-period = Of all counters together, each from its first to its last day.
data-meaning-usable-hours = Of those, hours in which the counter ran for at least half of the time. The others are gaps, never zeros.

# A catalogue of others by its address.
data-open-other = Open another catalogue
data-open-address = Address of the catalogue
data-open-hint = A file in DCAT-AP: JSON-LD, Turtle or RDF/XML. Its list is shown here, and nothing of it is kept.
data-open-button = Open
data-open-title = A catalogue from elsewhere
data-open-town = The town’s own datasets
data-open-warning-title = These are not the town’s data.
data-open-warning = They come from { $origin }. Nobody here has checked them. Their links lead to other sites.
data-open-failed = This catalogue cannot be shown.
data-open-not-web = This address cannot be opened. It should begin with https:// or http://.
data-open-host = This site may not ask { $host } for files. Ask whoever runs the site to allow this host, or to copy the catalogue to the site.
data-open-offline = There is no answer from { $host } that this page may read. You may be offline, or that host keeps its files from other sites (CORS).
data-open-status = { $host } does not give the file (status { $status }). Check the address.
data-open-large = The file is larger than { $most }. That is more than this page reads.
data-open-unreadable = The file is no catalogue that this page can read: { $found }. It reads DCAT-AP as JSON-LD, Turtle or RDF/XML.
data-open-unreadable-at = The file is no catalogue that this page can read. Line { $line }, column { $column }: { $found }. It reads DCAT-AP as JSON-LD, Turtle or RDF/XML.
data-open-context = Only another file, its context, explains the words in this file, and this page does not know that context. Ask the publisher for Turtle, for RDF/XML, or for the long form of JSON-LD.
data-open-empty = The file can be read, but there is no dataset in it.
data-open-gone = The part of the page that reads catalogues did not get through. Load the page again.
data-figure-nothing = No rows were used for this figure, so there is no way to show.

# Steps of the processing.
data-term-step-read = Raw files read
data-term-step-refused = Rows refused
data-term-step-noted = Oddities noted
data-term-step-unread = Files that could not be read
data-term-step-simulated = Made up by a simulation
data-term-step-drawn = Drawn by hand
data-term-step-computed = Computed from rules
data-term-step-limit = Speed limit taken from another source

# Where a dataset has data.
data-map-streets =
    { $count ->
        [one] One of the town’s { $all } streets has these data. It is coloured; the other streets are grey.
       *[other] { $count } of the town’s { $all } streets have these data. They are coloured; the other streets are grey.
    }
data-map-area = The frame shows the area that these data are about, on the streets of the town.
data-map-more =
    { $count ->
        [one] One more street
       *[other] { $count } more streets
    }
