// Every page with keys alone: a walk over all of its stops, forwards and backwards, and what the page is for.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { frameOf, serveHosts } from "./embed-hosts.mjs";
import { answered, assertClean, close, desktop, finish, frameIn, newPage, phone, serveTown, settled, townKnown } from "./harness.mjs";
import { atTheStart, hasFocus, press, rest, tabTo, walk, walkBack } from "./keys.mjs";

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });

const text = (page, selector) => page.locator(selector).first().innerText();
const focused = (page, read) => page.evaluate(read);

/** The file that a key saves. */
async function savedBy(page, key) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press(key)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The first stop leads past the header. */
async function skips(page) {
  await press(page, "Tab");
  assert.ok(await focused(page, () => document.activeElement.matches(".skip-link")), "the first stop is no way past the header");
  await press(page, "Enter", "Tab");
  assert.ok(await focused(page, () => document.activeElement.closest("main") !== null && !document.activeElement.closest("header")), "it leads elsewhere");
}

const street = "?lang=en&street=stationsstraat";

/** What is fetched when it comes near would change the page under who walks over it. */
async function withShared(page) {
  await page.locator(".shared-part").scrollIntoViewIfNeeded();
  await page.locator(".shared-system").first().waitFor();
  for (const map of await page.locator(".map-canvas").all()) {
    await map.scrollIntoViewIfNeeded();
    await map.locator("button").last().waitFor();
  }
  await page.evaluate(() => scrollTo(0, 0));
}

/** An answer of a street's page: what is shared near it, and the months of the town, have sentences too. */
const firstAnswer = (page) => page.locator(".answers .answer-sentence").first().waitFor();

/** The figure of an embed as it stays: once the town is known it is made anew. */
const figure = (inside, name) => inside.locator(`.embed:has(.embed-demonstration) .chart-${name} canvas`).waitFor();

