// One language is loaded, another when the reader asks for it; and what happens where its texts do not come.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { answered, assertClean, assertFits, close, desktop, finish, held, newPage, serveTown, settled } from "./harness.mjs";
import { hasFocus } from "./keys.mjs";

const street = "?lang=en&street=stationsstraat";
const failedRequest = /Failed to (load resource|fetch)|net::ERR|texts\/|whole texts/;

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });
afterEach(() => { served.faults.length = 0; });

const heading = (page) => page.getByRole("heading", { level: 1 });
const link = (page, name) => page.getByRole("banner").getByRole("link", { name, exact: true });
const spoken = (page) => page.evaluate(() => document.documentElement.lang);

/** The files of texts that a page asks for from now on, by their tag. */
function asked(page) {
  const tags = [];
  page.on("request", (request) => {
    const tag = /\/texts\/([a-z]+)\.txt$/.exec(request.url())?.[1];
    if (tag) tags.push(tag);
  });
  return tags;
}

for (const [why, query, language, expected] of [
  ["the address", "?lang=nl", "en", "nl"],
  ["the address with a region", "?lang=NL_be", "en", "nl"],
  ["the browser's language", "", "nl-BE", "nl"],
  ["French of Belgium", "", "fr-BE", "fr"],
  ["German", "", "de", "de"],
  ["the browser's language where the address asks for one that is not there", "?lang=ja", "nl", "nl"],
  ["English where nobody asks for a language that is there", "?lang=ja", "fi", "en"],
]) {
  test(`a first visit loads one language: ${why}`, async () => {
    const page = await newPage(served, { language });
    const tags = asked(page);
    await page.goto(served.address + query);
    await settled(page);
    assert.deepEqual(tags, [expected]);
    assert.equal(await spoken(page), expected);
    assertClean(page);
    await close(page);
  });
}

const languages = { en: ["English", "How busy is it?"], nl: ["Nederlands", "Hoe druk is het?"], fr: ["Français", "Y a-t-il beaucoup de passage\u202f?"], de: ["Deutsch", "Wie viel Verkehr ist hier?"] };

test("the header offers every language, and each says the whole street", async () => {
  const page = await newPage(served, { viewport: desktop });
  const tags = asked(page);
  await page.goto(served.address + street);
  await settled(page);
  for (const [tag, [name, question]] of Object.entries(languages)) {
    await link(page, name).click();
    await page.getByRole("region", { name: question }).locator(".answer-sentence").waitFor();
    await answered(page);
    assert.equal(await spoken(page), tag);
    assert.equal(await link(page, name).getAttribute("aria-current"), "true");
    const said = await page.locator("body").innerText();
    assert.doesNotMatch(said, /\[[a-z]+-[a-z-]+\]|\{\$/, `${tag}: a message is missing`);
  }
  assert.deepEqual(tags, Object.keys(languages));
  assertClean(page);
  await close(page);
});

for (const tag of Object.keys(languages)) {
  test(`at 320 px every page in ${tag} is as wide as the window`, async () => {
    const page = await newPage(served, { viewport: { width: 320, height: 700 } });
    for (const query of ["", "&street=stationsstraat", "&street=stationsstraat&sum=annual", "&street=predikherenstraat"]) {
      await page.goto(`${served.address}?lang=${tag}${query}`);
      await settled(page);
      await assertFits(page);
    }
    const lines = await page.locator(".languages a").evaluateAll((all) => new Set(all.map((one) => one.getBoundingClientRect().top)).size);
    assert.equal(lines, 1, "the languages take more than one line");
    assertClean(page);
    await close(page);
  });
}

test("index.html names the first page in every language, 404.html does not", async () => {
  const read = async (path) => (await fetch(served.origin + path)).text();
  const alternates = (html) => [...html.matchAll(/rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, tag, href]) => `${tag} ${href}`).sort();
  assert.deepEqual(alternates(await read("/")), [...Object.keys(languages).map((tag) => `${tag} ?lang=${tag}`), "x-default ./"].sort());
  assert.deepEqual(alternates(await read("/nowhere")), []);
});

