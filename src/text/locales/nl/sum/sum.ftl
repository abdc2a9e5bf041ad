### The parts of a sum and its buttons.

ui-sum-results = Het resultaat
ui-sum-account = Welke uren erin zitten
ui-sum-formula = De formule
ui-sum-tables = Stappen ertussen
ui-sum-below = Onder elk resultaat: alle cijfers, en waarmee het na te rekenen is.
ui-sum-months =
    { $months ->
        [one] { $months } maand
       *[other] { $months } maanden
    }
ui-sum-rows =
    { $rows ->
        [one] { $rows } rij
       *[other] { $rows } rijen
    }
ui-sum-files = Uit welke bestanden
ui-sum-again = Reken het zelf na
ui-sum-missing = geen gegevens
ui-sum-sql = De SQL-opdracht
ui-sum-copy = Kopieer de SQL
ui-sum-download-sql = Bewaar als .sql
ui-sum-download-json = Bewaar de rekensom als JSON
