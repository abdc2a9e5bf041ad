// From the first page to four answers: by keyboard, by touch, on the map.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { PNG } from "pngjs";
import {
  answered, assertClean, assertFits, close, desktop, eventually, finish, newPage, phone, root, serveTown, settled, townKnown,
} from "./harness.mjs";

const questions = ["How busy is it?", "Do people drive too fast?", "Is it changing?", "Who uses it?"];

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });

/** The four answers, read as a reader would: a question, a sentence. */
async function readAnswers(page) {
  await answered(page);
  for (const question of questions) {
    const answer = page.getByRole("region", { name: question });
    await answer.locator(".answer-sentence").waitFor();
    assert.match(await answer.locator(".answer-sentence").innerText(), /\w+ .*\./, question);
  }
}

test("a name with a typing error, then Enter: four answers in two interactions", async () => {
  const page = await newPage(served);
  await page.goto(served.address);
  const field = page.getByRole("combobox", { name: "Street name" });
  await field.fill("statoinstr"); // 1: part of a name, two letters swapped
  const first = page.getByRole("option").first();
  await first.waitFor();
  assert.match(await first.innerText(), /Stationsstraat/);
  assert.match(await first.innerText(), /(?<!not )counted/);
  await field.press("Enter"); // 2
  await readAnswers(page);
  assert.equal(new URL(page.url()).searchParams.get("street"), "stationsstraat");
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /Stationsstraat/);
  await assertFits(page);
  assertClean(page);
  await close(page);
});

test("arrow keys move through the list, Escape closes it", async () => {
  const page = await newPage(served);
  await page.goto(served.address);
  const field = page.getByRole("combobox", { name: "Street name" });
  await field.fill("straat");
  await page.getByRole("option").nth(2).waitFor();
  await field.press("ArrowDown");
  await field.press("ArrowDown");
  const active = await field.getAttribute("aria-activedescendant");
  const chosen = page.locator(`#${active}`);
  assert.equal(await chosen.getAttribute("aria-selected"), "true");
  await field.press("Escape");
  assert.equal(await field.getAttribute("aria-expanded"), "false");
  await field.press("ArrowDown");
  assert.equal(await field.getAttribute("aria-expanded"), "true");
  assertClean(page);
  await close(page);
});

for (const [typed, expected, why] of [
  ["rue de la gare", /Stationsstraat|Rue de la Gare/, "the other language's name"],
  ["mozaiekstraat 12", /Mozaïekstraat/, "no accent, a house number"],
  ["statiestraat", /Stationsstraat/, "an alias"],
  ["s gravenstraat", /'s-Gravenstraat/, "without the apostrophe"],
]) {
  test(`“${typed}” is found: ${why}`, async () => {
    const page = await newPage(served);
    await page.goto(served.address);
    await page.getByRole("combobox", { name: "Street name" }).fill(typed);
    await page.getByRole("option").first().waitFor();
    assert.match(await page.getByRole("option").first().innerText(), expected);
    assertClean(page);
    await close(page);
  });
}

test("by touch: tap the field, type, tap the street", async () => {
  const page = await newPage(served, { touch: true });
  await page.goto(served.address);
  await page.getByRole("combobox", { name: "Street name" }).tap();
  // A tap gives the focus a moment later; a person types when the keyboard is there.
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox");
  await page.keyboard.type("brugs");
  await page.getByRole("option", { name: /Brugstraat/ }).tap();
  await readAnswers(page);
  assertClean(page);
  await close(page);
});

/** Where a street lies on the map: MapLibre fits the town into the frame, 24 px inside. */
function placeOnMap(streets, id, box) {
  const mercator = ([lon, lat]) => [lon / 360 + 0.5, 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)];
  const lines = (geometry) => (geometry?.type === "LineString" ? [geometry.coordinates] : geometry?.coordinates ?? []);
  const all = streets.features.flatMap((feature) => lines(feature.geometry)).flat().map(mercator);
  const [west, east] = [Math.min(...all.map((p) => p[0])), Math.max(...all.map((p) => p[0]))];
  const [north, south] = [Math.min(...all.map((p) => p[1])), Math.max(...all.map((p) => p[1]))];
  const scale = Math.min((box.width - 48) / (east - west), (box.height - 48) / (south - north));
  const own = streets.features.filter((feature) => JSON.stringify(feature.properties).includes(`"${id}"`)).flatMap((feature) => lines(feature.geometry));
  const line = own.sort((a, b) => b.length - a.length)[0].map(mercator);
  const [x, y] = line[Math.floor(line.length / 2)];
  return { x: box.width / 2 + (x - (west + east) / 2) * scale, y: box.height / 2 + (y - (north + south) / 2) * scale };
}

