#!/usr/bin/env python3
"""Runs the statements of ledgers in DuckDB and prints what they give.

    python statements.py < [{"folder": DIR, "sql": TEXT}, …]

Each statement runs in its published folder, as its reader would run it; the answer is a list of
{"key": value} or {"error": text}, in the same order. Needs the package `duckdb` and no network.
"""

import json
import math
import os
import sys

import duckdb


def run(con, folder, sql):
    os.chdir(folder)
    found = {key: None if value is None else float(value) for key, value in con.execute(sql).fetchall()}
    for key, value in found.items():
        # JSON has no such number, and a ledger must not have one either.
        if value is not None and not math.isfinite(value):
            raise ValueError(f"{key} is {value}")
    return found


def main():
    con = duckdb.connect()
    con.execute("set threads = 2")
    answers = []
    for statement in json.load(sys.stdin):
        try:
            answers.append(run(con, statement["folder"], statement["sql"]))
        except Exception as error:  # said in the answer: the test fails on it with the statement
            answers.append({"error": str(error)})
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
