// "Show me the sum": every figure opens and closes in its place, can be taken along, printed, and read by everyone.

import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { assertClean, assertFits, close, desktop, finish, late, newPage, phone, serveTown, settled } from "./harness.mjs";
import { hasFocus } from "./keys.mjs";
import { allAnswered, open as openNoted } from "./pages.mjs";
import { button, explain, figures, isThere, open, openSum, panel } from "./sums.mjs";

const street = "?lang=en&street=stationsstraat";

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });

const title = (page, figure) => page.locator(`#sum-title-${figure}`);
const parameter = (page, name) => new URL(page.url()).searchParams.get(name);
const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);

// ---- Opening and closing --------------------------------------------------------

test("a click opens the sum in its place, puts it into the address, and back closes it", async () => {
  const page = await open(served, street);
  const top = async () => (await button(page, "day").boundingBox()).y;
  await button(page, "day").scrollIntoViewIfNeeded();
  const before = await top();
  assert.equal(await button(page, "day").getAttribute("aria-expanded"), "false");
  await openSum(page, "day");
  assert.equal(parameter(page, "sum"), "day");
  assert.equal(await button(page, "day").getAttribute("aria-expanded"), "true");
  assert.equal(await button(page, "day").getAttribute("aria-controls"), "sum-day");
  assert.ok(Math.abs((await top()) - before) < 2, "the button moved");
  assert.ok(await isFocused(button(page, "day")), "focus left the button");
  assert.ok((await button(page, "day").boundingBox()).height >= 44);

  await page.goBack();
  await panel(page, "day").waitFor({ state: "detached" });
  assert.equal(parameter(page, "sum"), null);
  assert.equal(await button(page, "day").getAttribute("aria-expanded"), "false");
  await page.goForward();
  await isThere(page, "day");
  await button(page, "day").click();
  await panel(page, "day").waitFor({ state: "detached" });
  assertClean(page);
  await close(page);
});

test("one sum is open at a time, and opening another does not move its button", async () => {
  const page = await open(served, street);
  await openSum(page, "day");
  await button(page, "week").scrollIntoViewIfNeeded();
  const before = (await button(page, "week").boundingBox()).y;
  await openSum(page, "week");
  assert.equal(await page.locator(".ledger").count(), 1);
  const now = (await button(page, "week").boundingBox()).y;
  assert.ok(Math.abs(now - before) < 2, `the button moved from ${before} to ${now}`);
  assertClean(page);
  await close(page);
});

test("by keyboard: opened with Enter, walked through, closed from its end; focus returns to the button", async () => {
  const page = await open(served, street, { viewport: desktop });
  await button(page, "speeds").focus();
  await page.keyboard.press("Enter");
  await isThere(page, "speeds");
  const close_ = panel(page, "speeds").locator(".ledger-close");
  let steps = 0;
  while (!(await isFocused(close_))) {
    await page.keyboard.press("Tab");
    assert.ok((steps += 1) < 30, "the end of the sum is never reached");
  }
  assert.ok(steps >= 5, `only ${steps} stops: formula, tables, statement, buttons`);
  await page.keyboard.press("Space");
  await panel(page, "speeds").waitFor({ state: "detached" });
  await hasFocus(page, "#sum-button-speeds");
  assert.equal(parameter(page, "sum"), null);
  const box = await button(page, "speeds").boundingBox();
  assert.ok(box.y >= 0 && box.y < desktop.height, "the button is out of sight");

  // Back from inside a sum: focus is not lost either.
  await page.keyboard.press("Enter");
  await isThere(page, "speeds");
  // Past the link beside the button.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.ok(await panel(page, "speeds").evaluate((sum) => sum.contains(document.activeElement)), "focus is not inside the sum");
  await page.goBack();
  await hasFocus(page, "#sum-button-speeds");
  assertClean(page);
  await close(page);
});

