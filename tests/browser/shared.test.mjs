// The fifth question: what can be shared near a street. The figures are worked out here once more, from the published
// sums, by the formulas of the documentation and not by the code of the page.

import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import {
  assertClean, assertFits, close, desktop, finish, isPublished, newPage, phone, program, root, serveTown, settled, townKnown,
} from "./harness.mjs";

const data = (town, path) => join(root, "build/towns", town, path);
const json = (town, path) => JSON.parse(readFileSync(data(town, path), "utf8"));
const near = (town, street) => json(town, `shared/near/${street}.json`);

/** The fields of a tally, in the order in which they are published. */
function tally(fields) {
  if (!fields) return undefined;
  const [minutes, known, vehicles, deployed, least, most, stations, empty, docks, docked] = fields;
  if (known === 0) return undefined;
  const share = (part, whole) => (whole > 0 ? part / whole : undefined);
  return {
    mean: vehicles / known, deployed: deployed / known, least, most, coverage: known / minutes,
    empty: share(empty, stations), full: share(docks, docked),
  };
}

const one = (value) => value.toLocaleString("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const whole = (value) => value.toLocaleString("en");
const range = (found) => `${one(found.mean)} (${whole(found.least)}–${whole(found.most)})`;
function percent(share) {
  if (share > 0 && share < 0.005) return "<1%";
  if (share >= 0.995 && share < 1) return ">99%";
  return `${Math.round(share * 100)}%`;
}

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });

/** A street's page at its fifth question. */
async function open(of, street, { language = "en", ...options } = {}) {
  const page = await newPage(of, { viewport: desktop, ...options });
  await page.goto(`${of.address}?lang=${language}&street=${street}`);
  await settled(page);
  await show(page);
  return page;
}

/** Scrolls to the part, which is fetched only then, and on to its map. */
async function show(page) {
  await page.locator(".shared-part").evaluate((part) => part.scrollIntoView());
  await page.locator(".shared").waitFor();
  const map = page.locator(".shared .map-canvas");
  if (await map.count()) {
    await map.evaluate((it) => it.scrollIntoView());
    await page.locator(".shared .maplibregl-canvas").waitFor();
  }
}

/** Rows of a table by its caption, the header first. */
const table = (page, caption) =>
  page.locator(".shared table").filter({ has: page.locator("caption", { hasText: caption }) }).first()
    .evaluate((it) => [...it.rows].map((row) => [...row.cells].map((cell) => cell.textContent.replaceAll("\u00a0", " "))));

/** The street with most to take near it, and one with stations and free vehicles. */
function busiest(town) {
  const streets = readdirSync(data(town, "shared/near")).map((name) => name.replace(".json", ""));
  const kinds = (street) => near(town, street).offers.length * 100 + near(town, street).offers.reduce((n, o) => n + o.stations.length, 0);
  return streets.sort((a, b) => kinds(b) - kinds(a) || a.localeCompare(b))[0];
}

