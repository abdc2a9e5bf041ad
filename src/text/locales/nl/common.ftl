### Woorden die op meer dan één plaats staan.

common-hours =
    { $hours ->
        [one] { $hours } uur
       *[other] { $hours } uur
    }
common-period = { $start } tot en met { $end }
common-months = { $start } tot en met { $end }
list-and = { $rest } en { $last }

month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
month-short-1 = jan
month-short-2 = feb
month-short-3 = mrt
month-short-4 = apr
month-short-5 = mei
month-short-6 = jun
month-short-7 = jul
month-short-8 = aug
month-short-9 = sep
month-short-10 = okt
month-short-11 = nov
month-short-12 = dec

weekday-1 = maandag
weekday-2 = dinsdag
weekday-3 = woensdag
weekday-4 = donderdag
weekday-5 = vrijdag
weekday-6 = zaterdag
weekday-7 = zondag
weekday-short-1 = ma
weekday-short-2 = di
weekday-short-3 = wo
weekday-short-4 = do
weekday-short-5 = vr
weekday-short-6 = za
weekday-short-7 = zo

day-working = Werkdagen
day-saturday = Zaterdagen
day-sunday = Zondagen en feestdagen

mode-pedestrian = Voetgangers
mode-bike = Fietsen
mode-car = Auto’s
mode-heavy = Zwaar verkeer
mode-night = Passages in het donker
mode-inline-pedestrian = voetgangers
mode-inline-bike = fietsen
mode-inline-car = auto’s
mode-inline-heavy = zware voertuigen
mode-inline-night = passages in het donker
mode-one-pedestrian = een voetganger
mode-one-bike = een fiets
mode-one-car = een auto
mode-one-heavy = een zwaar voertuig
mode-one-night = een passage in het donker

state-measured = gemeten
state-partial = deels gemeten
state-estimated = geschat
state-missing = geen gegevens
state-meaning-measured = Er is (bijna) de hele tijd geteld.
state-meaning-partial = Er is een deel van de tijd geteld; de rest weten we niet.
state-meaning-estimated = Berekend uit andere uren, want hier is niet geteld.
state-meaning-missing = Er is niet geteld. Dat is geen nul.
