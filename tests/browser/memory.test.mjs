// A reader who goes from street to street all afternoon: memory stays within its budget, and the last is answered.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertClean, close, finish, newPage, root, serveTown, settled, townKnown } from "./harness.mjs";

/** Streets shown one after the other. */
const switches = 100;
/** Megabytes. The worker: 48 of counts that it keeps (`MEMORY_BUDGET`), three streets decoded, one more under way; and a
 * wasm memory never shrinks. 400 streets in a row came to 116. */
const budget = { worker: 128, interface: 16, heap: 16 };

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });

/** Keeps the memory of each wasm module where the test can see it. */
const keepMemory = `
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await original.apply(WebAssembly, args);
      globalThis.wasmMemory = (made.instance ?? made).exports.memory;
      return made;
    };
  }
`;
const wasmMegabytes = (where) => where.evaluate(() => globalThis.wasmMemory.buffer.byteLength / 1e6);

test(`after ${switches} streets in a row memory is within its budget, and the last street is answered`, { timeout: 300000 }, async () => {
  const streets = readdirSync(join(root, "build/towns/demo/street")).map((name) => name.replace(/\.json$/, ""));
  // Stationsstraat has the most counts and comes again and again, at the end too.
  const order = Array.from({ length: switches }, (_, i) => (i % 10 === 9 ? "stationsstraat" : streets[i % streets.length]));
  const page = await newPage(served);
  await page.addInitScript(keepMemory);
  await page.route(/worker-boot\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: keepMemory + (await response.text()) });
  });
  const cdp = await page.context().newCDPSession(page);
  const megabytes = async () => {
    await cdp.send("HeapProfiler.collectGarbage");
    const { usedSize } = await cdp.send("Runtime.getHeapUsage");
    return { worker: await wasmMegabytes(page.workers()[0]), interface: await wasmMegabytes(page), heap: usedSize / 1e6 };
  };

  await page.goto(`${served.address}?lang=en&street=stationsstraat`);
  await townKnown(page);
  await settled(page);
  const expected = await page.locator("main").innerText();
  const during = [];
  for (const [i, street] of order.entries()) {
    await page.evaluate((query) => {
      history.pushState(null, "", query);
      dispatchEvent(new PopStateEvent("popstate"));
    }, `?lang=en&street=${street}`);
    // Every other one is left before it is answered.
    if (i % 2 === 1) {
      await page.waitForFunction(() => !document.querySelector("[role=progressbar], .is-waiting"));
      await page.locator("h1").waitFor();
    }
    if (i % 20 === 19) during.push(await megabytes());
  }
  await page.waitForFunction((text) => document.querySelector("main").innerText === text, expected);
  for (const used of during) {
    for (const [what, most] of Object.entries(budget)) {
      assert.ok(used[what] <= most, `${what}: ${used[what].toFixed(1)} MB of ${most}; in all ${JSON.stringify(during)}`);
    }
  }
  const growth = during.at(-1).heap - during.at(-3).heap;
  assert.ok(growth < 2, `the page's heap grew by ${growth.toFixed(1)} MB over the last 40 streets`);
  console.log(`  ${JSON.stringify(during.at(-1))} MB after ${switches} streets`);
  assert.equal(page.workers().length, 1);
  assertClean(page);
  await close(page);
});
