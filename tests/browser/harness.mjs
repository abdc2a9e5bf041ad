// What every journey needs: a served build, a browser, a page that reports what it must not do.

import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../../tools/serve.mjs";

export const root = join(import.meta.dirname, "../..");
export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

let browser;

/** One Chromium for all pages of a test file. */
export async function launch() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
      ...(process.env.CHROMIUM_ARGS ?? "").split(" ").filter(Boolean),
    ],
  });
  return browser;
}

export async function finish() {
  await browser?.close();
  browser = undefined;
}

/** Serves dist/ with a town's folder: `demo`, or any that was published. */
export function serveTown(town = "demo", options = {}) {
  const data = join(root, "build/towns", town);
  return serve({ dist: join(root, "dist"), data, ...options });
}

/** The command line program that was built last. */
export const program = ["debug", "release"]
  .map((profile) => join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), profile, "straatbeeld"))
  .filter((path) => existsSync(path))
  .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];

export const isPublished = (town) => existsSync(join(root, "build/towns", town, "catalog.jsonld"));

/**
 * A page in a fresh context. `page.faults` collects errors on the console, uncaught errors and requests
 * to other hosts; `assertClean` at the end of a journey.
 */
export async function newPage(served, { viewport = phone, theme = "light", language = "en", touch = false } = {}) {
  const context = await (await launch()).newContext({
    viewport,
    colorScheme: theme,
    locale: language,
    hasTouch: touch,
    deviceScaleFactor: viewport.width < 600 ? 2 : 1,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  page.found = { console: [], foreign: [] };
  page.on("console", (message) => {
    if (message.type() === "error") page.found.console.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => page.found.console.push(String(error)));
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(served.origin) && !/^(data|blob|about):/.test(url)) page.found.foreign.push(url);
  });
  return page;
}

/** No error on the console but those expected, and never a request to another host. */
export function assertClean(page, expected = undefined) {
  assert.deepEqual(page.found.foreign, [], "requests to other hosts");
  const errors = expected ? page.found.console.filter((text) => !expected.test(text)) : page.found.console;
  assert.deepEqual(errors, [], "errors on the console");
}

export async function close(page) {
  await page.context().close();
}

/**
 * The frame of the first iframe of a page. For a moment an iframe that was just put in, or moves to a process of
 * its own, has none. Where the page exchanges its iframe, ask `page.frameLocator` instead: it looks anew each time.
 */
export async function frameIn(page) {
  const until = Date.now() + 15000;
  for (;;) {
    const frame = await (await page.waitForSelector("iframe", { state: "attached" })).contentFrame();
    if (frame) return frame;
    assert.ok(Date.now() < until, "the iframe has no frame");
    await page.waitForTimeout(20);
  }
}

/** What `attempt` resolves to, once none of its assertions fails any more; after ten seconds the last failure counts. */
export async function eventually(attempt, within = 10_000) {
  const until = Date.now() + within;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() >= until) throw error;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** A file of the page comes so many milliseconds later than it could. */
export const late = (page, file, ms) => page.route(file, async (route) => {
  await new Promise((done) => setTimeout(done, ms));
  await route.continue();
});

/** A file of the page does not come, or no more of it than the first so many requests, before what this gives is called. */
export async function held(page, file, first = 0) {
  let release;
  const isWanted = new Promise((done) => { release = done; });
  let requests = 0;
  await page.route(file, async (route) => {
    requests += 1;
    if (requests > first) await isWanted;
    await route.continue();
  });
  return release;
}

/** The whole answer of a street, in all of its parts: an early one says of some that they are still read. */
export const answered = (page) => page.locator(".street-body[aria-busy=false]").waitFor();

/** The town is known: it comes after a street's answer, and with it the order of names and links in the footer. */
export const townKnown = (page) => page.locator(".footer-sources li").first().waitFor();

/** A chart is drawn in a task of its own, after a frame in which its canvas is there and empty. */
export async function painted(canvas) {
  await eventually(async () => {
    const colours = await canvas.evaluate((one) => {
      const { data } = one.getContext("2d").getImageData(0, 0, one.width, one.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
    assert.ok(colours > 3, `${colours} colours on the canvas: nothing is drawn`);
  });
}

/** No sideways scrolling: the page is as wide as the window. */
export async function assertFits(page) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window, `content is ${content} px wide in a window of ${window} px`);
}

/** Waits until nothing is being read or drawn: no progress bar, the map there, charts painted. */
export async function settled(page) {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => {
    const isReading = document.querySelector("[role=progressbar], .is-waiting, .answer.is-empty, [aria-busy=true]");
    // A map below the window is drawn when it comes near.
    const maps = [...document.querySelectorAll(".map-canvas:not(:has(.maplibregl-canvas))")];
    const isMapMissing = maps.some((map) => map.getBoundingClientRect().top < innerHeight) && !document.querySelector(".map-broken, [role=alert]");
    return !isReading && !isMapMissing;
  });
  await page.waitForTimeout(500);
}
