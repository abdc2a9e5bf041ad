#!/usr/bin/env python3
"""Recomputes what a street's page says, from the raw files, with SQL and without our code.

    python street.py --shared DIR --out FILE.json

Needs the package `duckdb` and no network. DIR is the folder of open data (with
`berlin-zaehlt-mobilitaet` and `kortrijk-telraam`). Everything that a reader or a measure of ours
does is said again here in SQL: civil time by the rule of the European clock changes (no zone
database), the rules Q1, Q2, Q7, Q8, Q9 and Q10, means, totals, pooled percentiles, shares.

The file that it writes:

    { "format": "straatbeeld-oracle/1",
      "towns": { "berlin" | "kortrijk": {
        "zone": str, "public_holidays": [ "YYYY-MM-DD" ],
        "segments": { ID: {
          "hardware": [ 1 | 2 ],             generations of usable hours
          "start": date, "end": date,        civil days of the default period, end excluded: the twelve
                                             months up to the last day with a usable hour
          "first": date, "last": date,       first and last day (included) with a usable hour
          "scope": { "hours", "rows", "measured", "partial", "off", "low_uptime" },
                                             hours by the clock; rows; rows by state, whatever the mode
          "modes": { MODE: {                 pedestrian, bike, car, heavy, night; absent if never counted
            "by_hour": [ [sum, hours] x 24 ],             hourly sums over all days
            "days": { date: [sum, hours] },               the same by civil day
            "profile": { "working" | "saturday" | "sunday": [ [mean, hours] | null x 24 ] },
            "week": [ [ [mean, hours] | null x 24 ] x 7 ],  Monday first, holidays left out
            "hours_of_day": [ int ],                      the hours that enter the totals
            "totals": { day type: float | null },
            "months": { "hours_of_day": [ int ],          the hours that the months have in common
                        "values": { "YYYY-MM-01": float | null } } } },
          "speed": null | {
            "bin_kmh": 5 | 10, "bins": [ float ], "hours": int, "observed_cars": float,
            "v50_kmh", "v85_kmh", "mean_kmh": float, "publisher_v85_median": float | null,
            "above": { LIMIT: share 0-1 } },              LIMIT in km/h: "5", "10", ... "130";
                                                          given also under 50 cars, where the page is silent
          "split": { "hours": int, "passages": { MODE: float }, "shares": { MODE: float | null } },
          "directions": null | { "hours": int, "left": float, "right": float }  cars
        } } } } }
"""

import argparse
import calendar
import datetime
import json
import pathlib
import sys

import duckdb

MODES = ["pedestrian", "bike", "car", "heavy", "night"]
DAY_TYPES = ["working", "saturday", "sunday"]

# The EU's clocks: summer time from the last Sunday of March 1:00 UTC to the last Sunday of October 1:00 UTC.
CLOCKS = """
create or replace macro last_sunday(year, month) as
    last_day(make_date(year, month, 1))
        - cast(dayofweek(last_day(make_date(year, month, 1))) as integer);
create or replace macro is_summer_utc(t) as
    t >= last_sunday(cast(year(t) as integer), 3) + interval 1 hour
    and t < last_sunday(cast(year(t) as integer), 10) + interval 1 hour;
create or replace macro to_local(t) as
    t + case when is_summer_utc(t) then interval 2 hour else interval 1 hour end;
-- The nth row of a segment with the same civil time: where the clocks go back the first is summer time.
create or replace macro to_utc(local, nth) as
    local - case
        when local >= last_sunday(cast(year(local) as integer), 3) + interval 3 hour
            and local < last_sunday(cast(year(local) as integer), 10) + interval 2 hour
            then interval 2 hour
        when local >= last_sunday(cast(year(local) as integer), 10) + interval 2 hour
            and local < last_sunday(cast(year(local) as integer), 10) + interval 3 hour
            and nth = 1
            then interval 2 hour
        else interval 1 hour end;
create or replace macro hours_of_civil_day(d) as
    case when d = last_sunday(cast(year(d) as integer), 3) then 23
         when d = last_sunday(cast(year(d) as integer), 10) then 25
         else 24 end;
"""

