// The page about ethics: its sections, the small numbers to try, the dilemmas and the file that comes of them.

import Ajv from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertClean, close, desktop, finish, newPage, program, root, serveTown, settled } from "./harness.mjs";
import { allAnswered, assertAccessible, assertByTab, assertSaid, assertTargets, everywhere, languages, open, saved } from "./pages.mjs";

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });

everywhere("the page about ethics", () => served, "ethics.html");
everywhere("a dilemma", () => served, "ethics.html?dilemma=one-car-an-hour");

const list = () => JSON.parse(readFileSync(join(root, "build/towns/demo/dilemmas.json"), "utf8"));

test("the cards of the datasets stand on the page and lead to the data and the label", async () => {
  const page = await open(served, "ethics.html?lang=en");
  const card = page.locator(".card").first();
  const record = JSON.parse(readFileSync(join(root, "build/towns/demo/records/demonstration-counts.jsonld"), "utf8"));
  const why = record["foaf:primaryTopic"]["sb:ethics"]["sb:why"].find((text) => text["@language"] === "en")["@value"];
  assert.ok((await card.innerText()).includes(why));
  assert.match(await card.getByRole("link", { name: "Everything about this dataset" }).getAttribute("href"), /data\.html\?lang=en&dataset=demonstration-counts$/);
  assert.match(await card.getByRole("link", { name: "Label of the sensor" }).getAttribute("href"), /label\.html\?lang=en&dataset=demonstration-counts$/);
  assert.ok(await page.getByText("The publisher has not given an address here yet").isVisible());
  await close(page);
});

test("small numbers: what is hidden cannot be found by subtraction, whatever the reader types", async () => {
  const page = await open(served, "ethics.html?lang=en");
  const fields = page.locator(".try tbody input");
  const shown = page.locator(".try tbody td:last-child");
  const told = page.locator(".said");
  await told.filter({ hasText: "Without the second rule" }).waitFor();
  assert.deepEqual((await shown.allInnerTexts()).map((text) => text.split(" – ")[0]), ["hidden", "31", "52", "22", "18", "hidden"]);
  assert.match(await told.innerText(), /The total 143 less what is shown is 20\. 2 numbers are hidden/);
  const type = async (numbers) => {
    for (const [at, number] of numbers.entries()) {
      await fields.nth(at).fill(String(number));
      await fields.nth(at).press("Enter");
    }
  };
  // By hand: 9 and 9 are hidden and add up to the most that two small numbers can be, so that both would be known.
  await type([12, 9, 9, 40, 50, 60]);
  await page.waitForFunction(() => document.querySelector(".said").textContent.includes("180"));
  assert.deepEqual((await shown.allInnerTexts()).map((text) => text.split(" – ")[0]), ["hidden", "hidden", "hidden", "40", "50", "60"]);
  await type([12, 19, 10, 40, 50, 60]);
  await told.filter({ hasText: "Nothing is hidden" }).waitFor();
  await type([1, 1, 1, 1, 1, 1]);
  await told.filter({ hasText: "The total is under ten" }).waitFor();
  assert.equal(await page.locator(".try tfoot td:last-child").innerText(), "hidden");
  await page.getByRole("button", { name: "Back to the first numbers" }).click();
  await told.filter({ hasText: "143" }).waitFor();
  assertClean(page);
  await close(page);
});

test("dilemmas are answered without a request, and the file is one that the town can read", async () => {
  const page = await open(served, "ethics.html?lang=en", { viewport: desktop });
  await page.getByRole("link", { name: "Begin with the first question" }).click();
  await page.getByRole("slider").waitFor();
  // What the other dilemmas show was asked for with this one.
  await allAnswered(page);
  const requests = [];
  // Chromium looks at the icon of the window again whenever the address changes.
  page.on("request", (request) => { if (!request.url().endsWith("/favicon.svg")) requests.push(request.url()); });
  const given = {};
  const { dilemmas, answers } = list();
  assert.equal(dilemmas.length, 10);
  for (const [at, dilemma] of dilemmas.entries()) {
    await page.getByRole("heading", { level: 1, name: dilemma.title.by_language.en, exact: true }).waitFor();
    await page.getByText(`Question ${at + 1} of 10`).waitFor();
    // One of each kind, and the fourth question is left out.
    if (at !== 3) {
      const answer = answers[at % answers.length];
      await page.getByRole("radio", { name: answer.title.by_language.en }).check();
      given[dilemma.id] = answer.id;
    }
    await page.getByRole("link", { name: at === 9 ? "To your answers" : "Next question" }).click();
  }
  await page.getByRole("heading", { level: 1, name: "Your answers" }).waitFor();
  await page.getByText("You have answered 9 of 10 questions.").waitFor();
  await assertAccessible(page);
  assert.deepEqual(requests, [], "something was sent or fetched while answering");
  const stored = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]);
  assert.deepEqual(stored, [0, 0, "", 0]);
  // Another language keeps the answers.
  await page.getByRole("link", { name: "Nederlands" }).click();
  await page.getByText("U hebt 9 van 10 vragen beantwoord.").waitFor();

  const { name, text } = await saved(page, page.getByRole("button", { name: "Download mijn antwoorden" }));
  assert.equal(name, "straatbeeld-answers-demo.json");
  const voice = JSON.parse(text);
  assert.deepEqual(voice, { format: "straatbeeld-voice-1", list: 1, town: "demo", answers: given });
  const validate = new Ajv().compile(JSON.parse(readFileSync(join(root, "docs/voices.schema.json"), "utf8")));
  assert.ok(validate(voice), JSON.stringify(validate.errors));
  assert.ok(!validate({ ...voice, name: "Jan" }), "the schema takes anything");
  const folder = mkdtempSync(join(tmpdir(), "voices-"));
  for (let copy = 0; copy < 12; copy += 1) writeFileSync(join(folder, `${copy}.json`), text);
  const sums = JSON.parse(execFileSync(program, ["voices", folder, "--json"], { encoding: "utf8" }));
  assert.equal(sums.voices, 12);
  assert.equal(sums.dilemmas.find(({ id }) => id === "school-gate").answered, null);
  rmSync(folder, { recursive: true });

  await page.getByRole("button", { name: "Begin opnieuw" }).click();
  await page.getByText("Uw antwoorden zijn weg.").waitFor();
  assertClean(page);
  await close(page);
});

