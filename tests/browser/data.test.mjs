// The data page: the list and its facets, a card that is its record, and the chain whose numbers are those of the sum.

import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertClean, assertFits, close, desktop, finish, newPage, phone, root, serveTown, settled } from "./harness.mjs";
import { hasFocus } from "./keys.mjs";
import { allAnswered, noteQuestions } from "./pages.mjs";
import { explain, figures, isThere } from "./sums.mjs";

const data = join(root, "build/towns/demo");
const counts = "demonstration-counts";
const record = (id) => JSON.parse(readFileSync(join(data, "records", `${id}.jsonld`), "utf8"));
const ids = readdirSync(join(data, "records")).filter((name) => name.endsWith(".jsonld")).map((name) => name.replace(".jsonld", ""));

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });

const list = (page) => page.locator(".data-card");
const status = (page) => page.locator(".data-count");

async function open(query = "", options = {}) {
  const page = await newPage(served, options);
  await noteQuestions(page);
  await page.goto(`${served.address}data.html?lang=en${query}`);
  await page.waitForFunction(() => document.querySelector(".data-card, .data-open") && !document.querySelector("[role=progressbar]"));
  // A list and a card are written anew when what they lack comes: other catalogues, the drawing of the streets.
  await allAnswered(page);
  return page;
}

const english = (texts) => texts.find((one) => one["@language"] === "en")["@value"];

test("a card that is written anew keeps the focus of its reader, and what the reader opened", async (t) => {
  const slow = await serveTown("demo", { latency: 400 });
  t.after(() => slow.close());
  const page = await newPage(slow, { viewport: desktop });
  await page.goto(`${slow.address}data.html?lang=en&dataset=${counts}`);
  // The drawing of the streets comes a good while after the card.
  const before = await page.waitForFunction(() => {
    const above = document.querySelector(".data-open > div");
    const link = [...(above?.querySelectorAll("a[href]") ?? [])].at(-1);
    if (!link) return undefined;
    link.focus();
    above.firstElementChild.dataset.isOld = "yes";
    return { href: link.getAttribute("href"), isDrawn: document.querySelector(".coverage") !== null };
  });
  const { href, isDrawn } = await before.jsonValue();
  assert.equal(isDrawn, false, "the drawing was there before the test looked");
  await page.locator(".coverage svg").waitFor();
  assert.equal(await page.locator("[data-is-old]").count(), 0, "nothing was written anew");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), href);
  assertClean(page);
  await close(page);
});

test("every dataset is in the list, the freshest first, and what is typed and chosen is in the address", async () => {
  const page = await open("", { viewport: desktop });
  assert.equal(await list(page).count(), ids.length);
  assert.equal(await status(page).innerText(), `${ids.length} datasets`);
  const titles = await list(page).locator("h2").allInnerTexts();
  assert.deepEqual([...titles].sort(), ids.map((id) => english(record(id)["foaf:primaryTopic"]["dct:title"])).sort());
  // Accents and case do not matter; the German title is found on the English page.
  await page.getByRole("searchbox").fill("ZAHLUNGEN");
  await page.waitForFunction(() => document.querySelectorAll(".data-card").length === 1);
  assert.match(page.url(), /q=ZAHLUNGEN/);
  await list(page).getByRole("link").click();
  await page.waitForFunction(() => document.querySelector(".data-open"));
  assert.match(page.url(), new RegExp(`dataset=${counts}.*q=ZAHLUNGEN|q=ZAHLUNGEN.*dataset=${counts}`));
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll(".data-card").length === 1);
  assert.equal(await page.getByRole("searchbox").inputValue(), "ZAHLUNGEN");
  await page.goForward();
  await page.getByRole("link", { name: "All datasets" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".data-card").length === 1);
  await page.getByRole("button", { name: "Show all datasets" }).click();
  assert.equal(await list(page).count(), ids.length);
  await page.getByLabel("File format").selectOption("PARQUET");
  const ofParquet = ids.filter((id) => JSON.stringify(record(id)["foaf:primaryTopic"]["dcat:distribution"]).includes("file-type/PARQUET"));
  assert.equal(await list(page).count(), ofParquet.length);
  assert.match(page.url(), /format=PARQUET/);
  await page.goBack();
  await page.waitForFunction((all) => document.querySelectorAll(".data-card").length === all, ids.length);
  await page.getByLabel("Order").selectOption("name");
  await page.waitForURL(/sort=name/);
  const byName = await list(page).locator("h2").allInnerTexts();
  assert.deepEqual(byName, [...byName].sort((a, b) => a.localeCompare(b, "en")));
  await page.getByRole("searchbox").fill("no such word");
  await page.waitForFunction(() => document.querySelectorAll(".data-card").length === 0);
  assert.match(await status(page).innerText(), /No dataset fits/);
  assertClean(page);
  await close(page);
});

