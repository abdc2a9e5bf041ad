#!/usr/bin/env python3
"""Computes what recordings of station status say, by SQL and without our code.

    python oracle.py --files A.parquet,B.parquet

Prints a line for each station and hour (UTC): station, hour, minutes, minutes known, vehicle-minutes, least, most,
empty minutes, full minutes; then a line `falls` for each station: sum of falls over steps of at most five minutes
between snapshots of which both have the station. A snapshot is good for five minutes. Needs the package `duckdb`.
"""

import argparse
import json

import duckdb

SQL = """
create temp table raw as
select epoch_ns(fetched_at) // 1000000 as ms, station_id as s, num_bikes_available as n, num_docks_available as d,
    coalesce(is_renting, true) as renting, coalesce(is_returning, true) as takes_back
from read_parquet({files});

create temp table polls as select distinct ms from raw;

create temp table minutes as
select unnest(range((select (min(ms) + 59999) // 60000 from polls), (select (max(ms) + 59999) // 60000 + 1 from polls))) as m;

create temp table good as
select m, max(ms) as ms from minutes join polls on ms <= m * 60000 and ms >= m * 60000 - 300000 group by m;

create temp table hours as
select s, m // 60 as h, count(*) as minutes, count(n) as known,
    coalesce(sum(case when renting then n when not renting then 0 end), 0) as vm, min(case when renting then n when not renting then 0 end) as least,
    max(case when renting then n when not renting then 0 end) as most,
    count(*) filter (renting and n = 0) as empty, count(*) filter (takes_back and d = 0) as full_minutes
from (select distinct s from raw) cross join minutes left join good using (m) left join raw using (s, ms)
group by s, h;
"""

HOURS = "select s, h, minutes, known, vm, least, most, empty, full_minutes from hours where known > 0 order by s, h"

FALLS = """
with steps as (select ms, lag(ms) over (order by ms) as before from polls)
select a.s, sum(greatest(0, b.n - a.n)) from steps
join raw a on a.ms = steps.ms join raw b on b.ms = before and b.s = a.s
where steps.ms - before <= 300000 group by a.s order by 1
"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", required=True)
    files = parser.parse_args().files.split(",")
    con = duckdb.connect()
    for statement in SQL.format(files=files).split(";"):
        if statement.strip():
            con.execute(statement)
    for row in con.execute(HOURS).fetchall():
        print(json.dumps([row[0], *map(int, row[1:])]))
    for station, falls in con.execute(FALLS).fetchall():
        print(json.dumps(["falls", station, int(falls)]))


if __name__ == "__main__":
    main()
