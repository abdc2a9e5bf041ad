// `make bench-lab`: what a slow phone feels. Web vitals of home and of a street's page with the processor slowed
// down four times, and the time to the first answer on two networks. Medians of five runs; docs/BENCHMARKS-LAB.md.

import { close, finish, newPage, phone, serveTown } from "../tests/browser/harness.mjs";

const RUNS = Number(process.env.RUNS ?? 5);
const THROTTLE = 4;
/** What is aimed at: milliseconds, and the share of the screen that jumps. */
const targets = { LCP: 2000, INP: 100, CLS: 0.02, "– while its rows are read": 50 };
const networks = [
  { name: "200 ms, 1.6 Mbit/s", latency: 200, kbps: 1600 },
  { name: "40 ms, 20 Mbit/s", latency: 40, kbps: 20000 },
];
/** TOWN=<folder in build/towns> STREET=<id>: the first answer of another town's street. */
const town = process.env.TOWN ?? "demo";
const street = `?lang=en&street=${process.env.STREET ?? "stationsstraat"}`;

/** Collects in the page what the browser measures there. */
function observe() {
  const seen = { lcp: 0, cls: 0, tasks: [], events: [], answered: 0, asked: 0, read: 0 };
  globalThis.lab = seen;
  const watch = (type, take, options) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
  watch("largest-contentful-paint", (entry) => { seen.lcp = entry.startTime; });
  watch("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value; });
  watch("longtask", (entry) => seen.tasks.push({ start: entry.startTime, ms: entry.duration }));
  watch("event", (entry) => { if (entry.interactionId) seen.events.push({ name: entry.name, ms: entry.duration, wait: entry.processingStart - entry.startTime, work: entry.processingEnd - entry.processingStart }); }, { durationThreshold: 16 });
  // When a street's rows were asked for, and when all of them were read: the whole answer is there.
  globalThis.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (data instanceof Uint8Array && data[0] === 1 && data.length > 2000) seen.read ||= performance.now();
      });
    }
    postMessage(message, ...rest) {
      if (typeof message === "string" && message.includes('"street":{"street"')) seen.asked ||= performance.now();
      super.postMessage(message, ...rest);
    }
  };
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".answer-sentence")) return;
    seen.answered = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

const isStill = (page) => page.waitForFunction(() => !document.querySelector("[role=progressbar], .is-waiting, .answer.is-empty, [aria-busy=true]"));

/** What a reader does on a street's page: another mode, another period, a chart as a table, and with the keys. */
async function useStreet(page) {
  const bike = () => page.locator("label", { hasText: /bike/i }).first();
  const all = () => page.locator("label", { hasText: "Everything" }).first();
  const table = () => page.getByRole("button", { name: "As a table" }).first();
  const steps = [
    [() => bike().click(), bike],
    [() => all().click(), all],
    [() => table().click(), table],
    [() => page.getByRole("radio", { name: /bike/i }).focus().then(() => page.keyboard.press("ArrowRight")), bike],
    [() => table().focus().then(() => page.keyboard.press("Enter")), table],
  ];
  for (const [step, pressed] of steps) {
    // Who presses sees what is pressed: the frame after a leap to it draws all of the window.
    await pressed().scrollIntoViewIfNeeded();
    await page.waitForTimeout(600);
    await step();
    await isStill(page);
    await page.waitForTimeout(700);
  }
}

async function useHome(page) {
  const field = page.getByRole("combobox", { name: "Street name" });
  await field.click();
  for (const key of "stat") await page.keyboard.press(key, { delay: 120 });
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.waitForTimeout(700);
}

