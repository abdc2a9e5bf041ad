#!/usr/bin/env python3
"""Compares every row of published counts with the raw files, with SQL and without our code.

    python rows.py --data DIR --out DIR

--data holds the open data, --out the published folders `berlin`, `kortrijk` and `karlsruhe`.
Prints a line of JSON per town: rows expected and published, rows that only one side has,
and per column how many cells differ. Needs the package `duckdb` and no network.
"""

import argparse
import json

import duckdb

MODES = ["pedestrian", "bike", "car", "heavy", "night"]
VOLUMES = [mode + side for mode in MODES for side in ("", "_lft", "_rgt")]

# Rows of a Telraam table `raw(file, number, segment, began, …)` as they should be published. Of two rows
# for one hour the one retrieved last stays; without uptime nothing was counted; shares become cars
# where they add up to 100; sides must add up to their total.
RULES = """
create or replace temp table expected as
with last as (
    select *, row_number() over (partition by segment, began order by file desc, number desc) as age
    from raw
    where {sides}
), fresh as (select * from last where age = 1)
select segment, began, 60 as minutes, least(uptime, 1.0) as uptime, sensor,
    {volumes},
    case when uptime <> 0 then v85 end as v85,
    case when uptime <> 0 and car > 0 and abs(list_sum(shares_5) - 100) <= 0.1 + 1e-6
        then list_transform(shares_5, lambda x: x / 100 * car) end as car_speed_5kmh,
    case when uptime <> 0 and car > 0 and abs(list_sum(shares_10) - 100) <= 0.1 + 1e-6
        then list_transform(shares_10, lambda x: x / 100 * car) end as car_speed_10kmh
from fresh
"""


def expect(db):
    sides = " and ".join(
        f"coalesce(abs({m}_lft + {m}_rgt - {m}) <= 0.015 + 1e-9, true)" for m in MODES
    )
    volumes = ", ".join(f"case when uptime <> 0 then {v} end as {v}" for v in VOLUMES)
    db.execute(RULES.format(sides=f"(uptime = 0 or ({sides}))", volumes=volumes))


def kortrijk(db, data):
    names = ["traffic_two_streets_raw.2026-01-07.csv", "traffic_two_streets_raw.csv"]
    parts = [
        f"select {i} as file, row_number() over () as number, * "
        f"from read_csv('{data}/kortrijk-telraam/{name}', all_varchar = true)"
        for i, name in enumerate(names)
    ]
    numbers = ", ".join(f"cast({v} as double) as {v}" for v in VOLUMES)
    db.execute(f"""
        create or replace temp table raw as
        select file, number, segment_id as segment,
            epoch_ms(cast(replace(replace(replace("date", 'T', ' '), 'Z', ''), '+00:00', '') as timestamp)) as began,
            cast(uptime as double) as uptime,
            case when night is null then 1 else 2 end as sensor, {numbers},
            cast(v85 as double) as v85,
            cast(car_speed_hist_0to120plus as double[]) as shares_5,
            cast(car_speed_hist_0to70plus as double[]) as shares_10
        from ({" union all by name ".join(parts)})""")


def berlin(db, data):
    # Local times of October to December 2024: summer time until the first 2 o'clock of 27 October.
    file = f"{data}/berlin-zaehlt-mobilitaet/traffic_df_2024_10-2024_12.parquet"
    classes = ", ".join(f"car_speed{k}" for k in range(0, 80, 10))
    missing = ", ".join(
        f"cast(null as double) as {v}" for v in VOLUMES if "_" in v or v == "night"
    )
    db.execute(f"""
        create or replace temp table raw as
        with numbered as (
            select *, row_number() over (
                partition by segment_id, date_local order by file_row_number) as occurrence
            from read_parquet('{file}', file_row_number = true))
        select 0 as file, file_row_number as number, cast(segment_id as varchar) as segment,
            epoch_ms(cast(date_local as timestamp)) - 3600000 * case
                when date_local < timestamp '2024-10-27 02:00' then 2
                when date_local = timestamp '2024-10-27 02:00' and occurrence = 1 then 2
                else 1 end as began,
            uptime, cast(hardware_version as integer) as sensor,
            ped_total as pedestrian, bike_total as bike, car_total as car, heavy_total as heavy,
            {missing}, v85, cast(null as double[]) as shares_5, [{classes}] as shares_10
        from numbered""")


def karlsruhe(db, data):
    numbers = ", ".join(f"cast(r.{v} as double) as {v}" for v in VOLUMES)
    db.execute(f"""
        create or replace temp table raw as
        with rows as (
            select lastUpdated, filename, unnest(data) as r
            from read_json('{data}/karlsruhe-telraam/device_*/hourly/*.json.gz',
                filename = true, maximum_object_size = 100000000))
        select dense_rank() over (order by lastUpdated, filename) as file,
            row_number() over () as number, cast(r.segment_id as varchar) as segment,
            epoch_ms(cast(r."date" as timestamp)) as began,
            cast(r.uptime as double) as uptime,
            case when r.night is null then 1 else 2 end as sensor, {numbers},
            cast(r.v85 as double) as v85,
            cast(r.car_speed_hist_0to120plus as double[]) as shares_5,
            cast(r.car_speed_hist_0to70plus as double[]) as shares_10
        from rows""")


def compare(db, town, folder):
    # A column that holds nothing is not in the file; it is missing throughout.
    numbers = ", ".join(f"cast(null as double) as {column}" for column in ["v85", *VOLUMES])
    db.execute(f"""
        create or replace temp table published as
        select * exclude ("start"), epoch_ms("start") as began
        from read_parquet('{folder}/counts/*.parquet')
        union all by name
        select {numbers}, cast(null as double[]) as car_speed_5kmh, cast(null as double[]) as car_speed_10kmh
        where false""")
    count = lambda sql: db.execute(sql).fetchone()[0]
    joined = "expected e join published p on e.segment = p.segment and e.began = p.began"
    both = count(f"select count(*) from {joined}")
    expected = count("select count(*) from expected")
    published = count("select count(*) from published")
    different = {}
    columns = ["minutes", "uptime", "sensor", "v85", *VOLUMES]
    for column in columns:
        same = f"e.{column} is not distinct from p.{column} or abs(e.{column} - p.{column}) < 1e-9"
        different[column] = count(f"select count(*) from {joined} where not coalesce({same}, false)")
    for column in ["car_speed_5kmh", "car_speed_10kmh"]:
        same = (
            f"(e.{column} is null and p.{column} is null) or (len(e.{column}) = len(p.{column}) and "
            f"coalesce(list_max(list_transform(list_zip(e.{column}, p.{column}), lambda z: abs(z[1] - z[2]))) < 1e-9, false))"
        )
        different[column] = count(f"select count(*) from {joined} where not coalesce({same}, false)")
    filled = count("select count(*) from published where car_speed_10kmh is not null")
    print(json.dumps({
        "town": town, "expected": expected, "published": published,
        "only_one_side": expected + published - 2 * both, "with_speeds": filled,
        "different": {k: n for k, n in different.items() if n},
    }))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    db = duckdb.connect()
    for town, raw in [("kortrijk", kortrijk), ("berlin", berlin), ("karlsruhe", karlsruhe)]:
        raw(db, args.data)
        expect(db)
        compare(db, town, f"{args.out}/{town}")


main()
