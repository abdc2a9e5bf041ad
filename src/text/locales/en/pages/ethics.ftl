### The page about what is counted and what is not.

ethics-title = What is counted, and what never is
ethics-lead = In plain words: what is counted in the street and what never is, who is missed, what could go wrong, and how to object.
ethics-contents = On this page

ethics-counted-title = What is counted
ethics-counted-1 = How many pedestrians, bicycles, cars and heavy vehicles pass a place, per hour or quarter of an hour.
ethics-counted-2 = How fast vehicles drive, as a number per speed class. Never the speed of one vehicle.
ethics-counted-3 = In which direction they go.
ethics-counted-4 = Where shared bicycles and scooters stand, as sums per street and municipality.
ethics-never-title = What never is
ethics-never-1 = No pictures, no faces, no number plates.
ethics-never-2 = No names, and no numbers of phones or other devices.
ethics-never-3 = No trips of one person, and no place of one shared vehicle.
ethics-never-4 = Nothing about you on this site: no cookies and no account. Streets that you look up stay on your device only if you choose so.

ethics-missed-title = Who is missed
ethics-missed-1 = Who passes at night or in fog: a camera sees movement then, but not what moves.
ethics-missed-2 = People in wheelchairs, on scooters or with a pram are often taken for pedestrians, or not seen at all. Small children too.
ethics-missed-3 = Streets without a counter. They are not quiet: we do not know.
ethics-missed-4 = People who stay away because the street is not safe. Nobody can count them.

ethics-risk-title = What could go wrong
ethics-risk-1 = In a street with few houses somebody may guess who drove by. That is why small numbers of trips are not shown, and why finer is not always better.
ethics-risk-2 = A number looks more certain than it is. That is why every figure says how much was measured and how accurate it is.
ethics-risk-3 = Only counted streets are talked about, and others are forgotten. That is why the pages say where nothing is counted.
ethics-risk-4 = Devices may be given more tasks later. That is why each has a label that says what it does, and you may ask the town.

ethics-object-title = How to object
ethics-object-text = Do you think that something should not be counted or published? Write to the publisher. Say which dataset and which street you mean, and why. You do not have to say who you are.
ethics-object-publisher = Publisher: { $name }
ethics-object-none = The publisher has not given an address here yet. Ask the town hall.
ethics-object-dataset = About one dataset you can also write to its own contact; it stands on the card below.

ethics-small-title = Small numbers stay hidden
ethics-small-text = Behind a number of one, two or three there may be one person whom somebody knows. So trips under ten are not shown, zero neither. One more rule is needed: who knows the total could subtract the numbers that are shown. If only one number is hidden, or too little together, another one is hidden as well.
ethics-small-try = Try it yourself
ethics-small-caption = Trips of shared bicycles from one station in a week. Change the numbers.
ethics-small-to = Trips to
ethics-small-counted = Counted
ethics-small-shown = Published
ethics-small-place-1 = the station
ethics-small-place-2 = the market
ethics-small-place-3 = the hospital
ethics-small-place-4 = the school
ethics-small-place-5 = the swimming pool
ethics-small-place-6 = the mill
ethics-small-total = Total
ethics-small-hidden = hidden
ethics-small-why-small = smaller than ten
ethics-small-why-companion = else subtraction would tell the other
ethics-small-why-total = the total is hidden
ethics-small-none = Nothing is hidden: every number is ten or more.
ethics-small-all = The total is under ten, so everything is hidden.
ethics-small-left =
    The total { $total } less what is shown is { $left }.{ " " }{ $count ->
        [one] One number is hidden.
       *[other] { $count } numbers are hidden, and nobody can tell which of them is how large.
    }
ethics-small-naive = Without the second rule only one number would be hidden: the total less all the others gives { $left }. Found.
ethics-small-reset = Back to the first numbers

ethics-cards-title = The ethics card of each dataset
ethics-cards-text = Before a town publishes it answers eleven questions. Here are some of the answers; all of them are on the data page.
ethics-card-open =
    { $count ->
        [0] All questions are answered.
        [one] One question has no answer yet.
       *[other] { $count } questions have no answer yet.
    }
ethics-card-none = No question has been answered yet. You may ask the contact for it.
ethics-card-contact = Contact: { $name }
ethics-card-data = Everything about this dataset
ethics-card-label = Label of the sensor
ethics-question-why = Why these data?
ethics-question-seen = Who is seen?
ethics-question-missed = Who is missed?
ethics-question-findable = Could a person be found in them?
ethics-question-consent = Where do they come from, and who agreed?
ethics-question-errors = Which errors are known?
ethics-question-decides = Who decides about them?
ethics-question-objection = Who may object, and how?
ethics-question-results = What happens with the results?
ethics-question-until = When does it end?
ethics-question-responsible = Who is responsible?

