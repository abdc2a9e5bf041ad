// Counts that DuckDB and Apache Spark wrote by the recipes of docs/SCALE.md: the folder that `publish` makes of them opens
// in the page, and says what the folder says that `publish` wrote itself.
// Spark needs a Python with pyspark (STRAATBEELD_SPARK_PYTHON) and Java; where it is missing its test says so.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { assertClean, close, finish, newPage, program, root, settled } from "./harness.mjs";

const duckdb = process.env.PYTHON ?? join(root, "build/venv/bin/python");
const spark = process.env.STRAATBEELD_SPARK_PYTHON;
const has = (python, module) => python !== undefined && spawnSync(python, ["-c", `import ${module}`]).status === 0;
const recipe = (name) => join(root, "docs/recipes", name);

function run(command, args, env = {}) {
  const done = spawnSync(command, args, { encoding: "utf8", env: { ...process.env, ...env } });
  assert.equal(done.status, 0, `${command} ${args[0]}: ${done.stderr || done.error}`);
}

/** A year and a half of hours of one counter, newest first, some of them missing and some half watched. */
function raw() {
  const lines = ["segment_id,date,interval,uptime,pedestrian,pedestrian_lft,pedestrian_rgt,bike,bike_lft,bike_rgt,car,car_lft,car_rgt,heavy,heavy_lft,heavy_rgt,night,night_lft,night_rgt,v85,car_speed_hist_0to70plus,car_speed_hist_0to120plus"];
  const shares = (classes, first) => `"[${Array.from({ length: classes }, (_, i) => ({ [first]: 60.5, [first + 1]: 39.5 })[i] ?? 0).map((share) => share.toFixed(1)).join(", ")}]"`;
  for (let hour = 13_000; hour > 0; hour -= 1) {
    if (hour % 97 === 5) continue;
    const date = new Date(Date.UTC(2024, 9, 1) + hour * 3_600_000).toISOString();
    const [left, right, bike, walk, heavy] = [(hour * 7) % 60, 3 * (hour % 24), hour % 11, hour % 5, hour % 3];
    lines.push([9001, date, "hourly", hour % 31 === 1 ? 0.4 : 0.98, 2 * walk, walk, walk, 2 * bike, bike, bike, left + right, left, right, 2 * heavy, heavy, heavy, 0, 0, 0, 43.5, shares(8, 3), shares(25, 7)].join(","));
  }
  return `${lines.join("\n")}\n`;
}

const townOf = (format, paths) => `[town]
id = "written"
names = { en = "Written elsewhere" }
zone = "Europe/Brussels"
languages = ["en"]
centre = { lon = 3.26, lat = 50.82 }

[[source]]
id = "counts"
format = "${format}"
paths = ["${paths}"]
publisher = "Nobody"
licence = "CC0 1.0"
title = { en = "Counts" }
device = "telraam"

[[street]]
name = { en = "Alfastraat" }
segments = ["9001"]
limit = 30
limit_source = "nobody"
`;

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "written-"));
  writeFileSync(join(folder, "raw.csv"), raw());
});
after(async () => {
  await finish();
  rmSync(folder, { recursive: true });
});

/** Publishes, opens the street in the page, and gives what it says of the counts. */
async function read(name, format, paths) {
  writeFileSync(join(folder, `${name}.toml`), townOf(format, paths));
  run(program, ["publish", join(folder, `${name}.toml`), "--data-root", folder, "--out", join(folder, name)]);
  const served = await serve({ dist: join(root, "dist"), data: join(folder, name) });
  const page = await newPage(served);
  await page.goto(`${served.address}?lang=en&street=alfastraat&period=all`);
  await page.locator(".answer-sentence").first().waitFor();
  await settled(page);
  const said = await page.locator(".answer-sentence").allInnerTexts();
  assertClean(page);
  await close(page);
  await served.close();
  return said;
}

const writers = [
  {
    name: "DuckDB",
    missing: has(duckdb, "duckdb") ? undefined : "no Python with duckdb",
    write(out) {
      const script = "import duckdb, sys\ncon = duckdb.connect(config={'threads': 1})\nfor name, value in zip(['raw', 'counts'], sys.argv[1:3]): con.execute(f\"SET VARIABLE {name} = '{value}'\")\ncon.execute(sys.argv[3])\n";
      run(duckdb, ["-c", script, join(folder, "raw.csv"), out, readFileSync(recipe("counts_duckdb.sql"), "utf8")]);
    },
  },
  {
    name: "Apache Spark",
    missing: has(spark, "pyspark") ? undefined : "no Python with pyspark (STRAATBEELD_SPARK_PYTHON)",
    write(out) {
      run(spark, [recipe("counts_spark.py"), join(folder, "raw.csv"), out], {
        PYSPARK_PYTHON: spark,
        PYSPARK_SUBMIT_ARGS: "--master local[1] --driver-memory 1g --conf spark.ui.enabled=false pyspark-shell",
      });
    },
  },
];

for (const { name, missing, write } of writers) {
  test(`a folder of counts that ${name} wrote says in the page what our own says`, { skip: missing && `skipped: ${missing}`, timeout: 300000 }, async () => {
    const id = name.replaceAll(" ", "").toLowerCase();
    write(join(folder, `${id}-lake`));
    const theirs = await read(id, "published-counts", `${id}-lake/year=*/*.parquet`);
    const ours = await read("ours", "telraam-csv", "raw.csv");
    assert.ok(ours.length >= 4 && ours.some((sentence) => /\d/.test(sentence)), ours.join(" | "));
    assert.deepEqual(theirs, ours);
  });
}
