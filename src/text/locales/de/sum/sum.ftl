### The parts of a sum and its buttons.

ui-sum-results = Das Ergebnis
ui-sum-account = Welche Stunden darin stecken
ui-sum-formula = Die Formel
ui-sum-tables = Schritte dazwischen
ui-sum-below = Unter jedem Ergebnis: alle seine Stellen, und womit es nachzurechnen ist.
ui-sum-months =
    { $months ->
        [one] { $months } Monat
       *[other] { $months } Monate
    }
ui-sum-rows =
    { $rows ->
        [one] { $rows } Zeile
       *[other] { $rows } Zeilen
    }
ui-sum-files = Aus welchen Dateien
ui-sum-again = Rechnen Sie es selbst nach
ui-sum-missing = keine Daten
ui-sum-sql = Die SQL-Anweisung
ui-sum-copy = SQL kopieren
ui-sum-download-sql = Als .sql speichern
ui-sum-download-json = Rechnung als JSON speichern