dilemma-title = Ten dilemmas
dilemma-invite = Publishing helps and may hurt. What would you do? Ten short questions; there is no right answer.
dilemma-invite-private = Your answers stay on your device. Nothing is sent by itself.
dilemma-start = Begin with the first question
dilemma-go-on = Go on with your answers
dilemma-back = All about ethics
dilemma-place = Question { $now } of { $all }
dilemma-choose = What would you do?
dilemma-next = Next question
dilemma-previous = Previous question
dilemma-to-end = To your answers
dilemma-unknown = There is no such question. Begin with the first one.
dilemma-grain-title = See it in real numbers
dilemma-grain-text = { $mode } in { $street }, the quietest street with a long count, { $period }. Move the slider: finer numbers tell more, and give away more.
dilemma-grain-label = How fine are the numbers?
dilemma-grain-month = by month
dilemma-grain-week = by week
dilemma-grain-day = by day
dilemma-grain-hour = by hour
dilemma-grain-coarse = coarse
dilemma-grain-fine = fine
dilemma-grain-detail =
    { $count ->
        [one] { $count } number is published.
       *[other] { $count } numbers are published.
    }
dilemma-grain-risk =
    { $count ->
        [0] None of them is between one and nine.
        [one] One of them ({ $share }) is between one and nine.
       *[other] { $count } of them ({ $share }) are between one and nine.
    }
dilemma-grain-single =
    { $count ->
        [0] In none of them exactly one passed.
        [one] In one of them exactly one passed.
       *[other] In { $count } of them exactly one passed.
    }
dilemma-grain-picture = Of one hundred numbers, as many are dark as are between one and nine.
dilemma-grain-missing = No street of this town was counted long enough to show this.
dilemma-level-town = for the whole town
dilemma-level-month = by month
dilemma-level-municipality = by municipality
dilemma-level-station = by station
dilemma-level-hour = by hour and kind of day
dilemma-level-municipality-hour = by municipality, hour and kind of day
dilemma-share-text = Departures of { $operator }, { $period }. Move the slider: finer numbers tell more, and more of them would point at a few people.
dilemma-share-risk = { $count } of them ({ $share }) are hidden: they are under { $k }, or would tell one that is.
dilemma-share-picture = Of one hundred numbers, as many are dark as are small.
dilemma-share-missing = This town publishes no numbers that could show this.
dilemma-night-text = Vehicles of { $operator } that stood in the street between midnight and five, on average, { $period }. Move the slider: the finer the place and the hour, the fewer stand there.
dilemma-night-risk = { $count } of them ({ $share }) are between one and { $k }: a few vehicles, perhaps in front of one house.
dilemma-nothing-camera-that-could-more = No number can show this: counts do not tell what else a camera could do.
dilemma-nothing-who-is-missed = No number can show this: who is not counted is in no file.
dilemma-nothing-small-car-park = This town publishes no numbers of car parks that could show this.
dilemma-nothing-list-of-worst-streets = In this town { $count } of { $all } streets are counted. Only they could be on the list.

dilemma-end-title = Your answers
dilemma-end-text =
    { $count ->
        [0] You have not answered a question yet.
        [one] You have answered one of { $all } questions.
       *[other] You have answered { $count } of { $all } questions.
    }
dilemma-end-kept = They are in this window only and gone when you close it. You may download them as a small file without your name and send it to the town, which adds up all answers and tells no number under ten.
dilemma-end-unanswered = not answered
dilemma-end-download = Download my answers
dilemma-end-mail = Write to { $name }
dilemma-end-mail-hint = This opens your own mail program. Attach the file yourself; your letter shows your address.
dilemma-end-mail-none = The town has not given an address for answers yet.
dilemma-end-mail-subject = Answers to the dilemmas about street data
dilemma-end-mail-body = My answers are in the attached file { $file }.
dilemma-end-clear = Begin again
dilemma-end-cleared = Your answers are gone.

label-page-title = Label of a sensor
label-page-lead = A sheet for a window or a lamp post: what counts here, why, and what becomes of it. It prints on A5.
label-here = Counting happens here
label-print = Print this label
label-dataset = Dataset
label-street = Street
label-street-none = without a street
label-none = There is no label of this: no dataset with a sensor fits.
label-category-purpose = Why
label-category-tech = With what
label-category-process = How
label-category-data = What comes of it
label-category-access = Who may have it
label-category-storage = Where it is kept
label-category-retention = How long
label-category-accountable = Who is answerable
label-question = Questions, or do you object?
label-by = By { $name }
label-scan-street = Scan for the figures of this street
label-scan-data = Scan for all about these data
label-qr = QR code of { $address }