test("another language is loaded once, without a new page, and says everything anew", async () => {
  const page = await newPage(served);
  const tags = asked(page);
  await page.goto(served.address + street);
  await page.getByRole("region", { name: "How busy is it?" }).locator(".answer-sentence").waitFor();
  await page.evaluate(() => { globalThis.isSamePage = true; });

  await link(page, "Nederlands").click();
  await page.getByRole("region", { name: "Hoe druk is het?" }).locator(".answer-sentence").waitFor();
  assert.equal(await spoken(page), "nl");
  assert.equal(new URL(page.url()).searchParams.get("street"), "stationsstraat");
  // The focus follows a frame after the words.
  await hasFocus(page, "h1");

  await link(page, "English").click();
  await page.getByRole("region", { name: "How busy is it?" }).locator(".answer-sentence").waitFor();
  assert.equal(await spoken(page), "en");
  await page.goBack();
  await page.getByRole("region", { name: "Hoe druk is het?" }).locator(".answer-sentence").waitFor();
  assert.deepEqual(tags, ["en", "nl"]);
  assert.ok(await page.evaluate(() => globalThis.isSamePage), "the page was loaded anew");
  assertClean(page);
  await close(page);
});

test("while another language is on its way, the page stays as it is", async () => {
  const page = await newPage(served);
  const release = await held(page, /\/texts\/nl\.txt$/);
  await page.goto(served.address + "?lang=en");
  await settled(page);
  const said = await heading(page).innerText();
  const asking = page.waitForRequest(/\/texts\/nl\.txt$/);
  await link(page, "Nederlands").click();
  await asking;
  await page.waitForTimeout(300);
  assert.equal(await heading(page).innerText(), said);
  assert.equal(await spoken(page), "en");
  release();
  await page.getByText("Hoe druk is het in uw straat?").waitFor();
  assert.equal(await spoken(page), "nl");
  assertClean(page);
  await close(page);
});

for (const [kind, what] of [["missing", "is missing"], ["truncate", "is cut off"], ["drop", "does not come"]]) {
  test(`the texts of another language: the file ${what}, a notice says so, a second try loads them`, async () => {
    const page = await newPage(served);
    await page.goto(served.address + "?lang=en");
    await settled(page);
    const said = await heading(page).innerText();
    served.faults.push({ kind, match: "texts/nl.txt" });
    await link(page, "Nederlands").click();
    const alert = page.getByRole("alert").first();
    await alert.waitFor();
    assert.match(await alert.innerText(), /Nederlands.*stays in English/);
    assert.equal(await heading(page).innerText(), said);
    assert.equal(await spoken(page), "en");

    served.faults.length = 0;
    await alert.getByRole("button").click();
    await page.getByText("Hoe druk is het in uw straat?").waitFor();
    assert.equal(await page.getByRole("alert").count(), 0);
    assertClean(page, failedRequest);
    await close(page);
  });
}

test("after a language that did not come, a click on the one that is shown takes the notice away", async () => {
  served.faults.push({ kind: "missing", match: "texts/nl.txt" });
  const page = await newPage(served);
  await page.goto(served.address + "?lang=en");
  await link(page, "Nederlands").click();
  await page.getByRole("alert").first().waitFor();
  await link(page, "English").click();
  await page.getByRole("alert").first().waitFor({ state: "detached" });
  assertClean(page, failedRequest);
  await close(page);
});

for (const kind of ["missing", "truncate", "drop"]) {
  test(`no texts on a first visit (${kind}): the page says that it could not start`, async () => {
    served.faults.push({ kind, match: "texts/" });
    const page = await newPage(served);
    await page.goto(served.address + street);
    await page.getByText("The page could not start.").waitFor();
    assertClean(page, failedRequest);
    await close(page);
  });
}

test("texts of another build are not spoken", async () => {
  const page = await newPage(served);
  await page.route(/\/texts\/en\.txt$/, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.replace(/^en [0-9a-f]{16}/, "en 0123456789abcdef") });
  });
  await page.goto(served.address + "?lang=en");
  await page.getByText("The page could not start.").waitFor();
  assert.ok(page.found.console.some((text) => /another build/.test(text)), "the console does not say why");
  assertClean(page, /another build/);
  await close(page);
});