test("a letter is offered where the town gives an address, and opens nothing by itself", async () => {
  const page = await newPage(served);
  await page.route("**/data/catalog.jsonld", async (route) => {
    const response = await route.fetch();
    const catalog = await response.json();
    catalog["dct:publisher"] = { "@type": "foaf:Agent", "foaf:name": "Wolkenbrugge", "foaf:mbox": { "@id": "mailto:data@wolkenbrugge.example" } };
    await route.fulfill({ response, json: catalog });
  });
  await page.goto(`${served.address}ethics.html?lang=en`);
  await settled(page);
  assert.equal(await page.getByRole("link", { name: "data@wolkenbrugge.example" }).getAttribute("href"), "mailto:data@wolkenbrugge.example");
  await page.getByRole("link", { name: "Begin with the first question" }).click();
  await page.getByRole("radio").first().check();
  await page.getByRole("link", { name: "Next question" }).click();
  await page.getByText("Question 2 of 10").waitFor();
  await page.goBack();
  await page.getByText("Question 1 of 10").waitFor();
  assert.ok(await page.getByRole("radio").first().isChecked(), "an answer is kept");
  await page.getByRole("link", { name: "All about ethics" }).click();
  await page.getByRole("link", { name: "Go on with your answers" }).click();
  const href = await page.getByRole("link", { name: "Write to Wolkenbrugge" }).getAttribute("href");
  const letter = new URL(href);
  assert.equal(letter.pathname, "data@wolkenbrugge.example");
  assert.match(letter.searchParams.get("body"), /straatbeeld-answers-demo\.json/);
  assert.doesNotMatch(href, /\+/);
  assertClean(page);
  await close(page);
});

test("the slider shows the numbers of a real street: as many as another program counts", async () => {
  const python = process.env.PYTHON;
  if (!python) return console.log("skipped: PYTHON with DuckDB is not named");
  const page = await open(served, "ethics.html?lang=en&dilemma=one-car-an-hour", { viewport: desktop });
  const slider = page.getByRole("slider");
  await slider.waitFor();
  // The quietest street with cars and a long count, by the summary itself.
  const ask = (sql) => JSON.parse(execFileSync(python, ["-c", "import duckdb, json, sys; print(json.dumps(duckdb.sql(sys.argv[1]).fetchall()[0], default=str))", sql], { encoding: "utf8" }));
  const [segment, last] = ask(`select segment, (date '1970-01-01' + last_day)::varchar from read_parquet('${join(root, "build/towns/demo/summary/segments.parquet")}')
    where usable_hours >= 700 and cars_per_working_day >= 24 order by cars_per_working_day limit 1`);
  const streets = JSON.parse(readFileSync(join(root, "build/towns/demo/streets.geojson"), "utf8")).features;
  const sql = `
    with hours as (
      select timezone('Europe/Brussels', timezone('UTC', start)) as t, car from read_parquet('${join(root, "build/towns/demo/counts/demonstration-counts.parquet")}')
      where segment = '${segment}' and car is not null and (uptime is null or uptime >= 0.5)),
    year as (select * from hours where t::date > date '${last}' - interval 1 year and t::date <= date '${last}'),
    sums as (select sum(car) as n from year group by date_trunc('hour', t))
    select count(*), count(*) filter (where n >= 0.5 and n < 9.5), count(*) filter (where n >= 0.5 and n < 1.5) from sums`;
  const counted = ask(sql).map(String);
  await slider.focus();
  assert.equal(await slider.getAttribute("aria-valuetext"), "by month");
  for (const name of ["by week", "by day", "by hour"]) {
    await page.keyboard.press("ArrowRight");
    assert.equal(await slider.getAttribute("aria-valuetext"), name);
  }
  const told = (await page.locator(".grains [role=status]").innerText()).replaceAll(",", "");
  const found = /^(\d+) numbers are published\. (\d+) of them \(.*\) are between one and nine\. In (\d+) of them exactly one passed\./.exec(told);
  assert.ok(found, told);
  const [, numbers, small, single] = found;
  assert.deepEqual([numbers, small, single], counted);
  assertClean(page);
  await close(page);
});

