// `cargo test`, but as many test programs side by side as there are processors: Cargo runs one after the other, and
// several of ours are one long test, or wait for another program. What a program says is printed once it has ended.

import { spawn, spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";

/** The test programs that Cargo built. */
async function built() {
  const cargo = spawn("cargo", ["test", "--locked", "--no-run", "--message-format=json-render-diagnostics"], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((done) => cargo.on("close", done));
  const programs = [];
  for await (const line of createInterface({ input: cargo.stdout })) {
    const { reason, executable, profile, target } = JSON.parse(line);
    if (reason === "compiler-artifact" && executable && profile.test) programs.push({ name: target.src_path.slice(process.cwd().length + 1), executable });
  }
  if ((await ended) !== 0) throw new Error("the tests cannot be built");
  return programs;
}

/** Resolves to whether it passed. */
function run({ name, executable }) {
  const begun = performance.now();
  const test = spawn(executable, [], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [test.stdout, test.stderr]) stream.setEncoding("utf8").on("data", (text) => { said += text; });
  return new Promise((done) => test.on("close", (status) => {
    console.log(`\n${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s${said.trimEnd()}`);
    done(status === 0);
  }));
}

// Whole programs before small ones: the folders of `tests` and the library take longest.
const size = ({ name }) => (name.endsWith("main.rs") || name === "src/lib.rs" ? 0 : 1);
const waiting = (await built()).sort((a, b) => size(a) - size(b));
const failed = [];
async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) if (!(await run(next))) failed.push(next.name);
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
if (spawnSync("cargo", ["test", "--locked", "--doc"], { stdio: "inherit" }).status !== 0) failed.push("the examples of the documentation");
if (failed.length > 0) {
  console.log(`\nfailed: ${failed.join(", ")}`);
  process.exitCode = 1;
}