test("by keys alone: to a card, along its chain, and back", async () => {
  const page = await open("&q=counts of", { viewport: desktop });
  await page.getByRole("searchbox").focus();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.closest(".data-card") !== null)) break;
  }
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".data-open") && document.activeElement.tagName === "H1");
  const first = page.locator(".chain > li > details > summary").first();
  await first.focus();
  await page.keyboard.press("Enter");
  assert.ok(await page.locator(".chain > li > details").first().evaluate((one) => one.open));
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement.closest("li").dataset.step), "done");
  await page.keyboard.press("End");
  assert.equal(await page.evaluate(() => document.activeElement.closest("li").dataset.step), "published");
  await page.keyboard.press("Home");
  assert.equal(await page.evaluate(() => document.activeElement.closest("li").dataset.step), "sensor");
  const back = page.getByRole("link", { name: "All datasets" });
  await back.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".data-card") && document.activeElement.tagName === "H1");
  assertClean(page);
  await close(page);
});

/** What a reader must find of a value, with the path to it. */
function* leaves(value, path) {
  if (Array.isArray(value)) {
    if (value.every((one) => one["@language"])) {
      const own = value.filter((one) => one["@language"] === "en");
      for (const one of own.length ? own : value.slice(0, 1)) yield [path, one["@value"]];
    } else for (const one of value) yield* leaves(one, path);
  } else if (value && typeof value === "object") {
    // The dataset's own address is the name of the card.
    if (value["@id"] && path) yield [`${path} @id`, value["@id"]];
    for (const [key, inner] of Object.entries(value)) if (!key.startsWith("@")) yield* leaves(inner, `${path} ${key}`);
  } else yield [path, value];
}

