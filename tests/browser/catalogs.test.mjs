// Catalogues of others on the data page: as many are found as an independent reader of RDF finds in the same file.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { assertClean, close, desktop, eventually, finish, newPage, phone, program, root } from "./harness.mjs";
import { allAnswered, noteQuestions } from "./pages.mjs";

const shared = process.env.STRAATBEELD_SHARED ?? join(root, "../shared");
const raw = join(shared, "data/antwerpen-dcat/dcat.xml.gz");
const python = process.env.PYTHON ?? join(root, "build/venv/bin/python");

/** Why the comparison cannot be made here; nothing where it can. */
function missing() {
  if (!existsSync(raw)) return "no shared data";
  if (spawnSync(python, ["-c", "import rdflib"]).status !== 0) return "no Python with rdflib";
  return undefined;
}
const skip = missing();
if (skip && process.env.CI_REQUIRE_ORACLE === "1") throw new Error(skip);

const town = `
[town]
id = "t"
names = { nl = "Proefstad" }
zone = "Europe/Brussels"
languages = ["nl"]
centre = { lon = 4.4, lat = 51.2 }
[[source]]
id = "days"
format = "public-holidays"
paths = ["days.csv"]
columns = { date = "date", name = "name" }
publisher = "Proefstad"
licence = "CC0 1.0"
title = "Days"
[[catalogue]]
id = "antwerpen"
paths = ["${raw}"]
title = { nl = "Open data van Antwerpen" }
publisher = "Stad Antwerpen"
url = "https://opendata.antwerpen.be"
retrieved = "2022-03-30"
`;

let folder, served, oracle;
before(async () => {
  if (skip) return;
  folder = mkdtempSync(join(tmpdir(), "straatbeeld-catalogs-"));
  writeFileSync(join(folder, "t.toml"), town);
  writeFileSync(join(folder, "days.csv"), "date,name\n2026-01-01,Nieuwjaar\n");
  execFileSync(program, ["publish", join(folder, "t.toml"), "--out", join(folder, "out")], { stdio: "pipe" });
  const script = join(root, "tests/browser/catalogs.py");
  oracle = JSON.parse(execFileSync(python, [script, raw], { encoding: "utf8", maxBuffer: 1 << 26 }));
  served = await serve({ dist: join(root, "dist"), data: join(folder, "out") });
});
after(async () => {
  await finish();
  await served?.close();
  if (folder) rmSync(folder, { recursive: true });
});

const count = async (page) => Number(/^[\d.,]+/.exec(await page.locator(".data-count").innerText())?.[0].replace(/[.,]/g, "") ?? 0);

async function open(query, options = {}) {
  const page = await newPage(served, { viewport: desktop, ...options });
  await noteQuestions(page);
  await page.goto(`${served.address}data.html?lang=nl${query}`);
  await page.waitForFunction(() => document.querySelector(".data-count")?.textContent && !document.querySelector("[role=progressbar]"));
  // The town's own datasets are counted before those of others are there.
  await allAnswered(page);
  return page;
}

/** As `fold` of the program on the letters that the queries below have. */
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

test("all datasets of the catalogue are there, marked as another's", { skip }, async () => {
  assert.equal(oracle.length, 491);
  const page = await open("&catalogue=antwerpen");
  assert.equal(await count(page), 491);
  const other = page.locator(".data-card.is-other .data-other");
  assert.equal(await other.count(), await page.locator(".data-card").count());
  assert.match(await other.first().innerText(), /Open data van Antwerpen/);
  const first = await page.locator(".data-card").count();
  await page.locator(".data-list + .button").click();
  assert.ok(await page.locator(".data-card").count() > first);
  const links = await page.locator(".data-card h2 a").evaluateAll((all) => all.map((one) => one.href));
  assert.ok(links.length > 0 && links.every((one) => /^https?:/.test(one)));
  assertClean(page);
  await close(page);
});

for (const typed of ["fiets", "parkeer", "VERKEER", "velo", "bibliotheek", "bomen straat", "zzzz"]) {
  test(`searched for “${typed}”, as many as rdflib finds`, { skip }, async () => {
    const words = fold(typed).split(" ");
    const expected = oracle.filter((one) => words.every((word) => fold(one.text).includes(word))).length;
    const page = await open(`&catalogue=antwerpen&q=${encodeURIComponent(typed)}`);
    assert.equal(await count(page), expected);
    assertClean(page);
    await close(page);
  });
}

test("narrowed by format and subject, as many as rdflib finds, and together", { skip }, async () => {
  const page = await open("&catalogue=antwerpen");
  for (const [facet, property] of [["format", "formats"], ["theme", "themes"]]) {
    const options = await page.locator(`select[name=${facet}] option`).evaluateAll((all) => all.slice(1).map((one) => [one.value, Number(/\((\d+)\)$/.exec(one.textContent.trim())[1])]));
    const expected = new Map();
    for (const one of oracle) for (const value of new Set(one[property])) expected.set(value, (expected.get(value) ?? 0) + 1);
    assert.ok(expected.size > 0, `${facet}: nothing to compare`);
    if (options.length > 0) assert.deepEqual(new Map([...options].sort()), new Map([...expected].sort()), facet);
  }
  const format = "JSON";
  await page.locator("select[name=format]").selectOption(format);
  await page.getByRole("searchbox").fill("fiets");
  const both = oracle.filter((one) => one.formats.includes(format) && fold(one.text).includes("fiets")).length;
  assert.ok(both > 0);
  await eventually(async () => assert.equal(await count(page), both));
  assertClean(page);
  await close(page);
});

test("on a phone a list of hundreds does not spill over", { skip }, async () => {
  const page = await open("", { viewport: phone });
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window, `${content} px in ${window} px`);
  await close(page);
});
