#!/usr/bin/env python3
"""Compares published counts of Berlin's traffic detection with the raw files, by SQL and without our code.

    python detection.py --data DIR --counts FILE --months 2019_03,2023_10

--data holds the open data, --counts is the published Parquet file. Prints a line of JSON: cross-sections,
rows and sums as expected, as published, and how many cross-sections differ in rows, in cars, in heavy
vehicles, in sums of mean speeds; and how many rows begin at another instant than SQL's time zones say.
Needs the package `duckdb` and no network.
"""

import argparse
import json

import duckdb

SQL = """
create temp table raw as
select mq_name as s, strptime(tag, '%d.%m.%Y') + to_hours(cast(stunde as integer)) as civil,
    cast(qualitaet as double) as quality, nullif(cast(q_pkw_mq_hr as double), -1) as car, nullif(cast(q_lkw_mq_hr as double), -1) as heavy,
    case when cast(v_pkw_mq_hr as double) > 0 then cast(v_pkw_mq_hr as double) end as speed
from read_csv({files}, delim = ';', header = true, all_varchar = true);

-- Published once for two hours; intervals added up more than once.
create temp table expected as
select *, timezone('Europe/Berlin', civil) as began from raw
where civil <> timestamp '2023-10-29 02:00' and not coalesce(quality > 1, false);

create temp table published as
select segment as s, "start" as began, car, heavy, car_mean_kmh as speed from '{counts}';

create temp table both_sides as
select *
from (select s, count(*) n, sum(car) c, sum(heavy) h, sum(speed) v from expected group by s) e
full join (select s, count(*) pn, sum(car) pc, sum(heavy) ph, sum(speed) pv from published group by s) p
using (s);
"""

FIGURES = """
select count(*), sum(n), sum(pn), sum(c), sum(pc), sum(h), sum(ph),
    count_if(n is distinct from pn), count_if(c is distinct from pc), count_if(h is distinct from ph),
    count_if(v is distinct from pv),
    (select count(*) from (select s, began from published except select s, began from expected))
from both_sides
"""

NAMES = [
    "cross_sections", "rows", "published_rows", "cars", "published_cars", "heavy", "published_heavy",
    "other_rows", "other_cars", "other_heavy", "other_speeds", "other_instants",
]


def main():
    arguments = argparse.ArgumentParser()
    for name in ("--data", "--counts", "--months"):
        arguments.add_argument(name, required=True)
    given = arguments.parse_args()
    folder = f"{given.data}/berlin-verkehrsdetektion"
    files = [f"{folder}/mq_hr_{month}.csv.gz" for month in given.months.split(",")]
    db = duckdb.connect()
    db.execute("set timezone = 'UTC'")
    db.execute(SQL.format(files=files, counts=given.counts))
    print(json.dumps(dict(zip(NAMES, db.execute(FIGURES).fetchone()))))


if __name__ == "__main__":
    main()