const squeeze = (text) => text.replace(/\s+/g, " ");
const date = (text) => new Date(`${text}T12:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
/** Codes that are said in words, and the place of an item in its list. */
const isWord = /sb:(kind|device|category|position)$|prov:wasGeneratedBy sb:position$/;

/** The day before: a period is told by its last day. */
const before1 = (text) => new Date(Date.parse(text) - 86_400_000).toISOString().slice(0, 10);

for (const id of ids) {
  test(`a card says all that its record says: ${id}`, async () => {
    const page = await open(`&dataset=${id}`, { viewport: desktop });
    const [text, links, values] = await page.evaluate(() => [
      document.querySelector(".data").textContent,
      [...document.querySelectorAll(".data a")].map((one) => one.getAttribute("href")),
      [...document.querySelectorAll(".data data")].map((one) => one.value),
    ]);
    const shown = squeeze(text);
    let compared = 0;
    for (const [path, value] of leaves(record(id)["foaf:primaryTopic"], "")) {
      if (isWord.test(path)) continue;
      compared += 1;
      if (/@id$/.test(path)) {
        // A code of ours has a word and no address.
        const isOurs = /^(sb|spdx|dqv):/.test(value);
        const target = /^[a-z]+:/.test(value) ? value : `${served.origin}`;
        assert.ok(isOurs || links.some((one) => one === value || one.endsWith(`data/${value}`)), `${path}: no link to ${value} (${target})`);
      } else if (typeof value === "number") {
        const isBytes = /byteSize/.test(path);
        assert.ok(isBytes || values.includes(String(value)) || shown.includes(value.toLocaleString("en")), `${path}: ${value}`);
      } else if (/Date|dct:date|retrieved|firstDayAfter/.test(path)) {
        assert.ok(shown.includes(date(value)) || shown.includes(date(before1(value))), `${path}: ${date(value)}`);
      } else assert.ok(shown.includes(squeeze(value)), `${path}: ${value}`);
    }
    assert.ok(compared > 10, `${compared} values compared`);
    assertClean(page);
    await close(page);
  });
}

test("what leaves the record leaves the card, and what comes into it comes onto the card", async () => {
  const page = await newPage(served, { viewport: desktop });
  await noteQuestions(page);
  const whole = record(counts);
  let changed = whole;
  await page.context().route(`**/records/${counts}.jsonld`, (route) => route.fulfill({ json: changed, contentType: "application/ld+json" }));
  const text = async () => {
    await page.goto(`${served.address}data.html?lang=en&dataset=${counts}`);
    await page.locator(".data-open").waitFor();
    // The list of the streets is text too: with it or without it a card has another length.
    await allAnswered(page);
    return squeeze(await page.locator("main").textContent());
  };
  // Properties of the dataset itself: what it is made of has some of the same.
  const rows = () => page.evaluate(() => [...document.querySelectorAll("[data-property]")].filter((one) => !one.parentElement.closest("[data-property]")).map((one) => one.dataset.property));
  const all = await text();
  const topic = whole["foaf:primaryTopic"];
  const properties = Object.keys(topic).filter((one) => !one.startsWith("@"));
  for (const gone of properties) {
    changed = structuredClone(whole);
    delete changed["foaf:primaryTopic"][gone];
    const left = await text();
    const own = await rows();
    assert.ok(!own.includes(gone), `${gone} is still there`);
    // Its identifier is in the address of the record as well.
    if (gone !== "dct:identifier") assert.ok(left.length < all.length, `${gone}: the card has lost nothing`);
    for (const other of properties) {
      if (other === gone || ["dct:title", "dct:description", "prov:wasGeneratedBy"].includes(other)) continue;
      assert.ok(own.includes(other), `without ${gone}, ${other} is gone too`);
    }
  }
  changed = structuredClone(whole);
  Object.assign(changed["foaf:primaryTopic"], { "x:new": "Something <b>new</b>", "x:link": { "@id": "javascript:alert(1)" } });
  changed["foaf:primaryTopic"]["sb:sensorLabel"][0]["x:inner"] = "Something inside";
  const more = await text();
  for (const words of ["x:new", "Something <b>new</b>", "javascript:alert(1)", "Something inside"]) assert.ok(more.includes(words), words);
  assert.equal(await page.locator("a[href^=javascript]").count(), 0);
  changed = { ...whole, "sb:publication": "another" };
  await page.goto(`${served.address}data.html?lang=en&dataset=${counts}`);
  await page.getByRole("alert").first().waitFor();
  assertClean(page);
  await close(page);
});

test("a step says who, when, with which program, and its rows", async () => {
  const page = await open(`&dataset=${counts}`, { viewport: desktop });
  const [step] = record(counts)["foaf:primaryTopic"]["prov:wasGeneratedBy"];
  const done = page.locator(".chain-step[data-step=done]");
  await done.locator("summary").click();
  const text = squeeze(await done.innerText());
  const { "foaf:name": name, "sb:version": version, "prov:actedOnBehalfOf": by } = step["prov:wasAssociatedWith"];
  assert.ok(by["foaf:name"].length > 2);
  for (const part of [step["rdfs:label"], by["foaf:name"], `${name} ${version}`, date(step["dct:date"]), step["sb:rowsOut"].toLocaleString("en")]) {
    assert.ok(text.includes(part), `${part} in ${text}`);
  }
  // What sort of step it is, in the reader's words.
  assert.equal(step["sb:kind"], "step-simulated");
  assert.match(await done.locator(".chain-name").innerText(), /Made up by a simulation/);
  assert.equal(await done.locator("dd[lang=en]").first().innerText(), step["rdfs:label"]);
  assert.equal(await done.locator("data[data-count=out]").getAttribute("value"), String(step["sb:rowsOut"]));
  await close(page);
});

for (const street of ["street=stationsstraat", "street=stationsstraat&period=all&mode=bike"]) {
  test(`from each figure one click to its chain, with the numbers of its sum: ${street}`, async () => {
    const page = await newPage(served, { viewport: desktop });
    let clicks = 0;
    for (const figure of figures) {
      await page.goto(`${served.address}?lang=en&${street}`);
      await settled(page);
      const link = page.locator(`.part:has(> #sum-button-${figure}) > .sum-way`);
      // A figure that is not usual here has its link where the address opens its sum, as its button.
      if (!(await link.isVisible())) await page.goto(`${served.address}?lang=en&${street}&sum=${figure}`);
      else clicks += 1;
      await link.click();
      await page.locator(".chain-step[data-step=figure]").waitFor();
      const { ledger } = JSON.parse(explain("demo", `?${street}&sum=${figure}`));
      const { account } = ledger;
      assert.equal(new URL(page.url()).searchParams.get("dataset"), counts, figure);
      const shown = Object.fromEntries(await page.locator(".chain-step[data-step=figure] data").evaluateAll((all) => all.map((one) => [one.dataset.count, Number(one.value)])));
      const { rows, outside, hours, used, absent, ...leftOut } = shown;
      assert.deepEqual({ rows, outside, hours, used, absent }, { rows: account.rows, outside: account.outside, hours: account.hours, used: account.used, absent: account.absent }, figure);
      assert.deepEqual(leftOut, Object.fromEntries(account.left_out.map((one) => [one.reason, one.hours])), figure);
      assert.equal(used + absent + Object.values(leftOut).reduce((a, b) => a + b, 0), hours, figure);
      assert.equal(await page.locator(".chain.is-lit").count(), 1);
      const lit = await page.locator("[data-step=published] .is-lit .data-path").allTextContents();
      assert.deepEqual(lit, ledger.files.map(({ source }) => source.path), figure);
      await hasFocus(page, "#chain-title");
      await page.getByRole("link", { name: "Back to this figure and its sum" }).click();
      await isThere(page, figure);
      // The sum leads to the same way.
      const [there] = await page.locator(`#sum-${figure} .ledger-way`).evaluateAll((all) => all.map((one) => one.search));
      assert.deepEqual([...new URLSearchParams(there)].sort(), [["dataset", counts], ["lang", "en"], ["sum", figure], ...new URLSearchParams(street)].sort());
    }
    assert.ok(clicks >= figures.length - 1, `${clicks} figures with a link of their own`);
    assertClean(page);
    await close(page);
  });
}

