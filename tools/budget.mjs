// What a visitor downloads, in brotli 11, against what it may cost. Fails when it costs more.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/** kB (1000 bytes), brotli 11. The map library comes later, and only where a map is shown. */
export const budgets = { interface: 250, worker: 250, clerk: 290, pages: 330, embed: 450, shared: 170, sum: 60, take: 250, plate: 130, catalog: 250 };

/** Programs of other documents than the app's; each is a group with all that its document loads. */
const programs = ["pages", "embed"];

/** Programs that open inside a page, which has loaded the rest already. */
const parts = ["shared", "sum", "take", "plate"];

/** The same without texts of their own. */
const silent = ["clerk", "catalog"];

export const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

/** `[{part, group, raw, brotli}]`; group is interface, worker, map or other. */
export function sizes(dist = "dist") {
  const folder = readdirSync(dist).find((name) => /^app-[0-9a-f]+$/.test(name));
  if (!folder) throw new Error(`${dist} holds no build: run 'make build'`);
  const names = readdirSync(join(dist, folder), { recursive: true }).map(String);
  const listed = ["index.html", ...names.map((name) => join(folder, name))].filter((name) => /\.(html|js|mjs|css|wasm|ftl|json)$/.test(name));
  const size = (name, group) => {
    const bytes = readFileSync(join(dist, name));
    return { part: name.replace(`${folder}/`, ""), group, raw: bytes.length, brotli: brotli(bytes) };
  };
  const programOf = (part) => [...programs, ...parts, ...silent].find((one) => part.startsWith(`${one}.`) || part.startsWith(`${one}_`));
  const groupOf = (part) => programOf(part) ?? (/^map(\.js|libre)/.test(part) ? "map" : /^worker|worker[-_.]/.test(part) ? "worker" : /^[a-z]+\.html$/.test(part) && part !== "index.html" ? "other" : "interface");
  const own = listed.map((name) => size(name, groupOf(name.replace(`${folder}/`, ""))));
  // A visitor downloads one language: the largest counts.
  const texts = names.filter((name) => /^texts\//.test(name) && name.endsWith(".txt")).map((name) => size(join(folder, name), "other"));
  const largestOf = (pattern) => {
    const [largest] = texts.filter(({ part }) => pattern.test(part)).sort((a, b) => b.brotli - a.brotli);
    if (!largest) throw new Error(`${dist} has no texts: run 'make build'`);
    return largest;
  };
  const common = largestOf(/^texts\/[a-z]+\.txt$/);
  common.group = "interface";
  // What each of the other documents loads too: the start, the style, the common texts.
  const shared = own.filter(({ part }) => /^(boot\.js|style\.css)$/.test(part)).concat(common);
  for (const program of programs) {
    largestOf(new RegExp(`^texts/[a-z]+\\.${program}\\.txt$`)).group = program;
    // A frame on another site has nobody who loaded the worker before it: it counts in full.
    const others = program === "embed" ? shared.concat(own.filter(({ group }) => group === "worker")) : shared;
    own.push(...others.map((one) => ({ ...one, part: `${one.part} (as in the app)`, group: program })));
  }
  // The words of a label are those of its page.
  const ofLabel = largestOf(/^texts\/[a-z]+\.pages\.txt$/);
  own.push({ ...ofLabel, part: `${ofLabel.part} (as in pages)`, group: "plate" });
  for (const program of parts) largestOf(new RegExp(`^texts/[a-z]+\\.${program}\\.txt$`)).group = program;
  return [...own, ...texts];
}

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(8);

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const all = sizes(process.argv[2]);
  let over = 0;
  for (const group of ["interface", "worker", ...programs, ...parts, ...silent, "map", "other"]) {
    const parts = all.filter((one) => one.group === group).sort((a, b) => b.brotli - a.brotli);
    const sum = parts.reduce((total, one) => total + one.brotli, 0);
    const budget = budgets[group];
    const isOver = budget !== undefined && sum > budget * 1000;
    if (isOver) over += 1;
    console.log(`${group.padEnd(34)}${kb(sum)} kB brotli${budget === undefined ? "" : ` of ${budget} ${isOver ? "OVER BUDGET" : "ok"}`}`);
    for (const one of parts) console.log(`  ${one.part.padEnd(32)}${kb(one.brotli)} kB brotli ${kb(one.raw)} kB raw`);
  }
  process.exitCode = over > 0 ? 1 : 0;
}
