// What the page shows, against SQL over the raw files (tests/oracle/street.py): Berlin and Kortrijk.
// Skipped, and said so, where the open data or DuckDB are not at hand.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertClean, close, desktop, finish, isPublished, newPage, root, serveTown, settled } from "./harness.mjs";

const shared = join(process.env.STRAATBEELD_SHARED ?? join(root, "../shared"), "data");
const python = process.env.PYTHON ?? join(root, "build/venv/bin/python");
const missing = !existsSync(shared) ? "no open data beside the checkout" : !existsSync(python) ? "no DuckDB: tools/setup.sh oracle" : undefined;

let oracle;
before(() => {
  if (missing) return;
  const file = join(root, "build/oracle.json");
  execFileSync(python, [join(root, "tests/oracle/street.py"), "--shared", shared, "--out", file], { stdio: "ignore" });
  oracle = JSON.parse(readFileSync(file, "utf8")).towns;
});
after(finish);

/** A number as the page writes it, with half a unit of its last digit: `1,392`, `9.8`, `43%`, `<1%`, `3 (partly measured)`. */
function shown(text) {
  const match = /^(<)?(\d[\d,]*)(?:\.(\d+))?(%)?/.exec(text.trim());
  if (!match) return undefined;
  const scale = match[4] ? 0.01 : 1;
  const value = Number(`${match[2].replaceAll(",", "")}.${match[3] ?? 0}`) * scale;
  const half = (0.5 / 10 ** (match[3]?.length ?? 0)) * scale;
  return match[1] ? { low: 0, high: value } : { low: value - half, high: value + half };
}

/** `expected` null: the page must not show a number. */
function agree(what, text, expected) {
  const number = shown(text);
  if (expected === null || expected === undefined) {
    assert.equal(number, undefined, `${what}: “${text}” where nothing was measured`);
    return;
  }
  assert.ok(number, `${what}: “${text}” where ${expected} was computed`);
  const slack = 1e-9 * Math.max(1, Math.abs(expected));
  assert.ok(number.low - slack <= expected && expected <= number.high + slack, `${what}: the page says ${text}, SQL says ${expected}`);
}

/** The rows of a chart's table: header and cells. */
async function rowsOf(page, chart) {
  const figure = page.locator(`figure.chart-${chart}`);
  if ((await figure.count()) === 0) return undefined;
  await figure.getByRole("button", { name: "As a table" }).click();
  await figure.getByRole("table").waitFor();
  return figure.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText)));
}

async function compareStreet(served, street, segment, expected) {
  const page = await newPage(served, { viewport: desktop });
  await page.goto(`${served.address}?lang=en&street=${encodeURIComponent(street)}&segment=${segment}`);
  await settled(page);
  assert.equal(await page.getByRole("alert").count(), 0, `${street}: ${await page.locator("main").innerText()}`);
  const tables = [...new Set(await page.locator("figure.chart").evaluateAll((all) => all.flatMap((one) => [...one.classList]).filter((name) => name.startsWith("chart-"))))].map((name) => name.slice(6));
  let compared = 0;
  const check = (what, text, value) => { agree(`${street} (${segment}), ${what}`, text, value); compared += 1; };

  const car = expected.modes.car;
  const day = await rowsOf(page, tables.find((name) => /day|profile/.test(name)));
  if (day) day.forEach((row, hour) => ["working", "saturday", "sunday"].forEach((type, at) => check(`${row[0]} ${type}`, row[at + 1], car.profile[type][hour]?.[0] ?? null)));
  const week = await rowsOf(page, tables.find((name) => /week/.test(name)));
  if (week) week.forEach((row, hour) => car.week.forEach((cells, weekday) => check(`${row[0]} weekday ${weekday}`, row[weekday + 1], cells[hour]?.[0] ?? null)));
  const split = await rowsOf(page, tables.find((name) => /split|who/.test(name)));
  if (split) {
    for (const [header, share, passages] of split) {
      const mode = { "People on foot": "pedestrian", Bikes: "bike", Cars: "car", "Heavy vehicles": "heavy" }[header];
      check(`share of ${mode}`, share, expected.split.shares[mode]);
      check(`passages of ${mode}`, passages, expected.split.passages[mode]);
    }
  }
  const speeds = await rowsOf(page, tables.find((name) => /speed/.test(name)));
  if (speeds && expected.speed && expected.speed.observed_cars >= 50) {
    const all = expected.speed.bins.reduce((sum, cars) => sum + cars, 0);
    speeds.forEach((row, bin) => check(`cars at ${row[0]}`, row[1], expected.speed.bins[bin] / all));
    const speed = await page.getByRole("region", { name: "Do people drive too fast?" }).innerText();
    const v85 = /85 in 100 cars go at most about ([\d.]+)/.exec(speed);
    if (v85) check("V85", v85[1], expected.speed.v85_kmh);
    const share = /\((<?\d+%)\) go(?:es)? faster than the limit of (\d+)/.exec(speed);
    if (share) check(`above ${share[2]} km/h`, share[1], expected.speed.above[share[2]]);
  }
  await close(page);
  assertClean(page);
  return compared;
}

for (const [town, wanted] of [["kortrijk", 2], ["berlin", 20]]) {
  const skip = missing ?? (isPublished(town) ? undefined : `${town} is not published: tools/publish.sh towns/${town}.toml`);
  test(`${town}: every number on the page is the number that SQL finds in the raw files`, { skip, timeout: 600000 }, async (context) => {
    const served = await serveTown(town);
    context.after(() => served.close());
    const streets = JSON.parse(readFileSync(join(root, "build/towns", town, "streets.geojson"), "utf8")).features;
    const streetOf = new Map(streets.map(({ properties }) => [String(properties.segment), properties.street]));
    const segments = Object.keys(oracle[town].segments).filter((id) => streetOf.has(id));
    const step = Math.max(1, Math.floor(segments.length / wanted));
    const chosen = segments.filter((_, at) => at % step === 0);
    assert.ok(chosen.length >= wanted, `only ${chosen.length} of ${wanted} streets are published`);
    let compared = 0;
    for (const segment of chosen) compared += await compareStreet(served, streetOf.get(segment), segment, oracle[town].segments[segment]);
    assert.ok(compared > 150 * wanted, `only ${compared} numbers were compared`);
    context.diagnostic(`${chosen.length} streets, ${compared} numbers`);
  });
}
