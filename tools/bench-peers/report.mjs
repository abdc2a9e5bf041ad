// Tables out of what the harness wrote: least, middle and most of each measure, the ratio against ours, and whether
// all engines answer alike.

export const middle = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};
const digits = (value) => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(2));
export const spread = (values) => `${digits(Math.min(...values))} / **${digits(middle(values))}** / ${digits(Math.max(...values))}`;
const ratio = (a, b) => (b > 0 ? (a / b).toFixed(2) : "–");

/** Answers of one question agree to five digits; single precision does not go further in a sum of a year. */
function agree(a, b) {
  const near = (x, i) => Math.abs((x ?? 0) - (b[i] ?? 0)) <= 1e-5 * Math.abs(b[i] ?? 0) + 1e-6;
  return a.length === b.length && a.every(near);
}

export const nameOf = (record) => record.engine + (record.variant ? `, ${record.variant}` : "");

function grouped(records, key) {
  const groups = new Map();
  for (const record of records) groups.set(key(record), [...(groups.get(key(record)) ?? []), record]);
  return groups;
}

/**
 * Rows of a table of cold questions; the number of engines that failed or disagreed. `own` has what the folder's small
 * files must say, by question: its answers are not the peers', since it is asked another thing.
 */
export function coldTable(records, own = {}) {
  const blank = middle(records.filter((one) => one.job === "blank" && !one.error).map((one) => one.peakMB));
  const lines = [
    `Empty page: ${digits(blank)} MB. Milliseconds and megabytes are least / **middle** / most.`,
    "",
    "| question | engine | runs | page start → answer, ms | × ours | open → answer, ms | data kB | requests | peak, MB over an empty page | answers |",
    "|---|---|--:|--:|--:|--:|--:|--:|--:|---|",
  ];
  const files = new Set(records.map((one) => one.file).filter(Boolean)).size;
  let wrong = 0;
  for (const [, all] of grouped(records.filter((one) => one.job === "cold"), (one) => `${one.q} ${one.file}`)) {
    const [{ q, file }] = all;
    const question = files > 1 ? `${q}, ${file.split("/").at(-1).split(".")[0]}` : q;
    const sound = all.filter((one) => !one.error);
    const reference = sound.find((one) => !one.engine.startsWith("straatbeeld"))?.answer ?? sound[0]?.answer;
    const mine = sound.filter((one) => nameOf(one) === "straatbeeld").map((one) => one.totalMs);
    for (const [name, runs] of grouped(all, nameOf)) {
      const done = runs.filter((one) => !one.error);
      if (done.length < runs.length) wrong += 1;
      if (done.length === 0) {
        lines.push(`| ${question} | ${name} | 0/${runs.length} | ${runs[0].error?.slice(0, 80).replaceAll("\n", " ")} | | | | | | |`);
        continue;
      }
      const expected = (name === "straatbeeld-own" && own[q]) || reference;
      const isSame = done.every((one) => agree(one.answer, expected));
      if (!isSame) wrong += 1;
      const of = (measure) => done.map(measure);
      lines.push(
        `| ${[
          question, name, `${done.length}/${runs.length}`, spread(of((one) => one.totalMs)), ratio(middle(of((one) => one.totalMs)), middle(mine)),
          spread(of((one) => one.coldMs)), digits(middle(of((one) => one.stats.data.bytes / 1000))), middle(of((one) => one.stats.data.requests)),
          spread(of((one) => Math.max(0, one.peakMB - blank))), isSame ? "agree" : "DIFFER",
        ].join(" | ")} |`,
      );
    }
  }
  return { lines, wrong };
}

export function warmTable(records, floor) {
  const questions = ["q1", "q2", "q3", "q4"];
  const lines = [
    "Milliseconds in memory, least / **middle** / most, and the middle against ours.",
    "",
    `| engine | runs | load, s | ${questions.map((q) => `${q}, ms | × ours`).join(" | ")} | peak MB | answers |`,
    `|---|--:|--:|${"--:|--:|".repeat(4)}--:|---|`,
  ];
  const reference = records.find((one) => !one.error && one.engine !== "straatbeeld");
  const mine = records.filter((one) => !one.error && one.engine === "straatbeeld");
  let wrong = 0;
  for (const [name, runs] of grouped(records, nameOf)) {
    const done = runs.filter((one) => !one.error);
    if (done.length < runs.length) wrong += 1;
    if (done.length === 0) {
      lines.push(`| ${name} | 0/${runs.length} | ${runs[0].error?.slice(0, 80).replaceAll("\n", " ")} |`);
      continue;
    }
    const isSame = done.every((one) => questions.every((q) => agree(one.warm[q].answer, reference.warm[q].answer)));
    if (!isSame) wrong += 1;
    const times = (records, q) => records.flatMap((one) => one.warm[q].ms);
    const cells = questions.map((q) => `${spread(times(done, q))} | ${ratio(middle(times(done, q)), middle(times(mine, q)))}`);
    lines.push(`| ${name} | ${done.length}/${runs.length} | ${digits(middle(done.map((one) => one.loadMs / 1000)))} | ${cells.join(" | ")} | ${digits(middle(done.map((one) => one.peakMB)))} | ${isSame ? "agree" : "DIFFER"} |`);
  }
  const sound = floor.filter((one) => one.results?.floor);
  if (sound.length > 0) {
    const times = (measure) => sound.flatMap((one) => one.results.floor[measure].ms);
    lines.push("", `Floor of this machine (plain wasm over sorted columns): q3 ${spread(times("q3slices"))} ms, q4 ${spread(times("q4slices"))} ms.`);
  }
  return { lines, wrong };
}
