// `make bench`: rows per second, time from navigation to the first answer, sizes.
// Machines are noisy: compare ratios within one run, not milliseconds between runs.

import { spawnSync } from "node:child_process";
import { close, finish, newPage, phone, root, serveTown } from "../tests/browser/harness.mjs";
import { budgets, sizes } from "./budget.mjs";

const RUNS = 7;

console.log("── rows per second (native, release)");
const bench = spawnSync("cargo", ["run", "--release", "--locked", "--quiet", "--example", "rows"], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
if (bench.status !== 0) process.exitCode = 1;

console.log(`\n── Chromium, phone size, demonstration town: milliseconds from navigation, ${RUNS} runs`);
const served = await serveTown("demo");
const network = await serveTown("demo", { latency: 40, kbps: 20000 });

/** Milliseconds from navigation until the first answer's sentence is in the page. */
async function firstAnswer(page, url) {
  await page.goto(url, { waitUntil: "commit" });
  await page.locator(".answer-sentence").first().waitFor();
  return page.evaluate(() => globalThis.firstAnswer);
}

async function watch(page) {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(".answer-sentence")) return;
      globalThis.firstAnswer = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
}

async function emptyPage(page, origin) {
  await page.goto(`${origin}/robots.txt`, { waitUntil: "load" });
  return page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd);
}

const results = { "empty page": [], "cold, local": [], "warm, local": [], "cold, 40 ms and 20 Mbit/s": [], "warm, 40 ms and 20 Mbit/s": [] };
let bytes = 0;
for (let run = 0; run < RUNS; run += 1) {
  for (const [where, server] of [["local", served], ["40 ms and 20 Mbit/s", network]]) {
    const page = await newPage(server, { viewport: phone });
    await watch(page);
    const url = `${server.address}?lang=en&street=stationsstraat`;
    if (server === served) results["empty page"].push(await emptyPage(page, server.origin));
    server.log.length = 0;
    results[`cold, ${where}`].push(await firstAnswer(page, url));
    bytes = server.log.reduce((sum, entry) => sum + entry.bytes, 0);
    results[`warm, ${where}`].push(await firstAnswer(page, url));
    await close(page);
  }
}
await finish();
await served.close();
await network.close();

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const empty = median(results["empty page"]);
console.log("".padEnd(30), "min".padStart(8), "median".padStart(8), "max".padStart(8), "× empty page".padStart(14));
for (const [what, values] of Object.entries(results)) {
  const all = sorted(values);
  console.log(what.padEnd(30), ...[all[0], median(all), all.at(-1)].map((ms) => ms.toFixed(0).padStart(8)), (median(all) / empty).toFixed(1).padStart(14));
}
console.log(`bytes until the first answer, cold: ${(bytes / 1000).toFixed(0)} kB`);

console.log("\n── sizes, kB brotli 11");
const all = sizes();
const sum = (filter) => all.filter(filter).reduce((total, one) => total + one.brotli, 0) / 1000;
for (const [what, filter] of [
  ["interface wasm", (one) => one.part === "app_bg.wasm"],
  ["worker wasm", (one) => one.part === "worker_bg.wasm"],
  ["JavaScript without map", (one) => /\.m?js$/.test(one.part) && one.group !== "map"],
  ["CSS without map", (one) => one.part.endsWith(".css") && one.group !== "map"],
  ["map, loaded later", (one) => one.group === "map"],
  [`interface in all (budget ${budgets.interface})`, (one) => one.group === "interface"],
  [`worker in all (budget ${budgets.worker})`, (one) => one.group === "worker"],
]) console.log(what.padEnd(34), sum(filter).toFixed(1).padStart(8));