test("who comes from a figure goes back to it, and its link stays one of the reader's language, period and mode", async () => {
  const page = await newPage(served, { viewport: desktop });
  await page.goto(`${served.address}?lang=nl&street=stationsstraat`);
  await settled(page);
  const link = page.locator(".part:has(> #sum-button-speeds) > .sum-way");
  assert.equal(await link.getAttribute("href"), "data.html?lang=nl&street=stationsstraat&sum=speeds");
  assert.equal(await link.getAttribute("aria-describedby"), "chart-speeds");
  await link.focus();
  await page.keyboard.press("Enter");
  await page.locator(".chain-step[data-step=figure]").waitFor();
  await page.goBack();
  await settled(page);
  assert.equal(new URL(page.url()).search, "?lang=nl&street=stationsstraat");
  await page.goto(`${served.address}data.html?lang=en&street=nowhere&sum=day`);
  await page.getByRole("alert").waitFor();
  assertClean(page, /404/);
  await close(page);
});

test("a dataset that is not there is said, and one that a figure does not use is not lit", async () => {
  const page = await newPage(served);
  await noteQuestions(page);
  await page.goto(`${served.address}data.html?lang=en&dataset=nothing`);
  await page.getByRole("heading", { name: "There is no such dataset" }).waitFor();
  await page.goto(`${served.address}data.html?lang=en&dataset=streets&street=stationsstraat&sum=day`);
  await page.locator(".chain").waitFor();
  await allAnswered(page);
  assert.equal(await page.locator(".chain.is-lit, [data-step=figure]").count(), 0);
  assertClean(page);
  await close(page);
});

