// One figure on pages of others: five hosts, each from another port than the embed. It works, has the right height,
// keeps nothing, asks nobody else, hears nothing but what is listed, and lets the keyboard through.

import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { close, desktop, eventually, finish, frameIn, launch, newPage, painted, program, root, serveTown, settled } from "./harness.mjs";
import { serve } from "../../tools/serve.mjs";
import { frameOf, serveHosts } from "./embed-hosts.mjs";
import { rest } from "./keys.mjs";

let served;
let hosts;
const kinds = {};
const embed = (query) => `${served.address}embed.html?lang=en&street=stationsstraat&${query}`;
before(async () => {
  served = await serveTown("demo");
  kinds.plain = { body: frameOf(embed("figure=day&id=one")) };
  kinds.strict = {
    headers: { "content-security-policy": `default-src 'none'; script-src 'self'; frame-src ${served.origin}; style-src 'self'; base-uri 'none'` },
    body: frameOf(embed("figure=speeds&id=one")),
  };
  kinds.blocked = { body: frameOf(embed("figure=months&id=one")) };
  kinds.narrow = { head: "<style>body{margin:0} main{width:320px}</style>", body: frameOf(embed("figure=split&id=one")) };
  kinds.dark = { head: "<style>:root{color-scheme:dark} body{background:#111;color:#eee} a{color:#9cf}</style>", body: frameOf(embed("figure=week&theme=dark&id=one")) };
  for (const figure of ["day", "week", "directions", "speeds", "months", "split"]) {
    kinds[`of-${figure}`] = { body: frameOf(embed(`figure=${figure}&id=one`)) };
  }
  kinds["as-table"] = { body: frameOf(embed("figure=day&show=table&id=one")) };
  kinds["as-number"] = { body: frameOf(embed("figure=speeds&show=number&id=one")) };
  for (const plate of ["map", "label", "card", "compare"]) {
    kinds[`of-${plate}`] = { body: frameOf(embed(`figure=${plate}${plate === "compare" ? "&with=brugstraat,kerkstraat" : ""}&id=one`)) };
  }
  kinds["of-nothing"] = { body: frameOf(`${served.address}embed.html?lang=en&street=stationsstraat&figure=pie&id=one`) };
  kinds.uncounted = { body: frameOf(`${served.address}embed.html?lang=nl&street=predikherenstraat&id=one`) };
  hosts = await serveHosts(kinds);
});
after(async () => { await finish(); await served.close(); await hosts.close(); });

/** The figure as it stays: the town is known, with which it is made anew, and the chart is drawn. */
async function whole(frame) {
  await frame.getByRole("heading", { level: 1 }).or(frame.getByRole("alert")).first().waitFor();
  if ((await frame.getByRole("alert").count()) > 0) return;
  await frame.locator(".embed-demonstration").waitFor();
  for (const canvas of await frame.locator("canvas").all()) await painted(canvas);
}

/** A host with the embed in it. Requests to neither of the two are collected. */
async function open(name, options = {}) {
  // `newPage` collects as foreign what is not of its first argument.
  const page = await newPage({ origin: hosts.origin }, { viewport: desktop, ...options });
  page.storage = [];
  await page.goto(`${hosts.origin}/${name}`);
  const handle = await page.waitForSelector("iframe");
  const frame = await frameIn(page);
  await whole(frame);
  return { page, frame, handle };
}

const foreign = (page) => page.found.foreign.filter((url) => !url.startsWith(served.origin));

async function assertQuiet(page) {
  assert.deepEqual(foreign(page), [], "requests to others");
  assert.deepEqual(page.found.console, [], "errors on the console");
  const { cookies, origins } = await page.context().storageState({ indexedDB: true });
  assert.deepEqual([cookies, origins], [[], []], "something was stored");
}

