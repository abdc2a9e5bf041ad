// A catalogue of others by its address: as many datasets as an independent reader of RDF finds in the same file, whose they
// are before what they say, and a clear word where nothing can be shown.

import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { headersOf, policyFor, rules } from "../../tools/headers.mjs";
import { assertClean, assertFits, close, desktop, eventually, finish, newPage, root, serveTown } from "./harness.mjs";

const shared = join(process.env.STRAATBEELD_SHARED ?? join(root, "../shared"), "data");
const python = process.env.PYTHON ?? join(root, "build/venv/bin/python");
const missing = !existsSync(shared) ? "no shared data" : spawnSync(python, ["-c", "import rdflib"]).status !== 0 ? "no Python with rdflib" : undefined;
if (missing && process.env.CI_REQUIRE_ORACLE === "1") throw new Error(missing);

const prefixes = "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .";
const small = `${prefixes} <https://a.example/1> a dcat:Dataset ; dct:title "<img src=x onerror=alert(1)> &lt;b&gt;Een&lt;/b&gt;"@nl ;
  dcat:keyword "<script>alert(2)</script>x" ; dcat:landingPage <javascript:alert(3)> .
  <https://a.example/2> a dcat:Dataset ; dct:title "Twee"@nl ; dcat:landingPage <https://a.example/two> .`;

/** What lies beside the page, by its name. */
const files = { "small.ttl": small, "table.csv": "id,title\n1,a\n", "none.ttl": `${prefixes} <https://a.example/1> dct:title "x" .`,
  "large.ttl": `# ${"x".repeat(20_000_000)}`, "context.jsonld": '{"@context":"https://context.example/a","@type":"Dataset","title":"x"}', "empty.ttl": "" };

let served, other;
before(async () => {
  served = await serveTown("demo");
  const server = createServer((request, response) => {
    const isOpen = request.url.startsWith("/open");
    response.writeHead(200, isOpen ? { "Access-Control-Allow-Origin": "*" } : {});
    response.end(small);
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  other = { origin: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((done) => server.close(done)) };
});
after(async () => { await finish(); await served.close(); await other.close(); });

async function open(address, { language = "en", from = served, ...options } = {}) {
  const page = await newPage(from, { viewport: desktop, ...options });
  await page.context().route(`${from.origin}/elsewhere/**`, (route) => {
    const body = files[new URL(route.request().url()).pathname.split("/").at(-1)];
    return body === undefined ? route.continue() : route.fulfill({ body });
  });
  await page.goto(`${from.address}data.html?lang=${language}&catalog=${encodeURIComponent(address)}`);
  await page.locator(".data-card, main [role=alert]").first().waitFor();
  return page;
}

/** The build with the document that `CATALOG_HOSTS` makes of it; all else is the same. */
async function serveWith(hosts) {
  const dist = mkdtempSync(join(tmpdir(), "straatbeeld-hosts-"));
  for (const name of readdirSync(join(root, "dist")).filter((name) => !name.startsWith("data"))) symlinkSync(join(root, "dist", name), join(dist, name));
  const html = readFileSync(join(root, "dist/data.html"), "utf8");
  writeFileSync(join(dist, "data.html"), policyFor(html, hosts).replace("<html ", `<html data-catalog-hosts="${hosts.join(" ")}" `));
  const served = await serveTown("demo", { dist });
  return { ...served, close: async () => { await served.close(); rmSync(dist, { recursive: true }); } };
}

const count = async (page) => Number((await page.locator(".data-count").innerText()).replace(/\D/g, ""));
const problem = (page) => page.locator("main [role=alert]").innerText();

const samples = ["antwerpen-dcat/dcat.xml.gz", "belgium-dcat-samples/dcat-multilang.rdf", "flanders-oslo-mobility/mobility/Telraam/expanded.jsonld"];
test("real catalogues by their address have the datasets that rdflib counts", { skip: missing }, async () => {
  const told = execFileSync(python, [join(root, "tests/foreign_catalogs/count.py")], { input: samples.map((one) => join(shared, one)).join("\n"), encoding: "utf8", maxBuffer: 1 << 26 });
  const counted = told.trim().split("\n").map((line) => JSON.parse(line));
  for (const [at, sample] of samples.entries()) {
    const raw = readFileSync(join(shared, sample));
    const name = sample.split("/").at(-1).replace(".gz", "");
    files[name] = sample.endsWith(".gz") ? gunzipSync(raw) : raw;
    const page = await open(`elsewhere/${name}`);
    assert.equal(await count(page), counted[at].datasets, sample);
    const warning = page.locator(".data-foreign");
    assert.match(await warning.innerText(), /not the town’s data/);
    assert.ok((await warning.innerText()).includes(`They come from ${served.origin}.`));
    assert.equal(await warning.locator("a").getAttribute("href"), `${served.address}elsewhere/${name}`);
    const shown = await page.locator(".data-card h2").allInnerTexts();
    const titles = new Set(counted[at].titles.map(([, title]) => title));
    assert.ok(shown.length > 0 && shown.every((title) => titles.has(title)), shown.join(" | "));
    if (counted[at].datasets > 100) {
      await page.getByRole("searchbox").fill("fiets");
      await page.waitForFunction((all) => !document.querySelector(".data-count").textContent.startsWith(`${all} `), counted[at].datasets);
      const oracle = JSON.parse(execFileSync(python, [join(root, "tests/browser/catalogs.py"), join(shared, sample)], { encoding: "utf8", maxBuffer: 1 << 26 }));
      assert.equal(await count(page), oracle.filter((one) => one.text.toLowerCase().includes("fiets")).length);
      assert.match(page.url(), /catalog=.*q=fiets/);
      await page.getByRole("button", { name: "Show all datasets" }).click();
      assert.equal(await count(page), counted[at].datasets);
    }
    assertClean(page);
    await close(page);
  }
});

test("the short form of Flanders is read, although its contexts are elsewhere", { skip: missing }, async () => {
  files["compact.jsonld"] = readFileSync(join(shared, "flanders-oslo-mobility/mobility/Telraam/compact.jsonld"));
  const page = await open("elsewhere/compact.jsonld");
  assert.deepEqual(await page.locator(".data-card h2").allInnerTexts(), ["Telraam sample 1"]);
  assertClean(page);
  await close(page);
});

test("text is text, links lead to the web only, and the town's own list is one step away", async () => {
  const page = await open("elsewhere/small.ttl");
  assert.equal(await count(page), 2);
  assert.equal(await page.locator(".data-list img, .data-list script, .data-list b").count(), 0);
  assert.match(await page.locator(".data-list").innerText(), /<b>Een<\/b>/);
  assert.deepEqual(await page.locator(".data-card a").evaluateAll((all) => all.map((one) => one.href)), ["https://a.example/two"]);
  await page.getByRole("link", { name: "The town’s own datasets" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".data-card:not(.is-other)").length > 3);
  assert.equal(await page.locator(".data-foreign").count(), 0);
  await page.getByText("Open another catalogue").click();
  await page.getByLabel("Address of the catalogue").fill("elsewhere/small.ttl");
  await page.keyboard.press("Enter");
  await page.locator(".data-foreign").waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".data-card").length === 2);
  assertClean(page);
  await close(page);
});