test("the vehicles of an hour, of stations and of months are those of the published sums", async () => {
  const street = busiest("demo");
  const { offers, within_m } = near("demo", street);
  assert.ok(offers.length > 1 && within_m === 300);
  const page = await open(served, street);
  const part = page.locator(".shared");
  for (const [day, label, hour] of [[0, "Working days", 8], [0, "Working days", 17], [1, "Saturdays", 3], [2, "Sundays and public holidays", 14]]) {
    await part.getByRole("radio", { name: label }).check();
    await part.getByRole("combobox", { name: "Hour" }).selectOption(String(hour));
    const answer = (await part.locator(".answer-sentence").textContent()).replaceAll("\u00a0", " ");
    for (const [i, offer] of offers.entries()) {
      const found = tally(offer.profile.hours[day][hour]);
      assert.ok(answer.includes(`${one(found.mean)} `), `${answer} has ${one(found.mean)}`);
      const told = await part.locator(".shared-offer").nth(i).locator("p").first().textContent();
      const expected = [`${label}, ${hour}:00–${hour + 1}:00`, one(found.mean), `fewest at one moment were ${whole(found.least)}`, `the most ${whole(found.most)}`];
      if (offer.stations.length > 0) expected.push(`nothing to take during ${percent(found.empty)}`, `no free dock during ${percent(found.full)}`);
      for (const text of expected) assert.ok(told.includes(text), `"${told}" says "${text}"`);
    }
  }
  const free = offers.find((offer) => offer.squares?.length > 0);
  const [, ...squares] = await table(page, "in squares of 200 m");
  assert.deepEqual(squares.map((row) => row[2]), free.squares.map(([, , fields]) => range(tally(fields))));
  const docked = offers.find((offer) => offer.stations.length > 0);
  const [, ...stations] = await table(page, /^Stations of .* within/);
  assert.deepEqual(stations.map(([name, , places, mean, empty, full]) => [name, places, mean, empty, full]), docked.stations.map((station) => {
    const found = tally(station.all);
    return [station.names.by_language.en ?? Object.values(station.names.by_language)[0], String(station.capacity), range(found), percent(found.empty), percent(found.full)];
  }));
  const [, ...months] = await table(page, "within 300 m, month by month");
  const sums = [...Object.values(docked.profile.months), docked.profile.all];
  assert.deepEqual(months.map((row) => row[1]), sums.map((fields) => range(tally(fields))));
  assert.deepEqual(months.map((row) => row.at(-1)), sums.map((fields) => `${Math.floor(tally(fields).coverage * 100)}%`));
  assertClean(page);
  await close(page);
});

test("the chart is a table of all hours, and says its gaps", async () => {
  const street = busiest("demo");
  const { offers } = near("demo", street);
  const page = await open(served, street);
  const first = page.locator(".shared-offer").first();
  await first.getByRole("button", { name: "As a table" }).click();
  const [header, ...rows] = await table(page, "by hour of the day");
  assert.deepEqual(header, ["Hour", "Working days", "Saturdays", "Sundays and public holidays"]);
  assert.equal(rows.length, 24);
  for (const [hour, row] of rows.entries()) {
    for (const day of [0, 1, 2]) {
      const found = tally(offers[0].profile.hours[day][hour]);
      assert.equal(row[day + 1], found && found.coverage >= 0.25 ? range(found) : "no data", `hour ${hour}, day ${day}`);
    }
  }
  // It stays a table when another kind of day is asked for.
  await page.locator(".shared").getByRole("radio", { name: "Saturdays" }).check();
  assert.equal((await table(page, "by hour of the day")).length, 25);
  assertClean(page);
  await close(page);
});

test("of the whole town: two bounds of departures, what is hidden, parking, inhabitants and the licence", async () => {
  const page = await open(served, busiest("demo"));
  for (const [place, id] of ["demonstration-bikes", "demonstration-scooters"].entries()) {
    const report = json("demo", `shared/${id}.json`);
    const block = page.locator(".shared-system").nth(place);
    await block.locator("summary").click();
    const told = (await block.innerText()).replaceAll("\u00a0", " ");
    for (const part of report.parts) {
      const all = tally(part.town.all);
      const { low, high } = part.departures.all;
      assert.ok(told.includes(`at least ${whole(low)} and at most ${whole(high)}`), told);
      assert.ok(told.includes(`${one(all.mean)} `) && told.includes(`the fewest ${whole(all.least)}, the most ${whole(all.most)}`), told);
      const shown = await block.locator("table").evaluateAll((tables) => tables.map((it) => [...it.rows].slice(1).map((row) => [...row.cells].map((cell) => cell.textContent.replaceAll("\u00a0", " ")))));
      const [months, places] = shown;
      const bounds = Object.values(part.departures.months);
      assert.deepEqual(months.map((row) => row.slice(3, 5)), bounds.map(({ low, high }) => [whole(low), whole(high)]));
      if (part.parked) {
        const parked = Object.values(part.parked.months);
        assert.deepEqual(months.map((row) => row[5]), parked.map((month) => percent(month.longer_than[0])));
        assert.ok(told.includes(`at most ${percent(part.parked.idle_share_at_most)} of the time`));
      }
      for (const [i, municipality] of part.municipalities.entries()) {
        const row = places[i];
        const found = part.departures.municipalities[municipality.name];
        assert.equal(row[1], range(tally(municipality.profile.all)));
        if (municipality.inhabitants) assert.equal(Number(row[3]), Number(municipality.deployed_per_thousand.toFixed(2)));
        assert.equal(row[4], found.low === null ? "hidden" : whole(found.low), municipality.name);
        // A number under ten is never on the page, and neither is a zero in its place.
        assert.ok(found.low === null || found.low >= 10);
      }
    }
    assert.ok(await block.getByRole("link", { name: "CC0 1.0" }).isVisible());
  }
  const { parts: [scooters] } = json("demo", "shared/demonstration-scooters.json");
  assert.ok(Object.values(scooters.departures.municipalities).some((found) => found.low === null), "something is hidden");
  assertClean(page);
  await close(page);
});