for (const [device, viewport] of [["phone", phone], ["desktop", desktop]]) {
  test(`on the map (${device}): a click on a measured street leads to its answers`, async () => {
    const page = await newPage(served, { viewport, touch: device === "phone" });
    await page.goto(served.address);
    const canvas = page.locator(".maplibregl-canvas");
    await canvas.waitFor();
    await settled(page);
    await canvas.scrollIntoViewIfNeeded();
    const streets = JSON.parse(readFileSync(join(root, "build/towns/demo/streets.geojson"), "utf8"));
    // The canvas is there before the map's own worker has read the streets: the street is drawn where it must be.
    const [x, y] = await eventually(async () => {
      const box = await canvas.boundingBox();
      const place = placeOnMap(streets, "ringlaan", box);
      const at = [box.x + place.x, box.y + place.y];
      const { data } = PNG.sync.read(await page.screenshot({ clip: { x: at[0] - 8, y: at[1] - 8, width: 16, height: 16 } }));
      const colours = new Set();
      for (let pixel = 0; pixel < data.length; pixel += 4) colours.add(data.readUInt32BE(pixel));
      assert.ok(colours.size > 1, "the map is empty");
      return at;
    });
    if (device === "phone") await page.touchscreen.tap(x, y);
    else await page.mouse.click(x, y);
    await readAnswers(page);
    assert.equal(new URL(page.url()).searchParams.get("street"), "ringlaan");
    assertClean(page);
    await close(page);
  });
}

test("the list has the same streets as the map, without the map", async () => {
  const page = await newPage(served);
  await page.goto(served.address);
  const table = page.getByRole("table").first();
  await table.waitFor();
  assert.match(await table.innerText(), /Ringlaan/);
  await table.getByRole("link", { name: "Ringlaan" }).click();
  await readAnswers(page);
  await close(page);
});

test("the map's code comes after the first answer, and not on a street's page", async () => {
  const page = await newPage(served);
  const order = [];
  page.on("request", (request) => order.push(request.url()));
  await page.goto(`${served.address}?street=stationsstraat`);
  await readAnswers(page);
  await settled(page);
  await townKnown(page);
  assert.ok(!order.some((url) => url.includes("maplibre")), "a street's page loads the map");
  order.length = 0;
  await page.goto(served.address);
  await page.locator(".maplibregl-canvas").waitFor();
  const catalogue = order.findIndex((url) => url.includes("catalog.jsonld"));
  const map = order.findIndex((url) => url.includes("maplibre"));
  assert.ok(catalogue >= 0 && catalogue < map, "the map's code is asked for before the data");
  assertClean(page);
  await close(page);
});

test("a generated town is called so, in every language", async () => {
  const page = await newPage(served);
  for (const [query, text] of [["?lang=en", /does not exist/], ["?lang=nl", /bestaat niet/], ["?lang=fr", /n’existe pas/], ["?lang=de", /gibt es nicht/], ["?lang=en&street=markt", /does not exist/]]) {
    await page.goto(served.address + query);
    await page.getByRole("complementary").first().waitFor();
    assert.match(await page.locator("body").innerText(), text);
  }
  assertClean(page);
  await close(page);
});

test("who goes on to the search before the new page has the focus keeps it", async () => {
  const page = await newPage(served);
  await page.goto(`${served.address}?lang=en&street=stationsstraat`);
  await townKnown(page);
  await page.evaluate(() => {
    // In the task in which the field is put in: the heading would get the focus in the frame after it.
    new MutationObserver((_, observer) => {
      const field = document.querySelector("#search-input");
      if (!field) return;
      observer.disconnect();
      field.focus();
    }).observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole("banner").getByRole("link").first().click();
  await page.locator("#search-input").waitFor();
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => document.activeElement.id), "search-input");
  await page.keyboard.type("brug");
  await page.getByRole("option", { name: /Brugstraat/ }).waitFor();
  assertClean(page);
  await close(page);
});
