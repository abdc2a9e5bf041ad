### The page about what is counted and what is not.

ethics-title = Wat geteld wordt, en wat nooit
ethics-lead = In gewone woorden: wat er in de straat geteld wordt en wat nooit, wie gemist wordt, wat er mis kan gaan en hoe u bezwaar maakt.
ethics-contents = Op deze pagina

ethics-counted-title = Wat geteld wordt
ethics-counted-1 = Hoeveel voetgangers, fietsen, auto’s en zware voertuigen er op een plaats voorbijkomen, per uur of per kwartier.
ethics-counted-2 = Hoe snel voertuigen rijden, als een aantal per snelheidsklasse. Nooit de snelheid van één voertuig.
ethics-counted-3 = In welke richting ze gaan.
ethics-counted-4 = Waar deelfietsen en deelsteps staan, als som per straat en gemeente.
ethics-never-title = Wat nooit
ethics-never-1 = Geen beelden, geen gezichten, geen nummerplaten.
ethics-never-2 = Geen namen, en geen nummers van telefoons of andere toestellen.
ethics-never-3 = Geen ritten van één persoon, en geen plaats van één deelvoertuig.
ethics-never-4 = Niets over u op deze site: geen cookies en geen account. Straten die u opzoekt, blijven alleen op uw toestel als u daarvoor kiest.

ethics-missed-title = Wie gemist wordt
ethics-missed-1 = Wie ’s nachts of in de mist voorbijkomt: een camera ziet dan beweging, maar niet wat er beweegt.
ethics-missed-2 = Mensen in een rolstoel, op een step of met een kinderwagen worden vaak voor voetgangers gehouden, of helemaal niet gezien. Kleine kinderen ook.
ethics-missed-3 = Straten zonder teller. Die zijn niet rustig: we weten het niet.
ethics-missed-4 = Mensen die wegblijven omdat de straat niet veilig is. Niemand kan hen tellen.

ethics-risk-title = Wat er mis kan gaan
ethics-risk-1 = In een straat met weinig huizen kan iemand raden wie er voorbijreed. Daarom worden kleine aantallen ritten niet getoond, en is fijner niet altijd beter.
ethics-risk-2 = Een getal lijkt zekerder dan het is. Daarom staat bij elk cijfer hoeveel er gemeten is en hoe nauwkeurig.
ethics-risk-3 = Alleen over getelde straten wordt gepraat, andere worden vergeten. Daarom zeggen de pagina’s waar er niet geteld wordt.
ethics-risk-4 = Toestellen kunnen later meer taken krijgen. Daarom heeft elk een label dat zegt wat het doet, en mag u de gemeente ernaar vragen.

ethics-object-title = Hoe u bezwaar maakt
ethics-object-text = Vindt u dat iets niet geteld of gepubliceerd mag worden? Schrijf naar de uitgever. Zeg over welke dataset en welke straat het gaat, en waarom. U hoeft niet te zeggen wie u bent.
ethics-object-publisher = Uitgever: { $name }
ethics-object-none = De uitgever heeft hier nog geen adres gegeven. Vraag het op het gemeentehuis.
ethics-object-dataset = Over één dataset kunt u ook schrijven naar het eigen contact; dat staat op de kaart hieronder.

ethics-small-title = Kleine aantallen blijven verborgen
ethics-small-text = Achter een aantal van één, twee of drie kan één persoon zitten die iemand kent. Daarom worden ritten onder de tien niet getoond, nul ook niet. Er is nog een regel nodig: wie het totaal kent, kan de getoonde aantallen aftrekken. Is er maar één aantal verborgen, of samen te weinig, dan wordt er nog een verborgen.
ethics-small-try = Probeer het zelf
ethics-small-caption = Ritten met deelfietsen vanaf één station in een week. Verander de aantallen.
ethics-small-to = Ritten naar
ethics-small-counted = Geteld
ethics-small-shown = Gepubliceerd
ethics-small-place-1 = het station
ethics-small-place-2 = de markt
ethics-small-place-3 = het ziekenhuis
ethics-small-place-4 = de school
ethics-small-place-5 = het zwembad
ethics-small-place-6 = de molen
ethics-small-total = Totaal
ethics-small-hidden = verborgen
ethics-small-why-small = kleiner dan tien
ethics-small-why-companion = anders verraadt aftrekken het andere
ethics-small-why-total = het totaal is verborgen
ethics-small-none = Er is niets verborgen: elk aantal is tien of meer.
ethics-small-all = Het totaal is kleiner dan tien, dus alles is verborgen.
ethics-small-left =
    Het totaal { $total } min wat er getoond wordt is { $left }.{ " " }{ $count ->
        [one] Eén aantal is verborgen.
       *[other] { $count } aantallen zijn verborgen, en niemand kan zeggen welk hoe groot is.
    }
