#!/usr/bin/env python3
"""How long DuckDB takes to read the files of `benches/readers.rs` into a table, on one thread, as our readers are.

    python duckdb_reads.py RUNS < [{"sql": TEXT with {files}, "files": [PATH, …]} | null, …]

Prints [{"seconds": the median of RUNS} | {"error": text} | null, …]. Needs the package `duckdb` and no
network: what needs an extension that is not there is an error in the answer.
"""

import json
import statistics
import sys
import time

import duckdb


def seconds(case, runs):
    con = duckdb.connect()
    con.execute("set threads = 1")
    con.execute("set autoinstall_known_extensions = false")
    files = "[" + ", ".join("'" + path.replace("'", "''") + "'" for path in case["files"]) + "]"
    if "read_xlsx" in case["sql"]:
        con.execute("load excel")
        files = files[1:-1]  # one workbook, no list
    sql = "create or replace temp table rows_read as " + case["sql"].replace("{files}", files)
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        con.execute(sql)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def main():
    answers = []
    for case in json.load(sys.stdin):
        if case is None or not case["files"]:
            answers.append(None)
            continue
        try:
            answers.append({"seconds": seconds(case, int(sys.argv[1]))})
        except duckdb.Error as error:
            needs = "read_xlsx" in case["sql"]
            answers.append({"error": "its extension `excel` is not installed" if needs else str(error).splitlines()[0]})
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