# One row per published hour: segment, start (UTC), uptime, hardware, counts, sides, shares, v85, rank.
BERLIN = """
create or replace table raw as
with numbered as (
    select *, row_number() over (
        partition by segment_id, date_local order by file_row_number) as nth
    from read_parquet('{shared}/berlin-zaehlt-mobilitaet/traffic_df_2024_10-2024_12.parquet',
                      file_row_number = true)
)
select cast(segment_id as varchar) as segment,
       to_utc(cast(date_local as timestamp), nth) as start,
       uptime, cast(hardware_version as integer) as hardware,
       ped_total as pedestrian, bike_total as bike, car_total as car, heavy_total as heavy,
       cast(null as double) as night,
       cast(null as double) as pedestrian_lft, cast(null as double) as pedestrian_rgt,
       cast(null as double) as bike_lft, cast(null as double) as bike_rgt,
       cast(null as double) as car_lft, cast(null as double) as car_rgt,
       cast(null as double) as heavy_lft, cast(null as double) as heavy_rgt,
       cast(null as double) as night_lft, cast(null as double) as night_rgt,
       cast(null as double[]) as shares_5,
       [car_speed0, car_speed10, car_speed20, car_speed30,
        car_speed40, car_speed50, car_speed60, car_speed70] as shares_10,
       v85, file_row_number as retrieved
from numbered;
"""

KORTRIJK = """
create or replace table raw as
with both_files as (
    select 0 as file, * exclude (street_name) from read_csv(
        '{shared}/kortrijk-telraam/traffic_two_streets_raw.2026-01-07.csv', all_varchar = true)
    union all
    select 1 as file, * exclude (street_name) from read_csv(
        '{shared}/kortrijk-telraam/traffic_two_streets_raw.csv', all_varchar = true)
)
select segment_id as segment,
       cast(replace(left(date, 19), 'T', ' ') as timestamp) as start,
       cast(uptime as double) as uptime,
       case when night is null then 1 else 2 end as hardware,
       cast(pedestrian as double) as pedestrian, cast(bike as double) as bike,
       cast(car as double) as car, cast(heavy as double) as heavy, cast(night as double) as night,
       cast(pedestrian_lft as double) as pedestrian_lft,
       cast(pedestrian_rgt as double) as pedestrian_rgt,
       cast(bike_lft as double) as bike_lft, cast(bike_rgt as double) as bike_rgt,
       cast(car_lft as double) as car_lft, cast(car_rgt as double) as car_rgt,
       cast(heavy_lft as double) as heavy_lft, cast(heavy_rgt as double) as heavy_rgt,
       cast(night_lft as double) as night_lft, cast(night_rgt as double) as night_rgt,
       cast(car_speed_hist_0to120plus as double[]) as shares_5,
       cast(car_speed_hist_0to70plus as double[]) as shares_10,
       cast(v85 as double) as v85, file as retrieved
from both_files;
"""

