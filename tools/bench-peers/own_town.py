"""own_town.py TABLE.parquet FOLDER: a generated table in the published layout, with a town file that has it written again.

Needs duckdb. `straatbeeld publish FOLDER/town.toml --data-root FOLDER --out FOLDER/town` makes the town of it."""

import json
import sys
from pathlib import Path

import duckdb

TOWN = """[town]
id = "bench"
names = { en = "Bench town" }
zone = "UTC"
languages = ["en"]
centre = { lon = 3.25, lat = 50.82 }

[[source]]
id = "counts"
format = "published-counts"
paths = ["counts.parquet"]
rewrite = true
publisher = "Generated"
licence = "CC0 1.0"
title = { en = "Generated counts" }
device = "telraam"

[[source]]
id = "lines"
format = "street-geojson"
paths = ["streets.geojson"]
columns = { id = "id", name = "name" }
publisher = "Generated"
licence = "CC0 1.0"
title = { en = "Generated streets" }
"""

table, folder = sys.argv[1], Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
con = duckdb.connect(config={"memory_limit": "4GB"})
con.execute(f"""COPY (
  SELECT CAST(segment_id AS VARCHAR) AS segment, CAST(ts AS TIMESTAMP_MS) AS start, uptime, car, heavy, bike, pedestrian,
    [s0::INT, s1::INT, s2::INT, s3::INT, s4::INT, s5::INT, s6::INT, s7::INT] AS car_speed_10kmh
  FROM '{table}'
) TO '{folder}/counts.parquet' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000)""")
ids = [row[0] for row in con.execute(f"SELECT DISTINCT segment_id FROM '{table}' ORDER BY 1").fetchall()]


def street(place, segment):
    lon, lat = 3.2 + place % 100 * 0.001, 50.8 + place // 100 * 0.001
    line = {"type": "LineString", "coordinates": [[lon, lat], [lon + 0.0005, lat]]}
    return {"type": "Feature", "properties": {"id": str(segment), "name": f"Straat {segment}"}, "geometry": line}


streets = {"type": "FeatureCollection", "features": [street(*one) for one in enumerate(ids)]}
(folder / "streets.geojson").write_text(json.dumps(streets))
(folder / "town.toml").write_text(TOWN)
