// The label of a sensor: its texts, its code, and the sheet of paper that it becomes.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import jsqr from "jsqr";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { PNG } from "pngjs";
import { assertClean, close, desktop, finish, root, serveTown } from "./harness.mjs";
import { assertByTab, assertTargets, everywhere, languages, open } from "./pages.mjs";

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });

const street = "label.html?street=stationsstraat";
everywhere("the label of a street", () => served, street);

const record = () => JSON.parse(readFileSync(join(root, "build/towns/demo/records/demonstration-counts.jsonld"), "utf8"))["foaf:primaryTopic"];
const inLanguage = (texts, language) => texts.find((text) => text["@language"] === language)["@value"];

/** The sheet as a PDF, in its own letters: others take more room. */
async function pdfOf(page) {
  await page.locator("svg.qr").waitFor();
  await page.evaluate(async () => { await document.fonts.ready; });
  return page.pdf({ preferCSSPageSize: true });
}

/** What an independent reader makes of the code on the screen or the paper. */
async function decoded(page) {
  const { data, width, height } = PNG.sync.read(await page.locator("svg.qr").screenshot());
  return jsqr(new Uint8ClampedArray(data), width, height)?.data;
}

test("each element of the record's label stands on the sheet in each language, with its icon", async () => {
  const elements = record()["sb:sensorLabel"];
  assert.ok(elements.length > 10);
  const categories = new Set();
  for (const language of languages) {
    const page = await open(served, `${street}&lang=${language}`);
    const sheet = page.locator(".sheet");
    const told = await sheet.locator("li").allInnerTexts();
    const expected = elements.map((element) => `${inLanguage(element["dct:title"], language)} ${inLanguage(element["dct:description"], language)}`);
    assert.deepEqual(told.map((text) => text.trim()), expected);
    const icons = await sheet.locator("li svg").evaluateAll((all) => all.map((one) => one.innerHTML));
    assert.equal(new Set(icons).size, elements.length, "two elements have one icon");
    assert.equal(icons.filter((icon) => icon.includes('r="8"')).length, 0, "an element without an icon");
    categories.add((await sheet.locator("h3").allInnerTexts()).join());
    assertClean(page);
    await close(page);
  }
  assert.equal(categories.size, languages.length, "a category is not translated");
});

test("the code leads to the street's page; without a street to the dataset's card", async () => {
  const page = await open(served, `${street}&lang=nl`);
  assert.equal(await decoded(page), `${served.address}?street=stationsstraat`);
  assert.equal(await page.locator(".sheet-address").innerText(), `${served.address}?street=stationsstraat`);
  await page.getByRole("combobox", { name: "Straat" }).selectOption({ label: "zonder straat" });
  await page.waitForFunction(() => document.querySelector(".sheet-address")?.textContent.includes("data.html"));
  assert.equal(await decoded(page), `${served.address}data.html?dataset=demonstration-counts`);
  await page.getByRole("combobox", { name: "Straat" }).selectOption({ label: "Jaagpad" });
  await page.getByRole("heading", { level: 2, name: "Jaagpad" }).waitFor();
  assert.match(page.url(), /street=jaagpad$/);
  assert.equal(await decoded(page), `${served.address}?street=jaagpad`);
  // It leads somewhere.
  await page.goto(await decoded(page));
  await page.getByRole("heading", { level: 1, name: "Jaagpad" }).waitFor();
  await close(page);
});

const python = process.env.PYTHON ?? join(root, "build/venv/bin/python");
const noPaper = spawnSync(python, ["-c", "import pypdfium2"]).status === 0 ? undefined : "no Python with pypdfium2";
if (noPaper && process.env.CI_REQUIRE_ORACLE === "1") throw new Error(noPaper);

/** What an independent reader makes of a picture of the printed page, which another program drew of the PDF. */
function readFromPaper(pdf) {
  const { stdout, status, stderr } = spawnSync(python, [join(root, "tests/browser/paper.py")], { input: pdf, maxBuffer: 1 << 27 });
  assert.equal(status, 0, String(stderr));
  const [width, height] = [stdout.readUInt32LE(0), stdout.readUInt32LE(4)];
  // The picture shows ink: a page without any would be decoded by nobody.
  const pixels = new Uint8ClampedArray(stdout.subarray(8));
  assert.equal(pixels.length, width * height * 4);
  return { text: jsqr(pixels, width, height)?.data, width, height };
}

test("the code is read from the printed page as well, of a street and of a dataset", { skip: noPaper }, async () => {
  for (const [address, expected] of [[street, "?street=stationsstraat"], ["label.html?dataset=demonstration-counts", "data.html?dataset=demonstration-counts"]]) {
    const page = await open(served, `${address}&lang=nl`, { viewport: desktop, theme: "dark" });
    const { text, width, height } = readFromPaper(await pdfOf(page));
    assert.equal(text, `${served.address}${expected}`);
    // A5 at 200 dots an inch.
    assert.ok(Math.abs(width - 1165) < 10 && Math.abs(height - 1654) < 10, `${width} × ${height}`);
    await close(page);
  }
});

test("it prints on one sheet of A5, in each language, and nothing else of the page with it", async () => {
  for (const language of languages) {
    const page = await open(served, `${street}&lang=${language}`, { viewport: desktop, theme: "dark" });
    const pdf = (await pdfOf(page)).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [width, height].map(Number));
    assert.equal(boxes.length, 1, `${boxes.length} pages in ${language}`);
    // 148 × 210 mm in points.
    assert.ok(Math.abs(boxes[0][0] - 419.5) < 1.5 && Math.abs(boxes[0][1] - 595.3) < 1.5, boxes.join(" × "));
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate(() =>
      [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 1
        && !one.closest(".sheet") && !one.querySelector(".sheet")).map((one) => `${one.tagName} ${one.className}`));
    assert.deepEqual(seen, []);
    const [ink, paper] = await page.evaluate(() => [getComputedStyle(document.querySelector(".sheet")).color, getComputedStyle(document.body).backgroundColor]);
    assert.deepEqual([ink, paper], ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
    assert.equal(await decoded(page), `${served.address}?street=stationsstraat`);
    await close(page);
  }
});

test("where nothing counts there is no label, and a street that there is not is told", async () => {
  const page = await open(served, "label.html?lang=en&street=predikherenstraat");
  await page.getByText("There is no label of this").waitFor();
  await close(page);
  const other = await open(served, "label.html?lang=en&street=nowhere");
  await other.getByRole("alert").waitFor();
  assert.match(await other.getByRole("alert").innerText(), /nowhere/);
  await close(other);
});

test("by Tab alone, and with targets that a finger hits", async () => {
  const page = await open(served, `${street}&lang=en`);
  await page.getByRole("combobox", { name: "Street" }).waitFor();
  await assertByTab(page);
  await assertTargets(page);
  await close(page);
});
