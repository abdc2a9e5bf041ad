#!/usr/bin/env python3
"""Loads a CSV file into a new database in memory for every path on a line of its input, as DuckDB comes: with all
cores and its own guess of the columns. Prints the seconds. Needs the package `duckdb` and no network.

    python duckdb_load.py < PATHS
"""

import sys
import time

import duckdb

for path in sys.stdin:
    con = duckdb.connect()
    began = time.perf_counter()
    con.execute("create table counts as select * from read_csv('" + path.strip().replace("'", "''") + "')")
    print(time.perf_counter() - began, flush=True)
    con.close()