test("the command line says the same of the same street", { skip: program ? false : "the program is not built" }, async () => {
  const street = busiest("demo");
  const said = execFileSync(program, ["explain", `?lang=en&street=${street}`, "--data", data("demo", "")], { encoding: "utf8" });
  const page = await open(served, street);
  for (const hour of [8, 12, 18]) {
    await page.locator(".shared").getByRole("combobox", { name: "Hour" }).selectOption(String(hour));
    for (const [i] of near("demo", street).offers.entries()) {
      const told = await page.locator(".shared-offer").nth(i).locator("p").first().textContent();
      const [, mean, least, most] = /: ([\d.,]+) .* were (\d+), the most (\d+)/.exec(told);
      assert.ok(said.includes(`working ${String(hour).padStart(2, "0")}:00 ${mean} (${least}–${most})`), `${told}\n${said}`);
    }
  }
  assertClean(page);
  await close(page);
});

test("by keys alone: the kind of day, the hour, the chart, the town", async () => {
  const page = await open(served, busiest("demo"));
  const part = page.locator(".shared");
  await part.getByRole("radio", { name: "Working days" }).focus();
  await page.keyboard.press("ArrowRight");
  assert.match(await part.locator(".answer-sentence").textContent(), /^Saturdays, 8:00–9:00/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  assert.match(await part.locator(".answer-sentence").textContent(), /^Saturdays, 9:00–10:00/);
  await part.locator("canvas[role=img]").first().focus();
  await page.keyboard.press("End");
  assert.match(await part.locator("[role=status].visually-hidden").first().textContent(), /^23:00–24:00: /);
  const summary = part.locator(".shared-system summary").first();
  await summary.focus();
  await page.keyboard.press("Enter");
  assert.ok(await part.locator(".shared-system table").first().isVisible());
  assertClean(page);
  await close(page);
});

test("where nothing was ever near the page says so", async () => {
  const street = readdirSync(data("demo", "shared/near")).map((name) => name.replace(".json", "")).find((id) => near("demo", id).offers.length === 0);
  if (!street) return;
  const page = await open(served, street);
  assert.match(await page.locator(".shared .answer-sentence").textContent(), /no shared vehicle ever stood within 300/);
  assertClean(page);
  await close(page);
});

test("the part is fetched when it comes near, and moves nothing that is in sight", async () => {
  const page = await newPage(served, { viewport: phone });
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.addInitScript(() => {
    globalThis.shifts = 0;
    globalThis.moved = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        globalThis.shifts += entry.value;
        globalThis.moved.push(...entry.sources.map(({ node }) => node?.className ?? node?.nodeName));
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(`${served.address}?lang=en&street=stationsstraat`);
  await settled(page);
  await townKnown(page);
  assert.equal(asked.filter((url) => /shared[._]|maplibre/.test(url.split("/").pop())).length, 0, "before it is near");
  const before = await page.evaluate(() => globalThis.shifts);
  // As a reader goes down the page: it begins to come 600 pixels before it is in sight. Who comes so far stays there
  // until it has come, however slow the machine.
  await page.locator(".answer-who").evaluate((card) => scrollTo(0, card.getBoundingClientRect().top + scrollY - innerHeight));
  const isNear = () => page.locator(".shared-part").evaluate((part) => part.getBoundingClientRect().top < innerHeight + 590);
  for (let step = 0; step < 20 && !(await isNear()); step += 1) {
    await page.evaluate(() => scrollBy(0, 60));
    await page.waitForTimeout(100);
  }
  await page.locator(".shared").waitFor();
  await page.waitForTimeout(300);
  const moved = (await page.evaluate(() => globalThis.shifts)) - before;
  assert.ok(moved < 0.02, `moved ${moved}: ${await page.evaluate(() => globalThis.moved.join(", "))}`);
  assertClean(page);
  await close(page);
});

async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).include(".shared").analyze();
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`).join(", ")}`);
}