/** The host hears of a height a little after the frame has it. */
const assertHeight = (frame, handle) => eventually(async () => {
  const inside = await frame.evaluate(() => Math.ceil(document.getElementById("app").getBoundingClientRect().height));
  const outside = (await handle.boundingBox()).height;
  // A frame has borders of its own.
  assert.ok(Math.abs(outside - inside) <= 5, `the frame is ${outside} px high, its content ${inside} px`);
  const [content, window] = await frame.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window, `content is ${content} px wide in a frame of ${window} px`);
});

/**
 * Counts what arrives in a frame from now on: the embed listens before us and has heard it too. What is returned waits
 * for so many messages, forgets them, and says in how many seconds they came, a begun one counted.
 */
async function listen(frame) {
  await frame.evaluate(() => {
    window.arrived = [];
    addEventListener("message", ({ timeStamp }) => window.arrived.push(timeStamp));
  });
  return (count) => eventually(() => frame.evaluate((wanted) => {
    const times = window.arrived;
    if (times.length < wanted) throw new Error(`${times.length} of ${wanted} messages arrived`);
    window.arrived = [];
    return 1 + Math.floor((times.at(-1) - times[0]) / 1000);
  }, count));
}

for (const name of ["plain", "strict", "narrow", "dark"]) {
  test(`on a host that is ${name}: an answer, a chart, the right height, nothing kept, nobody else asked`, async () => {
    const { page, frame, handle } = await open(name);
    assert.equal(await frame.evaluate(() => self.origin), "null");
    assert.match(await frame.locator(".embed-sentence").innerText(), /[a-z]{3,}.*\./i);
    await painted(frame.locator("canvas"));
    assert.match(await frame.locator(".embed-sources").innerText(), /CC/);
    assert.equal(await frame.getByRole("link", { name: /Open the whole page/ }).getAttribute("target"), "_blank");
    await assertHeight(frame, handle);
    if (name === "dark") {
      const ground = await frame.locator(".embed").evaluate((one) => getComputedStyle(one).backgroundColor);
      assert.ok(ground.match(/\d+/g).map(Number).every((part) => part < 80), `theme=dark on a light system is ${ground}`);
    }
    for (const kind of ["localStorage", "sessionStorage", "indexedDB"]) {
      const said = await frame.evaluate(async (what) => {
        try {
          if (what === "indexedDB") return (await indexedDB.databases()).length;
          return window[what].length;
        } catch (error) {
          return error.name;
        }
      }, kind);
      assert.ok(said === 0 || said === "SecurityError", `${kind}: ${said}`);
    }
    await assertQuiet(page);
    await close(page);
  });
}

test("on a host in a browser that blocks storage of third parties: an answer all the same", async () => {
  const profile = mkdtempSync(join(tmpdir(), "straatbeeld-"));
  mkdirSync(join(profile, "Default"));
  writeFileSync(join(profile, "Default/Preferences"), JSON.stringify({ profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } }));
  const context = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"], viewport: desktop });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  // Another site, and not only another port: `localhost` and `127.0.0.1`.
  const host = hosts.origin.replace("127.0.0.1", "localhost");
  await page.goto(`${host}/blocked`);
  const frame = await frameIn(page);
  await frame.locator(".embed-sentence").waitFor();
  await frame.locator("canvas").waitFor();
  // It does block: a frame with an origin of its own that is of another site may keep nothing.
  const blocked = await page.evaluate((src) => new Promise((done) => {
    const other = Object.assign(document.createElement("iframe"), { src });
    other.onload = () => done();
    document.body.append(other);
  }).then(() => true), `${served.address}embed.html?street=stationsstraat&lang=en`);
  assert.ok(blocked);
  // The frame moves to a process of its own.
  const other = await eventually(() => page.frames().find((one) => one !== frame && one.url().startsWith(served.origin))
    ?? assert.fail("the other frame has no address"));
  await other.locator(".embed-sentence").waitFor();
  assert.equal(await other.evaluate(() => { try { return typeof localStorage.length; } catch (error) { return error.name; } }), "SecurityError");
  assert.deepEqual(errors, []);
  await context.close();
  rmSync(profile, { recursive: true });
});

