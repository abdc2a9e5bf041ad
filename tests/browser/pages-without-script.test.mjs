// The pages that `publish` writes for who has no script: they say, draw and name what the app does.

import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import { after, before, test } from "node:test";
import { answered, assertFits, close, desktop, finish, launch, newPage, phone, root, serveTown } from "./harness.mjs";

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });

const folder = join(root, "build/towns/demo/page");
const address = (language, street) => `${served.address}data/page/${language}/${street}.html`;

/** A page in a browser that runs nothing. */
async function quiet(url, { viewport = phone, theme = "light" } = {}) {
  const context = await (await launch()).newContext({ viewport, colorScheme: theme, javaScriptEnabled: false });
  const page = await context.newPage();
  page.found = { console: [], foreign: [] };
  page.on("console", (message) => message.type() === "error" && page.found.console.push(message.text()));
  context.on("request", (request) => !request.url().startsWith(served.origin) && !request.url().startsWith("data:") && page.found.foreign.push(request.url()));
  await page.goto(url);
  return page;
}

test("without JavaScript: title, sentence, chart, table and source, and they are those of the app", async () => {
  const app = await newPage(served, { viewport: desktop });
  await app.goto(`${served.address}?lang=nl&street=stationsstraat`);
  const sentences = app.locator(".answer .answer-sentence");
  await sentences.nth(3).waitFor();
  await answered(app);
  const expected = await sentences.allInnerTexts();
  const page = await quiet(address("nl", "stationsstraat"));
  assert.match(await page.title(), /^Stationsstraat, .+ · Straatbeeld$/);
  assert.equal(await page.getAttribute("html", "lang"), "nl");
  assert.deepEqual(await page.locator(".answer").allInnerTexts(), expected);
  assert.equal(await page.locator("figure svg").count(), 6);
  for (const svg of await page.locator("figure svg").all()) {
    const box = await svg.boundingBox();
    assert.ok(box.width > 200 && box.height > 80, `a drawing of ${box.width} × ${box.height}`);
    assert.ok(await svg.locator("path, rect, circle").count() > 5);
  }
  for (const details of await page.locator("details").all()) {
    await details.locator("summary").click();
    assert.ok(await details.locator("tbody tr").count() >= 2);
    assert.ok(await details.locator("caption").innerText());
  }
  assert.match(await page.locator(".sources").innerText(), /CC0/);
  assert.equal(await page.locator("a.whole").getAttribute("href"), "../../../?lang=nl&street=stationsstraat");
  assert.deepEqual(page.found, { console: [], foreign: [] });
  await close(app);
  await close(page);
});

test("the table of a page has the numbers of the app's table", async () => {
  const app = await newPage(served, { viewport: desktop });
  await app.goto(`${served.address}?lang=fr&street=stationsstraat`);
  await answered(app);
  await app.locator(".chart-speeds .chart-toggle").click();
  await app.locator(".chart-speeds table").waitFor();
  const rows = (table) => table.locator("tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const expected = await rows(app.locator(".chart-speeds table"));
  const page = await newPage(served, { viewport: desktop });
  await page.goto(address("fr", "stationsstraat"));
  assert.deepEqual(await rows(page.locator("#speeds table")), expected);
  assert.ok(expected.length > 5);
  await close(app);
  await close(page);
});

for (const [size, viewport] of [["320 px", { width: 320, height: 700 }], ["desktop", desktop]]) {
  for (const theme of ["light", "dark"]) {
    test(`axe finds nothing and nothing scrolls sideways: ${size}, ${theme}`, async () => {
      const page = await newPage(served, { viewport, theme });
      await page.goto(address("nl", "stationsstraat"));
      await assertFits(page);
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      await assertFits(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target} ${node.failureSummary}`)}`), []);
      await close(page);
    });
  }
}