test("a sum that is opened again is not made anew under who is in it", async () => {
  const page = await openNoted(served, street);
  await openSum(page, "speeds");
  await button(page, "speeds").click();
  await panel(page, "speeds").waitFor({ state: "detached" });
  await page.evaluate(() => {
    document.querySelector("#sum-button-speeds").click();
    // What was told before is there at once; whoever is quick is in it before it is answered again.
    globalThis.quick = new Promise((done) => {
      const look = () => {
        const link = document.querySelector("#sum-speeds .ledger-body :is(a, button, summary, [tabindex])");
        if (!link) return requestAnimationFrame(look);
        link.focus();
        done(link);
      };
      look();
    });
  });
  await isThere(page, "speeds");
  await allAnswered(page);
  assert.ok(await page.evaluate(async () => {
    const link = await globalThis.quick;
    await new Promise((done) => setTimeout(done, 300));
    return link === document.activeElement;
  }), "the focus is lost");
  assertClean(page);
  await close(page);
});

test("a link to a sum leads to its heading", async () => {
  const page = await open(served, `${street}&sum=peaks`);
  await hasFocus(page, "#sum-title-peaks");
  const box = await title(page, "peaks").boundingBox();
  assert.ok(box.y >= 0 && box.y < 300, `the heading is at ${box.y}`);
  assert.equal(await title(page, "peaks").innerText(), "The sum: the busiest hours");
  assertClean(page);
  await close(page);
});

test("a sum stays open while mode, period and language change, and says what they change", async () => {
  const page = await open(served, `${street}&sum=day`);
  const about = panel(page, "day").locator(".ledger-about").first();
  assert.match(await about.innerText(), /Cars/);
  await page.getByRole("radio", { name: /bike/i }).check({ force: true });
  await page.waitForFunction(() => document.querySelector(".ledger-about")?.textContent.includes("Bikes"));
  assert.equal(parameter(page, "sum"), "day");
  const before = await about.innerText();
  await page.getByRole("radio", { name: "Everything" }).check({ force: true });
  // While the sum is made anew there is none.
  await page.waitForFunction((before) => {
    const now = document.querySelector(".ledger-about")?.innerText;
    return now && now !== before;
  }, before);
  await page.getByRole("banner").getByRole("link", { name: "Nederlands" }).click();
  await page.getByRole("heading", { name: "De rekensom: een gemiddelde dag" }).waitFor();
  assert.equal(parameter(page, "sum"), "day");
  await page.getByRole("link", { name: "Alle straten" }).click();
  await page.getByRole("combobox").first().waitFor();
  assert.equal(parameter(page, "sum"), null);
  assertClean(page);
  await close(page);
});

test("a link to a sum that this page has no place for is answered all the same", async () => {
  // One night: no working day, no year, no trend.
  const page = await open(served, `${street}&from=2026-03-01&until=2026-03-02&sum=months`);
  await isThere(page, "months");
  assert.match(await panel(page, "months").innerText(), /Change per year\s+—/);
  await page.goto(`${served.address}?lang=en&street=predikherenstraat&sum=day`);
  await settled(page);
  assert.match(await page.locator("main").innerText(), /nothing is counted/i);
  assertClean(page);
  await close(page);
});

test("where the counts are missing, a second try brings page and sum", async () => {
  served.faults.push({ kind: "missing", match: "data/counts/" });
  const page = await newPage(served);
  await page.goto(`${served.address}${street}&sum=week`);
  await page.getByRole("alert").first().waitFor();
  served.faults.length = 0;
  await page.getByRole("button", { name: "Try again" }).first().click();
  await isThere(page, "week");
  assert.equal(await page.getByRole("alert").count(), 0);
  assertClean(page, /Failed to load resource/);
  await close(page);
});

// ---- On wide screens ------------------------------------------------------------------

/** Where figures and their cards stand, in the document. */
const places = (page) => page.evaluate(() =>
  [...document.querySelectorAll(".answer, .part")].filter((one) => one.checkVisibility()).map((one) => {
    const box = one.getBoundingClientRect();
    return { is: one.className, left: box.left, right: box.right, width: box.width, top: box.top + scrollY };
  }));

