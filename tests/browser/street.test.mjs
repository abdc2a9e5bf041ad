// A street's page: the address is the state, charts can be read without seeing them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answered, assertClean, assertFits, close, eventually, finish, held, late, newPage, painted, serveTown, settled, townKnown } from "./harness.mjs";

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });

const busy = (page) => page.getByRole("region", { name: "How busy is it?" });
const sentence = (page) => busy(page).locator(".answer-sentence").innerText();
const parameter = (page, name) => new URL(page.url()).searchParams.get(name);

async function openStreet(street, options, query = "") {
  const page = await newPage(served, options);
  await page.goto(`${served.address}?lang=en&street=${street}${query}`);
  await settled(page);
  return page;
}

test("a street and its counts are asked for before the list of all streets", async () => {
  served.log.length = 0;
  const page = await newPage(served);
  // Also where the page is made late, since its texts come late.
  await late(page, "**/texts/en.txt", 700);
  await page.goto(`${served.address}?lang=en&street=stationsstraat`);
  await busy(page).locator(".answer-sentence").waitFor();
  await townKnown(page);
  const order = ["/street/stationsstraat.json", "/counts/", "/streets.geojson"].map((part) => served.log.findIndex(({ url }) => url.includes(part)));
  assert.ok(order.every((place) => place >= 0), `${order}`);
  assert.deepEqual(order, [...order].sort((a, b) => a - b));
  await close(page);
});

test("mode and period are in the address; back and forward return", async () => {
  const page = await openStreet("stationsstraat");
  await busy(page).locator(".answer-sentence").waitFor();
  const cars = await sentence(page);
  await page.getByRole("radio", { name: /bike/i }).check({ force: true });
  await page.waitForFunction((before) => document.querySelector(".answer-sentence")?.textContent !== before, cars);
  await settled(page);
  assert.equal(parameter(page, "mode"), "bike");
  const bikes = await sentence(page);
  assert.match(bikes, /bike/);

  // The address is there a frame before anything is asked, and the period that is shown changes with the answer.
  const year = await page.locator(".period-shown").textContent();
  await page.getByRole("radio", { name: "Everything" }).check({ force: true });
  await page.waitForFunction(() => location.search.includes("period") || location.search.includes("from"));
  await page.waitForFunction((before) => document.querySelector(".period-shown").textContent !== before, year);
  await settled(page);
  assert.equal(parameter(page, "mode"), "bike");
  const all = await sentence(page);

  await page.goBack();
  await page.waitForFunction((text) => document.querySelector(".answer-sentence")?.textContent === text, bikes);
  await page.goBack();
  await page.waitForFunction((text) => document.querySelector(".answer-sentence")?.textContent === text, cars);
  await page.goForward();
  await page.goForward();
  await page.waitForFunction((text) => document.querySelector(".answer-sentence")?.textContent === text, all);
  assertClean(page);
  await close(page);
});

test("an address opened anew shows the same figures", async () => {
  const query = "&mode=bike&from=2025-01-01&until=2025-07-01";
  const page = await openStreet("stationsstraat", {}, query);
  // With it the names of the street come in their order.
  await townKnown(page);
  const first = await page.locator("main").innerText();
  await page.reload();
  await settled(page);
  await townKnown(page);
  assert.equal(await page.locator("main").innerText(), first);
  assert.match(first, /2025/);
  await close(page);
});

test("every chart is also a table with a caption", async () => {
  const page = await openStreet("stationsstraat");
  const figures = page.getByRole("figure");
  const count = await figures.count();
  assert.ok(count >= 6, `only ${count} charts`);
  for (let at = 0; at < count; at += 1) {
    const figure = figures.nth(at);
    await figure.getByRole("button", { name: "As a table" }).click();
    const table = figure.getByRole("table");
    await table.waitFor();
    assert.ok((await table.locator("caption").innerText()).length > 10);
    assert.ok((await table.locator("tbody tr").count()) >= 2);
  }
  await assertFits(page);
  assertClean(page);
  await close(page);
});

test("arrow keys read a chart's values aloud", async () => {
  const page = await openStreet("stationsstraat");
  const figure = page.getByRole("figure").first();
  const chart = figure.getByRole("img");
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  const status = figure.getByRole("status");
  const first = await status.textContent();
  await page.keyboard.press("ArrowRight");
  const second = await status.textContent();
  assert.match(first, /\d/);
  assert.notEqual(first, second);
  await page.keyboard.press("End");
  assert.match(await status.textContent(), /\d/);
  assertClean(page);
  await close(page);
});

