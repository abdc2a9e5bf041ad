// What a reader takes along: the code of an embed that works as it is copied, a link, files that hold what the page
// shows, citations; by mouse and by keys.

import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { serveHosts } from "./embed-hosts.mjs";
import { assertClean, close, desktop, finish, newPage, phone, serveTown } from "./harness.mjs";

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });

const street = "?lang=en&street=stationsstraat";
const dialogOf = (page) => page.getByRole("dialog", { name: "Take along" });

async function open(options = {}, query = street) {
  const page = await newPage(served, { viewport: desktop, ...options });
  await page.goto(served.address + query);
  const button = page.locator(".take-open");
  await button.scrollIntoViewIfNeeded();
  await button.click();
  const dialog = dialogOf(page).or(page.locator("dialog.take"));
  await dialog.locator("#take-code").waitFor();
  return { page, dialog };
}

/** The file that a click makes. */
async function file(page, dialog, kind) {
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.locator(`[data-file=${kind}]`).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("the code works as it is copied, and follows the choices", async () => {
  const { page, dialog } = await open();
  await dialog.getByLabel("Figure", { exact: true }).selectOption("speeds");
  await dialog.getByLabel("Language").selectOption("nl");
  await dialog.getByLabel("Colours").selectOption("dark");
  await dialog.getByLabel("Width").selectOption("320");
  const code = await dialog.locator("#take-code").inputValue();
  assert.match(code, /^<iframe src="http:\/\/127\.0\.0\.1:\d+\/embed\.html\?lang=nl&amp;street=stationsstraat&amp;figure=speeds&amp;theme=dark&amp;id=stationsstraat-speeds" title="[^"]+" width="320" height="\d+" data-straatbeeld="stationsstraat-speeds" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"><\/iframe>$/);
  // The preview is that frame.
  const preview = await (await dialog.locator("iframe").elementHandle()).contentFrame();
  await preview.getByRole("heading", { name: "Rijdt men te snel?" }).waitFor();
  assert.equal(await preview.evaluate(() => self.origin), "null");
  const hosts = await serveHosts({ news: { body: code } });
  const host = await newPage({ origin: hosts.origin }, { viewport: desktop });
  await host.goto(`${hosts.origin}/news`);
  const frame = await (await host.waitForSelector("iframe")).contentFrame();
  await frame.getByRole("heading", { name: "Rijdt men te snel?" }).waitFor();
  await close(host);
  await hosts.close();
  assertClean(page);
  await close(page);
});

test("the CSV holds what the table of the page shows", async () => {
  const { page, dialog } = await open();
  await dialog.getByLabel("Figure", { exact: true }).selectOption("months");
  const { name, bytes } = await file(page, dialog, "csv");
  assert.match(name, /^stationsstraat-months-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const [head, ...lines] = bytes.toString("utf8").trimEnd().split("\r\n").map((line) => line.split(","));
  const rows = lines.map((line) => Object.fromEntries(head.map((key, at) => [key, line[at]])));
  const described = JSON.parse((await file(page, dialog, "json")).bytes);
  assert.deepEqual(described.tableSchema.columns.map((one) => one.name), head);
  assert.equal(described.url, name);
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.locator(".chart-months .chart-toggle").click();
  const shown = await page.locator(".chart-months tbody tr").evaluateAll((all) => all.map((row) => row.cells[1].textContent));
  assert.equal(rows.length, shown.length);
  rows.forEach((row, at) => {
    if (row.value === "") return assert.match(shown[at], /no data/);
    const [number] = /^[\d,]+/.exec(shown[at]) ?? [];
    assert.equal(Number(number?.replaceAll(",", "")), Math.round(Number(row.value)), `${row.position}: ${shown[at]}`);
  });
  await close(page);
});

test("SVG and PNG: with title and source, twice the pixels, and something drawn", async () => {
  const { page, dialog } = await open();
  const svg = (await file(page, dialog, "svg")).bytes.toString("utf8");
  const size = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    if (parsed.querySelector("parsererror")) throw new Error(parsed.querySelector("parsererror").textContent);
    const root = parsed.documentElement;
    return { width: Number(root.getAttribute("width")), height: Number(root.getAttribute("height")), texts: [...root.querySelectorAll("text")].map((one) => one.textContent.trim()), shapes: root.querySelectorAll("polyline, polygon, circle, rect").length };
  }, svg);
  assert.ok(size.texts.some((text) => /^Stationsstraat: Cars per hour/.test(text)), "no title");
  assert.ok(size.texts.some((text) => /^Source: .+CC0/.test(text)), "no source");
  assert.ok(size.shapes > 20);
  const { name, bytes } = await file(page, dialog, "png");
  assert.match(name, /\.png$/);
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [size.width * 2, size.height * 2]);
  assert.ok(bytes.length > 15_000, "an empty picture");
  assertClean(page);
  await close(page);
});

