### The page about what is counted and what is not.

ethics-title = Was gezählt wird, und was nie
ethics-lead = In einfachen Worten: was in der Straße gezählt wird und was nie, wer fehlt, was schiefgehen kann und wie man widerspricht.
ethics-contents = Auf dieser Seite

ethics-counted-title = Was gezählt wird
ethics-counted-1 = Wie viele Menschen zu Fuß, Fahrräder, Autos und schwere Fahrzeuge an einer Stelle vorbeikommen, je Stunde oder Viertelstunde.
ethics-counted-2 = Wie schnell gefahren wird, als Zahl je Geschwindigkeitsklasse. Nie die Geschwindigkeit eines einzelnen Fahrzeugs.
ethics-counted-3 = In welche Richtung sie unterwegs sind.
ethics-counted-4 = Wo Leihräder und Leihroller stehen, als Summe je Straße und Gemeinde.
ethics-never-title = Was nie
ethics-never-1 = Keine Bilder, keine Gesichter, keine Kennzeichen.
ethics-never-2 = Keine Namen und keine Nummern von Telefonen oder anderen Geräten.
ethics-never-3 = Keine Wege einer einzelnen Person und kein Ort eines einzelnen Leihfahrzeugs.
ethics-never-4 = Nichts über Sie auf dieser Seite: keine Cookies und kein Konto. Straßen, die Sie nachschlagen, bleiben nur auf Ihrem Gerät, wenn Sie das wählen.

ethics-missed-title = Wer fehlt
ethics-missed-1 = Wer nachts oder im Nebel vorbeikommt: Eine Kamera sieht dann Bewegung, aber nicht, was sich bewegt.
ethics-missed-2 = Menschen im Rollstuhl, auf einem Roller oder mit Kinderwagen gelten oft als zu Fuß oder werden gar nicht gesehen. Kleine Kinder auch.
ethics-missed-3 = Straßen ohne Zähler. Sie sind nicht ruhig: Wir wissen es nicht.
ethics-missed-4 = Menschen, die wegbleiben, weil die Straße nicht sicher ist. Niemand kann sie zählen.

ethics-risk-title = Was schiefgehen kann
ethics-risk-1 = In einer Straße mit wenigen Häusern kann jemand erraten, wer vorbeifuhr. Darum werden kleine Zahlen von Fahrten nicht gezeigt, und feiner ist nicht immer besser.
ethics-risk-2 = Eine Zahl wirkt sicherer, als sie ist. Darum steht bei jeder, wie viel gemessen wurde und wie genau.
ethics-risk-3 = Nur über gezählte Straßen wird geredet, andere werden vergessen. Darum sagen die Seiten, wo nicht gezählt wird.
ethics-risk-4 = Geräte können später mehr Aufgaben bekommen. Darum hat jedes ein Schild, das sagt, was es tut, und Sie dürfen die Gemeinde fragen.

ethics-object-title = Wie Sie widersprechen
ethics-object-text = Finden Sie, dass etwas nicht gezählt oder veröffentlicht werden sollte? Schreiben Sie an den Herausgeber. Sagen Sie, um welchen Datensatz und welche Straße es geht, und warum. Sie müssen nicht sagen, wer Sie sind.
ethics-object-publisher = Herausgeber: { $name }
ethics-object-none = Der Herausgeber hat hier noch keine Adresse angegeben. Fragen Sie im Rathaus.
ethics-object-dataset = Zu einem Datensatz können Sie auch dem eigenen Kontakt schreiben; er steht auf der Karte unten.

ethics-small-title = Kleine Zahlen bleiben verborgen
ethics-small-text = Hinter einer Zahl wie eins, zwei oder drei kann eine einzelne Person stehen, die jemand kennt. Darum werden Fahrten unter zehn nicht gezeigt, null auch nicht. Es braucht noch eine Regel: Wer die Summe kennt, kann die gezeigten Zahlen abziehen. Ist nur eine Zahl verborgen, oder zusammen zu wenig, wird noch eine verborgen.
ethics-small-try = Probieren Sie es aus
ethics-small-caption = Fahrten mit Leihrädern ab einer Station in einer Woche. Ändern Sie die Zahlen.
ethics-small-to = Fahrten zu
ethics-small-counted = Gezählt
ethics-small-shown = Veröffentlicht
ethics-small-place-1 = Bahnhof
ethics-small-place-2 = Markt
ethics-small-place-3 = Krankenhaus
ethics-small-place-4 = Schule
ethics-small-place-5 = Schwimmbad
ethics-small-place-6 = Mühle
ethics-small-total = Summe
ethics-small-hidden = verborgen
ethics-small-why-small = kleiner als zehn
ethics-small-why-companion = sonst verrät Abziehen die andere
ethics-small-why-total = die Summe ist verborgen
ethics-small-none = Nichts ist verborgen: Jede Zahl ist zehn oder mehr.
ethics-small-all = Die Summe ist kleiner als zehn, also ist alles verborgen.
ethics-small-left =
    Die Summe { $total } weniger das Gezeigte ist { $left }.{ " " }{ $count ->
        [one] Eine Zahl ist verborgen.
       *[other] { $count } Zahlen sind verborgen, und niemand kann sagen, welche wie groß ist.
    }
