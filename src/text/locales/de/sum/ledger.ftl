### Die Rechnung hinter einer Zahl: was „Rechnung zeigen“ öffnet und was `straatbeeld explain` ausgibt.
### Einfache Sprache (Niveau B1); die Fachwörter stehen daneben. $things ist „Autos“, „Fahrräder“ …


ledger-about = { $street } (Zählgerät { $segment }). { $mode }, { $period }. Tage und Stunden nach der Uhr von { $zone }.

ledger-how-day = Für jede Art von Tag und jede Stunde des Tages nehmen wir den Durchschnitt aller gezählten Stunden. Die Durchschnitte aller Stunden zusammen sind der Tag. So macht eine Stunde, die nicht gezählt wurde, den Tag nicht kleiner. Stunden des Tages, die an Werktagen fast nie gezählt wurden, bleiben bei jeder Art von Tag weg.
ledger-how-annual = Zuerst bilden wir für jeden Monat einen durchschnittlichen Tag: den Durchschnitt jeder Stunde jedes Wochentags, jeden Wochentag so oft, wie er in diesem Monat vorkommt. Wurde ein Wochentag zu einer Stunde nie gezählt, nehmen wir den Durchschnitt dieser Stunde an den anderen Werktagen oder am anderen Tag des Wochenendes. Die zwölf Monate zusammen sind das Jahr; ein langer Monat wiegt mehr als ein kurzer. Das gibt nur dann eine Zahl, wenn der Zeitraum ein Jahr oder länger ist und jeder Monat rund um die Uhr gezählt wurde, mindestens ein Viertel der Zeit. Zum Vergleich geben wir auch die AADT nach der AASHTO-Methode und den einfachen Durchschnitt; beide nutzen nur Tage, die (fast) ganz gezählt wurden.
ledger-how-peaks = Die Spitzenstunde ist die Stunde eines Werktags mit dem höchsten Durchschnitt: am Morgen von 7:00 bis 9:00 Uhr, am Abend von 16:00 bis 18:00 Uhr. K ist die 30.-stärkste Stunde des Zeitraums, als Teil des durchschnittlichen Tages eines Jahres (AADT). D ist der Teil der stärkeren Richtung in der stärkeren der zwei Spitzenstunden. PHF sagt, wie gleichmäßig die Viertelstunden dieser Stunde sind: Bei 1 sind alle gleich; von allen Tagen nehmen wir den in der Mitte.
ledger-how-week = Für jede Stunde jedes Wochentags suchen wir den Wert in der Mitte: Die Hälfte der Wochen hat mehr, die Hälfte hat weniger. Feiertage bleiben weg. Eine Stunde ist ungewöhnlich, wenn sie viel weiter von der Mitte liegt, als diese Stunde es sonst tut (z über 3 oder unter −3), und um mindestens 10 Bewegungen abweicht.
ledger-how-directions = Wir zählen beide Richtungen über dieselben Stunden zusammen: Eine Stunde ist nur dabei, wenn beide Richtungen einen Wert haben. Die Tabelle zeigt den Durchschnitt pro Stunde eines Werktags.
ledger-how-speeds = Wir zählen die Fahrzeuge jeder veröffentlichten Geschwindigkeitsklasse, zum Beispiel 30 bis 35 km/h, über alle Stunden zusammen. Die V85 ist die Geschwindigkeit, die 85 von 100 Fahrzeugen nicht überschreiten. Innerhalb einer Klasse nehmen wir an, dass die Geschwindigkeiten gleichmäßig verteilt sind. Den Anteil über dem Tempolimit finden wir auf dieselbe Weise. Unter 50 Fahrzeugen nennen wir keine Zahl.
ledger-how-speeds-mean = Nur die mittlere Geschwindigkeit jeder Stunde ist veröffentlicht. Wir nehmen den Durchschnitt davon; eine Stunde mit mehr Autos wiegt mehr. Über die Schnellen sagt das nichts.
ledger-how-months = Für jeden Monat bilden wir einen durchschnittlichen Tag: den Durchschnitt jeder Stunde jedes Wochentags, jeden Wochentag so oft, wie er in diesem Monat vorkommt. Wir vergleichen nur Stunden des Tages, die diese Monate gemeinsam haben. Fehlt höchstens ein Zehntel eines Monats, setzen wir dort den Durchschnitt ähnlicher Tage ein; dieser Monat heißt geschätzt und zählt beim Trend nicht mit. Für den Trend vergleichen wir jeden Monat mit demselben Monat anderer Jahre und nehmen von allen Unterschieden den in der Mitte (Theil–Sen). Dafür braucht es 24 Monate.
ledger-how-split = Wir zählen die Bewegungen jeder Art über die Stunden zusammen, in denen jede Art einen Wert hat, und teilen sie durch die Bewegungen aller Arten. Was im Dunkeln ohne Namen vorbeikam, bleibt weg. Den Anteil des Schwerverkehrs geben wir auch als Teil des Kraftverkehrs: Autos und Schwerfahrzeuge zusammen.