ethics-small-naive = Zonder de tweede regel zou maar één aantal verborgen zijn: het totaal min alle andere geeft { $left }. Gevonden.
ethics-small-reset = Terug naar de eerste aantallen

ethics-cards-title = De ethische kaart van elke dataset
ethics-cards-text = Voor een gemeente publiceert, antwoordt ze op elf vragen. Hier staan enkele antwoorden; alle staan op de datapagina.
ethics-card-open =
    { $count ->
        [0] Alle vragen zijn beantwoord.
        [one] Eén vraag heeft nog geen antwoord.
       *[other] { $count } vragen hebben nog geen antwoord.
    }
ethics-card-none = Nog geen enkele vraag is beantwoord. U mag het contact erom vragen.
ethics-card-contact = Contact: { $name }
ethics-card-data = Alles over deze dataset
ethics-card-label = Label van de sensor
ethics-question-why = Waarom deze data?
ethics-question-seen = Wie wordt gezien?
ethics-question-missed = Wie wordt gemist?
ethics-question-findable = Kan een persoon erin gevonden worden?
ethics-question-consent = Waar komen ze vandaan, en wie stemde toe?
ethics-question-errors = Welke fouten zijn bekend?
ethics-question-decides = Wie beslist erover?
ethics-question-objection = Wie mag bezwaar maken, en hoe?
ethics-question-results = Wat gebeurt er met de resultaten?
ethics-question-until = Wanneer eindigt het?
ethics-question-responsible = Wie is verantwoordelijk?

dilemma-title = Tien dilemma’s
dilemma-invite = Publiceren helpt en kan ook schaden. Wat zou u doen? Tien korte vragen; er is geen juist antwoord.
dilemma-invite-private = Uw antwoorden blijven op uw toestel. Er wordt niets vanzelf verstuurd.
dilemma-start = Begin met de eerste vraag
dilemma-go-on = Ga verder met uw antwoorden
dilemma-back = Alles over ethiek
dilemma-place = Vraag { $now } van { $all }
dilemma-choose = Wat zou u doen?
dilemma-next = Volgende vraag
dilemma-previous = Vorige vraag
dilemma-to-end = Naar uw antwoorden
dilemma-unknown = Die vraag bestaat niet. Begin met de eerste.
dilemma-grain-title = Bekijk het in echte aantallen
dilemma-grain-text = { $mode } in { $street }, de rustigste straat met een lange telling, { $period }. Schuif de regelaar: fijnere aantallen vertellen meer, en verraden meer.
dilemma-grain-label = Hoe fijn zijn de aantallen?
dilemma-grain-month = per maand
dilemma-grain-week = per week
dilemma-grain-day = per dag
dilemma-grain-hour = per uur
dilemma-grain-coarse = grof
dilemma-grain-fine = fijn
dilemma-grain-detail =
    { $count ->
        [one] { $count } aantal wordt gepubliceerd.
       *[other] { $count } aantallen worden gepubliceerd.
    }
dilemma-grain-risk =
    { $count ->
        [0] Geen enkel ligt tussen één en negen.
        [one] Eén ervan ({ $share }) ligt tussen één en negen.
       *[other] { $count } ervan ({ $share }) liggen tussen één en negen.
    }
dilemma-grain-single =
    { $count ->
        [0] In geen enkel kwam er precies één voorbij.
        [one] In één ervan kwam er precies één voorbij.
       *[other] In { $count } ervan kwam er precies één voorbij.
    }