ethics-small-naive = Ohne die zweite Regel wäre nur eine Zahl verborgen: Die Summe weniger alle anderen ergibt { $left }. Gefunden.
ethics-small-reset = Zurück zu den ersten Zahlen

ethics-cards-title = Die Ethikkarte jedes Datensatzes
ethics-cards-text = Bevor eine Stadt veröffentlicht, beantwortet sie elf Fragen. Hier stehen einige Antworten; alle stehen auf der Datenseite.
ethics-card-open =
    { $count ->
        [0] Alle Fragen sind beantwortet.
        [one] Eine Frage hat noch keine Antwort.
       *[other] { $count } Fragen haben noch keine Antwort.
    }
ethics-card-none = Noch keine Frage ist beantwortet. Sie dürfen beim Kontakt danach fragen.
ethics-card-contact = Kontakt: { $name }
ethics-card-data = Alles über diesen Datensatz
ethics-card-label = Schild des Sensors
ethics-question-why = Warum diese Daten?
ethics-question-seen = Wer wird gesehen?
ethics-question-missed = Wer fehlt?
ethics-question-findable = Könnte eine Person darin gefunden werden?
ethics-question-consent = Woher kommen sie, und wer hat zugestimmt?
ethics-question-errors = Welche Fehler sind bekannt?
ethics-question-decides = Wer entscheidet darüber?
ethics-question-objection = Wer darf widersprechen, und wie?
ethics-question-results = Was geschieht mit den Ergebnissen?
ethics-question-until = Wann endet es?
ethics-question-responsible = Wer ist verantwortlich?

dilemma-title = Zehn Dilemmas
dilemma-invite = Veröffentlichen hilft und kann schaden. Was würden Sie tun? Zehn kurze Fragen; eine richtige Antwort gibt es nicht.
dilemma-invite-private = Ihre Antworten bleiben auf Ihrem Gerät. Nichts wird von selbst gesendet.
dilemma-start = Mit der ersten Frage beginnen
dilemma-go-on = Mit Ihren Antworten weitermachen
dilemma-back = Alles über Ethik
dilemma-place = Frage { $now } von { $all }
dilemma-choose = Was würden Sie tun?
dilemma-next = Nächste Frage
dilemma-previous = Vorige Frage
dilemma-to-end = Zu Ihren Antworten
dilemma-unknown = Diese Frage gibt es nicht. Beginnen Sie mit der ersten.
dilemma-grain-title = Sehen Sie es in echten Zahlen
dilemma-grain-text = { $mode } in { $street }, der ruhigsten Straße mit langer Zählung, { $period }. Bewegen Sie den Regler: Feinere Zahlen sagen mehr und verraten mehr.
dilemma-grain-label = Wie fein sind die Zahlen?
dilemma-grain-month = je Monat
dilemma-grain-week = je Woche
dilemma-grain-day = je Tag
dilemma-grain-hour = je Stunde
dilemma-grain-coarse = grob
dilemma-grain-fine = fein
dilemma-grain-detail =
    { $count ->
        [one] { $count } Zahl wird veröffentlicht.
       *[other] { $count } Zahlen werden veröffentlicht.
    }
dilemma-grain-risk =
    { $count ->
        [0] Keine davon liegt zwischen eins und neun.
        [one] Eine davon ({ $share }) liegt zwischen eins und neun.
       *[other] { $count } davon ({ $share }) liegen zwischen eins und neun.
    }
dilemma-grain-single =
    { $count ->
        [0] In keiner kam genau eins vorbei.
        [one] In einer kam genau eins vorbei.
       *[other] In { $count } davon kam genau eins vorbei.
    }
