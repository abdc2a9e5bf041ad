// A CSV file of a million rows: `publish` makes a town's folder of it, DuckDB-WASM a table in a page, in turns.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { data, programOf } from "./prepare.mjs";

const town = `[town]
id = "csv"
names = { en = "Counts in a CSV file" }
zone = "UTC"
languages = ["en"]
centre = { lon = 3.2, lat = 50.8 }

[[source]]
id = "counts"
format = "csv"
paths = ["c50.csv"]
zone = "UTC"
publisher = "Generated"
licence = "CC0 1.0"
title = { en = "Generated counts" }

[source.table]
minutes = 60
segment = "segment_id"
time = "ts"
counts = { car = "car", heavy = "heavy", bike = "bike", pedestrian = "pedestrian" }
uptime = "uptime"
`;

const middle = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const spread = (values) => [Math.min(...values), middle(values), Math.max(...values)].map((ms) => (ms / 1000).toFixed(2)).join(" / ");

/** Lines of a table. `load`: loads the file in a page once, and gives the milliseconds. */
export function csvBesideDuckdb({ runs, load }) {
  const work = mkdtempSync(join(tmpdir(), "csv-"));
  const program = programOf();
  writeFileSync(join(work, "town.toml"), town);
  const times = { ours: [], theirs: [] };
  try {
    for (let run = 0; run < runs; run += 1) {
      const began = performance.now();
      const done = spawnSync(program, ["publish", join(work, "town.toml"), "--data-root", data, "--out", join(work, "out")], { encoding: "utf8" });
      if (done.status !== 0) throw new Error(done.stderr);
      times.ours.push(performance.now() - began);
      times.theirs.push(load());
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return [
    `${runs} runs in turns; seconds, least / middle / most.`,
    "",
    "| what | s | × DuckDB-WASM |",
    "|---|--:|--:|",
    `| \`publish\`, the whole program: read, check, sort, pack, hash, summarise | ${spread(times.ours)} | ${(middle(times.ours) / middle(times.theirs)).toFixed(2)} |`,
    `| DuckDB-WASM 1.28: CREATE TABLE AS FROM read_csv | ${spread(times.theirs)} | 1.00 |`,
  ];
}