test("two figures stand side by side: none alone beside an empty half", async () => {
  for (const query of [street, "?lang=en&street=hoogstraat&mode=bike"]) {
    const page = await open(served, query, { viewport: desktop });
    const all = await places(page);
    const cards = all.filter((one) => one.is.startsWith("answer"));
    const parts = all.filter((one) => one.is === "part");
    assert.ok(parts.length > 4, `only ${parts.length} figures`);
    for (const one of parts) {
      const card = cards.findLast((card) => card.top <= one.top);
      const isFirst = parts.find((part) => part.top >= card.top) === one;
      const hasNeighbour = parts.some((other) => other !== one && Math.abs(other.top - one.top) < 1);
      assert.ok(isFirst || hasNeighbour || one.width > card.width * 0.9, `a figure at ${one.top} stands alone`);
    }
    await close(page);
  }
});

test("an open sum is as wide as its answer, and no figure moves or changes its width", async () => {
  const page = await open(served, street, { viewport: desktop });
  const before = await places(page);
  for (const figure of figures) {
    await openSum(page, figure);
    const box = await panel(page, figure).boundingBox();
    const card = await panel(page, figure).locator("xpath=ancestor::section[contains(@class, 'answer')]").boundingBox();
    assert.ok(box.width > card.width - 64, `the sum of ${figure} is ${box.width} px wide in ${card.width}`);
    for (const [at, one] of (await places(page)).entries()) {
      assert.deepEqual([one.left, one.right], [before[at].left, before[at].right], `${one.is} moved sideways by ${figure}`);
    }
    const below = await button(page, figure).boundingBox();
    assert.ok(box.y >= below.y + below.height - 1, `the sum of ${figure} begins above its button`);
  }
  assertClean(page);
  await close(page);
});

// ---- Taking along -----------------------------------------------------------------

test("the statement is copied, or marked where the clipboard is closed", async () => {
  const { ledger } = JSON.parse(explain("demo", `${street}&sum=split`));
  const page = await open(served, `${street}&sum=split`);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const copy = panel(page, "split").getByRole("button", { name: "Copy the SQL" });
  const said = panel(page, "split").getByRole("status");
  await copy.click();
  await page.waitForFunction(() => document.getElementById("sum-said")?.textContent === "Copied.");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), ledger.sql);

  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await copy.click();
  await page.waitForFunction(() => document.getElementById("sum-said")?.textContent.includes("selected"));
  assert.match(await said.innerText(), /Ctrl\+C/);
  assert.equal(await page.evaluate(() => getSelection().toString().trim()), ledger.sql.trim());
  assertClean(page);
  await close(page);
});

test("statement and sum are saved as files", async () => {
  const json = explain("demo", `${street}&sum=annual`);
  const page = await open(served, `${street}&sum=annual`);
  await isThere(page, "annual");
  for (const [name, file, content] of [
    ["Save as .sql", "stationsstraat-annual.sql", JSON.parse(json).ledger.sql],
    ["Save the sum as JSON", "stationsstraat-annual.json", json],
  ]) {
    const saving = page.waitForEvent("download");
    await panel(page, "annual").getByRole("button", { name }).click();
    const saved = await saving;
    assert.equal(saved.suggestedFilename(), file);
    assert.equal(readFileSync(await saved.path(), "utf8"), content);
  }
  assertClean(page);
  await close(page);
});

// ---- For everyone ------------------------------------------------------------------