for (const name of ["of-day", "of-week", "of-directions", "of-speeds", "of-months", "of-split", "as-table", "as-number", "of-map", "of-compare", "of-label", "of-card", "of-nothing", "uncounted"]) {
  test(`axe finds nothing, and nothing scrolls sideways at 240 px: ${name}`, async () => {
    for (const theme of ["light", "dark"]) {
      const { page, frame, handle } = await open(name, { theme });
      // Before axe, which writes styles into frames that our policy refuses.
      await assertQuiet(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target} ${node.failureSummary}`)}`), []);
      await page.setViewportSize({ width: 272, height: 800 });
      await eventually(async () => assert.ok(await frame.evaluate(() => innerWidth <= 272 && [...document.querySelectorAll("canvas")]
        .every((one) => Math.abs(one.width / one.getBoundingClientRect().width - devicePixelRatio) < 0.05)), "not laid out anew"));
      await assertHeight(frame, handle);
      assert.deepEqual(foreign(page), [], "requests to others");
      await close(page);
    }
  });
}

test("what is no chart, in forced colours and every language: axe finds nothing", async () => {
  for (const [figure, lang] of [["map", "nl"], ["compare&with=brugstraat", "fr"], ["label", "de"], ["card", "en"]]) {
    const page = await newPage(served, { viewport: { width: 320, height: 900 } });
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(embed(`figure=${figure}`).replace("lang=en", `lang=${lang}`));
    await page.locator(".embed-sentence").waitFor();
    await whole(page);
    assert.equal(await page.getAttribute("html", "lang"), lang);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target} ${node.failureSummary}`)}`), []);
    assert.ok(!/\[[a-z-]+\]/.test(await page.locator(".embed").innerText()), "a text is missing");
    await close(page);
  }
});

test("an embed of a chart fetches nothing of what is no chart, and a map no map library", async () => {
  const asked = [];
  for (const name of ["plain", "of-map"]) {
    const page = await newPage({ origin: hosts.origin }, { viewport: desktop });
    page.on("request", (request) => asked.push(`${name} ${new URL(request.url()).pathname.split("/").pop()}`));
    await page.goto(`${hosts.origin}/${name}`);
    const frame = await frameIn(page);
    await frame.locator(".embed-sentence").waitFor();
    await whole(frame);
    await close(page);
  }
  const of = (name) => asked.filter((one) => one.startsWith(`${name} `));
  assert.deepEqual(of("plain").filter((one) => /plate|map|clerk/.test(one)), []);
  assert.ok(of("of-map").includes("of-map plate_bg.wasm"), of("of-map"));
  assert.deepEqual(of("of-map").filter((one) => /map(\.js|libre)|worker_bg/.test(one)), []);
});

test("the map: the street on top of its neighbours, a scale, and the same as a table", async () => {
  const { page, frame } = await open("of-map");
  const map = frame.locator(".near-map");
  assert.match(await map.getAttribute("aria-label"), /^Map of Stationsstraat/);
  const classes = await map.locator("path").evaluateAll((all) => all.map((one) => one.getAttribute("class")));
  assert.ok(classes.at(-1).includes("near-here"), `${classes}`);
  assert.ok(classes.some((one) => /near-0/.test(one)) && classes.length >= 3, `${classes}`);
  // What is drawn is seen: the street lies in the picture.
  await eventually(async () => {
    const [own, picture] = await Promise.all([map.locator(".near-here").last().boundingBox(), map.boundingBox()]);
    assert.ok(own.x > picture.x && own.y > picture.y && own.x + own.width < picture.x + picture.width && own.y + own.height < picture.y + picture.height);
  });
  const [, counted, streets] = /On this map, (\d+) of (\d+) streets/.exec(await frame.locator(".embed-sentence").innerText());
  const rows = await frame.locator(".plate-table tbody tr").evaluateAll((all) => all.map((row) => row.innerText));
  assert.equal(rows.length, Number(counted));
  assert.ok(Number(streets) > Number(counted));
  assert.match(rows[0], /^Stationsstraat \(this street\)\s+[\d,]+/);
  assert.match(await frame.locator(".near-below").innerText(), /\d00\sm/);
  assert.match(await frame.locator(".embed-sources").innerText(), /CC0/);
  await close(page);
});