dilemma-grain-picture = Von hundert Zahlen sind so viele dunkel, wie zwischen eins und neun liegen.
dilemma-grain-missing = Keine Straße dieser Stadt wurde lange genug gezählt, um das zu zeigen.
dilemma-level-town = für die ganze Stadt
dilemma-level-month = je Monat
dilemma-level-municipality = je Gemeinde
dilemma-level-station = je Station
dilemma-level-hour = je Stunde und Art des Tages
dilemma-level-municipality-hour = je Gemeinde, Stunde und Art des Tages
dilemma-share-text = Abfahrten von { $operator }, { $period }. Bewegen Sie den Regler: Feinere Zahlen sagen mehr, und mehr von ihnen würden auf wenige Menschen zeigen.
dilemma-share-risk = { $count } davon ({ $share }) sind verborgen: Sie liegen unter { $k } oder würden eine solche verraten.
dilemma-share-picture = Von hundert Zahlen sind so viele dunkel, wie klein sind.
dilemma-share-missing = Diese Stadt veröffentlicht keine Zahlen, die das zeigen könnten.
dilemma-night-text = Fahrzeuge von { $operator }, die zwischen Mitternacht und fünf auf der Straße standen, im Mittel, { $period }. Bewegen Sie den Regler: Je feiner Ort und Stunde, desto weniger stehen dort.
dilemma-night-risk = { $count } davon ({ $share }) liegen zwischen eins und { $k }: wenige Fahrzeuge, vielleicht vor einem Haus.
dilemma-nothing-camera-that-could-more = Keine Zahl kann das zeigen: Zählungen sagen nicht, was eine Kamera noch könnte.
dilemma-nothing-who-is-missed = Keine Zahl kann das zeigen: Wer nicht gezählt wird, steht in keiner Datei.
dilemma-nothing-small-car-park = Diese Stadt veröffentlicht keine Zahlen von Parkplätzen, die das zeigen könnten.
dilemma-nothing-list-of-worst-streets = In dieser Stadt werden { $count } von { $all } Straßen gezählt. Nur sie können auf der Liste stehen.

dilemma-end-title = Ihre Antworten
dilemma-end-text =
    { $count ->
        [0] Sie haben noch keine Frage beantwortet.
        [one] Sie haben eine von { $all } Fragen beantwortet.
       *[other] Sie haben { $count } von { $all } Fragen beantwortet.
    }
dilemma-end-kept = Sie sind nur in diesem Fenster und weg, wenn Sie es schließen. Sie können sie als kleine Datei ohne Ihren Namen herunterladen und der Stadt senden. Sie zählt alle Antworten zusammen und nennt keine Zahl unter zehn.
dilemma-end-unanswered = nicht beantwortet
dilemma-end-download = Meine Antworten herunterladen
dilemma-end-mail = An { $name } schreiben
dilemma-end-mail-hint = Das öffnet Ihr eigenes Mailprogramm. Hängen Sie die Datei selbst an; Ihr Brief zeigt Ihre Adresse.
dilemma-end-mail-none = Die Stadt hat noch keine Adresse für Antworten angegeben.
dilemma-end-mail-subject = Antworten auf die Dilemmas zu Straßendaten
dilemma-end-mail-body = Meine Antworten stehen in der angehängten Datei { $file }.
dilemma-end-clear = Neu beginnen
dilemma-end-cleared = Ihre Antworten sind weg.

label-page-title = Schild eines Sensors
label-page-lead = Ein Blatt für ein Fenster oder einen Mast: was hier zählt, warum, und was daraus wird. Es passt auf A5.
label-here = Hier wird gezählt
label-print = Dieses Schild drucken
label-dataset = Datensatz
label-street = Straße
label-street-none = ohne Straße
label-none = Davon gibt es kein Schild: Kein Datensatz mit einem Sensor passt.
label-category-purpose = Warum
label-category-tech = Womit
label-category-process = Wie
label-category-data = Was dabei herauskommt
label-category-access = Wer sie haben kann
label-category-storage = Wo sie liegen
label-category-retention = Wie lange
label-category-accountable = Wer dafür einsteht
label-question = Fragen oder Widerspruch?
label-by = Von { $name }
label-scan-street = Scannen Sie für die Zahlen dieser Straße
label-scan-data = Scannen Sie für alles über diese Daten
label-qr = QR-Code von { $address }