ledger-letters-day = t: Art von Tag; h: Stunde des Tages; i: eine der gezählten Stunden; n: wie viele das sind; V: Bewegungen; Σ: zusammenzählen.
ledger-letters-annual = h: Stunde; V: Bewegungen; n: wie viele Stunden gezählt sind; w: wie oft Wochentag j in Monat m vorkommt; d: Tage des Monats. In der Zeile von AASHTO: i: Wochentag; j: Monat; k: ein Tag, der ganz gezählt wurde. Σ: zusammenzählen.
ledger-letters-peaks = V_30: Bewegungen in der 30.-stärksten Stunde; V_left, V_right: Bewegungen pro Richtung; V_hour, V_15min: Bewegungen in der Stunde und in einer Viertelstunde davon; Σ: zusammenzählen; max: das Höchste.
ledger-letters-week = j: Wochentag; h: Stunde; i: Woche; V: Bewegungen; n: wie viele Stunden gezählt sind; MAD: der mittlere der Abstände vom Wert in der Mitte.
ledger-letters-directions = V_left, V_right: Bewegungen pro Richtung in einer Stunde; Σ: zusammenzählen.
ledger-letters-speeds = b: Geschwindigkeitsklasse; n: Fahrzeuge; V: Fahrzeuge in der Stunde; p: 0,85 für die V85; L, w: wo die Klasse beginnt und wie breit sie ist; F, f: der Teil aller Fahrzeuge unter der Klasse und in ihr; s: das Tempolimit.
ledger-letters-speeds-mean = v: mittlere Geschwindigkeit; V: Autos; i: eine der Stunden; Σ: zusammenzählen.
ledger-letters-months = m: Monat; j: Wochentag; h: Stunde; V: Bewegungen; n: wie viele Stunden gezählt sind; w: wie oft der Wochentag im Monat vorkommt; a, b: derselbe Monat in zwei Jahren; t: das Jahr; Σ: zusammenzählen.
ledger-letters-split = m: wer; V: Bewegungen in einer Stunde; Σ: zusammenzählen.

## Zeilen und Stunden
ledger-rows =
    { $rows ->
        [one] { $rows } Zeile dieses Zählgeräts wurde gelesen.
       *[other] { $rows } Zeilen dieses Zählgeräts wurden gelesen.
    }
ledger-rows-outside =
    { $outside ->
        [one] { $outside } davon liegt außerhalb des Zeitraums.
       *[other] { $outside } davon liegen außerhalb des Zeitraums.
    }
ledger-rows-parts = Eine Zeile steht für { $minutes } Minuten oder mehr. Aus diesen Zeilen bilden wir Stunden; eine Stunde hat einen Wert, wenn mindestens die Hälfte davon einen hat.
ledger-hours = Der Zeitraum hat { $hours } Stunden; genutzt: { $used }.
ledger-hours-left-out = Weggelassen: { $list }.
ledger-hours-off = { $hours }, in denen das Zählgerät aus war
ledger-hours-incident = { $hours }, in denen der Sensor bekanntlich gestört war
ledger-hours-low-uptime = { $hours }, in denen das Zählgerät weniger als die Hälfte der Zeit lief
ledger-hours-no-value =
    { $figure ->
        [week] { $hours } an einem Feiertag oder ohne Wert
        [directions] { $hours } ohne Wert für beide Richtungen
        [speeds] { $hours } ohne Geschwindigkeit
        [split] { $hours } ohne Wert für jede Art
       *[other] { $hours } ohne Wert für { $things }
    }