const python = process.env.PYTHON ?? join(root, "build/venv/bin/python");
test("a comparison is what another program makes of the published files", { skip: existsSync(python) ? false : "no DuckDB: tools/setup.sh oracle" }, async () => {
  const folder = join(root, "build/towns/demo");
  const segment = (street) => JSON.parse(readFileSync(join(folder, `street/${street}.json`), "utf8")).counts[0].segment;
  const days = ["2025-01-01", "2025-07-01"];
  const expected = JSON.parse(execFileSync(python, [join(root, "tests/browser/compare.py"), folder, ...days, segment("stationsstraat"), segment("kerkstraat")], { encoding: "utf8" }));
  const page = await newPage(served, { viewport: desktop });
  await page.goto(embed(`figure=compare&with=kerkstraat&from=${days[0]}&until=${days[1]}`));
  await page.locator(".embed-sentence").waitFor();
  await page.locator(".plate-more summary").click();
  const rows = await page.locator(".plate-table tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText)));
  rows.forEach(([, cars, range, hours], at) => {
    const number = (text) => Number(text.replaceAll(",", ""));
    const [low, high] = range.split(" to ").map(number);
    const exact = expected.cars[at];
    assert.equal(number(hours), expected.hours);
    // Rounded to two digits of the interval.
    assert.ok(Math.abs(number(cars) - exact) <= (high - low) / 20 + 0.5, `${cars}, ${exact} expected`);
    assert.ok(low <= exact && exact <= high, `${range}, ${exact} expected`);
  });
  const [, percent, low, high] = /Kerkstraat: about (\d+)% fewer cars than Stationsstraat \(most likely (\d+)% to (\d+)% fewer\)\./.exec(await page.locator(".embed-sentence").innerText()).map(Number);
  const share = 100 * (1 - expected.cars[1] / expected.cars[0]);
  assert.ok(Math.abs(percent - share) <= 0.5 && low <= share && share <= high, `${percent} (${low} to ${high}), ${share} expected`);
  await close(page);
});

test("periods side by side say which hours they share; what is not understood is named", async () => {
  const page = await newPage(served, { viewport: { width: 240, height: 900 } });
  await page.goto(embed("figure=compare&from=2025-01-01&until=2026-01-01&with=2024-01-01..2025-01-01"));
  await page.locator(".embed-sentence").waitFor();
  assert.match(await page.locator(".embed-ground").innerText(), /same months of the year/);
  assert.equal(await page.locator(".compare-bars li").count(), 2);
  assert.match(await page.locator(".compare-bars li").first().innerText(), /1.January.2025 to 31.December.2025/);
  for (const [query, what] of [["figure=compare", "with="], ["figure=compare&with=A", "with=A"]]) {
    await page.goto(embed(query));
    assert.ok((await page.getByRole("alert").innerText()).includes(`“${what}”`));
  }
  await page.goto(embed("figure=compare&with=nowhere"));
  await page.getByRole("alert").waitFor();
  await close(page);
});

test("the label and the card are those of the dataset that counts here, with the way to the whole", async () => {
  const page = await newPage(served, { viewport: desktop });
  await page.goto(embed("figure=label"));
  await page.locator(".sheet-chain li").first().waitFor();
  assert.ok(await page.locator(".sheet-chain li svg").count() >= 5);
  assert.ok(await page.locator(".qr").count() === 1);
  const sheet = await page.getByRole("link", { name: /Label to print/ }).getAttribute("href");
  await page.goto(embed("figure=card"));
  await page.locator(".plate-facts").waitFor();
  const facts = await page.locator(".plate-facts").innerText();
  for (const wanted of [/Publisher/, /CC0/, /\d{4} to/, /Rows\s+[\d,]{6,}/]) assert.match(facts, wanted);
  const whole = await page.getByRole("link", { name: /whole card/ }).getAttribute("href");
  const title = await page.locator("h1").innerText();
  await page.goto(whole);
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.goto(sheet);
  await page.locator(".sheet").waitFor();
  await page.goto(embed("figure=card&dataset=none"));
  await page.getByText("There is no such dataset.").waitFor();
  assert.deepEqual(page.found, { console: [], foreign: [] });
  await close(page);
});

/** The demonstration in the colours, the font and with the logo of a town file that `publish` has read. */
function themed(theme) {
  const folder = mkdtempSync(join(tmpdir(), "straatbeeld-"));
  writeFileSync(join(folder, "logo.svg"), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#0a0" d="M0 0h8v8H0z"/></svg>');
  writeFileSync(join(folder, "town.toml"), `
data_root = "${join(root, "tests/fixtures")}"
[town]
id = "testdorp"
names = { nl = "Testdorp" }
zone = "Europe/Brussels"
languages = ["nl"]
centre = { lon = 3.26, lat = 50.82 }
[[source]]
id = "counts"
format = "telraam-json"
paths = ["telraam-hourly-plain.json"]
publisher = "Telraam"
licence = "CC BY 4.0"
title = { nl = "Tellingen" }
[[street]]
name = { nl = "Alfastraat" }
segments = ["9000000001"]
${theme}`);
  const said = spawnSync(program, ["publish", join(folder, "town.toml"), "--out", join(folder, "town")], { encoding: "utf8" });
  assert.equal(said.status, 0, said.stderr);
  const demo = join(root, "build/towns/demo");
  const data = join(folder, "data");
  mkdirSync(data);
  for (const name of readdirSync(demo)) symlinkSync(join(name.startsWith("theme") ? join(folder, "town") : demo, name), join(data, name));
  if (!existsSync(join(data, "theme"))) symlinkSync(join(folder, "town/theme"), join(data, "theme"));
  return { folder, data, said: said.stdout + said.stderr };
}

test("a town's theme: app and embed have its colours, font and logo, light and dark, and all can be read", async () => {
  // The yellow is too weak on white and is made darker; what was said of it is what is seen.
  const { folder, data, said } = themed('[theme]\naccent = "#e0b000"\nsign = "#7a0a1c"\nfont = "atkinson"\nlogo = "logo.svg"\n[theme.dark]\naccent = "#ff8a9b"\n');
  const used = /theme \(light\): accent #e0b000 .*; (#[0-9a-f]{6}) is used/.exec(said)?.[1];
  assert.ok(used, said);
  const rgb = (hex) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;
  const town = await serve({ dist: join(root, "dist"), data });
  for (const [theme, accent] of [["light", used], ["dark", "#ff8a9b"]]) {
    const page = await newPage(town, { viewport: desktop, theme });
    await page.goto(`${town.address}embed.html?lang=en&street=stationsstraat&figure=speeds`);
    await whole(page);
    assert.equal(await page.locator(".embed-question").evaluate((one) => getComputedStyle(one).color), rgb(accent));
    assert.match(await page.evaluate(() => getComputedStyle(document.body).fontFamily), /^"?Atkinson Hyperlegible Next/);
    await page.waitForFunction(() => [...document.fonts].some((font) => font.family.includes("Atkinson") && font.status === "loaded"));
    // Bars within the limit are drawn in the accent.
    const drawn = await page.locator("canvas").evaluate((one) => {
      const { data } = one.getContext("2d").getImageData(0, 0, one.width, one.height);
      const found = new Set();
      for (let at = 0; at < data.length; at += 4) found.add(`rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`);
      return [...found];
    });
    assert.ok(drawn.includes(rgb(accent)), `${theme}: nothing of the chart is ${accent}`);
    const pages = ["embed.html?lang=en&street=stationsstraat&figure=speeds", "embed.html?lang=en&street=stationsstraat&figure=map", "?lang=en&street=stationsstraat"];
    for (const address of pages) {
      await page.goto(town.address + address);
      await page.locator(".embed-sentence, .answer-sentence").first().waitFor();
      await (address.startsWith("embed") ? whole(page) : settled(page));
      const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]).analyze();
      assert.deepEqual(violations.map((one) => `${theme} ${address} ${one.id}: ${one.nodes.map((node) => `${node.target} ${node.failureSummary}`)}`), []);
    }
    const mark = page.locator(".wordmark-sign").first();
    assert.match(await mark.evaluate((one) => getComputedStyle(one).backgroundImage), /\/data\/theme\/logo\.svg"\)$/);
    assert.deepEqual(page.found.foreign, []);
    assert.deepEqual(page.found.console, []);
    await close(page);
  }
  // An embed may be dark on a light system: the town's dark colours then, too.
  const page = await newPage(town, { viewport: desktop, theme: "light" });
  await page.goto(`${town.address}embed.html?lang=en&street=stationsstraat&theme=dark&show=number`);
  await page.locator(".embed-sentence").waitFor();
  assert.equal(await page.locator(".embed-question").evaluate((one) => getComputedStyle(one).color), rgb("#ff8a9b"));
  await close(page);
  await town.close();
  rmSync(folder, { recursive: true });
});

test("the policy of the embed refuses other hosts", async () => {
  const { page, frame } = await open("plain");
  const outcome = await frame.evaluate(async (host) => {
    const tried = {};
    tried.fetch = await fetch(`${host}/host.js`, { mode: "no-cors" }).then(() => "went", () => "refused");
    tried.script = await import(`${host}/host.js`).then(() => "went", () => "refused");
    tried.image = await new Promise((done) => Object.assign(new Image(), { onload: () => done("went"), onerror: () => done("refused"), src: `${host}/host.js?image` }));
    return tried;
  }, hosts.origin.replace("127.0.0.1", "localhost"));
  assert.deepEqual(outcome, { fetch: "refused", script: "refused", image: "refused" });
  await close(page);
});

test("what the host hears is a height, and nothing that is not listed changes the embed", async () => {
  const { page, frame, handle } = await open("plain");
  await page.evaluate(() => {
    window.heard = [];
    addEventListener("message", (event) => window.heard.push(event.data));
    document.querySelector("iframe").contentWindow.postMessage({ v: 1, type: "sb:measure" }, "*");
  });
  await page.waitForFunction(() => window.heard.length > 0);
  const arrive = await listen(frame);
  const heard = await page.evaluate(() => window.heard);
  for (const message of heard) {
    assert.deepEqual(Object.keys(message).sort(), ["height", "id", "type", "v"]);
    assert.ok(message.v === 1 && message.type === "sb:height" && message.id === "one" && Number.isInteger(message.height));
  }
  const state = () => frame.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.scheme, document.getElementById("app").innerText, location.href]);
  const before = await state();
  const hostile = [
    null, 1, "sb:theme", [], {}, { v: 1 }, { v: 2, type: "sb:theme", theme: "dark" }, { v: "1", type: "sb:theme", theme: "dark" },
    { v: 1, type: "sb:theme", theme: "<b>" }, { v: 1, type: "sb:theme", theme: "dark", more: 1 }, { v: 1, type: "sb:language", language: "xx" },
    { v: 1, type: "sb:language", language: "nl-BE\"" }, { v: 1, type: "sb:language", language: { toString: 1 } }, { v: 1, type: "sb:go", url: "https://example.org" },
    { v: 1, type: "sb:html", html: "<img src=x onerror=alert(1)>" }, { v: 1, type: "sb:measure", id: "one" }, JSON.stringify({ v: 1, type: "sb:theme", theme: "dark" }),
    { v: 1, type: "sb:height", id: "one", height: 99999 }, { __proto__: null, v: 1, type: ["sb:theme"], theme: "dark" }, new Array(1000).fill({ v: 1 }),
  ];
  await page.evaluate(async (messages) => {
    const target = document.querySelector("iframe").contentWindow;
    for (const message of messages) {
      target.postMessage(message, "*");
      await new Promise((done) => setTimeout(done, 110));
    }
  }, hostile);
  // And a thousand made by chance of the parts of what is listed.
  await page.evaluate(async () => {
    const target = document.querySelector("iframe").contentWindow;
    let seed = 7;
    const pick = (list) => list[(seed = (seed * 48271) % 2147483647) % list.length];
    for (let at = 0; at < 1000; at += 1) {
      const message = {};
      for (const key of ["v", "type", "theme", "language", "id", "height"]) if (pick([0, 1])) message[key] = pick([1, 2, -1, NaN, "1", null, true, {}, [], "", "sb:themes", "sb:language ", "DARK", "javascript:1", "\u0000"]);
      target.postMessage(message, "*");
      if (at % 50 === 0) await new Promise((done) => setTimeout(done, 60));
    }
  });
  await arrive(hostile.length + 1000);
  await page.waitForTimeout(1200);
  assert.deepEqual(await state(), before);
  await assertHeight(frame, handle);
  await assertQuiet(page);
  // What is listed works, and only so often a second.
  await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ v: 1, type: "sb:theme", theme: "dark" }, "*"));
  await frame.waitForFunction(() => document.documentElement.dataset.scheme === "dark");
  await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ v: 1, type: "sb:language", language: "de" }, "*"));
  await frame.getByRole("link", { name: /Die ganze Seite/ }).waitFor();
  await whole(frame);
  await assertHeight(frame, handle);
  await arrive(2);
  await page.waitForTimeout(1100);
  await page.evaluate(() => {
    window.heard.length = 0;
    for (let at = 0; at < 100; at += 1) document.querySelector("iframe").contentWindow.postMessage({ v: 1, type: "sb:measure" }, "*");
  });
  const seconds = await arrive(100);
  await page.waitForFunction(() => window.heard.length > 0);
  await page.waitForTimeout(300);
  const answers = await page.evaluate(() => window.heard.length);
  assert.ok(answers >= 1 && answers <= 10 * seconds, `${answers} answers to 100 questions at once`);
  await close(page);
});

