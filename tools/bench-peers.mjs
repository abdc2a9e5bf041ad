// `make bench-peers`: our engine beside DuckDB-WASM, hyparquet and parquet-wasm on one ordinary Parquet file, in one
// interleaved run of the harness in the shared folder. docs/BENCHMARKS-BROWSER.md says what is measured and how to read it.
//
//   node tools/bench-peers.mjs [--runs 5] [--segments 500] [--only street,town,warm,floor,app,csv,growth,memory]
//       [--out build/bench/report.md]
//
// growth and memory make tables of a hundred and of forty million rows, 2.7 GB. What was aimed at stands in the last table,
// also of parts that ran earlier (build/bench/aims).
// --segments 5000: a hundred million rows, 1.9 GB; peers need more memory for them than a page has, so take --only street,town.

import { appendFileSync, existsSync, mkdirSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { appBesideBarePage } from "./bench-peers/app.mjs";
import { csvTable, csvTables } from "./bench-peers/csv.mjs";
import { aimsTable, growthAims, memoryAims, streetAims, townAims, warmAims } from "./bench-peers/goals.mjs";
import { growth, memory, plans } from "./bench-peers/plans.mjs";
import { answersOf, data, engines, fileOf, harness, packages, ownTown, pages, root, run, shared, site, tables, work } from "./bench-peers/prepare.mjs";
import { coldTable, warmTable } from "./bench-peers/report.mjs";
import { measureUnwatched } from "./bench-peers/unwatched.mjs";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    segments: { type: "string", default: "500" },
    only: { type: "string", default: "street,town,warm,floor,app,csv,growth,memory" },
    out: { type: "string", default: join(work, "report.md") },
    timeout: { type: "string", default: "180" },
    port: { type: "string", default: "8123" },
  },
});
if (!existsSync(join(shared, "run.mjs"))) {
  console.log(`skipped: the harness is not in ${shared}; set STRAATBEELD_SHARED to the folder that holds bench/`);
  process.exit(0);
}
const segments = +options.segments;
const only = options.only.split(",");
packages();
/** Segments of the town that grows, and of the one whose rows are many. */
const GROWN = [500, 5000];
const MANY = [500, 2000];
const isOwn = ["street", "town", "app"].some((name) => only.includes(name));
const isParquet = isOwn || only.includes("warm") || only.includes("floor");
const needed = new Set([...(isParquet ? [segments] : []), ...(only.includes("growth") ? GROWN : []), ...(only.includes("memory") ? MANY : [])]);
tables([...[...needed].map((size) => [size, ["zstd"]]), ...(only.includes("floor") ? [[500, ["arrow"]]] : []), ...(only.includes("csv") ? csvTables : [])]);
for (const size of new Set([...(isOwn ? [segments] : []), ...(only.includes("growth") ? GROWN : [])])) ownTown(size);
if (needed.size > 0) engines();
await pages();

/** Bytes of the footer, with the eight that follow it. */
function footerOf(file) {
  const end = Buffer.alloc(4);
  readSync(openSync(file), end, 0, 4, statSync(file).size - 8);
  return end.readUInt32LE() + 8;
}

function measure(name, { network, jobs }, runs = options.runs) {
  const plan = join(work, "plans", `${name}.json`);
  const results = join(work, "results", `${segments}-${name}.jsonl`);
  mkdirSync(dirname(plan), { recursive: true });
  writeFileSync(plan, JSON.stringify(jobs));
  rmSync(results, { force: true });
  // Links are kept, so that the harness finds the packages beside its link and not beside itself.
  run(process.execPath, [
    "--preserve-symlinks", "--preserve-symlinks-main", join(harness, "run.mjs"), "--plan", plan, "--out", results, "--runs", `${runs}`,
    "--site", site, "--data", data, "--port", options.port, "--timeout", options.timeout, "--chrome", process.env.CHROMIUM ?? "/usr/bin/chromium", ...network,
  ]);
  return readFileSync(results, "utf8").trim().split("\n").map((line) => JSON.parse(line));
}

const wanted = {
  ...(isParquet ? plans(segments, footerOf(join(data, fileOf(segments, "zstd")))) : {}),
  growth: growth(GROWN),
  memory: memory(MANY),
};
const titles = {
  street: "A street (40 ms a request, 20 Mbit/s, nothing cached)",
  town: "The whole town from its rows (this machine, nothing cached)",
  warm: "In memory",
  growth: "Our folder of ten and of a hundred million rows (40 ms a request, 20 Mbit/s, nothing cached)",
  memory: "Ten and forty million rows scanned (this machine, nothing cached, a browser at rest whose network nobody watches)",
};
const aimsOf = {
  street: (records) => streetAims(records),
  town: (records) => townAims(records),
  warm: (records) => warmAims(records, measured.floor ?? []),
  growth: (records) => growthAims(records, GROWN.map((size) => `own${size}`)),
  memory: (records) => memoryAims(records, MANY.map((size) => fileOf(size, "zstd"))),
};
const measured = {};
for (const name of Object.keys(wanted).filter((name) => only.includes(name))) {
  measured[name] = name === "memory" ? await measureUnwatched(wanted.memory, { ...options, site, data }) : measure(name, wanted[name]);
}
const aimsFolder = join(work, "aims");
mkdirSync(aimsFolder, { recursive: true });
writeFileSync(options.out, "");

/** A table in the report, and what was aimed at in it: of the usual size only. */
function add(name, title, lines, aims) {
  const text = `\n### ${title}\n\n${lines.join("\n")}\n`;
  appendFileSync(options.out, text);
  console.log(text);
  if (aims && segments === 500) writeFileSync(join(aimsFolder, `${name}.json`), JSON.stringify(aims));
}

let wrong = 0;
for (const [name, title] of Object.entries(titles).filter(([name]) => measured[name])) {
  const table = name === "warm" ? warmTable(measured.warm, measured.floor ?? []) : coldTable(measured[name], isOwn ? answersOf(segments) : {});
  wrong += table.wrong;
  // What an engine did not answer has no time.
  add(name, title, table.lines, table.wrong === 0 ? aimsOf[name](measured[name]) : undefined);
}
if (only.includes("app")) {
  const { lines, aims } = await appBesideBarePage({ segments, runs: +options.runs, port: +options.port });
  add("app", "The whole app beside a bare page (40 ms a request, 20 Mbit/s, nothing cached)", lines, aims);
}
if (only.includes("csv")) {
  const { lines, aims } = await csvTable({ runs: +options.runs, measure });
  add("csv", "A CSV file of a million rows", lines, aims);
}
const order = ["street", "app", "growth", "town", "memory", "warm", "csv"];
const known = order.map((name) => join(aimsFolder, `${name}.json`)).filter((path) => existsSync(path));
add("aims", "What was aimed at", aimsTable(known.flatMap((path) => JSON.parse(readFileSync(path, "utf8")))));
console.log(`${options.out.replace(`${root}/`, "")}: ${wrong === 0 ? "all engines answer alike" : `${wrong} lines failed or differ`}`);
process.exitCode = wrong === 0 ? 0 : 1;