test("no colour of a drawing is forgotten in the dark: none stays as bright as the ground of light mode", async () => {
  const page = await newPage(served, { viewport: desktop, theme: "dark" });
  await page.goto(address("nl", "stationsstraat"));
  const left = await page.locator("figure svg [fill^='#'], figure svg [stroke^='#']").evaluateAll((all) =>
    all.flatMap((one) => ["fill", "stroke"].map((name) => [one.getAttribute(name), getComputedStyle(one)[name]]))
      .filter(([said]) => said?.startsWith("#"))
      .filter(([said, used]) => `#${used.match(/\d+/g).slice(0, 3).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}` === said.toLowerCase())
      .map(([said]) => said));
  assert.deepEqual([...new Set(left)], []);
  await close(page);
});

test("what a search engine and a card of a link read is there, and names only files that are there", () => {
  const languages = readdirSync(folder).filter((name) => !name.includes("."));
  assert.ok(languages.length >= 2);
  for (const language of languages) {
    for (const name of readdirSync(join(folder, language)).filter((one) => one.endsWith(".html"))) {
      const html = readFileSync(join(folder, language, name), "utf8");
      const meta = (key) => new RegExp(`<meta (?:name|property)='${key}' content='([^']+)'>`).exec(html)?.[1];
      assert.equal(meta("og:description"), meta("description"));
      assert.ok(meta("description").length > 20, name);
      assert.ok(html.includes(`<title>${meta("og:title")} · Straatbeeld</title>`));
      const links = [...html.matchAll(/<link rel='alternate' hreflang='(\w+)' href='([^']+)'>/g)];
      assert.deepEqual(links.map(([, tag]) => tag).sort(), [...languages].sort());
      for (const [, , href] of links) assert.ok(existsSync(join(folder, language, href)), href);
      const card = /type='application\/json\+oembed' href='([^']+)'/.exec(html)[1];
      const { version, type, html: frame, width, height } = JSON.parse(readFileSync(join(folder, language, card), "utf8"));
      assert.equal(version, "1.0");
      assert.equal(type, "rich");
      assert.ok(width > 0 && height > 0);
      assert.match(frame, /^<iframe src="[^"]*embed\.html\?lang=\w+&amp;street=[a-z0-9-]+" title="[^"]+" .*sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"><\/iframe>$/);
      const picture = readFileSync(join(folder, language, meta("og:image")));
      assert.ok(picture.length <= 40_000, `${language}/${name}: a picture of ${picture.length} bytes`);
      assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)].map(String), [meta("og:image:width"), meta("og:image:height")]);
      assert.ok(meta("og:image:alt").startsWith(meta("og:title")) && meta("og:image:alt") === meta("twitter:image:alt"));
      assert.ok(!/\sstyle=|<style|<script|\son[a-z]+=/.test(html), `${name} needs what the policy refuses`);
    }
  }
});

test("the preview picture shows the chart: the colours of the first series and the letters of the name are in it", async () => {
  const { data, width, height } = PNG.sync.read(readFileSync(join(folder, "nl/stationsstraat.png")));
  const count = (rgb, [left, top, right, bottom]) => {
    let found = 0;
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) {
        const at = (y * width + x) * 4;
        if (rgb.every((part, channel) => Math.abs(data[at + channel] - part) <= 8)) found += 1;
      }
    }
    return found;
  };
  assert.deepEqual([width, height], [1200, 630]);
  const [ground, text, accent] = [[255, 255, 255], [0x15, 0x20, 0x2b], [0x1c, 0x4a, 0x8c]];
  assert.ok(count(ground, [0, 0, width, height]) > 0.7 * width * height);
  assert.ok(count(text, [40, 40, 700, 120]) > 1500, "no name");
  assert.ok(count(accent, [40, 180, 1160, 560]) > 1000, "no line of working days");
});

test("a page without pictures from elsewhere prints: the drawings are on the paper", async () => {
  const page = await newPage(served, { viewport: desktop });
  await page.goto(address("nl", "stationsstraat"));
  const pdf = await page.pdf({ format: "A4" });
  assert.ok(pdf.length > 20_000);
  await close(page);
});