/** Where the slider can stand, and what is said there without the thousands' commas. */
async function stops(page) {
  const slider = page.getByRole("slider");
  await slider.waitFor();
  await slider.focus();
  const told = [];
  for (let at = 0; at <= Number(await slider.getAttribute("max")); at += 1) {
    if (at > 0) await page.keyboard.press("ArrowRight");
    const text = (await page.locator(".grains [role=status]").innerText()).replaceAll(",", "");
    const [, numbers, small] = /^(\d+) numbers? (?:is|are) published\. (\d+)/.exec(text) ?? assert.fail(text);
    told.push([await slider.getAttribute("aria-valuetext"), Number(numbers), Number(small)]);
  }
  return told;
}

test("sums of shared vehicles have a slider too, with the numbers of the published files", async () => {
  const folder = join(root, "build/towns/demo/shared");
  const systems = readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8"))).filter((one) => one.parts);
  const parts = systems.flatMap((system) => system.parts.map((part) => ({ ...part, k: system.k })));
  const hidden = (all) => all.filter((one) => one.low === null).length;
  const bikes = parts.find((part) => part.form === "bicycle").departures;
  const page = await open(served, "ethics.html?lang=en&dilemma=trips-of-shared-bikes", { viewport: desktop });
  const told = await stops(page);
  const expected = { "for the whole town": [bikes.all], "by month": Object.values(bikes.months), "by municipality": Object.values(bikes.municipalities), "by station": Object.values(bikes.stations ?? {}) };
  assert.ok(told.length > 1);
  for (const [name, numbers, small] of told) assert.deepEqual([numbers, small], [expected[name].length, hidden(expected[name])], name);
  assert.equal(Math.max(...told.map(([, numbers]) => numbers)), Math.max(...Object.values(expected).map((all) => all.length)));
  await close(page);

  const scooters = parts.find((part) => /scooter|moped/.test(part.form) && !part.has_stations);
  const at = (profile) => profile.hours.flatMap((day) => day.slice(0, 5)).map((one) => one && one[1] > 0 ? one[3] / one[1] : null).filter((one) => one !== null);
  const all = scooters.municipalities.flatMap(({ profile }) => at(profile));
  const small = all.filter((mean) => mean >= 0.5 && mean < scooters.k - 0.5).length;
  const night = await open(served, "ethics.html?lang=en&dilemma=scooters-at-night", { viewport: desktop });
  const last = (await stops(night)).at(-1);
  assert.deepEqual(last, ["by municipality, hour and kind of day", all.length, small]);
  assertClean(night);
  await close(night);
});

test("where no data can show a dilemma, it is said, and a list says which streets could be on it", async () => {
  for (const [id, said] of [["camera-that-could-more", /No number can show this/], ["who-is-missed", /No number can show this/], ["small-car-park", /no numbers of car parks/]]) {
    const page = await open(served, `ethics.html?lang=en&dilemma=${id}`);
    assert.match(await page.locator(".dilemma").innerText(), said);
    await close(page);
  }
  const page = await open(served, "ethics.html?lang=en&dilemma=list-of-worst-streets");
  const files = readdirSync(join(root, "build/towns/demo/street")).map((name) => JSON.parse(readFileSync(join(root, "build/towns/demo/street", name), "utf8")));
  const counted = files.filter((one) => one.summary.length > 0).length;
  await page.getByText(`In this town ${counted} of `).waitFor();
  assertClean(page);
  await close(page);
});

test("a dilemma that there is not leads to the first; each language has all ten", async () => {
  const page = await open(served, "ethics.html?lang=en&dilemma=none");
  await page.getByText("There is no such question").waitFor();
  await page.getByRole("link", { name: "Begin with the first question" }).click();
  await page.getByText("Question 1 of 10").waitFor();
  await close(page);
  for (const language of languages) {
    const page = await open(served, `ethics.html?lang=${language}&dilemma=end`);
    const titles = await page.locator(".given a").allInnerTexts();
    assert.deepEqual(titles, list().dilemmas.map(({ title }) => title.by_language[language]));
    await assertSaid(page);
    await close(page);
  }
});

test("by Tab alone, and with targets that a finger hits", async () => {
  for (const address of ["ethics.html?lang=en", "ethics.html?lang=en&dilemma=school-gate"]) {
    const page = await open(served, address);
    await page.locator(address.includes("dilemma") ? ".grains" : ".card").first().waitFor();
    await assertByTab(page);
    await assertTargets(page);
    await close(page);
  }
});
