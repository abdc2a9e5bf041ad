// A CSV file of a million rows in turns: our reader and `publish` on this machine, DuckDB on this machine, DuckDB-WASM in a
// page. Each begins with the file and ends with rows that can be asked (`publish`: with the written folder). The page
// fetches the file from this machine without delay; the others read it from the disk's cache.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { aim } from "./goals.mjs";
import { data, pythonOfBench, root, rowsProgram } from "./prepare.mjs";
import { spread, middle } from "./report.mjs";

const SEGMENTS = 50;
export const csvTables = [[SEGMENTS, ["csv"]]];
const file = `c${SEGMENTS}.csv`;
const street = `${348_000 + 37 * (SEGMENTS / 2)}`;
const inPage = { network: [], jobs: [{ engine: "duckdb", job: "warm", qs: "q1", reps: "1", file, street }] };

/** A program that answers each line of its input with a line of numbers. */
function told(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(line) {
      child.stdin.write(`${line}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`${command} gave no answer`);
      return value.trim().split(" ").map(Number);
    },
    end: () => child.stdin.end(),
  };
}

/** `measure` runs a plan in the harness, once, and gives its records. */
export async function csvTable({ runs, measure }) {
  const ours = told(rowsProgram(), ["told"]);
  const native = told(pythonOfBench(), [join(root, "benches/duckdb_load.py")]);
  const path = join(data, file);
  const times = { read: [], publish: [], native: [], page: [] };
  let rows = 0;
  let peak = 0;
  let version = "";
  const turns = [
    async (isCounted) => {
      const [count, read, publish] = await ours.ask(path);
      rows = count;
      if (isCounted) times.read.push(read) && times.publish.push(publish);
    },
    async (isCounted) => {
      const [seconds] = await native.ask(path);
      if (isCounted) times.native.push(seconds);
    },
    (isCounted) => {
      const [record] = measure("csv", inPage, 1);
      if (record.error) throw new Error(`DuckDB-WASM: ${record.error}`);
      // A table that was not read answers with nothing, or with no numbers.
      if (record.warm.q1.answer.length !== 168 * 4 || record.warm.q1.answer.some((value) => !(value >= 0))) throw new Error("DuckDB-WASM did not read the file");
      version = record.info;
      if (isCounted) times.page.push(record.loadMs / 1000);
      if (isCounted) peak = Math.max(peak, record.peakMB);
    },
  ];
  // The first round warms the caches, and is not counted; then each is first in its turn.
  for (let round = -1; round < runs; round += 1) {
    for (let place = 0; place < turns.length; place += 1) await turns[(Math.max(round, 0) + place) % turns.length](round >= 0);
  }
  ours.end();
  native.end();
  const against = (own, other) => spread(times[own].map((seconds, run) => seconds / times[other][run]));
  const line = (what, name, others) => `| ${[what, spread(times[name]), ...others.map((other) => (other ? against(name, other) : ""))].join(" | ")} |`;
  const lines = [
    `${rows.toLocaleString("en")} rows of 15 columns, ${runs} runs in turns; least / **middle** / most. DuckDB-WASM 1.32.0 (${version}), its page at most ${peak.toFixed(0)} MB.`,
    "",
    "| | seconds | × DuckDB | × DuckDB-WASM |",
    "|---|--:|--:|--:|",
    line("ours: rows in memory", "read", ["native", "page"]),
    line("`publish`: read, sort, write, summary", "publish", ["native", "page"]),
    line("DuckDB, all cores: `CREATE TABLE AS read_csv`", "native", [null, "page"]),
    line("DuckDB-WASM: fetch and `CREATE TABLE AS read_csv`", "page", [null, null]),
    "",
    `Middles: \`publish\` takes ${(middle(times.publish) / middle(times.native)).toFixed(2)} × DuckDB's time and ${(middle(times.publish) / middle(times.page)).toFixed(2)} × DuckDB-WASM's.`,
  ];
  const of = (name, other) => middle(times[name].map((seconds, run) => seconds / times[other][run]));
  // The peer of the aim loads the file in a page. DuckDB on this machine loads it too: the same work is compared with it.
  const aims = [
    aim("CSV, 1 million rows: the whole of `publish` beside DuckDB-WASM", of("publish", "page"), 0.8),
    aim("CSV, 1 million rows: rows in memory beside DuckDB on this machine", of("read", "native"), 0.8),
  ];
  return { lines, aims };
}
