// The tests in a browser: `node tools/browser-tests.mjs [FILES]`, all of them where none is named. Each file has a browser
// of its own. A file that failed while another browser took the processor from it is run once more, alone: what fails
// again has failed; what passes then is named at the end, since what depends on who else is busy is a fault too, of the
// test or of the page.

import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { finished } from "node:stream/promises";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const folder = "tests/browser";
const asked = process.argv.slice(2);
const files = asked.length > 0 ? asked : readdirSync(folder).filter((name) => name.endsWith(".test.mjs")).map((name) => `${folder}/${name}`);

/** Resolves to what failed, by file. */
async function failing(files, concurrency) {
  const failed = new Map();
  // A test that fails before it closes its server would hold its file until the time is up: hence `forceExit`.
  const tests = run({ files, concurrency, timeout: 600_000, forceExit: true });
  tests.on("test:fail", ({ name, file, todo }) => {
    if (todo === undefined) failed.set(file, [...(failed.get(file) ?? []), name]);
  });
  const told = tests.compose(new spec());
  told.pipe(process.stdout, { end: false });
  await finished(told);
  return failed;
}

// More than two side by side want more memory than they save time.
const first = await failing(files, Math.min(2, availableParallelism()));
const again = first.size > 0 ? await failing([...first.keys()], 1) : first;
for (const [file, names] of first) {
  const end = again.has(file) ? "failed twice" : "passed alone";
  for (const name of names) console.log(`${end}: ${file}: ${name}`);
}
process.exitCode = again.size > 0 ? 1 : 0;