# Q1, Q2, Q7, Q8, Q9, and the clock of the town.
RULES = """
create or replace macro sides_agree(total, l, r) as
    total is null or l is null or r is null or abs(l + r - total) < 0.02;
create or replace macro adds_up(shares, classes) as
    shares is not null and len(shares) = classes
    and len([x for x in shares if x is null or x < 0]) = 0
    and abs(round(list_sum(shares), 6) - 100) <= 0.1;
create or replace table hours as
with kept as (
    select * from raw
    where uptime >= 0
      and (uptime = 0
           or (sides_agree(pedestrian, pedestrian_lft, pedestrian_rgt)
               and sides_agree(bike, bike_lft, bike_rgt)
               and sides_agree(car, car_lft, car_rgt)
               and sides_agree(heavy, heavy_lft, heavy_rgt)
               and sides_agree(night, night_lft, night_rgt)))
    qualify row_number() over (partition by segment, start order by retrieved desc) = 1
)
select * exclude (uptime, shares_5, shares_10),
       least(uptime, 1) as uptime,
       case when uptime = 0 then 'off'
            when uptime < 0.5 then 'low_uptime'
            when least(uptime, 1) < case hardware when 1 then 0.7 else 0.9 end then 'partial'
            else 'measured' end as state,
       case when car > 0 and adds_up(shares_5, 25)
            then [x / 100 * car for x in shares_5] end as cars_5,
       case when car > 0 and adds_up(shares_10, 8)
            then [x / 100 * car for x in shares_10] end as cars_10,
       cast(to_local(start) as date) as day,
       hour(to_local(start)) as hour_of_day,
       isodow(to_local(start)) - 1 as weekday,
       cast(to_local(start) as date) in (select day from holidays) as is_holiday,
       case when cast(to_local(start) as date) in (select day from holidays) then 'sunday'
            when isodow(to_local(start)) = 6 then 'saturday'
            when isodow(to_local(start)) = 7 then 'sunday'
            else 'working' end as day_type
from kept;

create or replace table period as
with extent as (
    select segment, min(day) as first, max(day) as last from hours
    where state in ('measured', 'partial') group by segment
)
select segment, first, last,
       greatest(first, cast(last + interval 1 day - interval 12 month as date)) as start_day,
       cast(last + interval 1 day as date) as end_day
from extent;

create or replace table scoped as
select h.* from hours h join period p using (segment)
where h.day >= p.start_day and h.day < p.end_day;

create or replace table usable as
select * from scoped where state in ('measured', 'partial');

create or replace table counted as
select segment, hour_of_day, weekday, day, day_type, is_holiday, mode, passages
from (unpivot (select segment, hour_of_day, weekday, day, day_type, is_holiday,
                      pedestrian, bike, car, heavy, night from usable)
      on pedestrian, bike, car, heavy, night into name mode value passages);
"""

SPEEDS = """
-- Fine bins where every hour with speeds has them, coarse ones for all otherwise.
create or replace table resolution as
select segment, case when bool_and(cars_5 is not null) then 5 else 10 end as width
from usable where cars_5 is not null or cars_10 is not null group by segment;

create or replace table cars_by_bin as
with hourly as (
    select u.segment, r.width, u.uptime, u.v85,
           case when r.width = 5 then u.cars_5
                when u.cars_10 is not null then u.cars_10
                else [case when k < 7 then u.cars_5[2 * k + 1] + u.cars_5[2 * k + 2]
                           else list_sum(u.cars_5[15:25]) end for k in range(8)] end as cars
    from usable u join resolution r using (segment)
    where u.cars_5 is not null or u.cars_10 is not null
)
select segment, width, uptime, v85, cars, unnest(range(len(cars))) as bin, unnest(cars) as n
from hourly;

create or replace table pooled as
select segment, width, bin, bin * width as lower, sum(n) as n from cars_by_bin
group by segment, width, bin;

create or replace table cumulated as
select *, sum(n) over (partition by segment order by bin) as upto,
       sum(n) over (partition by segment) as total from pooled;

create or replace macro percentile(p) as table
select segment, min_by(lower + width * (p * total - (upto - n)) / n, bin) as speed
from cumulated where n > 0 and upto >= p * total group by segment;
"""


def rows(con, sql):
    return con.execute(sql).fetchall()


def holidays_of(town, shared):
    """Berlin's public holidays of the last quarter of 2024; Belgium's as the data folder lists them."""
    if town == "berlin":
        return ["2024-10-03", "2024-12-25", "2024-12-26"]
    lines = (shared / "kortrijk-telraam/belgian_holidays.csv").read_text().split()
    dates = [line.split(",")[0] for line in lines if ",True" in line or line[:2] == "20"]
    return sorted(date for date in dates if len(date) == 10 and date[:2] == "20")


def town(con, name, zone, raw, shared):
    holidays = holidays_of(name, shared)
    con.execute("create or replace table holidays (day date)")
    con.executemany("insert into holidays values (?)", [[day] for day in holidays])
    con.execute(raw.format(shared=str(shared).replace("'", "''")))
    con.execute(RULES)
    con.execute(SPEEDS)
    segments = {}
    for segment, first, last, start, end, hours in rows(con, """
            select p.segment, p.first, p.last, p.start_day, p.end_day,
                   (select sum(hours_of_civil_day(cast(d.day as date)))
                    from range(cast(p.start_day as timestamp), cast(p.end_day as timestamp),
                               interval 1 day) as d(day))
            from period p order by p.segment"""):
        segments[segment] = {
            "hardware": [], "start": str(start), "end": str(end),
            "first": str(first), "last": str(last),
            "scope": {"hours": int(hours), "rows": 0, "measured": 0, "partial": 0,
                      "off": 0, "low_uptime": 0},
            "modes": {}, "speed": None, "split": None, "directions": None,
        }
    scope(con, segments)
    volumes(con, segments)
    speeds(con, segments)
    shares(con, segments)
    return {"zone": zone, "public_holidays": holidays, "segments": segments}


