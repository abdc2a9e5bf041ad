// Kept for use without a connection: only where the reader chooses so, whole, and never a mix of two builds.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { eventually, finish, newPage, root, serveTown, settled, townKnown } from "./harness.mjs";

after(finish);

const street = "?lang=en&street=stationsstraat";
const keepButton = (page) => page.getByRole("button", { name: "Keep for use without a connection" });
const forgetButton = (page) => page.getByRole("button", { name: "Remove what is kept" });
const answerOf = (page) => page.locator(".answer-sentence").first().innerText();
const caches = (page) => page.evaluate(async () => (await globalThis.caches.keys()).sort());
const controlled = (page) => page.evaluate(() => Boolean(navigator.serviceWorker.controller));

/** All that the page has read of the data since it was loaded is kept. */
async function allKept(page, served) {
  await townKnown(page);
  await settled(page);
  const { pathname, search } = new URL(page.url());
  await eventually(async () => {
    const loaded = served.log.findLastIndex(({ url }) => url === pathname + search);
    const read = served.log.slice(loaded).filter(({ url, status }) => url.startsWith("/data/") && status < 400);
    assert.ok(loaded >= 0 && read.length > 0, "nothing was read");
    const kept = await page.evaluate(async () => {
      // To open one that is not there would make it.
      const isThere = await globalThis.caches.has("straatbeeld data");
      return isThere ? (await (await globalThis.caches.open("straatbeeld data")).keys()).map(({ url }) => url) : [];
    });
    for (const { url, range } of read) {
      // As the worker names it.
      const key = new URL(url, served.origin);
      if (range) key.searchParams.set("kept-range", range);
      assert.ok(kept.includes(key.href), `${key.href} is not kept`);
    }
  });
}

/** Nothing is on its way any more, also of what is fetched when it comes near: no choice below cuts it off. */
async function readAll(page) {
  await townKnown(page);
  await page.locator(".shared-part").evaluate((part) => part.scrollIntoView());
  await page.locator(".shared").waitFor();
}

/** Lets the reader choose, and waits until the page is there again and what it reads is kept. */
async function keep(page, served) {
  await readAll(page);
  await keepButton(page).click();
  await forgetButton(page).waitFor();
  await allKept(page, served);
}

/** A town of its own, since it is closed, and a street's page that is kept. */
async function openKept() {
  const served = await serveTown();
  const page = await newPage(served);
  await page.goto(served.address + street);
  await settled(page);
  await keep(page, served);
  return { served, page };
}

test("nothing is kept unless the reader chooses so, and all of it goes when the reader says so", async () => {
  const served = await serveTown();
  const page = await newPage(served);
  await page.goto(served.address + street);
  await settled(page);
  assert.deepEqual(await caches(page), []);
  assert.equal(await controlled(page), false);
  await keep(page, served);
  assert.equal(await controlled(page), true);
  assert.equal((await caches(page)).length, 2);
  await readAll(page);
  await allKept(page, served);
  await forgetButton(page).click();
  await keepButton(page).waitFor();
  assert.deepEqual(await caches(page), []);
  assert.equal(await controlled(page), false);
  await page.context().close();
  await served.close();
});

test("what is being read while the reader says so is not kept either", async () => {
  const { served, page } = await openKept();
  // The page reads on and on, until it is left.
  await page.evaluate(() => { setInterval(() => { fetch(`data/calendar.json?${Math.random()}`).catch(() => {}); }, 1); });
  await forgetButton(page).click();
  await keepButton(page).waitFor();
  await page.waitForTimeout(500);
  assert.deepEqual(await caches(page), []);
  await page.context().close();
  await served.close();
});

test("after one visit street, home and the other documents open without a connection", async () => {
  const { served, page } = await openKept();
  const before = await answerOf(page);
  await page.goto(`${served.address}?lang=en`);
  await allKept(page, served);
  await served.close();

  await page.goto(served.address + street);
  await settled(page);
  assert.equal(await answerOf(page), before);
  await page.getByRole("button", { name: "Show me the sum" }).first().click();
  await page.locator(".ledger-sum").first().waitFor();
  await page.goto(`${served.address}?lang=en`);
  await settled(page);
  await page.getByRole("combobox", { name: "Street name" }).fill("station");
  await page.getByRole("option").first().waitFor();
  await page.goto(`${served.address}data.html?lang=en`);
  await page.getByRole("heading", { level: 1 }).waitFor();

  // A street that was never opened is told to be out of reach; it is no blank page.
  await page.goto(`${served.address}?lang=en&street=ringlaan`);
  await page.getByRole("alert").filter({ hasText: "connection" }).first().waitFor();
  await page.context().close();
});

/** The same build under another hash, as the next release would be. */
function nextBuild(from, to) {
  cpSync(from, to, { recursive: true, filter: (path) => !/\/data(\/|$)/.test(path) && !/\.(br|gz)$/.test(path) });
  const [folder] = readdirSync(to).filter((name) => name.startsWith("app-"));
  const next = "app-ffffffffffff";
  renameSync(join(to, folder), join(to, next));
  for (const name of readdirSync(to)) {
    const path = join(to, name);
    if (statSync(path).isFile()) writeFileSync(path, readFileSync(path, "utf8").replaceAll(folder, next));
  }
  return { folder, next };
}

test("an update while a page is open does not break it, and no page is of two builds", async () => {
  const place = mkdtempSync(join(tmpdir(), "straatbeeld-"));
  mkdirSync(join(place, "old"));
  cpSync(join(root, "dist"), join(place, "old"), { recursive: true, filter: (path) => !/\/data(\/|$)/.test(path) });
  const { folder, next } = nextBuild(join(root, "dist"), join(place, "new"));
  symlinkSync("old", join(place, "dist"));
  const served = await serveTown("demo", { dist: join(place, "dist") });
  const page = await newPage(served);
  const failed = [];
  page.on("response", (response) => response.status() >= 400 && failed.push(response.url()));
  await page.goto(served.address + street);
  await settled(page);
  await keep(page, served);

  // The host has the next build only, while the page of the old one is open.
  rmSync(join(place, "dist"));
  symlinkSync("new", join(place, "dist"));
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
  // The worker of the next build has fetched its files, and waits until this page is left.
  await eventually(async () => {
    assert.ok(await page.evaluate(async () => !(await navigator.serviceWorker.getRegistration()).installing), "it is still fetching");
  }, 60_000);
  await page.getByRole("button", { name: "Show me the sum" }).first().click();
  await page.locator(".ledger-sum").first().waitFor();
  assert.deepEqual(failed, []);

  // Loaded anew it is the next build, and nothing else.
  const seen = new Set();
  page.on("request", (request) => /app-[0-9a-f]{12}/.exec(request.url())?.forEach((name) => seen.add(name)));
  await page.goto(served.address + street);
  await settled(page);
  assert.deepEqual([...seen], [next]);
  await answerOf(page);

  // Without a connection it is the one or the other, whole.
  await allKept(page, served);
  await served.close();
  seen.clear();
  await page.goto(served.address + street);
  await settled(page);
  assert.equal(seen.size, 1, [...seen].join());
  assert.ok([folder, next].includes([...seen][0]));
  await answerOf(page);
  await page.context().close();
  rmSync(place, { recursive: true });
});
