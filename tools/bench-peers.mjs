// `make bench-peers`: our engine beside DuckDB-WASM, hyparquet and parquet-wasm on one ordinary Parquet file, in one
// interleaved run of the harness in the shared folder. docs/BENCHMARKS-BROWSER.md says what is measured and how to read it.
//
//   node tools/bench-peers.mjs [--runs 5] [--segments 500] [--only street,town,warm,floor,app,csv] [--out build/bench/report.md]
//
// --segments 5000: a hundred million rows, 1.9 GB; peers need more memory for them than a page has, so take --only street,town.

import { appendFileSync, existsSync, mkdirSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { appBesideBarePage } from "./bench-peers/app.mjs";
import { csvTable, csvTables } from "./bench-peers/csv.mjs";
import { plans } from "./bench-peers/plans.mjs";
import { answersOf, data, engines, fileOf, harness, packages, ownTown, pages, root, run, shared, site, tables, work } from "./bench-peers/prepare.mjs";
import { coldTable, warmTable } from "./bench-peers/report.mjs";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    segments: { type: "string", default: "500" },
    only: { type: "string", default: "street,town,warm,floor,app,csv" },
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
const isOwn = ["street", "town", "app"].some((name) => only.includes(name));
const isParquet = isOwn || only.includes("warm") || only.includes("floor");
tables([...(isParquet ? [[segments, ["zstd"]]] : []), ...(only.includes("floor") ? [[500, ["arrow"]]] : []), ...(only.includes("csv") ? csvTables : [])]);
if (isOwn) ownTown(segments);
if (isParquet) engines();
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

const wanted = isParquet ? plans(segments, footerOf(join(data, fileOf(segments, "zstd")))) : {};
const titles = {
  street: "A street (40 ms a request, 20 Mbit/s, nothing cached)",
  town: "The whole town from its rows (this machine, nothing cached)",
  warm: "In memory",
};
const measured = Object.fromEntries(Object.keys(wanted).filter((name) => only.includes(name)).map((name) => [name, measure(name, wanted[name])]));
function addTable(title, lines) {
  const text = `\n### ${title}\n\n${lines.join("\n")}\n`;
  appendFileSync(options.out, text);
  console.log(text);
}

let wrong = 0;
writeFileSync(options.out, "");
for (const name of Object.keys(titles).filter((name) => measured[name])) {
  const table = name === "warm" ? warmTable(measured.warm, measured.floor ?? []) : coldTable(measured[name], isOwn ? answersOf(segments) : {});
  wrong += table.wrong;
  addTable(titles[name], table.lines);
}
if (only.includes("app")) {
  const lines = await appBesideBarePage({ segments, runs: +options.runs, port: +options.port });
  addTable("The whole app beside a bare page (40 ms a request, 20 Mbit/s, nothing cached)", lines);
}
if (only.includes("csv")) addTable("A CSV file of a million rows", await csvTable({ runs: +options.runs, measure }));
console.log(`${options.out.replace(`${root}/`, "")}: ${wrong === 0 ? "all engines answer alike" : `${wrong} lines failed or differ`}`);
process.exitCode = wrong === 0 ? 0 : 1;