test("a message of another window than the parent is not heard", async () => {
  const { page, frame } = await open("plain");
  const arrive = await listen(frame);
  await page.evaluate(() => new Promise((done) => {
    const other = document.createElement("iframe");
    other.onload = () => {
      other.contentWindow.eval("parent.frames[0].postMessage({ v: 1, type: 'sb:theme', theme: 'dark' }, '*')");
      done();
    };
    document.body.append(other);
  }));
  await arrive(1);
  assert.equal(await frame.evaluate(() => document.documentElement.dataset.scheme), "auto");
  await close(page);
});

test("the host script hears nothing but heights of its own frames", async () => {
  const { page, frame, handle } = await open("plain");
  await assertHeight(frame, handle);
  const before = (await handle.boundingBox()).height;
  await page.evaluate(() => new Promise((done) => {
    // The script listens before us: what we hear it has heard.
    addEventListener("message", ({ source, data }) => { if (source === window && data.height === 777) done(); });
    for (const height of [99, 4001, 1.5, "500", NaN, null, -5]) postMessage({ v: 1, type: "sb:height", id: "one", height }, "*");
    // Right in form, but of another window.
    postMessage({ v: 1, type: "sb:height", id: "one", height: 777 }, "*");
  }));
  assert.equal((await handle.boundingBox()).height, before);
  assert.ok(readFileSync(join(root, "public/host.js")).length <= 2048, "host.js is above 2 kB");
  await close(page);
});