def scope(con, segments):
    for segment, state, n in rows(con, "select segment, state, count(*) from scoped group by all"):
        segments[segment]["scope"][state] = n
        segments[segment]["scope"]["rows"] += n
    for segment, hardware in rows(con, "select distinct segment, hardware from usable order by all"):
        segments[segment]["hardware"].append(hardware)


def volumes(con, segments):
    def mode_of(segment, mode):
        return segments[segment]["modes"].setdefault(mode, {
            "by_hour": [[0.0, 0] for _ in range(24)],
            "days": {},
            "profile": {day_type: [None] * 24 for day_type in DAY_TYPES},
            "week": [[None] * 24 for _ in range(7)],
            "hours_of_day": [],
            "totals": {day_type: None for day_type in DAY_TYPES},
            "months": {"hours_of_day": [], "values": {}},
        })

    for segment, mode, hour, total, n in rows(con, """
            select segment, mode, hour_of_day, sum(passages), count(*) from counted group by all"""):
        mode_of(segment, mode)["by_hour"][hour] = [total, n]
    for segment, mode, day, total, n in rows(con, """
            select segment, mode, day, sum(passages), count(*) from counted
            group by all order by all"""):
        mode_of(segment, mode)["days"][str(day)] = [total, n]
    for segment, mode, day_type, hour, mean, n in rows(con, """
            select segment, mode, day_type, hour_of_day, avg(passages), count(*)
            from counted group by all"""):
        mode_of(segment, mode)["profile"][day_type][hour] = [mean, n]
    for segment, mode, weekday, hour, mean, n in rows(con, """
            select segment, mode, weekday, hour_of_day, avg(passages), count(*)
            from counted where not is_holiday group by all"""):
        mode_of(segment, mode)["week"][weekday][hour] = [mean, n]
    con.execute("""
        create or replace table entering as
        select segment, mode, hour_of_day from (
            select segment, mode, hour_of_day, count(*) as n,
                   max(count(*)) over (partition by segment, mode) as best
            from counted where day_type = 'working' group by segment, mode, hour_of_day)
        where n >= 3 and 10 * n >= best""")
    for segment, mode, hour in rows(con, "select * from entering order by all"):
        mode_of(segment, mode)["hours_of_day"].append(hour)
    for segment, mode, day_type, total in rows(con, """
            with means as (
                select segment, mode, day_type, hour_of_day, avg(passages) as mean
                from counted group by all),
            wanted as (select segment, mode, count(*) as n from entering group by all)
            select m.segment, m.mode, m.day_type, sum(m.mean)
            from means m join entering e using (segment, mode, hour_of_day)
                 join wanted w using (segment, mode)
            group by m.segment, m.mode, m.day_type, w.n having count(*) = w.n"""):
        mode_of(segment, mode)["totals"][day_type] = total

    cells = {}
    for segment, mode, month, weekday, hour, mean, n in rows(con, """
            select segment, mode, cast(date_trunc('month', day) as date), weekday, hour_of_day,
                   avg(passages), count(*)
            from counted group by all"""):
        by_month = cells.setdefault((segment, mode), {})
        by_month.setdefault(month, {})[weekday, hour] = (mean, n)
    for (segment, mode), by_month in cells.items():
        start, end = (datetime.date.fromisoformat(segments[segment][key]) for key in ["start", "end"])
        days = [start + datetime.timedelta(n) for n in range((end - start).days)]
        months = sorted({day.replace(day=1) for day in days})
        mode_of(segment, mode)["months"] = mean_days(
            {month: by_month.get(month, {}) for month in months})