async function vitals(served, query, use) {
  const page = await newPage(served, { viewport: phone });
  await page.addInitScript(observe);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
  page.setDefaultTimeout(60000);
  await page.goto(served.address + query);
  await page.locator(query === street ? ".answer-sentence" : ".maplibregl-canvas").first().waitFor();
  await isStill(page);
  await page.waitForTimeout(1500);
  const loaded = await page.evaluate(() => performance.now());
  await use(page);
  const seen = await page.evaluate(() => globalThis.lab);
  await close(page);
  const worst = seen.events.sort((a, b) => b.ms - a.ms)[0];
  const longest = (tasks) => Math.max(0, ...tasks.map((task) => task.ms));
  // The task that begins with the answer's arrival shows what was read: it is one of those while the page loads.
  const during = seen.tasks.filter((task) => task.start < seen.read && task.start + task.ms > seen.asked);
  const untilRead = during.map((task) => ({ ms: Math.min(task.ms, seen.read - task.start) }));
  if (process.env.DETAILS) console.log(JSON.stringify({ query, ...seen }));
  return {
    LCP: seen.lcp,
    INP: worst?.ms ?? 0,
    CLS: seen.cls,
    "longest task": longest(seen.tasks),
    ...(seen.asked > 0 && { "– while its rows are read": longest(untilRead) }),
    "– while it loads": longest(seen.tasks.filter((task) => task.start < loaded)),
    "– while it is used": longest(seen.tasks.filter((task) => task.start >= loaded)),
  };
}

async function firstAnswer(served) {
  const page = await newPage(served, { viewport: phone });
  await page.addInitScript(observe);
  page.setDefaultTimeout(60000);
  await page.goto(served.address + street, { waitUntil: "commit" });
  await page.locator(".answer-sentence").first().waitFor();
  const { answered } = await page.evaluate(() => globalThis.lab);
  await close(page);
  return answered;
}

/**
 * In the page: a worker of its own beside the page's, which is asked without an interface, so that no drawing is timed.
 * `labAsk(query)` gives the milliseconds from the question's leaving the page to the whole answer's arrival there.
 */
function startWorker(folder) {
  const boot = new URL("worker-boot.js", document.querySelector("script[src*='boot.js']").src);
  const worker = new Worker(boot, { type: "module", name: "worker" });
  const asked = new Map();
  worker.addEventListener("message", ({ data }) => {
    // An answer begins with 1 and a failure with 3; fewer than 128 questions have a number of one byte.
    if (!(data instanceof Uint8Array) || (data[0] !== 1 && data[0] !== 3)) return;
    asked.get(data[1])?.(data[0] === 1);
  });
  globalThis.labAsk = (query) => new Promise((resolve, reject) => {
    const id = asked.size + 1;
    const begun = performance.now();
    asked.set(id, (isAnswer) => (isAnswer ? resolve(performance.now() - begun) : reject(new Error(`no answer to ${JSON.stringify(query)}`))));
    worker.postMessage(JSON.stringify({ ask: { id, query } }));
  });
  worker.postMessage(JSON.stringify({ open: { folder } }));
  worker.postMessage({ wasm: null });
  globalThis.labEnd = () => worker.terminate();
}

/** The soonest that somebody who sees an answer presses for another one, in milliseconds. */
const SOONEST = 300;

/** What a worker is asked, one after the other; those with a name are timed. The pause comes before the question. */
function turns(own, others) {
  const of = (mode, period = "lastyear", street = own) => ({ street: { street, mode, period } });
  return [
    { query: "town" },
    { query: of("car") },
    // In the task in which the answer comes: nothing can have been made ready.
    { query: of("bike"), name: "another mode, at once" },
    { query: of("bike", "all"), name: "another period, at once" },
    { query: of("car", "all"), name: "another mode of all years, at once" },
    { query: of("car", { between: { start: "2024-03-01", end: "2024-09-01" } }), name: "a chosen period" },
    { query: of("car"), pause: SOONEST },
    { query: of("pedestrian"), pause: SOONEST, name: "another mode, 0.3 s later" },
    { query: of("pedestrian", "all"), pause: SOONEST, name: "another period, 0.3 s later" },
    { query: of("heavy", "all"), pause: SOONEST, name: "another mode of all years, 0.3 s later" },
    // Nobody can make ready what a reader chooses from a calendar.
    { query: of("car", { between: { start: "2024-02-10", end: "2024-10-20" } }), pause: SOONEST, name: "a chosen period, 0.3 s later" },
    { query: of("car", "lastyear", others[0]), pause: SOONEST },
    { query: of("car"), pause: SOONEST, name: "back to a street" },
    ...others.map((street) => ({ query: of("car", "lastyear", street), pause: SOONEST })),
    { query: of("car"), pause: SOONEST, name: `back after ${others.length} other streets` },
  ];
}