test("the keyboard goes in, through and out again", async () => {
  const { page } = await open("plain");
  await page.locator("#before").focus();
  const stops = [];
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press("Tab");
    const { id, tag, inside } = await rest(page, 10_000);
    if (id === "after") break;
    stops.push(inside ?? (id || tag));
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), "after", `stops: ${stops}`);
  for (const tag of ["BUTTON", "CANVAS", "A"]) assert.ok(stops.includes(tag), `${tag} was not reached: ${stops}`);
  await page.locator("#before").focus();
  for (const key of ["Tab", "Tab", "ArrowRight"]) await page.keyboard.press(key);
  await close(page);
});

test("an embed may be opened by itself; where no worker can be made it shows the page that needs none, or says so", async () => {
  const page = await newPage(served, { viewport: desktop });
  await page.goto(embed("figure=speeds"));
  await page.locator(".embed-sentence").waitFor();
  const expected = await page.locator(".embed-sentence").innerText();
  await close(page);
  const context = await (await launch()).newContext();
  await context.addInitScript(() => { window.Worker = class { constructor() { throw new DOMException("no", "SecurityError"); } }; });
  const other = await context.newPage();
  await other.goto(`${hosts.origin}/of-speeds`);
  const frame = await frameIn(other);
  // The demonstration town has pages in Dutch and French; a frame of English is shown one of them.
  await frame.locator("h1").filter({ hasText: /Stationsstraat|Rue de la Gare/ }).waitFor();
  assert.match(frame.url(), /\/data\/page\/(nl|fr)\/stationsstraat\.html$/);
  // The heading is there before the rest of the document.
  await frame.waitForLoadState();
  assert.ok(await frame.locator(".answer").count() === 4);
  assert.match(expected, /13%/);
  assert.match(await frame.locator(".answer").nth(1).innerText(), /13/);
  await other.goto(`${served.address}embed.html?lang=en&street=nowhere`);
  await other.locator("#start-failed").waitFor();
  await context.close();
});