ledger-hours-absent =
    { $hours ->
        [one] { $hours } Stunde hat keine Zeile in den Dateien.
       *[other] { $hours } Stunden haben keine Zeile in den Dateien.
    }
ledger-hours-partial = In { $hours } der genutzten Stunden lief das Zählgerät nur einen Teil der Zeit.
ledger-holidays = Feiertage in diesem Zeitraum: { $days }. Sie zählen als Sonntage.
ledger-holidays-left-out = Feiertage in diesem Zeitraum, hier weggelassen: { $days }.
ledger-holidays-alike = Feiertage in diesem Zeitraum: { $days }. Hier sind sie Tage wie alle anderen.
ledger-holidays-none = In diesem Zeitraum liegt kein Feiertag.
ledger-method = Methode: { $name }, Version { $version }.

## Ergebnisse
ledger-results = Ergebnisse
ledger-column-result = Was
ledger-column-rounded = Ergebnis
ledger-column-full = Alle Stellen
ledger-column-origin = Nachzurechnen mit
ledger-origin-sql = SQL
ledger-origin-drawn = nur diesem Programm
ledger-nothing = Es gibt keine Zahl: Was dafür nötig ist, ist für diese Stelle nicht veröffentlicht.
ledger-remark-full = Mit allen Stellen ist ein Anteil ein Teil von 1.
ledger-remark-sql = „SQL“: Die Anweisung unten berechnet diese Zahl noch einmal aus denselben Dateien.
ledger-remark-drawn-weeks = „Nur diesem Programm“: gefunden, indem 1.000-mal ganze Wochen ausgelost wurden, mit einer festen Startzahl. Nur dieses Programm kann das genau wiederholen.
ledger-remark-drawn-months = „Nur diesem Programm“: gefunden, indem 1.000-mal Monate ausgelost wurden, sechs hintereinander, mit einer festen Startzahl. Nur dieses Programm kann das genau wiederholen.
ledger-remark-missing = Ein Strich bedeutet: Es gibt keine Zahl. Er ist keine Null.
ledger-passages = { $count } { $things }
ledger-per-year = { $percent } pro Jahr
ledger-side-both = Beide Richtungen

ledger-result-working = Werktag
ledger-result-working-low = Werktag, wahrscheinlich mindestens
ledger-result-working-high = Werktag, wahrscheinlich höchstens
ledger-result-saturday = Samstag
ledger-result-saturday-low = Samstag, wahrscheinlich mindestens
ledger-result-saturday-high = Samstag, wahrscheinlich höchstens
ledger-result-sunday = Sonn- oder Feiertag
ledger-result-sunday-low = Sonn- oder Feiertag, wahrscheinlich mindestens
ledger-result-sunday-high = Sonn- oder Feiertag, wahrscheinlich höchstens
ledger-result-fhwa = Durchschnittlicher Tag eines Jahres (AADT, FHWA)
ledger-result-fhwa-low = AADT, wahrscheinlich mindestens
ledger-result-fhwa-high = AADT, wahrscheinlich höchstens
ledger-result-aashto = Dasselbe nach der AASHTO-Methode
ledger-result-simple = Durchschnitt der ganzen Tage (ADT)
ledger-result-valid-days = Ganze Tage
ledger-result-madt = Durchschnittlicher Tag im { $which } (MADT)
ledger-result-morning = Spitzenstunde am Morgen
ledger-result-evening = Spitzenstunde am Abend
ledger-result-highest-30 = 30.-stärkste Stunde
ledger-result-k = K
ledger-result-d = D
ledger-result-phf = PHF
ledger-result-typical = { $which }: die 24 Werte in der Mitte zusammen
ledger-result-unusual = Ungewöhnliche Stunden
ledger-result-left = { $which }
ledger-result-right = { $which }
ledger-result-left-share = { $which }, Anteil
ledger-result-v85 = V85
ledger-result-v85-low = V85, wahrscheinlich mindestens
ledger-result-v85-high = V85, wahrscheinlich höchstens
ledger-result-v50 = V50: die Hälfte fährt langsamer
ledger-result-mean = Mittlere Geschwindigkeit
ledger-result-above = Anteil über dem Tempolimit
ledger-result-above-10 = Anteil mehr als 10 km/h darüber
ledger-result-observed = Fahrzeuge, deren Geschwindigkeit gesehen wurde
ledger-result-publisher-v85 = V85 des Herausgebers, Mitte der Stunden
ledger-result-mean-of-means = Mittlere Geschwindigkeit der Stunden, nach Autos
ledger-result-month = Durchschnittlicher Tag im { $which }
ledger-result-slope = Änderung pro Jahr
ledger-result-slope-low = Änderung pro Jahr, wahrscheinlich mindestens
ledger-result-slope-high = Änderung pro Jahr, wahrscheinlich höchstens
ledger-result-share = { $which }
ledger-result-heavy-share = Schwerfahrzeuge im Kraftverkehr

