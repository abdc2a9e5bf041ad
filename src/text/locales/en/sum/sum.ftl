### The parts of a sum and its buttons.

ui-sum-results = The result
ui-sum-account = Which hours are in it
ui-sum-formula = The formula
ui-sum-tables = Steps in between
ui-sum-below = Below each result: all its digits, and what computes it again.
ui-sum-months =
    { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
ui-sum-rows =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
ui-sum-files = Which files it comes from
ui-sum-again = Do it again yourself
ui-sum-missing = no data
ui-sum-sql = The SQL statement
ui-sum-copy = Copy the SQL
ui-sum-download-sql = Save as .sql
ui-sum-download-json = Save the sum as JSON