test("a frozen figure: one small file that runs nothing, in a frame that allows nothing, light and dark", async () => {
  const out = mkdtempSync(join(tmpdir(), "straatbeeld-"));
  for (const figure of ["day", "week", "speeds", "months", "split", "directions"]) {
    execFileSync(program, ["freeze", `?lang=en&street=stationsstraat&figure=${figure}`, "--data", join(root, "build/towns/demo"), "--out", out]);
  }
  const pages = readdirSync(out).filter((name) => name.endsWith(".html"));
  assert.equal(pages.length, 6);
  const server = createServer((request, response) => {
    const name = request.url.slice(1);
    if (!pages.includes(name)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(readFileSync(join(out, name)));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  for (const name of pages) {
    assert.ok(brotliCompressSync(readFileSync(join(out, name))).length <= 60_000, `${name} is too large`);
    kinds[name] = { body: `<iframe title="Frozen" src="${origin}/${name}" width="480" height="900" sandbox="allow-popups"></iframe>` };
    for (const theme of ["light", "dark"]) {
      const page = await newPage({ origin: hosts.origin }, { viewport: desktop, theme });
      const asked = [];
      page.on("request", (request) => request.url().startsWith(origin) && asked.push(request.url()));
      await page.goto(`${hosts.origin}/${name}`);
      const frame = await frameIn(page);
      await frame.waitForLoadState();
      assert.deepEqual(asked, [`${origin}/${name}`]);
      assert.deepEqual(page.found.console, []);
      const box = await (await page.waitForSelector("iframe")).boundingBox();
      assert.ok(box.height > 800);
      await close(page);
      // What is in it is looked at where scripts of the test may run.
      const alone = await newPage({ origin }, { viewport: { width: 480, height: 900 }, theme });
      await alone.goto(`${origin}/${name}`);
      assert.ok(await alone.locator("svg path").count() > 1);
      const ground = await alone.locator("svg rect").first().evaluate((one) => getComputedStyle(one).fill);
      assert.equal(ground.match(/\d+/g).map(Number).every((part) => part < 80), theme === "dark", ground);
      const [content, window] = await alone.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= window);
      const { violations } = await new AxeBuilder({ page: alone }).analyze();
      assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target} ${node.failureSummary}`)}`), []);
      await close(alone);
    }
  }
  await new Promise((done) => (server.close(done), server.closeAllConnections()));
  rmSync(out, { recursive: true });
});