## Tabellen dazwischen
ledger-table-day = Pro Art von Tag und Stunde: { $things } zusammengezählt, gezählte Stunden, Durchschnitt
ledger-table-annual = Pro Kalendermonat: Tage, durchschnittlicher Tag, gezählte Stunden
ledger-table-peaks = Die zwei Spitzenstunden: Durchschnitt der Werktage
ledger-table-highest = Die stärksten Stunden, die stärkste zuerst (höchstens 30)
ledger-table-unusual = Die ungewöhnlichsten Stunden, die ungewöhnlichste zuerst (höchstens 30)
ledger-table-week = Pro Wochentag und Stunde: gezählte Stunden, Durchschnitt, Wert in der Mitte
ledger-table-directions = Pro Stunde eines Werktags: Durchschnitt in jeder Richtung
ledger-table-bins = Fahrzeuge pro Geschwindigkeitsklasse
ledger-table-speed-by-hour = Geschwindigkeiten pro Stunde des Tages
ledger-table-speed-by-side = Geschwindigkeiten pro Richtung
ledger-table-months = Durchschnittlicher Tag pro Monat ({ $things })
ledger-table-split = Bewegungen pro Art

ledger-column-day-type = Tage
ledger-column-hour = Uhrzeit
ledger-column-passages = Bewegungen
ledger-column-hours = Stunden (n)
ledger-column-mean = Durchschnitt
ledger-column-month = Monat
ledger-column-days = Tage (d)
ledger-column-madt = Durchschnittlicher Tag (MADT)
ledger-column-coverage = Gezählt
ledger-column-filled = Ergänzt, von 168
ledger-column-state = Zustand
ledger-column-rank = Platz
ledger-column-date = Tag
ledger-column-median = Wert in der Mitte
ledger-column-z = z
ledger-column-weekday = Wochentag
ledger-column-mad = MAD
ledger-column-bin = Klasse
ledger-column-vehicles = Fahrzeuge (n)
ledger-column-cumulative = Bis hier
ledger-column-vehicles-seen = Gesehene Fahrzeuge
ledger-column-v50 = V50, km/h
ledger-column-v85 = V85, km/h
ledger-column-above = Über dem Tempolimit
ledger-column-side = Richtung
ledger-column-mode = Wer
ledger-column-share = Anteil

## Dateien und Anweisung
ledger-file-title = Datensatz
ledger-file-publisher = Herausgeber
ledger-file-licence = Lizenz
ledger-file-read = Gelesene Zeilen
ledger-file-rows = { $first } bis { $last }, gezählt ab 0
ledger-file-size = Größe
ledger-file-bytes = { $bytes } Bytes
ledger-file-hash = SHA-256
ledger-file-steps = Was vor der Veröffentlichung damit gemacht wurde
ledger-statement = Eine SQL-Anweisung für das kostenlose Programm DuckDB. Führen Sie sie im veröffentlichten Ordner aus: Sie berechnet dieselben Zahlen aus denselben Dateien, ohne dieses Programm.
