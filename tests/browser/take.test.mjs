// What a reader takes along: the code of an embed that works as it is copied, a link, files that hold what the page
// shows, citations; by mouse and by keys.

import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import jsqr from "jsqr";
import { PNG } from "pngjs";
import { serveHosts } from "./embed-hosts.mjs";
import { answered, assertClean, close, desktop, finish, frameIn, newPage, phone, program, root, serveTown, settled } from "./harness.mjs";
import { hasFocus, rest } from "./keys.mjs";
import { explain } from "./sums.mjs";

const python = process.env.PYTHON ?? join(root, "build/venv/bin/python");
const noDuckdb = spawnSync(python, ["-c", "import duckdb"]).status === 0 ? undefined : "no Python with DuckDB: tools/setup.sh oracle";

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });

const street = "?lang=en&street=stationsstraat";
const dialogOf = (page) => page.getByRole("dialog", { name: "Take along" });

async function open(options = {}, query = street) {
  const page = await newPage(served, { viewport: desktop, ...options });
  await page.goto(served.address + query);
  // What is compared with the page is compared with its whole answer.
  await answered(page);
  const button = page.locator(".take-open");
  await button.scrollIntoViewIfNeeded();
  await button.click();
  const dialog = dialogOf(page).or(page.locator("dialog.take"));
  await dialog.locator("#take-code").waitFor();
  return { page, dialog };
}

/** All that the dialog shows is there: the rows, the name of the town for the report, and the preview. */
async function whole(dialog) {
  await dialog.locator("[data-file=parquet]").waitFor();
  await dialog.locator("[data-report]:enabled").waitFor();
  await dialog.frameLocator("iframe").locator(".embed-sentence").waitFor();
}

/** A street of which the nights are not known. */
function daylightStreet() {
  const { streets } = JSON.parse(explain("demo", "?lang=en")).town;
  const found = streets.find(({ counted }) => counted && counted.hours_of_day < 24);
  assert.ok(found, "no street that is counted by daylight");
  return found.id;
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
  // The preview is that frame. Each choice puts in another one, so it is looked for anew each time.
  const preview = dialog.frameLocator("iframe");
  await preview.getByRole("heading", { name: "Rijdt men te snel?" }).waitFor();
  assert.equal(await (await frameIn(page)).evaluate(() => self.origin), "null");
  const hosts = await serveHosts({ news: { body: code } });
  const host = await newPage({ origin: hosts.origin }, { viewport: desktop });
  await host.goto(`${hosts.origin}/news`);
  const frame = await frameIn(host);
  await frame.getByRole("heading", { name: "Rijdt men te snel?" }).waitFor();
  await close(host);
  await hosts.close();
  assertClean(page);
  await close(page);
});

test("choices in the dialog are no steps in the history: back leaves the street", async () => {
  const { page, dialog } = await open();
  const before = await page.evaluate(() => history.length);
  const preview = dialog.frameLocator("iframe");
  await preview.locator(".embed-sentence").waitFor();
  await dialog.getByLabel("Language").selectOption("nl");
  await preview.locator("html[lang=nl] .embed-sentence").waitFor();
  await dialog.getByLabel("Colours").selectOption("dark");
  await preview.locator("html[data-scheme=dark] .embed-sentence").waitFor();
  assert.equal(await page.evaluate(() => history.length), before);
  assertClean(page);
  await close(page);
});

