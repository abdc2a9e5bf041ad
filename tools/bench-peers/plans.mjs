// What is run beside what. Every plan is interleaved by the harness: round after round over all of its lines.

const duck = { engine: "duckdb128", headRange: "honor" };
const hyparquet = { engine: "hyparquet" };
const parquetWasm = { engine: "parquetwasm" };
export const ours = { engine: "straatbeeld" };

/**
 * The same in the folder that `publish` makes of the table, its counts written again. Of the whole town (q3, q4) it
 * answers what the product asks, from its small files: `own_answers.py` says what that is.
 */
const own = (segments) => ({ engine: "straatbeeld-own", town: `own${segments}` });

/** Streets of a town and of one of ten times its rows, in turns. The file is named to tell them apart; nothing reads it. */
export function growth(sizes) {
  const jobs = sizes.flatMap((segments) => ["q1", "q2"].map((q) => ({ ...own(segments), job: "cold", q, file: `c${segments}.zstd.parquet`, street: `${348_000 + 37 * Math.floor(segments / 2)}` })));
  return { network: ["--rtt", "40", "--mbps", "20"], jobs: [...jobs, { engine: "blank", job: "blank" }] };
}

/** A scan of a town beside its peers, and of a larger one beside the fastest of them, in turns. */
export function memory([small, large]) {
  const cold = (q, segments) => (engine) => ({ ...engine, job: "cold", q, file: `c${segments}.zstd.parquet`, street: "348000" });
  const jobs = ["q3", "q4"].flatMap((q) => [
    ...[duck, hyparquet, parquetWasm, ours].map(cold(q, small)),
    ...[parquetWasm, ours].map(cold(q, large)),
  ]);
  return { network: [], jobs: [...jobs, { engine: "blank", job: "blank" }] };
}

/**
 * For a table of so many segments. `footer`: bytes of its footer, which the engines that are tuned by hand are told.
 * parquet-wasm has no statistics, so it is told the row group: five segments to each.
 */
export function plans(segments, footer) {
  const file = `c${segments}.zstd.parquet`;
  const told = { footer: `${footer}`, variant: "footer told" };
  // A segment in the middle, as the generator numbers them.
  const segment = Math.floor(segments / 2);
  const group = `${Math.floor(segment / 5)}`;
  const street = `${348_000 + 37 * segment}`;
  const cold = (questions, engines) => questions.flatMap((q) => engines.map((engine) => ({ ...engine, job: "cold", q, file, street })));
  const peers = [duck, hyparquet, { ...parquetWasm, group }];
  const blank = { engine: "blank", job: "blank" };
  return {
    // 40 ms a request and 20 Mbit/s: what a visitor waits for.
    street: {
      network: ["--rtt", "40", "--mbps", "20"],
      jobs: [...cold(["q1", "q2"], [...peers, { ...hyparquet, ...told, cache: "no-store" }, ours, { ...ours, ...told }, own(segments)]), blank],
    },
    town: { network: [], jobs: [...cold(["q3", "q4"], [...peers, ours, own(segments)]), blank] },
    warm: { network: [], jobs: [...peers, ours].map((engine) => ({ ...engine, job: "warm", reps: "7", file, street })) },
    floor: { network: [], jobs: [{ engine: "floor", job: "floor", reps: "9", variant: "simd", parts: "floor", floor: "/data/c500.arrow" }] },
  };
}
