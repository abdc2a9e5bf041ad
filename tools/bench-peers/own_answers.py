"""own_answers.py FOLDER: what the small files of the folder that `own_town.py` prepared must say, by DuckDB from the rows
themselves, into FOLDER/answers.json.

q3: of each segment, cars and bikes on a working day of its last year and its usable hours. q4: passages of each mode in
each month, over the usable hours of counters that were watched for at least a quarter of the month.
"""

import json
import sys
from pathlib import Path

import duckdb

folder = Path(sys.argv[1])
con = duckdb.connect(config={"memory_limit": "4GB"})
con.execute(f"CREATE VIEW usable AS SELECT * FROM '{folder}/counts.parquet' WHERE uptime >= 0.5")

streets = con.execute("""
WITH ends AS (
  SELECT segment, max(start)::DATE + 1 AS stop, count(*) AS hours FROM usable GROUP BY 1
), means AS (
  SELECT segment, hour(start) AS hour, avg(car) AS car, avg(bike) AS bike
  FROM usable JOIN ends USING (segment)
  WHERE start >= stop - INTERVAL 1 YEAR AND isodow(start) <= 5 GROUP BY 1, 2
)
SELECT sum(car), sum(bike), any_value(hours) FROM means JOIN ends USING (segment) GROUP BY segment ORDER BY segment
""").fetchall()

months = con.execute("""
WITH months AS (
  SELECT segment, date_trunc('month', start) AS month, count(*) AS hours,
    sum(pedestrian) AS pedestrian, sum(bike) AS bike, sum(car) AS car, sum(heavy) AS heavy
  FROM usable GROUP BY 1, 2
)
SELECT sum(pedestrian), sum(bike), sum(car), sum(heavy) FROM months
WHERE hours >= 0.25 * 24 * date_part('day', last_day(month)) GROUP BY month ORDER BY month
""").fetchall()

flat = lambda rows: [float(value) for row in rows for value in row]
(folder / "answers.json").write_text(json.dumps({"q3": flat(streets), "q4": flat(months)}))
