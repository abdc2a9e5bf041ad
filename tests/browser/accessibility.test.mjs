// axe on every page, in every size and theme; and what axe cannot see: keys and focus.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look, violations } from "./axe.mjs";
import { assertFits, close, desktop, finish, newPage, serveTown, settled, townKnown } from "./harness.mjs";
import { allAnswered, noteQuestions } from "./pages.mjs";
import { addressOf, routes, someWays } from "./routes.mjs";

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });

const pages = { home: "?lang=en", street: "?lang=en&street=stationsstraat" };

for (const way of Object.keys(routes).flatMap(someWays)) {
  test(`axe finds nothing: ${Object.values(way).join(", ")}`, async () => {
    assert.deepEqual(await look(served, way), []);
  });
}

// A window of 1280 px at 400 %.
for (const route of Object.keys(routes)) {
  test(`at 400 % nothing scrolls both ways: ${route}`, async () => {
    const page = await newPage(served, { viewport: { width: 320, height: 256 } });
    await page.goto(served.address + addressOf(route, "de"));
    await settled(page);
    await assertFits(page);
    await close(page);
  });
}

test("axe finds nothing with every chart as a table, the list of streets open, and a message", async () => {
  const page = await newPage(served);
  await page.goto(served.address + pages.street);
  await settled(page);
  for (const button of await page.getByRole("button", { name: "As a table" }).all()) await button.click();
  assert.deepEqual(await violations(page), []);
  await page.goto(served.address + pages.home);
  await page.getByRole("combobox").fill("straat");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  assert.deepEqual(await violations(page), []);
  served.faults.push({ kind: "missing", match: "data/counts/" });
  await page.goto(served.address + pages.street);
  await page.getByRole("alert").first().waitFor();
  assert.deepEqual(await violations(page), []);
  served.faults.length = 0;
  await close(page);
});

for (const [name, query] of [["home", pages.home], ["street", pages.street]]) {
  test(`by Tab alone: every control of ${name} is reached, is seen, and lets go`, async () => {
    const page = await newPage(served, { viewport: desktop });
    await noteQuestions(page);
    await page.goto(served.address + query);
    await settled(page);
    // What is fetched when it comes near is there before the walk, and not after it has gone by.
    await page.locator(".shared-part").evaluate((part) => part.scrollIntoView());
    await page.locator(".shared").waitFor();
    for (const map of await page.locator(".map-canvas").all()) {
      await map.evaluate((one) => one.scrollIntoView());
      await map.locator(".maplibregl-canvas").waitFor();
    }
    await townKnown(page);
    await allAnswered(page);
    await settled(page);
    await page.evaluate(() => scrollTo(0, 0));
    const seen = [];
    for (let step = 0; step < 400; step += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        element.dataset.visited = (Number(element.dataset.visited ?? 0) + 1).toString();
        const style = getComputedStyle(element);
        const label = element.closest("label");
        const ring = (one) => one && (getComputedStyle(one).outlineStyle !== "none" || getComputedStyle(one).boxShadow !== "none");
        const isRinged = ring(element) || ring(element.nextElementSibling) || ring(label) || ring(element.parentElement);
        const box = element.getBoundingClientRect();
        return { what: `${element.tagName} ${element.className} ${element.textContent?.slice(0, 30)}`, visits: Number(element.dataset.visited), isRinged, opacity: style.opacity, isOnPage: box.width > 0 };
      });
      if (!focused) break; // past the last control
      assert.ok(focused.visits === 1, `focus is trapped or returns: ${focused.what}`);
      assert.ok(focused.isRinged, `focus cannot be seen: ${focused.what}`);
      seen.push(focused.what);
    }
    const left = await page.evaluate(() =>
      [...document.querySelectorAll("a[href], button, input, select, [tabindex='0']")]
        .filter((one) => !one.dataset.visited && one.checkVisibility() && !one.disabled)
        // Of a group of radio buttons one is a stop.
        .filter((one) => !(one.type === "radio" && document.querySelector(`input[name="${one.name}"][data-visited]`)))
        .map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 30)}`));
    assert.deepEqual(left, [], "never reached");
    assert.ok(seen.length > 5);
    await close(page);
  });
}

test("main controls are at least 44 px, all targets at least 24 px", async () => {
  const page = await newPage(served);
  for (const query of [pages.home, pages.street]) {
    await page.goto(served.address + query);
    await settled(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, input, select, summary, [role=option], nav a, label.choice-option")]
        .filter((one) => one.checkVisibility() && !one.classList.contains("skip-link"))
        .map((one) => [one.closest("label") ?? one, one])
        .map(([target, one]) => [target.getBoundingClientRect(), one])
        .filter(([box]) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(([box, one]) => `${one.tagName} ${one.className} ${Math.round(box.width)}×${Math.round(box.height)}`));
    assert.deepEqual(small, []);
    const field = page.getByRole("combobox").first();
    if (await field.isVisible().catch(() => false)) assert.ok((await field.boundingBox()).height >= 44, "the search field");
  }
  await close(page);
});