for (const [address, said] of [
  ["elsewhere/not-there.ttl", /does not give the file \(status 404\)/],
  ["elsewhere/table.csv", /no catalogue that this page can read\. Line 1, column \d+/],
  ["elsewhere/none.ttl", /no dataset in it/],
  ["elsewhere/empty.ttl", /no dataset in it/],
  ["elsewhere/large.ttl", /larger than 20\.0\sMB/],
  ["elsewhere/context.jsonld", /Only another file, its context/],
  ["https://catalogue.example/dcat.xml", /may not ask catalogue\.example for files/],
  ["javascript:alert(1)", /should begin with https/],
  ["ftp://a.example/x", /should begin with https/],
]) {
  test(`what cannot be shown says why: ${address}`, async () => {
    const page = await open(address);
    assert.match(await problem(page), said);
    assert.equal(await page.locator(".data-card").count(), 0);
    assert.equal(await page.locator(".data-foreign a").count(), address.startsWith("javascript") || address.startsWith("ftp") ? 0 : 1);
    assertClean(page, /404/);
    await close(page);
  });
}

test("another host is asked where the build allows it, and only if it lets others read", async () => {
  const from = await serveWith([other.origin]);
  const page = await open(`${other.origin}/open.ttl`, { from });
  assert.equal(await count(page), 2);
  assert.ok((await page.locator(".data-foreign").innerText()).includes(`They come from ${other.origin}.`));
  assert.deepEqual(page.found.foreign, [`${other.origin}/open.ttl`]);
  assert.deepEqual(page.found.console, []);
  await close(page);
  const closed = await open(`${other.origin}/closed.ttl`, { from });
  assert.match(await problem(closed), /no answer from 127\.0\.0\.1:\d+ that this page may read/);
  await close(closed);
  await from.close();
  // The policy itself refuses what the page would ask without leave.
  const usual = await open("elsewhere/small.ttl");
  const refused = await usual.evaluate((url) => fetch(url).then(() => false, () => true), `${other.origin}/open.ttl`);
  assert.ok(refused);
  await eventually(() => assert.match(usual.found.console.join(" "), /connect-src 'self'|Content Security Policy/));
  await close(usual);
});

test("the headers say the same of hosts as the document does", () => {
  const policy = "default-src 'none'; connect-src 'self'; font-src 'self'";
  const dataPolicy = policyFor(policy, ["https://a.example"]);
  const all = rules({ policy, embedPolicy: policy, dataPolicy });
  for (const path of ["/data.html", "/data"]) assert.match(headersOf(all, path)["Content-Security-Policy"], /connect-src 'self' https:\/\/a\.example; font-src/);
  for (const path of ["/", "/ethics.html", "/data/catalog.jsonld", "/app-1/boot.js"]) assert.doesNotMatch(headersOf(all, path)["Content-Security-Policy"], /a\.example/);
  assert.deepEqual(rules({ policy, embedPolicy: policy, dataPolicy: policy }).filter(({ path }) => path.startsWith("/data.html")), []);
});

for (const [language, theme] of [["en", "light"], ["nl", "dark"], ["fr", "light"], ["de", "dark"]]) {
  test(`axe finds nothing, no text is missing and 320 px are enough: ${language}, ${theme}`, async () => {
    for (const address of ["elsewhere/small.ttl", "elsewhere/table.csv"]) {
      const page = await open(address, { language, theme, viewport: { width: 320, height: 700 } });
      await page.evaluate(() => { for (const one of document.querySelectorAll("details")) one.open = true; });
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target)}`), []);
      await assertFits(page);
      assert.doesNotMatch(await page.locator("main").innerText(), /\[[a-z]+(-[a-z0-9]+)+\]/);
      assertClean(page);
      await close(page);
    }
  });
}