for (const [size, viewport] of [["phone", phone], ["desktop", desktop]]) {
  for (const theme of ["light", "dark"]) {
    test(`axe finds nothing: ${size}, ${theme}, all open`, async () => {
      const page = await open(served, busiest("demo"), { viewport, theme });
      for (const summary of await page.locator(".shared-system summary").all()) await summary.click();
      assert.deepEqual(await violations(page), []);
      for (const button of await page.locator(".shared .chart-toggle").all()) await button.click();
      assert.deepEqual(await violations(page), []);
      await assertFits(page);
      assertClean(page);
      await close(page);
    });
  }
}

for (const language of ["en", "nl", "fr", "de"]) {
  test(`it speaks ${language}, at 320 pixels too`, async () => {
    const page = await open(served, busiest("demo"), { language, viewport: { width: 320, height: 700 } });
    for (const summary of await page.locator(".shared-system summary").all()) await summary.click();
    const text = await page.locator(".shared").innerText();
    assert.doesNotMatch(text, /\[[a-z-]+\]|\{|undefined|NaN/);
    assert.deepEqual(await violations(page), []);
    await assertFits(page);
    assertClean(page);
    await close(page);
  });
}

test("the first page tells of the whole town", async () => {
  const page = await newPage(served, { viewport: desktop });
  await page.goto(`${served.address}?lang=en`);
  await settled(page);
  await show(page);
  const names = await page.locator(".shared.is-town .shared-system summary").allTextContents();
  assert.equal(names.length, 2);
  for (const summary of await page.locator(".shared-system summary").all()) await summary.click();
  const places = json("demo", "shared/demonstration-bikes.json").parts[0].municipalities;
  const [, ...rows] = await table(page, /^Bicycles.*by municipality/);
  assert.deepEqual(rows.map((row) => row[0]), places.map((place) => place.name || "Elsewhere"));
  assert.deepEqual(await violations(page), []);
  assertClean(page);
  await close(page);
});

for (const town of ["lille", "amiens", "nantes", "toulouse"]) test(`${town}: a recording of an evening and a night has gaps, and they are gaps`, { skip: isPublished(town) ? false : `${town} is not published` }, async () => {
  const served = await serveTown(town);
  const street = busiest(town);
  const { offers: [offer] } = near(town, street);
  const page = await open(served, street);
  const part = page.locator(".shared");
  for (const hour of [...Array(24).keys()]) {
    await part.getByRole("combobox", { name: "Hour" }).selectOption(String(hour));
    const answer = await part.locator(".shared-offer").first().locator("p").first().textContent();
    const found = tally(offer.profile.hours[0][hour]);
    if (found && found.coverage >= 0.25) assert.ok(answer.includes(`: ${one(found.mean)} `), `${hour}: ${answer}`);
    else assert.match(answer, /nothing is known. This is not a zero/, `${hour}`);
  }
  assert.ok(offer.profile.hours[0].some((fields) => !fields) && offer.profile.hours[0].some(Boolean));
  const [, ...stations] = await table(page, /^Stations of .* within/);
  assert.deepEqual(stations.map((row) => row[3]), offer.stations.map((station) => range(tally(station.all))));
  assert.deepEqual(await violations(page), []);
  await assertFits(page);
  assertClean(page);
  await close(page);
  await served.close();
});
