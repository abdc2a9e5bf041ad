"""Working days of two streets over the hours that both counted, from the published files alone.

compare.py FOLDER FROM UNTIL SEGMENT SEGMENT: prints {"hours": n, "cars": [of the first, of the second]}.
"""

import json
import sys
from collections import defaultdict
from datetime import date, datetime, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb

folder, start, until, *segments = sys.argv[1:]
folder, start, until = Path(folder), date.fromisoformat(start), date.fromisoformat(until)
calendar = json.loads((folder / "calendar.json").read_text())
zone = ZoneInfo("Europe/Brussels")
holidays = set(calendar["public_holidays"])
faults = [one for one in calendar["events"] if one["kind"] == "sensor-fault"]


def is_faulty(segment, day):
    return any(one.get("segment") in (None, segment) and one["start"] <= day and (one.get("end") is None or day < one["end"]) for one in faults)


def hours(segment):
    """Cars by instant: usable hours of working days in which no movement was left without a name."""
    rows = duckdb.execute(
        f"""select epoch_ms(start), car from read_parquet('{folder}/counts/*.parquet', union_by_name = true)
            where segment = ? and minutes = 60 and uptime >= 0.5 and car is not null and coalesce(night, 0) = 0
            and not (night is null and sensor = 2 and car = 0 and bike = 0 and pedestrian = 0 and heavy = 0)""",
        [segment],
    ).fetchall()
    found = {}
    for ms, cars in rows:
        local = datetime.fromtimestamp(ms / 1000, timezone.utc).astimezone(zone)
        day = local.date()
        if start <= day < until and day.weekday() < 5 and day.isoformat() not in holidays and not is_faulty(segment, day.isoformat()):
            found[ms] = (local.hour, cars)
    return found


both = [hours(segment) for segment in segments]
shared = set(both[0]) & set(both[1])
number = defaultdict(int)
for ms in shared:
    number[both[0][ms][0]] += 1
most = max(number.values())
known = {hour for hour, n in number.items() if n >= 3 and n * 10 >= most}
shared = [ms for ms in shared if both[0][ms][0] in known]
cars = [sum(sum(one[ms][1] for ms in shared if one[ms][0] == hour) / number[hour] for hour in known) for one in both]
print(json.dumps({"hours": len(shared), "cars": cars}))
