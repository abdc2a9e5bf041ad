// Two hundred random views: the bytes that the worker sends in the browser are those that
// `straatbeeld explain … --bytes` computes natively from the same folder.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { close, desktop, finish, isPublished, newPage, root, serveTown } from "./harness.mjs";

const VIEWS = 200;
const FIGURES = ["day", "annual", "peaks", "week", "directions", "speeds", "months", "split"];
const MODES = ["pedestrian", "bike", "car", "heavy"];
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
const program = ["debug", "release"].map((profile) => join(target, profile, "straatbeeld")).find(existsSync);
const towns = ["demo", "kortrijk", "berlin", "muenster"].filter(isPublished);
const run = promisify(execFile);

after(finish);

/** A generator that gives the same views every time (mulberry32). */
let seed = 20261124;
function random(below) {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
}

const day = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

function view(streets) {
  const street = streets[random(streets.length)];
  const mode = MODES[random(MODES.length)];
  const figure = random(4) === 0 ? undefined : FIGURES[random(FIGURES.length)];
  const { first, last } = street.counted;
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  const start = day(first, random(days));
  const between = { start, end: day(start, 1 + random(days)) };
  const [period, address] = [["lastyear", ""], ["all", "&period=all"], [{ between }, `&from=${between.start}&until=${between.end}`]][random(3)];
  const question = { street: street.id, period, mode };
  return {
    query: figure ? { ledger: { street: question, figure } } : { street: question },
    address: `?street=${encodeURIComponent(street.id)}&mode=${mode}${address}${figure ? `&sum=${figure}` : ""}`,
  };
}

/** What the worker answers to one question after the other, as base64. */
async function askWorker(page, queries) {
  return page.evaluate(async (all) => {
    const worker = globalThis.straatbeeld.startWorker(0);
    let heard = () => {};
    const next = (isWanted) => new Promise((resolve) => { heard = (data) => { if (isWanted(data)) resolve(data); }; });
    const ready = next((data) => typeof data === "string" && data.startsWith("ready"));
    for (const data of worker.early) heard(data);
    worker.onmessage = (event) => heard(event.data);
    await ready;
    const answers = [];
    for (const query of all) {
      // A reply begins with its kind: 0 is progress, 1 an answer, 2 a preview of one, 3 a failure.
      const answer = next((data) => data instanceof Uint8Array && (data[0] === 1 || data[0] === 3));
      worker.postMessage(JSON.stringify({ ask: { id: 0, query } }));
      const bytes = await answer;
      let text = "";
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      answers.push(btoa(text));
    }
    worker.terminate();
    return answers;
  }, queries);
}

async function natively(town, address) {
  const args = ["explain", address, "--data", join(root, "build/towns", town), "--bytes"];
  const { stdout } = await run(program, args, { encoding: "buffer", maxBuffer: 1 << 26 }).catch((error) => error);
  return stdout.toString("base64");
}

for (const [index, town] of towns.entries()) {
  test(`the browser's bytes are those of explain: ${town}`, { timeout: 600_000, skip: !program && "the program is not built" }, async () => {
    const served = await serveTown(town);
    const page = await newPage(served, { viewport: desktop });
    await page.goto(served.address);
    await page.waitForFunction(() => globalThis.straatbeeld !== undefined);
    const { stdout } = await run(program, ["explain", "", "--data", join(root, "build/towns", town), "--json"], { maxBuffer: 1 << 26 });
    const streets = JSON.parse(stdout).town.streets.filter((street) => street.counted);
    const share = Math.floor(VIEWS / towns.length) + (index < VIEWS % towns.length ? 1 : 0);
    const views = Array.from({ length: share }, () => view(streets));
    const here = await askWorker(page, views.map((one) => one.query));
    let answered = 0;
    for (let at = 0; at < views.length; at += 2) {
      const pair = views.slice(at, at + 2);
      const there = await Promise.all(pair.map((one) => natively(town, one.address)));
      for (const [i, one] of pair.entries()) {
        // Where there is nothing to answer, the program says so in words and writes no bytes.
        if (there[i] === "") {
          assert.equal(Buffer.from(here[at + i], "base64")[0], 3, `${one.address}: an answer in the browser only`);
          continue;
        }
        answered += 1;
        assert.ok(here[at + i] === there[i], `${town} ${one.address}: other bytes in the browser`);
      }
    }
    console.log(`${town}: ${answered} of ${share} views answered, byte for byte`);
    assert.ok(answered * 2 > share);
    await close(page);
    await served.close();
  });
}