test("where a dataset has data is drawn on the town's streets, and listed", async () => {
  const streets = JSON.parse(readFileSync(join(data, "streets.geojson"), "utf8")).features.map((one) => one.properties);
  const files = readdirSync(join(data, "street")).map((name) => JSON.parse(readFileSync(join(data, "street", name), "utf8")));
  const idOf = (one) => one.streets.features[0].properties.street;
  const counted = files.filter((one) => one.summary.some((row) => row.dataset === counts)).map(idOf).sort();
  assert.ok(counted.length > 3 && counted.length < streets.length);
  const page = await open(`&dataset=${counts}`, { viewport: desktop });
  await page.locator(".coverage svg").waitFor();
  await page.evaluate(() => { for (const one of document.querySelectorAll("details")) one.open = true; });
  const listed = await page.locator(".coverage-streets a").evaluateAll((all) => all.map((one) => new URL(one.href).searchParams.get("street")));
  assert.deepEqual(listed.sort(), counted);
  const all = new Set(streets.map((one) => one.street)).size;
  assert.ok((await page.locator(".coverage figcaption").innerText()).startsWith(`${counted.length} of the town’s ${all} streets `));
  const [grey, coloured, box] = await page.evaluate(() => [...["others", "covered"].map((name) => document.querySelector(`.coverage-${name}`).getBBox()).map(({ x, y, width, height }) => [x, y, x + width, y + height]), document.querySelector(".coverage svg").viewBox.baseVal.width]);
  assert.ok(grey.every((n) => n >= 0 && n <= 1000) && coloured[2] > coloured[0], `${grey} ${coloured} ${box}`);
  assert.ok(grey[2] - grey[0] > box * 0.6, "the streets do not fill the drawing");
  await page.locator(".coverage-streets a").first().click();
  await page.waitForURL(/[?&]street=/);
  await settled(page);
  assert.ok(counted.includes(new URL(page.url()).searchParams.get("street")));
  await page.goto(`${served.address}data.html?lang=en&dataset=calendar`);
  await page.locator(".data-open").waitFor();
  await allAnswered(page);
  assert.equal(await page.locator(".coverage").count(), 0);
  assertClean(page);
  await close(page);
});

async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map((one) => `${one.id}: ${one.help}\n    ${one.nodes.map((node) => `${node.target} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`).join("\n    ")}`);
}

const views = { list: "", card: `&dataset=${counts}`, figure: `&dataset=${counts}&street=stationsstraat&sum=speeds` };
for (const [name, query] of Object.entries(views)) {
  for (const [size, viewport] of [["phone", phone], ["desktop", desktop]]) {
    for (const theme of ["light", "dark"]) {
      test(`axe finds nothing and the page fits: ${name}, ${size}, ${theme}`, async () => {
        const page = await open(query, { viewport, theme });
        if (name === "figure") await page.locator("[data-step=figure]").waitFor();
        await page.evaluate(() => { for (const one of document.querySelectorAll("details")) one.open = true; });
        const found = await violations(page);
        assert.equal(found.length, 0, `\n  ${found.join("\n  ")}`);
        await assertFits(page);
        assertClean(page);
        await close(page);
      });
    }
  }
}

for (const language of ["nl", "fr", "de"]) {
  test(`axe finds nothing, no text is missing and 320 px are enough: ${language}`, async () => {
    const page = await newPage(served, { viewport: { width: 320, height: 700 } });
    await noteQuestions(page);
    for (const query of ["", `&dataset=${counts}&street=stationsstraat&sum=day`]) {
      await page.goto(`${served.address}data.html?lang=${language}${query}`);
      await page.locator(query ? "[data-step=figure]" : ".data-card").first().waitFor();
      await allAnswered(page);
      await page.evaluate(() => { for (const one of document.querySelectorAll("details")) one.open = true; });
      const found = await violations(page);
      assert.equal(found.length, 0, `\n  ${found.join("\n  ")}`);
      await assertFits(page);
      const text = await page.locator("main").innerText();
      assert.doesNotMatch(text, /\[[a-z]+(-[a-z0-9]+)+\]/);
      const small = await page.evaluate(() => [...document.querySelectorAll("main button, main input, main select, main summary")]
        .filter((one) => one.checkVisibility())
        .map((one) => [one.getBoundingClientRect(), one])
        .filter(([box]) => box.height < 24 || box.width < 24)
        .map(([box, one]) => `${one.tagName} ${one.textContent.slice(0, 20)} ${Math.round(box.width)}×${Math.round(box.height)}`));
      assert.deepEqual(small, []);
    }
    assertClean(page);
    await close(page);
  });
}
