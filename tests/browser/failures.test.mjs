// What goes wrong on the way: the page says what happened and what to do, the rest keeps working.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { answered, assertClean, close, eventually, finish, newPage, serveTown, settled, townKnown } from "./harness.mjs";

const street = "?lang=en&street=stationsstraat";
/** The browser itself writes failed requests to the console. */
const failedRequest = /Failed to load resource|net::ERR/;

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });
afterEach(() => { served.faults.length = 0; });

const answer = (page) => page.getByRole("region", { name: "How busy is it?" }).locator(".answer-sentence");
const alert = (page) => page.getByRole("alert").first();

async function assertRestWorks(page) {
  const home = page.getByRole("banner").getByRole("link").first();
  await home.click();
  const field = page.getByRole("combobox", { name: "Street name" });
  await field.fill("brug");
  await page.getByRole("option", { name: /Brugstraat/ }).waitFor();
}

for (const [kind, what] of [
  ["missing", /not on the server|not found/i],
  ["truncate", /half a file|not complete/i],
  ["corrupt", /do not match|not the one that was published/i],
  ["drop", /could not be fetched|connection/i],
  ["error", /500|not found/i],
]) {
  test(`the counts of a street are ${kind}: a message, a second try, and the rest works`, async () => {
    served.faults.push({ kind, match: "data/counts/" });
    const page = await newPage(served);
    await page.goto(served.address + street);
    await alert(page).waitFor();
    assert.match(await alert(page).innerText(), what);
    assert.equal(await answer(page).count(), 0, "an answer from data that are not right");

    served.faults.length = 0;
    await page.getByRole("button", { name: "Try again" }).first().click();
    await answer(page).waitFor();
    assert.equal(await page.getByRole("alert").count(), 0);

    served.faults.push({ kind, match: "data/counts/" });
    await assertRestWorks(page);
    assertClean(page, failedRequest);
    await close(page);
  });
}

for (const kind of ["missing", "corrupt"]) {
  test(`the catalogue is ${kind}: the first page says so and can try again`, async () => {
    served.faults.push({ kind, match: "catalog.jsonld" });
    const page = await newPage(served);
    await page.goto(served.address);
    await alert(page).waitFor();
    assert.match(await alert(page).innerText(), /catalog\.jsonld/);
    served.faults.length = 0;
    await page.getByRole("button", { name: "Try again" }).first().click();
    await assertRestWorks(page);
    assertClean(page, failedRequest);
    await close(page);
  });
}

test("offline: what is on the page stays, the next street says that there is no connection", async () => {
  const page = await newPage(served);
  await page.goto(served.address + street);
  // The rest of an early answer and the list of the streets come after it.
  await answered(page);
  await townKnown(page);
  const said = await answer(page).innerText();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "As a table" }).first().click();
  assert.equal(await answer(page).innerText(), said);
  await page.getByRole("banner").getByRole("link").first().click();
  await page.getByRole("combobox", { name: "Street name" }).fill("ringlaan");
  await page.getByRole("option").first().click();
  // The page that is left may have a message too.
  await page.getByRole("heading", { level: 1, name: /Ringlaan/ }).waitFor();
  await alert(page).waitFor();
  assert.match(await alert(page).innerText(), /connection/i);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Try again" }).first().click();
  await answer(page).waitFor();
  assertClean(page, failedRequest);
  await close(page);
});

test("a host that ignores ranges still gives the answer", async () => {
  const page = await newPage(served);
  await page.goto(served.address + street);
  const said = await answer(page).innerText();
  await close(page);
  served.faults.push({ kind: "no-range", match: "data/" });
  const other = await newPage(served);
  await other.goto(served.address + street);
  assert.equal(await answer(other).innerText(), said);
  assertClean(other);
  await close(other);
});

test("the worker cannot start: a message; once it can, a second try answers", async () => {
  served.faults.push({ kind: "missing", match: "worker_bg.wasm" });
  const page = await newPage(served);
  await page.goto(served.address + street);
  await alert(page).waitFor();
  assert.match(await alert(page).innerText(), /calculation stopped|does not answer/i);
  served.faults.length = 0;
  await page.getByRole("button", { name: "Try again" }).first().click();
  await answer(page).waitFor();
  assertClean(page, /Failed to load resource|worker|wasm|WebAssembly/i);
  await close(page);
});

test("a worker of another version is fetched anew, once, and then answers", async () => {
  const page = await newPage(served);
  let old = 0;
  // What a cache may still hold: the last release's worker, which greets with its own build.
  await page.route(/worker-boot\.js$/, (route) => {
    old += 1;
    route.fulfill({ contentType: "text/javascript", body: 'self.postMessage("ready 1 an-older-build");' });
  });
  await page.goto(served.address + street);
  await answer(page).waitFor();
  assert.equal(old, 1);
  assertClean(page);
  await close(page);
});

test("a worker that stays of another version: a message that says so", async () => {
  const page = await newPage(served);
  await page.route(/worker-boot\.js/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: 'self.postMessage("ready 1 an-older-build");' }));
  await page.goto(served.address + street);
  await alert(page).waitFor();
  assert.match(await alert(page).innerText(), /calculation stopped|does not answer/i);
  assertClean(page);
  await close(page);
});

test("the worker dies between two questions: the next one is answered by another", async () => {
  const page = await newPage(served);
  await page.goto(served.address + street);
  await answered(page);
  await townKnown(page);
  const [worker] = page.workers();
  await worker.evaluate(() => setTimeout(() => { throw new Error("killed by the test"); }));
  // The page has heard of it: it ends what is left of the worker.
  await eventually(() => assert.ok(!page.workers().includes(worker), "the dead worker is still there"));
  await page.getByRole("banner").getByRole("link").first().click();
  await page.getByRole("combobox", { name: "Street name" }).fill("ringlaan");
  await page.getByRole("option").first().click();
  await answer(page).waitFor();
  assertClean(page, /killed by the test/);
  await close(page);
});

test("the worker falls silent: after half a minute the page says so, and a second try answers", async () => {
  const page = await newPage(served);
  await page.goto(served.address + "?lang=en");
  await page.getByRole("combobox", { name: "Street name" }).fill("ringlaan");
  await page.getByRole("option").first().waitFor();
  await page.evaluate(() => globalThis.straatbeeld.first.terminate());
  await page.keyboard.press("Enter");
  await alert(page).waitFor({ timeout: 45000 });
  assert.match(await alert(page).innerText(), /calculation stopped|does not answer/i);
  await page.getByRole("button", { name: "Try again" }).first().click();
  await answer(page).waitFor();
  assertClean(page);
  await close(page);
});

test("under a sub-path everything is found", async (context) => {
  const under = await serveTown("demo", { base: "/some/path/" });
  context.after(() => under.close());
  const page = await newPage(under);
  await page.goto(under.address);
  await page.getByRole("combobox", { name: "Street name" }).fill("statoinstr");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await answered(page);
  assert.equal(new URL(page.url()).pathname, "/some/path/");
  assert.ok(under.log.every((entry) => entry.url.startsWith("/some/path/")), "something was asked for outside the path");
  await page.getByRole("banner").getByRole("link").first().click();
  await page.locator(".maplibregl-canvas").waitFor();
  await settled(page);
  assertClean(page);
  await close(page);
});
