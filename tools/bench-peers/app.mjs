// The whole app beside a peer's bare page: from navigation to the first chart of a street, everything cold, on one slow
// network, in turns. The peer's page has no interface at all: it ends with the numbers.

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { aim } from "./goals.mjs";
import { data, fileOf, harness, root, site, work } from "./prepare.mjs";

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** The built app under the harness's server, over the folder that was made of the table. */
function layOut(segments) {
  if (!existsSync(join(root, "dist/index.html"))) throw new Error("dist/ is not there: make build");
  const app = join(site, "app");
  rmSync(app, { recursive: true, force: true });
  cpSync(join(root, "dist"), app, { recursive: true, preserveTimestamps: true });
  rmSync(join(app, "data"), { recursive: true, force: true });
  const town = join(work, `own${segments}/town`);
  mkdirSync(join(app, "data"));
  // The harness's server cannot send an empty file, as the style sheet of a town without a theme is.
  for (const name of readdirSync(town).filter((name) => name !== "theme.css")) symlinkSync(join(town, name), join(app, "data", name));
  writeFileSync(join(app, "data/theme.css"), "/* none */");
}

/** Notes when the first answer stands there, and when the first chart is painted, which sets its canvas's width. */
function observe() {
  globalThis.seen = {};
  const note = (what) => { globalThis.seen[what] ??= performance.now(); };
  new MutationObserver((mutations) => {
    if (document.querySelector(".answer-sentence")) note("answer");
    if (mutations.some((one) => one.type === "attributes" && one.target.matches?.("canvas.chart-canvas"))) note("chart");
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["width"] });
}

async function inFreshBrowser(use) {
  const profile = mkdtempSync(join(tmpdir(), "bench-"));
  const context = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags, headless: true });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const middle = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const spread = (values) => `${Math.round(Math.min(...values))} / **${Math.round(middle(values))}** / ${Math.round(Math.max(...values))}`;

/** A table, and what was aimed at. */
export async function appBesideBarePage({ segments, runs, port }) {
  layOut(segments);
  const origin = `http://localhost:${port}`;
  const server = spawn(process.execPath, ["--preserve-symlinks", "--preserve-symlinks-main", join(harness, "serve.mjs"), "--site", site, "--data", data, "--port", `${port}`], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((ready) => server.stdout.once("data", ready));
  const street = 348_000 + 37 * Math.floor(segments / 2);
  const times = { peer: [], answer: [], chart: [] };
  try {
    await fetch(`${origin}/_net?rtt=40&mbps=20`);
    for (let run = 0; run < runs; run += 1) {
      times.peer.push(await inFreshBrowser(async (page) => {
        await page.goto(`${origin}/?engine=hyparquet&job=cold&q=q1&file=/data/${fileOf(segments, "zstd")}&street=${street}`);
        const done = await page.evaluate(() => globalThis.done);
        if (done.error) throw new Error(done.error);
        return done.totalMs;
      }));
      const seen = await inFreshBrowser(async (page) => {
        await page.addInitScript(observe);
        await page.goto(`${origin}/app/index.html?lang=en&street=straat-${street}`);
        await page.waitForFunction(() => globalThis.seen.chart !== undefined);
        return page.evaluate(() => globalThis.seen);
      });
      times.answer.push(seen.answer);
      times.chart.push(seen.chart);
    }
  } finally {
    server.kill();
  }
  const line = (what, values) => `| ${what} | ${spread(values)} | ${(middle(values) / middle(times.peer)).toFixed(2)} |`;
  const lines = [
    `${runs} runs in turns; milliseconds since navigation, least / **middle** / most.`,
    "",
    "| what | ms | × the bare page |",
    "|---|--:|--:|",
    line("hyparquet, bare page: numbers of q1", times.peer),
    line("the app: first answer in words", times.answer),
    line("the app: first chart", times.chart),
  ];
  return { lines, aims: [aim("the whole app, first chart of a street: time beside hyparquet's bare page", middle(times.chart) / middle(times.peer), 1.2)] };
}