test("who is in a chart of an early answer is still in it when the whole one comes", async () => {
  const page = await newPage(served);
  // The ranges of the one answer are fetched first; the rest comes late.
  const release = await held(page, "**/counts/*.parquet", 3);
  await page.goto(`${served.address}?lang=en&street=stationsstraat`);
  const canvas = busy(page).locator("canvas").first();
  await canvas.focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator(".street-body").getAttribute("aria-busy"), "true", "the whole answer is there already");
  await canvas.evaluate((early) => { globalThis.early = early; });
  release();
  await answered(page);
  await page.waitForFunction(() => !globalThis.early.isConnected && document.activeElement.tagName !== "BODY");
  assert.ok(await canvas.evaluate((one) => one === document.activeElement), "the focus is lost");
  await page.keyboard.press("ArrowRight");
  assertClean(page);
  await close(page);
});

test("charts are drawn: crisp on a dense screen, and again for the dark", async () => {
  const page = await openStreet("stationsstraat");
  const canvas = page.locator("canvas.chart-canvas").first();
  await painted(canvas);
  const [ratio, colours] = await canvas.evaluate((canvas) => {
    const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    const seen = new Set();
    for (let at = 0; at < data.length; at += 4) seen.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
    return [canvas.width / canvas.getBoundingClientRect().width, seen.size];
  });
  assert.ok(Math.abs(ratio - 2) < 0.05, `${ratio} device pixels a pixel`);
  assert.ok(colours > 3, "nothing is drawn");
  // Its own pixels: what surrounds it changes its colours by itself.
  const pixels = () => canvas.evaluate((one) => one.toDataURL());
  const before = await pixels();
  await page.emulateMedia({ colorScheme: "dark" });
  await eventually(async () => assert.ok((await pixels()) !== before, "the chart is still that of the light"));
  assertClean(page);
  await close(page);
});

test("a street without counts is a useful page", async () => {
  const page = await openStreet("predikherenstraat");
  await page.getByRole("heading", { name: "Predikherenstraat" }).waitFor();
  const text = await page.locator("main").innerText();
  assert.match(text, /nothing is counted/i);
  assert.ok((await page.locator("main").getByRole("link").count()) >= 1, "no way on");
  assert.doesNotMatch(text, /\b0 cars/);
  assertClean(page);
  await close(page);
});

test("an unknown street says so and offers the search", async () => {
  const page = await openStreet("bestaat-niet");
  await page.getByRole("combobox", { name: "Street name" }).waitFor();
  assert.match(await page.locator("main").innerText(), /not in the list|does not exist|no street/i);
  // The street's own file is asked for first; the browser logs that it is not there.
  assertClean(page, /street\/bestaat-niet\.json/);
  await close(page);
});

test("an unknown path is a 404 with a search that leads back", async () => {
  const page = await newPage(served);
  const response = await page.goto(`${served.address}straat/onbekend/hier?lang=en`);
  assert.equal(response.status(), 404);
  await page.getByRole("heading", { name: /does not exist/i }).waitFor();
  await page.getByRole("combobox", { name: "Street name" }).fill("stationsstraat");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await busy(page).locator(".answer-sentence").waitFor();
  const url = new URL(page.url());
  assert.equal(url.pathname, "/");
  assertClean(page, /404/);
  await close(page);
});

test("the language is chosen by the address, then by the browser, and changed by a link", async () => {
  const dutch = await newPage(served, { language: "nl-BE" });
  await dutch.goto(`${served.address}?street=stationsstraat`);
  await dutch.getByRole("heading", { name: "Hoe druk is het?" }).waitFor();
  assert.equal(await dutch.locator("html").getAttribute("lang"), "nl");
  await dutch.getByRole("banner").getByRole("link", { name: "English" }).click();
  await dutch.getByRole("heading", { name: "How busy is it?" }).waitFor();
  assert.equal(parameter(dutch, "lang"), "en");
  assert.equal(parameter(dutch, "street"), "stationsstraat");
  assert.equal(await dutch.locator("html").getAttribute("lang"), "en");
  await dutch.goBack();
  await dutch.getByRole("heading", { name: "Hoe druk is het?" }).waitFor();
  assertClean(dutch);
  await close(dutch);
});

test("at 320 px nothing scrolls sideways", async () => {
  const viewport = { width: 320, height: 640 };
  const page = await newPage(served, { viewport });
  for (const query of ["?lang=en", "?lang=nl", "?lang=en&street=stationsstraat", "?lang=nl&street=burgemeester-hendrik-jan-van-der-wolkenlaan", "?lang=en&street=niets"]) {
    await page.goto(served.address + query);
    await settled(page);
    await assertFits(page);
  }
  await close(page);
});
