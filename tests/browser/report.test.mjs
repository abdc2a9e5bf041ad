// A street on paper: the report that the page prints, read back from its PDF by another program.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import jsqr from "jsqr";
import { assertClean, close, desktop, finish, newPage, phone, root, serveTown, settled } from "./harness.mjs";

const python = process.env.PYTHON ?? join(root, "build/venv/bin/python");
const skip = spawnSync(python, ["-c", "import pypdfium2"]).status === 0 ? undefined : "no Python with pypdfium2: tools/setup.sh oracle";

let served;
let folder;
before(async () => {
  served = await serveTown("demo");
  folder = mkdtempSync(join(tmpdir(), "report-"));
});
after(async () => {
  await finish();
  await served.close();
  rmSync(folder, { recursive: true });
});

/** A text without its spaces: lines break elsewhere on paper. */
const dense = (text) => text.replaceAll(/[\s\u00a0\u202f\u00ad]+/g, "").replaceAll("\ufffe", "");

/** The PDF as another program reads it. */
async function printed(page, name) {
  const file = join(folder, `${name}.pdf`);
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: false });
  writeFileSync(file, pdf);
  const pages = JSON.parse(execFileSync(python, [join(import.meta.dirname, "pdf.py"), file], { encoding: "utf8", maxBuffer: 1 << 26 }));
  return { pages, isTagged: pdf.includes("/StructTreeRoot"), all: dense(pages.map(({ text }) => text).join("\n")) };
}

/** What a sheet shows, as pixels. */
function pixels({ pixels: file, width, height, stride }) {
  const bytes = readFileSync(file);
  assert.equal(stride, width * 4);
  return { data: new Uint8ClampedArray(bytes.buffer, bytes.byteOffset, bytes.length), width, height };
}

async function open(query, options) {
  const page = await newPage(served, options);
  await page.addInitScript(() => { window.print = () => { window.prints = (window.prints ?? 0) + 1; }; });
  await page.goto(served.address + query);
  await settled(page);
  return page;
}

async function report(page, { tables = false } = {}) {
  await page.locator(".take-open").click();
  const dialog = page.locator("dialog.take");
  await dialog.locator("[data-report]:enabled").waitFor();
  if (tables) await dialog.locator(".take-check input").check();
  await dialog.locator("[data-report]").click();
  await page.waitForFunction(() => window.prints === 1);
}

const said = (page, selector) => page.locator(selector).allInnerTexts();

for (const [language, options] of [["en", { viewport: desktop, theme: "dark" }], ["fr", { viewport: phone }]]) {
  test(`the report has what the page says, on A4, and the way back to it: ${language}, ${options.theme ?? "light"}`, { skip }, async () => {
    const query = `?lang=${language}&street=stationsstraat`;
    const page = await open(query, options);
    const texts = [
      ...(await said(page, ".answer-sentence")), ...(await said(page, ".answer-certainty")), ...(await said(page, ".answer h2")), ...(await said(page, ".answer-coverage")),
      ...(await said(page, ".chart-head h3")), ...(await said(page, ".chart-sentence")), ...(await said(page, ".known-table th[scope=row]")), ...(await said(page, ".term-value")),
    ];
    assert.ok(texts.length > 40, `only ${texts.length} texts on the page`);
    await report(page);
    const { pages, all, isTagged } = await printed(page, language);
    assert.ok(isTagged, "a PDF without structure");
    assert.ok(pages.length >= 3 && pages.length <= 6, `${pages.length} pages`);
    for (const { size } of pages) {
      assert.ok(Math.abs(size[0] - 595.3) < 1 && Math.abs(size[1] - 841.9) < 1, `a page of ${size}`);
    }
    for (const one of texts) assert.ok(all.includes(dense(one)), `not on paper: ${one}`);
    for (const one of ["CC0", "counts/", String(new Date().getFullYear())]) assert.ok(all.includes(one), `not on paper: ${one}`);
    // No control, and the page itself is not there a second time.
    const labels = await page.evaluate(() => [...document.querySelectorAll("#app button")].map((one) => one.textContent.trim()).filter((one) => one.length > 12));
    assert.ok(labels.length > 2);
    for (const label of labels) assert.ok(!all.includes(dense(label)), `a control on paper: ${label}`);
    const [first] = texts;
    assert.equal(all.split(dense(first)).length, 2, "the first answer is printed more than once");
    // Each sheet has its number.
    pages.forEach(({ text }, at) => assert.match(text, new RegExp(`${at + 1} / ${pages.length}`)));

    // No drawing is cut: its title, and what is said below it, are on one sheet.
    const figures = await page.locator(".report figure").evaluateAll((all) => all.map((one) => [one.querySelector("h3").textContent, one.querySelector("figcaption").textContent]));
    assert.equal(figures.length, 6);
    for (const [title, caption] of figures) {
      const sheets = pages.filter(({ text }) => dense(text).includes(dense(title)) && dense(text).includes(dense(caption)));
      assert.equal(sheets.length, 1, `cut: ${title}`);
    }

    // Black on white, from the dark too; nearly nothing of a sheet is dark.
    for (const sheet of pages) {
      const { data, width } = pixels(sheet);
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at] + data[at + 1] + data[at + 2] < 200) dark += 1;
      const corner = [...data.subarray((10 * width + 10) * 4, (10 * width + 10) * 4 + 3)];
      assert.deepEqual(corner, [255, 255, 255]);
      assert.ok(dark / (data.length / 4) < 0.15, "a dark sheet");
    }

    // The code leads to a page with the same answers.
    const codes = pages.map(pixels).map(({ data, width, height }) => jsqr(data, width, height)?.data).filter(Boolean);
    assert.equal(codes.length, 1, "no code that can be read");
    assert.ok(all.includes(dense(codes[0])), "the link in words is another");
    // All but the trend, which knows more than the period of the page.
    const ofPeriod = ".answer:not(.answer-change) > .answer-sentence";
    const expected = await said(page, ofPeriod);
    assert.equal(expected.length, 3);
    const again = await newPage(served, { viewport: desktop });
    await again.goto(codes[0]);
    await settled(again);
    assert.deepEqual(await said(again, ofPeriod), expected);
    await close(again);

    // Whoever goes on is on the page again, and prints that.
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(".report").count(), 0);
    assertClean(page);
    await close(page);
  });
}

test("with all values as tables, of another mode and period", { skip }, async () => {
  const page = await open("?lang=nl&street=stationsstraat&mode=bike&from=2026-01-01&until=2026-07-01", { viewport: desktop });
  const rows = await page.locator(".chart").count();
  await report(page, { tables: true });
  const tables = await page.locator(".report-table tbody").evaluateAll((all) => all.map((one) => [...one.rows].map((row) => row.textContent)));
  assert.equal(tables.length, rows);
  const { pages, all } = await printed(page, "tables");
  assert.ok(pages.length <= 12, `${pages.length} pages`);
  for (const row of tables.flat()) assert.ok(all.includes(dense(row)), `not on paper: ${row}`);
  assertClean(page);
  await close(page);
});

test("the page printed as it is: all that is said on paper, and no control", { skip }, async () => {
  const page = await open("?lang=en&street=stationsstraat", { viewport: desktop });
  const texts = [...(await said(page, ".answer-sentence")), ...(await said(page, ".chart-sentence"))];
  const { pages, all } = await printed(page, "page");
  for (const one of texts) assert.ok(all.includes(dense(one)), `not on paper: ${one}`);
  assert.ok(!all.includes("Showmethesum") && !all.includes("Asatable"));
  assert.match(pages[1].text, new RegExp(`2 / ${pages.length}`));
  await close(page);
});