/** Milliseconds of the worker for another choice of streets whose data are in memory, by what was asked. */
async function switches(served) {
  const took = {};
  for (let run = 0; run < RUNS; run += 1) {
    const page = await newPage(served, { viewport: phone });
    await page.goto(served.address + street);
    await page.locator(".answer-sentence").first().waitFor();
    await isStill(page);
    await page.waitForTimeout(1500);
    await page.evaluate(startWorker, new URL("data/", served.address).href);
    const times = await page.evaluate(async (turns) => {
      const times = [];
      for (const { query, pause, name } of turns) {
        if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
        times.push([name, await globalThis.labAsk(query)]);
      }
      globalThis.labEnd();
      return times;
    }, turns("stationsstraat", ["noordkaai", "schipperstraat", "campuslaan", "schoolstraat", "havenlaan"]));
    for (const [name, ms] of times.filter(([name]) => name)) (took[name] ??= []).push(ms);
    await close(page);
  }
  return took;
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const shown = (what, value) => (what === "CLS" ? value.toFixed(3) : value.toFixed(0)).padStart(9);

const plain = await serveTown(town);
// The map of the first page draws by the graphics of a processor, made for when there is no card. All other pages are
// drawn in software without that detour: its first frames of each kind take 100 ms and say nothing of the page.
const pages = [...(town === "demo" ? [["home", "?lang=en", useHome, ""]] : []), ["street", street, useStreet, "--disable-gpu"]];
const results = new Map(pages.map(([name]) => [name, []]));
for (const [name, query, use, args] of pages) {
  process.env.CHROMIUM_ARGS = args;
  for (let run = 0; run < RUNS; run += 1) results.get(name).push(await vitals(plain, query, use));
  await finish();
}
console.log(`Chromium, phone size, processor slowed down ${THROTTLE} times, ${town === "demo" ? "demonstration town" : town}: ms, ${RUNS} runs\n`);
console.log("".padEnd(28), ...["min", "median", "max", "target"].map((text) => text.padStart(9)));
let missed = 0;
for (const [name, runs] of results) {
  for (const what of Object.keys(runs[0] ?? {})) {
    const values = sorted(runs.map((run) => run[what]));
    const target = targets[what];
    const isMissed = target !== undefined && median(values) > target;
    missed += Number(isMissed);
    console.log(`${name}: ${what}`.padEnd(28), ...[values[0], median(values), values.at(-1)].map((value) => shown(what, value)), target === undefined ? "" : `${target}`.padStart(9), isMissed ? "missed" : "");
  }
}

console.log(`\nWorker, from question to answer, a street in memory, no slowing down: ms, target 5; ${RUNS} runs`);
for (const [what, values] of town === "demo" ? Object.entries(await switches(plain)) : []) {
  console.log(what.padEnd(44), ...[sorted(values)[0], median(values), sorted(values).at(-1)].map((value) => value.toFixed(1).padStart(9)));
}

// The server waits, not the browser: what Chromium slows down does not reach the worker's requests.
console.log(`\nFrom navigation to the first answer of the street, empty cache: ms, ${RUNS} runs`);
for (const { name, latency, kbps } of networks) {
  const served = await serveTown(town, { latency, kbps, shared: true });
  const values = [];
  for (let run = 0; run < RUNS; run += 1) {
    served.log.length = 0;
    values.push(await firstAnswer(served));
  }
  const bytes = served.log.reduce((sum, entry) => sum + entry.bytes, 0);
  console.log(name.padEnd(28), ...[sorted(values)[0], median(values), sorted(values).at(-1)].map((value) => shown("", value)), `${(bytes / 1000).toFixed(0)} kB`.padStart(9));
  await served.close();
}
await finish();
await plain.close();
if (missed > 0) console.log(`\n${missed} targets missed`);