test("what is no chart has code and a preview too; a comparison has none before something is chosen", async () => {
  const { page, dialog } = await open();
  const show = dialog.getByLabel("What to show");
  await show.selectOption("map");
  assert.match(await dialog.locator("#take-code").inputValue(), /figure=map&amp;id=stationsstraat-map/);
  const preview = dialog.frameLocator("iframe");
  await preview.locator(".near-map").waitFor();
  assert.equal(await dialog.locator("#take-keep").count(), 0);
  await show.selectOption("compare");
  assert.equal(await dialog.locator("#take-code").count(), 0);
  const first = dialog.getByLabel("Street or period");
  await first.locator("option[value=kerkstraat]").waitFor({ state: "attached" });
  await first.selectOption("kerkstraat");
  assert.match(await dialog.locator("#take-code").inputValue(), /figure=compare&amp;id=stationsstraat-compare&amp;with=kerkstraat"/);
  await dialog.getByLabel("And").first().selectOption("brugstraat");
  assert.match(await dialog.locator("#take-code").inputValue(), /with=kerkstraat,brugstraat"/);
  await preview.locator(".compare-bars li").nth(2).waitFor();
  // The year before: beside days that stand fast the street's own stand fast too.
  const before = await first.locator("option").nth(1).getAttribute("value");
  assert.match(before, /^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/);
  await first.selectOption(before);
  assert.match(await dialog.locator("#take-code").inputValue(), /from=\d{4}-\d\d-\d\d&amp;until=\d{4}-\d\d-\d\d&amp;figure=compare/);
  assertClean(page);
  await close(page);
});

test("a figure that stays as it is: the command that the dialog gives makes it", async () => {
  const { page, dialog } = await open();
  await dialog.getByLabel("Figure", { exact: true }).selectOption("speeds");
  await dialog.getByLabel("When new counts come").selectOption("frozen");
  assert.equal(await dialog.locator("iframe").count(), 0);
  const command = await dialog.locator("#take-command").inputValue();
  assert.match(command, /^straatbeeld freeze '\?lang=en&street=stationsstraat&figure=speeds' --data data --out frozen --site 'http:\/\/127\.0\.0\.1:\d+\/'$/);
  const out = mkdtempSync(join(tmpdir(), "straatbeeld-"));
  symlinkSync(join(root, "build/towns/demo"), join(out, "data"));
  const said = execFileSync("sh", ["-c", command.replace("straatbeeld", `'${program}'`)], { cwd: out, encoding: "utf8" });
  const [name] = readdirSync(join(out, "frozen")).filter((one) => one.endsWith(".html"));
  assert.ok(said.includes(`<iframe src="${served.address}frozen/${name}"`), said);
  assert.match(readFileSync(join(out, "frozen", name), "utf8"), /Do people drive too fast\?/);
  rmSync(out, { recursive: true });
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
  await page.locator(".chart-months tbody tr").first().waitFor();
  const shown = await page.locator(".chart-months tbody tr").evaluateAll((all) => all.map((row) => row.cells[1].textContent));
  assert.equal(rows.length, shown.length);
  rows.forEach((row, at) => {
    if (row.value === "") return assert.match(shown[at], /no data/);
    const [number] = /^[\d,]+/.exec(shown[at]) ?? [];
    assert.equal(Number(number?.replaceAll(",", "")), Math.round(Number(row.value)), `${row.position}: ${shown[at]}`);
  });
  await close(page);
});

test("the rows behind a figure are those that were published, and as many as its sum says", { skip: noDuckdb }, async () => {
  const query = `${street}&from=2026-01-01&until=2026-07-01`;
  const { page, dialog } = await open({}, query);
  await dialog.locator("[data-file=parquet]").waitFor();
  const { name, bytes } = await file(page, dialog, "parquet");
  assert.match(name, /^stationsstraat-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.parquet$/);
  const told = await dialog.locator("section[aria-labelledby=take-rows]").innerText();
  const folder = mkdtempSync(join(tmpdir(), "rows-"));
  const own = join(folder, name);
  writeFileSync(own, bytes);
  const ask = (sql) => JSON.parse(execFileSync(python, ["-c", "import duckdb, json, sys; duckdb.sql(\"set timezone = 'UTC'; set enable_progress_bar = false\"); print(json.dumps(duckdb.sql(sys.argv[1]).fetchall(), default=str))", sql], { encoding: "utf8", maxBuffer: 1 << 26 }));

  const { ledger } = JSON.parse(explain("demo", `${query}&sum=day`));
  const [source] = ledger.files;
  const published = join(root, "build/towns/demo", source.source.path);
  const segment = ledger.segment.replaceAll("'", "''");
  const columns = ask(`describe select * from '${own}'`).map(([column]) => column);
  assert.ok(["segment", "start", "uptime", "car", "bike"].every((column) => columns.includes(column)), columns.join());
  // Every value of every row, lists of speeds among them; and columns that are left out hold nothing.
  const list = columns.join(", ");
  const theirs = `select ${list} from '${published}' where segment = '${segment}'`;
  assert.deepEqual(ask(`select count(*) from ((select ${list} from '${own}' except all ${theirs}) union all (${theirs} except all select ${list} from '${own}'))`), [[0]]);
  const missing = ask(`describe select * from '${published}'`).map(([column]) => column).filter((column) => !columns.includes(column));
  for (const column of missing) assert.deepEqual(ask(`select count(${column}) from '${published}' where segment = '${segment}'`), [[0]]);

  const { rows, outside } = ledger.account;
  const of = (where) => ask(`select count(*) from '${own}' where ${where}`)[0][0];
  const day = (civil) => `('${civil} 00:00:00'::timestamp at time zone '${ledger.zone}')`;
  assert.equal(of("true"), rows);
  assert.equal(of(`start >= ${day(ledger.start)} and start < ${day(ledger.end)}`), rows - outside);
  assert.ok(outside > 0 && rows - outside > 1000);
  for (const said of [rows.toLocaleString("en"), "CC0", source.source.path, "January", "car_speed_5kmh"]) assert.ok(told.includes(said), `${said}: ${told}`);
  // The way to the whole file, and to what its columns mean.
  const hrefs = await dialog.locator(".take-files a").evaluateAll((all) => all.map((one) => one.href));
  assert.ok(hrefs.some((href) => href.endsWith(`data/${source.source.path}`)) && hrefs.some((href) => href.includes("data.html?lang=en&dataset=")));
  const licence = ask(`select value from parquet_kv_metadata('${own}') where key = 'license'`);
  assert.equal(licence.length, 1);
  rmSync(folder, { recursive: true });
  assertClean(page);
  await close(page);
});

test("a figure is shared: its link leads to it, in words, as a code and by the device", async () => {
  const page = await newPage(served, { viewport: desktop });
  await page.addInitScript(() => {
    window.shared = [];
    navigator.share = (what) => {
      window.shared.push(what);
      return window.shared.length === 1 ? Promise.resolve() : Promise.reject(new DOMException("thought better of it", "AbortError"));
    };
    navigator.clipboard.writeText = async (text) => { window.copied = text; };
  });
  await page.goto(served.address + street);
  await answered(page);
  await page.locator(".take-open").click();
  const dialog = page.locator("dialog.take");
  await dialog.locator("#take-figure").selectOption("speeds");
  const link = dialog.locator("#take-link");
  await page.waitForFunction(() => document.querySelector("#take-link")?.value.endsWith("#chart-speeds"));
  const address = await link.inputValue();
  assert.match(address, /from=\d{4}-\d\d-\d\d&until=\d{4}-\d\d-\d\d#chart-speeds$/);
  await dialog.getByRole("button", { name: "Copy the link" }).click();
  await page.waitForFunction(() => window.copied !== undefined);
  assert.equal(await page.evaluate(() => window.copied), address);
  for (let time = 0; time < 2; time += 1) await dialog.locator("[data-share=native]").click();
  const shared = await page.evaluate(() => window.shared);
  assert.equal(shared.length, 2);
  assert.equal(shared[0].url, address);
  assert.match(shared[0].title, /^Stationsstraat: /);
  const { data, width, height } = PNG.sync.read(await dialog.locator("svg.qr").screenshot());
  assert.equal(jsqr(new Uint8ClampedArray(data), width, height)?.data, address);
  const expected = await page.locator(".chart-speeds .chart-sentence").innerText();
  const again = await newPage(served, { viewport: phone });
  await again.goto(address);
  await hasFocus(again, "#chart-speeds");
  // What comes after it must not move it away.
  await settled(again);
  const top = await again.locator("#chart-speeds").evaluate((one) => one.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < phone.height, `the figure is at ${top}`);
  assert.equal(await again.locator(".chart-speeds .chart-sentence").innerText(), expected);
  // The months of the usual view are more than its period: so are those of their link.
  await dialog.locator("#take-figure").selectOption("months");
  await page.waitForFunction(() => document.querySelector("#take-link")?.value.endsWith("#chart-months"));
  await again.goto("about:blank");
  await again.goto(await link.inputValue());
  await hasFocus(again, "#chart-months");
  await answered(again);
  assert.equal(await again.locator(".answer-change .answer-sentence").innerText(), await page.locator(".answer-change .answer-sentence").innerText());
  assertClean(again);
  await close(again);
  assertClean(page);
  await close(page);

  // A browser without it shows no button for it.
  const { page: plain, dialog: other } = await open();
  const can = await plain.evaluate(() => typeof navigator.share === "function");
  assert.equal(await other.locator("[data-share=native]").count(), can ? 1 : 0);
  await close(plain);
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
  await answered(again);
  assert.equal(await again.locator(".answer-sentence").first().innerText(), expected);
  await close(again);
  await close(page);
});

test("a day is heard: a tone for each hour, as high as its number, and a click where nothing is known", async () => {
  const page = await newPage(served, { viewport: desktop });
  await page.addInitScript(() => {
    window.heard = [];
    const node = (more) => ({ connect: (to) => to, ...more });
    window.AudioContext = class {
      constructor() { window.contexts = (window.contexts ?? 0) + 1; }
      currentTime = 10;
      destination = node();
      createGain() { return node({ gain: { setValueAtTime() {}, linearRampToValueAtTime() {} } }); }
      createOscillator() {
        const tone = { hz: 0, type: "", at: 0, until: 0 };
        window.heard.push(tone);
        // No spread: it would lose the setters.
        return {
          connect: (to) => to,
          frequency: { set value(hz) { tone.hz = hz; } }, set type(kind) { tone.type = kind; },
          start: (at) => { tone.at = at; }, stop: (at) => { tone.until = at; },
        };
      }
      close() { window.isSilent = true; return Promise.resolve(); }
    };
  });
  // Once around the clock, once by daylight only.
  for (const [query, isByDaylight] of [["?lang=en&street=stationsstraat", false], [`?lang=en&street=${daylightStreet()}`, true]]) {
    await page.goto(served.address + query);
    await answered(page);
    await page.locator(".chart-day .chart-toggle").click();
    const lines = page.locator(".chart-day .chart-table tbody tr");
    await lines.nth(23).waitFor();
    const values = await lines.evaluateAll((rows) => rows.map((row) => row.cells[1].textContent));
    await page.locator(".take-open").click();
    await page.locator("[data-listen=day]").waitFor();
    assert.equal(await page.evaluate(() => window.contexts), undefined, "something sounds unasked");
    await page.locator("[data-listen=day]").click();
    const heard = await page.evaluate(() => window.heard);
    assert.equal(heard.length, 24);
    const number = (text) => Number(/[\d,]+(?:\.\d+)?/.exec(text)?.[0].replaceAll(",", "") ?? Number.NaN);
    const most = Math.max(...values.map(number).filter(Number.isFinite));
    heard.forEach(({ hz, type, at, until }, hour) => {
      assert.ok(Math.abs(at - 10.1 - hour * 0.3) < 1e-6, `hour ${hour} at ${at}`);
      if (/no data/.test(values[hour])) return assert.ok(type === "square" && until - at < 0.05, `hour ${hour}: ${type}`);
      assert.equal(type, /partly/.test(values[hour]) ? "sawtooth" : "sine", values[hour]);
      const wanted = 220 * 2 ** (2 * number(values[hour]) / most);
      // The table shows rounded numbers.
      assert.ok(Math.abs(hz / wanted - 1) < 0.03, `hour ${hour}: ${hz} for ${values[hour]}`);
      assert.ok(until - at > 0.2);
    });
    assert.equal(heard.some(({ type }) => type === "square"), isByDaylight);
    await page.getByRole("button", { name: "Stop" }).click();
    assert.ok(await page.evaluate(() => window.isSilent));
    await page.getByRole("button", { name: "Play the day" }).waitFor();
  }
  assertClean(page);
  await close(page);
});

test("by keys: opens, stays inside, closes with Escape, and the focus returns; a second time too", async () => {
  const page = await newPage(served, { viewport: desktop });
  await page.goto(served.address + street);
  await answered(page);
  const button = page.locator(".take-open");
  for (let time = 0; time < 2; time += 1) {
    await button.focus();
    await page.keyboard.press("Enter");
    await page.locator("dialog.take #take-code").waitFor();
    await whole(page.locator("dialog.take"));
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog.take") !== null), "focus left the dialog");
    }
    // The last Tab may still be on its way into the preview.
    await rest(page);
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
      await whole(dialog);
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
    await whole(dialog);
    assert.ok(!/\[take-|\[ui-/.test(await dialog.innerText()));
    await close(page);
  }
});