dilemma-grain-picture = Van honderd aantallen zijn er zoveel donker als er tussen één en negen liggen.
dilemma-grain-missing = Geen straat van deze gemeente is lang genoeg geteld om dit te tonen.
dilemma-level-town = voor de hele stad
dilemma-level-month = per maand
dilemma-level-municipality = per gemeente
dilemma-level-station = per station
dilemma-level-hour = per uur en soort dag
dilemma-level-municipality-hour = per gemeente, uur en soort dag
dilemma-share-text = Vertrekken van { $operator }, { $period }. Schuif de regelaar: fijnere aantallen vertellen meer, en meer ervan zouden naar enkele mensen wijzen.
dilemma-share-risk = { $count } ervan ({ $share }) zijn verborgen: ze liggen onder { $k }, of zouden er een verraden die dat doet.
dilemma-share-picture = Van honderd aantallen zijn er zoveel donker als er klein zijn.
dilemma-share-missing = Deze gemeente publiceert geen aantallen die dit kunnen tonen.
dilemma-night-text = Voertuigen van { $operator } die tussen middernacht en vijf uur op straat stonden, gemiddeld, { $period }. Schuif de regelaar: hoe fijner de plaats en het uur, hoe minder er staan.
dilemma-night-risk = { $count } ervan ({ $share }) liggen tussen één en { $k }: enkele voertuigen, misschien voor één huis.
dilemma-nothing-camera-that-could-more = Geen aantal kan dit tonen: tellingen zeggen niet wat een camera nog meer zou kunnen.
dilemma-nothing-who-is-missed = Geen aantal kan dit tonen: wie niet wordt geteld, staat in geen bestand.
dilemma-nothing-small-car-park = Deze gemeente publiceert geen aantallen van parkings die dit kunnen tonen.
dilemma-nothing-list-of-worst-streets = In deze gemeente worden { $count } van de { $all } straten geteld. Alleen die kunnen op de lijst staan.

dilemma-end-title = Uw antwoorden
dilemma-end-text =
    { $count ->
        [0] U hebt nog geen vraag beantwoord.
        [one] U hebt één van { $all } vragen beantwoord.
       *[other] U hebt { $count } van { $all } vragen beantwoord.
    }
dilemma-end-kept = Ze staan alleen in dit venster en zijn weg als u het sluit. U kunt ze downloaden als een klein bestand zonder uw naam en aan de gemeente sturen. Die telt alle antwoorden op en vertelt geen aantal onder de tien.
dilemma-end-unanswered = niet beantwoord
dilemma-end-download = Download mijn antwoorden
dilemma-end-mail = Schrijf naar { $name }
dilemma-end-mail-hint = Dit opent uw eigen mailprogramma. Voeg het bestand zelf toe; uw brief toont uw adres.
dilemma-end-mail-none = De gemeente heeft nog geen adres voor antwoorden gegeven.
dilemma-end-mail-subject = Antwoorden op de dilemma’s over straatdata
dilemma-end-mail-body = Mijn antwoorden staan in het bestand { $file } in de bijlage.
dilemma-end-clear = Begin opnieuw
dilemma-end-cleared = Uw antwoorden zijn weg.

label-page-title = Label van een sensor
label-page-lead = Een blad voor aan een raam of een paal: wat hier telt, waarom, en wat ermee gebeurt. Het past op A5.
label-here = Hier wordt geteld
label-print = Druk dit label af
label-dataset = Dataset
label-street = Straat
label-street-none = zonder straat
label-none = Hiervan is er geen label: geen dataset met een sensor past.
label-category-purpose = Waarom
label-category-tech = Waarmee
label-category-process = Hoe
label-category-data = Wat eruit komt
label-category-access = Wie erbij kan
label-category-storage = Waar het bewaard wordt
label-category-retention = Hoe lang
label-category-accountable = Wie het verantwoordt
label-question = Vragen of bezwaar?
label-by = Door { $name }
label-scan-street = Scan voor de cijfers van deze straat
label-scan-data = Scan voor alles over deze data
label-qr = QR-code van { $address }
