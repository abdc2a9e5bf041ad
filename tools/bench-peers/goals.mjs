// What was aimed at, beside what a run measured: a line for each aim, from the middles of interleaved runs.

import { middle, nameOf } from "./report.mjs";

const PEERS = ["duckdb128", "hyparquet", "parquetwasm"];

/** `{ what, asked, measured, isMet }`; `ratio` may be at most `most`. */
export const aim = (what, ratio, most, unit = "×") => ({ what, asked: `≤ ${most} ${unit}`, measured: `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(ratio < 0.1 ? 3 : 2)} ${unit}`, isMet: ratio <= most });

export function aimsTable(aims) {
  const lines = aims.map(({ what, asked, measured, isMet }) => `| ${what} | ${asked} | ${measured} | ${isMet ? "met" : "**missed**"} |`);
  return ["| what | asked | measured | |", "|---|--:|--:|---|", ...lines];
}

/** Looks up middles of cold questions. */
function cold(records) {
  const sound = records.filter((one) => !one.error);
  const of = (name, q, measure) => middle(sound.filter((one) => one.job === "cold" && one.q === q && nameOf(one) === name).map(measure));
  const blank = middle(sound.filter((one) => one.job === "blank").map((one) => one.peakMB));
  return {
    ms: (name, q) => of(name, q, (one) => one.totalMs),
    bytes: (name, q) => of(name, q, (one) => one.stats.data.bytes),
    peak: (name, q) => of(name, q, (one) => Math.max(0, one.peakMB - blank)),
    whole: (name, q) => of(name, q, (one) => one.peakMB),
    fastest: (q) => PEERS.map((name) => [name, of(name, q, (one) => one.totalMs)]).sort((a, b) => a[1] - b[1])[0][0],
  };
}

/** A street, 40 ms a request and 20 Mbit/s, from navigation to the answer. */
export function streetAims(records) {
  const { ms, bytes, peak } = cold(records);
  const told = "hyparquet, footer told";
  return ["q1", "q2"].flatMap((q) => [
    aim(`${q}, our folder: time beside hyparquet as it is`, ms("straatbeeld-own", q) / ms("hyparquet", q), 0.7),
    aim(`${q}, our folder: time beside hyparquet tuned by hand`, ms("straatbeeld-own", q) / ms(told, q), 1),
    aim(`${q}, our folder: time beside DuckDB-WASM`, ms("straatbeeld-own", q) / ms("duckdb128", q), 0.25),
    aim(`${q}, the ordinary file: time beside hyparquet as it is`, ms("straatbeeld", q) / ms("hyparquet", q), 0.7),
    aim(`${q}, the ordinary file: time beside hyparquet tuned by hand`, ms("straatbeeld", q) / ms(told, q), 1),
    aim(`${q}, the ordinary file: time beside DuckDB-WASM`, ms("straatbeeld", q) / ms("duckdb128", q), 0.25),
    aim(`${q}, the ordinary file: bytes beside footer, index and pages needed`, bytes("straatbeeld", q) / bytes(told, q), 1.05),
    aim(`${q}, our folder: bytes beside hyparquet on the ordinary file`, bytes("straatbeeld-own", q) / bytes("hyparquet", q), 0.2),
    aim(`${q}: peak memory over an empty page`, Math.max(peak("straatbeeld", q), peak("straatbeeld-own", q)), 70, "MB"),
  ]);
}

/** The whole town, this machine without a delay. Scans are timed in a browser at rest: `memoryAims`. */
export function townAims(records) {
  const { ms, bytes, peak, fastest } = cold(records);
  return ["q3", "q4"].flatMap((q) => [
    aim(`${q}, as the product answers it: time beside the fastest peer`, ms("straatbeeld-own", q) / ms(fastest(q), q), 0.1),
    aim(`${q}, as the product answers it: bytes beside the fastest peer`, bytes("straatbeeld-own", q) / bytes(fastest(q), q), 0.01),
    aim(`${q}, from the rows: bytes beside the least that a peer takes`, bytes("straatbeeld", q) / Math.min(...PEERS.map((name) => bytes(name, q))), 1.01),
    aim(`${q}, from the rows: peak memory beside DuckDB-WASM`, peak("straatbeeld", q) / peak("duckdb128", q), 0.5),
  ]);
}

/** Everything in memory. */
export function warmAims(records, floor) {
  const sound = records.filter((one) => !one.error);
  const of = (name, q) => middle(sound.filter((one) => nameOf(one) === name).flatMap((one) => one.warm[q].ms));
  const fastest = (q) => Math.min(...PEERS.map((name) => of(name, q)));
  const least = floor.filter((one) => one.results?.floor);
  const ofFloor = (measure) => middle(least.flatMap((one) => one.results.floor[measure].ms));
  return [
    ...["q1", "q2"].map((q) => aim(`${q} in memory: time beside the fastest peer`, of("straatbeeld", q) / fastest(q), 0.2)),
    ...["q3", "q4"].map((q) => aim(`${q} in memory: time beside the fastest peer`, of("straatbeeld", q) / fastest(q), 0.25)),
    ...(least.length > 0 ? ["q3", "q4"].map((q) => aim(`${q} in memory: time beside the floor`, of("straatbeeld", q) / ofFloor(`${q}slices`), 2)) : []),
  ];
}

/** Ten against a hundred million rows in our layout. */
export function growthAims(records, [small, large]) {
  const of = (town) => cold(records.filter((one) => one.job === "blank" || one.town === town));
  const [before, after] = [of(small), of(large)];
  return ["q1", "q2"].flatMap((q) => [
    aim(`${q}, our folder, ten times the rows: time`, after.ms("straatbeeld-own", q) / before.ms("straatbeeld-own", q), 1.15),
    aim(`${q}, our folder, ten times the rows: bytes`, after.bytes("straatbeeld-own", q) / before.bytes("straatbeeld-own", q), 1.1),
  ]);
}

/** Scans of 10 and 40 million rows in a browser at rest. */
export function memoryAims(records, [small, large]) {
  const of = (file) => cold(records.filter((one) => one.job === "blank" || one.file?.endsWith(file)));
  const [before, after] = [of(small), of(large)];
  return ["q3", "q4"].flatMap((q) => [
    aim(`${q}, from the rows: time beside the fastest peer, browser at rest`, before.ms("straatbeeld", q) / before.ms(before.fastest(q), q), 0.6),
    aim(`${q}, from 40 million rows: time beside parquet-wasm`, after.ms("straatbeeld", q) / after.ms("parquetwasm", q), 0.6),
    aim(`${q}, from 40 million rows: peak memory of the renderer beside 10 million`, after.whole("straatbeeld", q) / before.whole("straatbeeld", q), 1.1),
  ]);
}