/** Where; how it is made ready, by keys; what the page is for. */
const pages = {
  home: {
    at: "?lang=en",
    async ready(page) {
      await page.locator(".months").waitFor();
      await withShared(page);
    },
    async task(page) {
      await skips(page);
      await tabTo(page, "#search-input");
      await page.keyboard.type("stationsstr");
      await page.getByRole("option").first().waitFor();
      await press(page, "ArrowDown", "Enter");
      await firstAnswer(page);
      await hasFocus(page, "h1");
      assert.match(page.url(), /street=stationsstraat/);
    },
  },
  street: {
    at: street,
    ready: withShared,
    async task(page) {
      await skips(page);
      await tabTo(page, "input[name=mode]");
      const said = await text(page, ".answer-sentence");
      await press(page, "ArrowRight", "ArrowRight");
      await page.waitForFunction((before) => document.querySelector(".answer-sentence").textContent !== before, said);
      // Lorries are passed on the way.
      await page.locator(".answer-busy .answer-sentence", { hasText: /bike/i }).waitFor();
      await answered(page);
      assert.match(page.url(), /mode=bike/);
      assert.ok(await focused(page, () => document.activeElement.matches("input[name=mode]:checked")), "the choice lost the focus");
      await tabTo(page, ".chart-toggle");
      await press(page, "Space");
      await page.locator(".chart-table").first().waitFor();
      assert.ok(await focused(page, () => document.activeElement.getAttribute("aria-pressed") === "true"));
      await press(page, "Space");
      await tabTo(page, "canvas");
      await press(page, "End");
      assert.match(await page.locator("figure [role=status]").first().textContent(), /23:00.*(\d|no data)/);
    },
  },
  "street without counts": {
    at: "?lang=en&street=predikherenstraat",
    ready: withShared,
    async task(page) {
      await tabTo(page, ".nearby a");
      const name = await focused(page, () => document.activeElement.textContent.trim());
      await press(page, "Enter");
      await firstAnswer(page);
      await hasFocus(page, "h1");
      assert.ok((await text(page, "h1")).split("\n").includes(name));
    },
  },
  "street with a sum": {
    at: `${street}&sum=day`,
    async ready(page) {
      await page.locator("#sum-day .ledger-sum").waitFor();
      // The address leads to the sum, some frames after it is there.
      await hasFocus(page, "#sum-title-day");
      await withShared(page);
    },
    async task(page) {
      await tabTo(page, "#sum-day .ledger-close");
      await press(page, "Enter");
      await hasFocus(page, "#sum-button-day");
      await press(page, "Enter");
      await page.locator("#sum-day .ledger-sum").waitFor();
      await tabTo(page, "#sum-day [data-action=sql]");
      assert.equal((await savedBy(page, "Space")).name, "stationsstraat-day.sql");
    },
  },
  "what is taken along": {
    at: street,
    scope: "dialog.take",
    async ready(page) {
      await tabTo(page, ".take-open");
      await press(page, "Enter");
      await page.locator("[data-file=parquet]").waitFor();
      await page.locator("[data-report]:enabled").waitFor();
      // A frame in which there is nothing yet is no stop.
      await figure(page.frameLocator(".take-preview"), "day");
    },
    async task(page) {
      await page.locator("#take-figure").focus();
      await press(page, "ArrowDown");
      await page.waitForFunction(() => document.querySelector("#take-code")?.value.includes("figure=week"));
      await figure(page.frameLocator(".take-preview"), "week");
      await tabTo(page, "[data-file=csv]");
      assert.match((await savedBy(page, "Enter")).name, /^stationsstraat-week-.*\.csv$/);
      await press(page, "Escape");
      await hasFocus(page, ".take-open");
    },
  },
  // Walked over with the page of the street.
  "shared vehicles near a street": {
    at: street,
    isWalked: true,
    ready: withShared,
    async task(page) {
      await tabTo(page, ".shared input[type=radio]");
      const said = await text(page, ".shared .answer-sentence");
      await press(page, "ArrowRight");
      await page.waitForFunction((before) => document.querySelector(".shared .answer-sentence").textContent !== before, said);
      await tabTo(page, ".shared summary");
      await press(page, "Enter");
      assert.ok(await focused(page, () => document.activeElement.parentElement.open));
    },
  },
  data: {
    at: "data.html?lang=en",
    async task(page) {
      await skips(page);
      await tabTo(page, "input[type=search]");
      await page.keyboard.type("counts of");
      await tabTo(page, ".data-card a");
      await press(page, "Enter");
      await page.locator(".data-open").waitFor();
      await hasFocus(page, "h1");
    },
  },
  "card of a dataset": {
    at: "data.html?lang=en&dataset=demonstration-counts",
    async ready(page) {
      await page.locator(".chain summary").first().waitFor();
      // What stands above the chain is written anew with it.
      await page.locator(".coverage svg").waitFor();
    },
    async task(page) {
      await tabTo(page, ".chain summary");
      await press(page, "Enter", "ArrowDown");
      assert.equal(await focused(page, () => document.activeElement.closest("li").dataset.step), "done");
    },
  },
  ethics: {
    at: "ethics.html?lang=en",
    async ready(page) {
      await page.locator(".card").first().waitFor();
      await page.locator(".said", { hasText: /\S/ }).waitFor();
    },
    async task(page) {
      await skips(page);
      await tabTo(page, ".try tbody input");
      const said = await text(page, ".said");
      await press(page, "ArrowUp", "Enter");
      await page.waitForFunction((before) => document.querySelector(".said").textContent !== before, said);
      await tabTo(page, "a[href*='dilemma=']");
      await press(page, "Enter");
      await page.locator(".dilemma").waitFor();
      await hasFocus(page, "h1");
    },
  },
  "dilemmas, to their end": {
    at: "ethics.html?lang=en&dilemma=1",
    async ready(page) {
      await page.locator(".answers-given input").first().waitFor();
      await page.locator(".grains input").waitFor();
    },
    async task(page) {
      for (let question = 0; ; question += 1) {
        assert.ok(question <= 10, "no end of the questions");
        if ((await page.locator(".given").count()) > 0) break;
        const title = await text(page, "h1");
        await tabTo(page, "input[name=answer]");
        await press(page, "Space");
        await tabTo(page, ".steps a.is-main");
        await press(page, "Enter");
        await page.waitForFunction((before) => document.querySelector("h1").textContent !== before, title);
        await hasFocus(page, "h1");
      }
      await tabTo(page, ".steps button");
      const { answers } = JSON.parse((await savedBy(page, "Enter")).bytes);
      assert.equal(Object.keys(answers).length, 10);
    },
  },
  guide: {
    at: "guide.html?lang=en",
    async task(page) {
      await skips(page);
      await tabTo(page, "main input[type=checkbox]");
      await press(page, "Space");
      assert.ok(await focused(page, () => document.activeElement.checked));
    },
  },
  "guide, plan": {
    at: "guide.html?lang=en&step=plan",
    async task(page) {
      await tabTo(page, "[id=name]");
      await page.keyboard.type("Kortrijk");
      await tabTo(page, "a[href*='step=do']:not(nav a)");
      await press(page, "Enter");
      await page.waitForURL(/step=do/);
      await hasFocus(page, "h1");
    },
  },
  label: {
    at: "label.html?lang=en&street=stationsstraat",
    async ready(page) {
      await page.locator("svg.qr").waitFor();
      await page.getByRole("combobox", { name: "Street" }).waitFor();
    },
    async task(page) {
      await page.evaluate(() => { window.print = () => { window.isPrinted = true; }; });
      await tabTo(page, ".label-controls button");
      await press(page, "Enter");
      assert.ok(await page.evaluate(() => window.isPrinted));
    },
  },
  embed: {
    at: "embed.html?lang=en&street=stationsstraat&figure=day",
    ready: (page) => figure(page, "day"),
    async task(page) {
      await tabTo(page, "canvas");
      await press(page, "ArrowRight", "ArrowRight");
      assert.match(await page.locator("[role=status]").first().textContent(), /1:00.*\d/);
    },
  },
  "page without a program": {
    at: "data/page/nl/stationsstraat.html",
    async task(page) {
      await tabTo(page, "summary");
      await press(page, "Enter");
      assert.ok(await page.locator("details table").first().isVisible());
      await tabTo(page, ".table");
      await tabTo(page, "nav a, a.whole, a[rel~=license]");
    },
  },
  "address that leads nowhere": {
    at: "straat/onbekend?lang=en",
    expected: /404/,
    async task(page) {
      await tabTo(page, "#search-input");
      await page.keyboard.type("stationsstr");
      await page.getByRole("option").first().waitFor();
      await press(page, "Enter");
      await firstAnswer(page);
      await hasFocus(page, "h1");
    },
  },
  "accessibility statement": {
    at: "accessibility.en.html",
    async task(page) {
      await tabTo(page, "a[href]");
      await press(page, "Enter");
      await page.waitForURL((url) => url.href === `${served.address}?lang=en`);
    },
  },
};

