// Everything that a side-by-side run needs, in build/bench: the harness of the shared folder (a link), the peers'
// packages, the tables, our engine and the floor as wasm, and the pages. A step that is done is not done twice.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

export const root = join(import.meta.dirname, "../..");
export const shared = join(process.env.STRAATBEELD_SHARED ?? join(root, "../shared"), "bench");
export const work = join(root, "build/bench");
export const site = join(work, "site");
export const data = join(work, "data");
/** The harness under our work folder: its imports find the packages that lie beside it. */
export const harness = join(work, "harness");
const own = import.meta.dirname;

const say = (text) => console.log(`→ ${text}`);

export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { stdio: "inherit", cwd: root, ...options });
  if (done.status !== 0) throw new Error(`${command} ${args.slice(0, 3).join(" ")} failed`);
}

const isNewer = (made, ...sources) => existsSync(made) && sources.every((source) => statSync(made).mtimeMs >= statSync(source).mtimeMs);

function walk(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));
}

/** The harness by its link, and the peers' packages as package-lock.json has them. */
export function packages() {
  mkdirSync(data, { recursive: true });
  rmSync(harness, { force: true });
  symlinkSync(shared, harness);
  const lock = join(own, "package-lock.json");
  if (isNewer(join(work, "node_modules/.package-lock.json"), lock)) return;
  say("installing the peers' packages");
  for (const name of ["package.json", "package-lock.json"]) cpSync(join(own, name), join(work, name));
  run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: work });
}

export function pythonOfBench() {
  const python = join(work, "venv/bin/python");
  if (!existsSync(python)) {
    say("making build/bench/venv");
    run("python3", ["-m", "venv", join(work, "venv")]);
    run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", join(own, "requirements.txt")]);
  }
  return python;
}

/** `[[segments, formats]]`: tables of 20 000 hours a segment, made by the shared generator. */
export function tables(wanted) {
  const missing = wanted
    .map(([segments, formats]) => [segments, formats.filter((format) => !existsSync(join(data, fileOf(segments, format))))])
    .filter(([, formats]) => formats.length > 0);
  if (missing.length === 0) return;
  const python = pythonOfBench();
  for (const [segments, formats] of missing) {
    say(`generating ${(segments * 20_000).toLocaleString("en")} rows as ${formats.join(", ")}`);
    // The generator writes row group after row group, so memory stays flat; a part that was cut short is no table.
    const part = join(work, "part");
    mkdirSync(part, { recursive: true });
    run("nice", [python, join(shared, "generate.py"), "--segments", `${segments}`, "--out", part, "--formats", formats.join(",")]);
    for (const format of formats) run("mv", [join(part, fileOf(segments, format)), data]);
  }
}

/** The command line program, as it is released. */
export function programOf() {
  run("cargo", ["build", "--release", "--locked", "--quiet", "--bin", "straatbeeld"]);
  return join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "release/straatbeeld");
}

/** The program that reads and publishes the files it is told of, and says how long that took. */
export function rowsProgram() {
  run("cargo", ["build", "--release", "--locked", "--quiet", "--example", "rows"]);
  return join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "release/examples/rows");
}

/** What its small files must say, by another engine from the rows: `{ q3: [], q4: [] }`. */
export const answersOf = (segments) => JSON.parse(readFileSync(join(work, `own${segments}`, "answers.json"), "utf8"));

/** The folder that `publish` makes of a table, its counts written again in our layout. */
export function ownTown(segments) {
  const made = join(work, `own${segments}`);
  if (!existsSync(join(made, "town/catalog.jsonld"))) {
    say(`publishing the town of ${segments} segments`);
    run("nice", [pythonOfBench(), join(own, "own_town.py"), join(data, fileOf(segments, "zstd")), made]);
    run("nice", [programOf(), "publish", join(made, "town.toml"), "--data-root", made, "--out", join(made, "town")]);
  }
  if (!existsSync(join(made, "answers.json"))) run("nice", [pythonOfBench(), join(own, "own_answers.py"), made]);
  if (!existsSync(join(data, `own${segments}`))) symlinkSync(join(made, "town"), join(data, `own${segments}`));
}

export const fileOf = (segments, format) => `c${segments}.${["arrow", "csv"].includes(format) ? format : `${format}.parquet`}`;