def mean_days(by_month):
    """Mean day of each month, weekdays as often as in the calendar, over the hours in common:
    by how many months have them, as many as make months cubed times hours largest."""
    has = {month: {hour for hour in range(24)
                   if all((weekday, hour) in cells for weekday in range(7))}
           for month, cells in by_month.items()}
    order = sorted(range(24), key=lambda hour: -sum(hour in hours for hours in has.values()))
    choices = [set(order[:k]) for k in range(1, 25)]
    best = max(choices, key=lambda hours: (
        sum(hours <= has[month] for month in has) ** 3 * len(hours), len(hours)))
    if not any(best <= hours for hours in has.values()):
        return {"hours_of_day": [], "values": {str(month): None for month in by_month}}
    values = {}
    for month, cells in by_month.items():
        values[str(month)] = None
        length = calendar.monthrange(month.year, month.month)[1]
        weekdays = [(month + datetime.timedelta(n)).weekday() for n in range(length)]
        # In March hour 2 is missing once, in October it occurs twice.
        clock = {3: -1, 10: 1}.get(month.month, 0) if 2 in best else 0
        counted = sum(n for (_, hour), (_, n) in cells.items() if hour in best)
        if best <= has[month] and counted >= 0.25 * (length * len(best) + clock):
            values[str(month)] = sum(
                cells[weekday, hour][0] for weekday in weekdays for hour in best) / length
    return {"hours_of_day": sorted(best), "values": values}


def speeds(con, segments):
    for segment, width, bins in rows(con, """
            select segment, width, list(n order by bin) from pooled group by segment, width"""):
        segments[segment]["speed"] = {"bin_kmh": width, "bins": bins, "above": {}}
    for segment, hours, observed, v85 in rows(con, """
            select segment, count(*), sum(list_sum(cars) * uptime), median(v85)
            from cars_by_bin where bin = 0 group by segment"""):
        segments[segment]["speed"] |= {
            "hours": hours, "observed_cars": observed, "publisher_v85_median": v85}
    for name, p in [("v50_kmh", 0.5), ("v85_kmh", 0.85)]:
        for segment, speed in rows(con, f"select segment, speed from percentile({p})"):
            segments[segment]["speed"][name] = speed
    for segment, mean in rows(con, """
            select segment, sum(n * (lower + width / 2)) / sum(n) from pooled group by segment"""):
        segments[segment]["speed"]["mean_kmh"] = mean
    for segment, limit, share in rows(con, """
            select segment, cast(l.kmh as integer),
                   sum(n * greatest(0, least(1, (lower + width - l.kmh) / width))) / sum(n)
            from pooled, range(5, 131, 5) as l(kmh) group by all order by all"""):
        segments[segment]["speed"]["above"][str(limit)] = share


def shares(con, segments):
    for segment in segments.values():
        segment["split"] = {"hours": 0, "passages": dict.fromkeys(MODES[:4], 0.0),
                            "shares": dict.fromkeys(MODES[:4])}
    for segment, n, *passages in rows(con, """
            select segment, count(*), sum(pedestrian), sum(bike), sum(car), sum(heavy)
            from usable where pedestrian is not null and bike is not null
                          and car is not null and heavy is not null
            group by segment"""):
        everything = sum(passages)
        segments[segment]["split"] = {
            "hours": n,
            "passages": dict(zip(MODES, passages)),
            "shares": {mode: count / everything if everything else None
                       for mode, count in zip(MODES, passages)},
        }
    for segment, n, left, right in rows(con, """
            select segment, count(*), sum(car_lft), sum(car_rgt) from usable
            where car_lft is not null and car_rgt is not null group by segment"""):
        segments[segment]["directions"] = {"hours": n, "left": left, "right": right}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    con = duckdb.connect()
    con.execute(CLOCKS)
    answer = {"format": "straatbeeld-oracle/1", "towns": {
        "berlin": town(con, "berlin", "Europe/Berlin", BERLIN, arguments.shared),
        "kortrijk": town(con, "kortrijk", "Europe/Brussels", KORTRIJK, arguments.shared),
    }}
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(answer))
    counted = {name: len(each["segments"]) for name, each in answer["towns"].items()}
    print(f"{arguments.out}: segments {counted}", file=sys.stderr)


if __name__ == "__main__":
    main()