for (const [name, { at, ready, scope, task, expected, isWalked }] of Object.entries(pages)) {
  test(`by keys alone: ${name}`, async () => {
    // One column on a phone, two on a desktop: each has its own order and its own covers.
    const viewport = Object.keys(pages).indexOf(name) % 2 ? phone : desktop;
    const page = await newPage(served, { viewport });
    const open = async () => {
      await page.goto(served.address + at);
      await settled(page);
      // What comes with the town, after all else, would change the page under who walks over it.
      if ((await page.locator(".footer").count()) > 0) await townKnown(page);
      await ready?.(page);
    };
    await open();
    if (!isWalked) {
      if (!scope) await atTheStart(page);
      const stops = await walk(page, { scope });
      assert.ok(stops.length >= 2, "hardly anything to reach");
      if (!scope) await walkBack(page, stops);
      // As nothing was pressed but Tab, the page is as it was.
      if (!scope) await atTheStart(page);
    }
    await task(page);
    assertClean(page, expected);
    await close(page);
  });
}

test("by keys alone: a figure on another site, in, through and out again, both ways", async () => {
  const hosts = await serveHosts({ plain: { body: frameOf(`${served.address}embed.html?lang=en&street=stationsstraat&figure=day&id=one`) } });
  const page = await newPage({ origin: hosts.origin }, { viewport: desktop });
  await page.goto(`${hosts.origin}/plain`);
  await figure(await frameIn(page), "day");
  for (const [from, to, key] of [["#before", "after", "Tab"], ["#after", "before", "Shift+Tab"]]) {
    await page.locator(from).focus();
    let inside = 0;
    for (let step = 0; ; step += 1) {
      assert.ok(step < 20, "the frame holds on to the focus");
      await press(page, key);
      const now = await rest(page, 10_000);
      if (now.id === to) break;
      assert.equal(now.tag, "IFRAME", "the focus is neither in the frame nor behind it");
      inside += 1;
    }
    assert.ok(inside >= 4, `only ${inside} stops in the frame`);
  }
  await close(page);
  await hosts.close();
});