const wasmTarget = "wasm32-unknown-unknown";
const wasmFeatures = ["simd", "bulk-memory", "sign-ext", "nontrapping-float-to-int", "mutable-globals", "multivalue", "reference-types"].map((name) => `--enable-${name}`);

/** Compiles a crate to wasm with the toolchain that set-up chose, and writes it optimised. */
function wasm(folder, name, to, { rustc = "", optimiser = [] } = {}) {
  const script = `. tools/env.sh; cd ${JSON.stringify(relative(root, folder))} && RUSTFLAGS="-C target-feature=+simd128,+bulk-memory ${rustc}" wasm_build`;
  const build = 'wasm_build() { (cd "$root"; with_wasm true) && t=$(cat "$root/build/wasm-toolchain"); ${t:+env RUSTUP_TOOLCHAIN=$t} env CARGO_TARGET_DIR="$wasm_target_dir" cargo build --quiet --release --lib --target ' + wasmTarget + "; }";
  run("bash", ["-euc", `${build}; ${script}`]);
  const target = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "wasm", wasmTarget, "release", `${name}.wasm`);
  mkdirSync(dirname(to), { recursive: true });
  run(join(root, "node_modules/.bin/wasm-opt"), [...wasmFeatures, "-O3", ...optimiser, target, "-o", to]);
}

/** A browser makes a function fast once it has run for a while: small ones are sooner there, and cost it less. */
const small = { rustc: "-C llvm-args=-inline-threshold=40", optimiser: ["--one-caller-inline-max-function-size=30"] };

export function engines() {
  say("compiling our engine and the floor");
  wasm(join(own, "engine"), "bench_engine", join(site, "lib/straatbeeld.wasm"), small);
  // The floor's folder may not be written to, and Cargo writes a lock.
  const floor = join(work, "floor");
  cpSync(join(shared, "floor"), floor, { recursive: true });
  run("chmod", ["-R", "u+w", floor]);
  wasm(floor, "floor", join(site, "floor/scan-simd.wasm"));
}

const page = (script) => `<!doctype html><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">${script}\n`;

/** Bundles the harness's pages and ours, and lays the libraries' own files beside them. */
export async function pages() {
  say("bundling the pages");
  const { build } = await import(join(work, "node_modules/esbuild/lib/main.js"));
  const theirs = ["duckdb", "duckdb128", "hyparquet", "parquetwasm", "floor"].map((name) => [name, join(harness, "pages/engines", `${name}.js`)]);
  const ours = readdirSync(join(own, "pages")).filter((name) => name.endsWith(".js")).map((name) => [name.slice(0, -3), join(own, "pages", name)]);
  for (const [name, file] of [["bench", join(harness, "pages/bench.js")], ...theirs, ...ours]) {
    await build({
      entryPoints: [file], outfile: join(site, `${name}.js`), bundle: true, minify: true, format: "esm", target: "es2022", platform: "browser",
      mainFields: ["browser", "module", "main"], nodePaths: [join(work, "node_modules")], preserveSymlinks: true, logLevel: "error",
    });
  }
  writeFileSync(join(site, "index.html"), page('<script type="module" src="./bench.js"></script>'));
  const libraries = [
    ["@duckdb/duckdb-wasm/dist/duckdb-eh.wasm", "lib/duckdb/duckdb-eh.wasm"],
    ["@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js", "lib/duckdb/duckdb-browser-eh.worker.js"],
    ["duckdb-wasm-1.28/dist/duckdb-eh.wasm", "lib/duckdb128/duckdb-eh.wasm"],
    ["duckdb-wasm-1.28/dist/duckdb-browser-eh.worker.js", "lib/duckdb128/duckdb-browser-eh.worker.js"],
    ["parquet-wasm/esm/parquet_wasm_bg.wasm", "lib/parquet_wasm_bg.wasm"],
  ];
  for (const [from, to] of libraries) cpSync(join(work, "node_modules", from), join(site, to), { recursive: true, preserveTimestamps: true });
  compress();
}

/** Brotli beside everything that a browser downloads and waits for, as a good host has it. */
function compress() {
  // Of DuckDB 1.32 no start is measured, and its 34 MB take a minute.
  const isWaitedFor = (name) => /\.(js|wasm)$/.test(name) && !name.includes("/lib/duckdb/");
  for (const file of walk(site).filter(isWaitedFor)) {
    if (isNewer(`${file}.br`, file)) continue;
    const bytes = readFileSync(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 8e6 ? 9 : 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
  }
}