for (const [size, viewport] of [["phone", phone], ["desktop", desktop]]) {
  for (const theme of ["light", "dark"]) {
    test(`axe finds nothing in an open sum: ${size}, ${theme}`, async () => {
      for (const [figure, language] of [["annual", "en"], ["speeds", "nl"]]) {
        const page = await open(served, `?lang=${language}&street=stationsstraat&sum=${figure}`, { viewport, theme });
        await isThere(page, figure);
        await page.evaluate(() => document.querySelectorAll(".ledger details").forEach((one) => { one.open = true; }));
        const { violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(", ")}`), []);
        assertClean(page);
        await close(page);
      }
    });
  }
}

test("axe finds nothing in an open sum in forced colours, and its button has room inside its edge", async () => {
  const page = await newPage(served, { viewport: desktop });
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(`${served.address}${street}&sum=speeds`);
  await settled(page);
  await isThere(page, "speeds");
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map((one) => one.id), []);
  assert.ok(await button(page, "speeds").evaluate((one) => parseFloat(getComputedStyle(one).paddingInlineStart)) >= 8);
  assertClean(page);
  await close(page);
});

test("at 320 px only tables, formula and statement scroll sideways", async () => {
  const page = await newPage(served, { viewport: { width: 320, height: 640 } });
  for (const language of ["en", "nl"]) {
    for (const figure of figures) {
      await page.goto(`${served.address}?lang=${language}&street=stationsstraat&sum=${figure}`);
      await settled(page);
      await isThere(page, figure);
      await page.evaluate(() => document.querySelectorAll(".ledger details").forEach((one) => { one.open = true; }));
      await assertFits(page);
      const stuck = await panel(page, figure).evaluate((element) =>
        [...element.querySelectorAll("*")].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === "auto" && one.tabIndex !== 0).map((one) => one.className));
      assert.deepEqual(stuck, [], "scrolls and cannot be reached by keys");
    }
  }
  assertClean(page);
  await close(page);
});

test("a sum that is shown anew while its program is on its way starts that once", async () => {
  const slow = await serveTown("demo", { latency: 50, kbps: 8000, shared: true });
  const page = await newPage(slow, { viewport: desktop });
  await page.addInitScript(() => {
    // A busy page: what is put off comes late, and the card of the early answer is made anew after the sum is there.
    const later = globalThis.setTimeout;
    globalThis.setTimeout = (work, ms = 0, ...rest) => later(work, ms + 150, ...rest);
    globalThis.started = [];
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const own = WebAssembly[name];
      WebAssembly[name] = async (code, ...rest) => {
        const from = await code;
        if (from instanceof Response) globalThis.started.push(new URL(from.url).pathname.split("/").pop());
        return own.call(WebAssembly, from, ...rest);
      };
    }
  });
  await late(page, "**/sum_bg.wasm", 1000);
  await page.goto(`${slow.address}${street}&sum=day`);
  await isThere(page, "day");
  await hasFocus(page, "#sum-title-day");
  const started = await page.evaluate(() => globalThis.started);
  assert.deepEqual(started.filter((name) => name.startsWith("sum")), ["sum_bg.wasm"]);
  assertClean(page);
  await close(page);
  await slow.close();
});

test("what is open is printed, without its buttons", async () => {
  const page = await open(served, `${street}&sum=day`, { viewport: desktop });
  await isThere(page, "day");
  await page.emulateMedia({ media: "print" });
  assert.ok(await panel(page, "day").isVisible());
  assert.ok(await panel(page, "day").locator(".ledger-sum").isVisible());
  assert.equal(await page.locator(".sum-button:visible, .ledger button:visible").count(), 0);
  await page.emulateMedia({ media: "screen", forcedColors: "active" });
  assert.ok(await button(page, "day").isVisible());
  assertClean(page);
  await close(page);
});

test("the busy card names the year's figures and the peaks, and the week its unusual hours", async () => {
  const answer = JSON.parse(explain("demo", `${street}`)).street.counted;
  const page = await open(served, street, { viewport: desktop });
  const text = await page.locator(".answer-busy").innerText();
  for (const term of ["Average day over a year (AADT)", "Mean of the whole days (ADT)", "Morning peak hour", "Evening peak hour", "K", "D", "Heavy vehicles"]) {
    assert.ok(await page.locator(".term dt", { hasText: term }).first().isVisible(), `no ${term}`);
  }
  assert.ok(text.includes(answer.peaks.k.toFixed(3)), "K");
  assert.match(text, new RegExp(`${answer.week.unusual_hours} hours were very unlike`));
  assert.equal(await page.locator(".unusual li").count(), 3);

  // A month is no year.
  await page.goto(`${served.address}${street}&from=2026-03-01&until=2026-04-01`);
  await settled(page);
  const aadt = page.locator(".term", { hasText: "AADT" }).first();
  assert.match(await aadt.innerText(), /shorter than a year/);
  assertClean(page);
  await close(page);
});