test("a citation in three forms names the day, the version and a link that shows the same figure", async () => {
  const { page, dialog } = await open();
  const field = dialog.locator("#take-citation");
  const today = await page.evaluate(() => { const now = new Date(); return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`; });
  const text = await field.inputValue();
  assert.ok(text.includes(today), text);
  await dialog.locator("#take-form").selectOption("csl");
  const [item] = JSON.parse(await field.inputValue());
  assert.equal(item.type, "dataset");
  assert.match(item.version, /^[0-9a-f]{12}$/);
  await dialog.locator("#take-form").selectOption("bibtex");
  assert.match(await field.inputValue(), new RegExp(`^@misc\\{stationsstraat-day-[\\d-]+,\\n  author = \\{\\{.+\\}\\},\\n(.*\\n)*  urldate = \\{${today}\\}`));
  const expected = await page.locator(".answer-sentence").first().innerText();
  const again = await newPage(served, { viewport: desktop });
  await again.goto(item.URL);
  assert.equal(await again.locator(".answer-sentence").first().innerText(), expected);
  await close(again);
  await close(page);
});

test("by keys: opens, stays inside, closes with Escape, and the focus returns; a second time too", async () => {
  const page = await newPage(served, { viewport: desktop });
  await page.goto(served.address + street);
  const button = page.locator(".take-open");
  for (let time = 0; time < 2; time += 1) {
    await button.focus();
    await page.keyboard.press("Enter");
    await page.locator("dialog.take #take-code").waitFor();
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog.take") !== null), "focus left the dialog");
    }
    await page.locator("#take-figure").focus();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("dialog.take"));
    await page.waitForFunction(() => document.activeElement?.classList.contains("take-open"), undefined, { timeout: 2000 });
  }
  assertClean(page);
  await close(page);
});

for (const [size, viewport] of [["320 px", { width: 320, height: 700 }], ["desktop", desktop]]) {
  for (const theme of ["light", "dark"]) {
    test(`axe finds nothing in the dialog: ${size}, ${theme}`, async () => {
      const { page, dialog } = await open({ viewport, theme });
      await page.waitForTimeout(1500);
      const { violations } = await new AxeBuilder({ page }).include("dialog.take").exclude("iframe").analyze();
      assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target} ${node.failureSummary}`)}`), []);
      const [content, box] = await dialog.evaluate((one) => [one.scrollWidth, one.clientWidth]);
      assert.ok(content <= box, `content is ${content} px wide in a dialog of ${box} px`);
      await close(page);
    });
  }
}

test("in another language everything is said in it", async () => {
  for (const [lang, title] of [["nl", "Meenemen"], ["fr", "Emporter"], ["de", "Mitnehmen"]]) {
    const { page, dialog } = await open({ viewport: phone }, `?lang=${lang}&street=stationsstraat`);
    await dialog.getByRole("heading", { name: title }).waitFor();
    assert.ok(!/\[take-|\[ui-/.test(await dialog.innerText()));
    await close(page);
  }
});
