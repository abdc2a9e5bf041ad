// What the tests of the documents beside the app share.

import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { assertClean, assertFits, close, desktop, newPage, phone, settled } from "./harness.mjs";

export const languages = ["en", "nl", "fr", "de"];
const narrow = { width: 320, height: 720 };

/** To be called before a page is opened: it then notes what it asks its worker, for `allAnswered`. */
export const noteQuestions = (page) => page.addInitScript(() => {
  const noted = { asked: 0, open: new Set() };
  globalThis.noted = noted;
  const listened = new WeakSet();
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (message, ...rest) {
    const { ask, cancel } = typeof message === "string" ? JSON.parse(message) : {};
    if (ask) {
      noted.asked += 1;
      noted.open.add(ask.id);
    }
    if (cancel) noted.open.delete(cancel.id);
    if (ask && !listened.has(this)) {
      listened.add(this);
      // First the kind of a reply, 1 an answer and 3 a failure; then the question, of which no page here has 128.
      // The page hears it before: what it asks or shows because of it is asked and shown when this runs.
      this.addEventListener("message", ({ data: [kind, id] }) => {
        if (kind === 1 || kind === 3) noted.open.delete(id);
      });
    }
    postMessage.call(this, message, ...rest);
  };
});

/** Nothing that the page has asked is on its way any more; what it said of it is on the page. */
export const allAnswered = (page) => page.waitForFunction(() => globalThis.noted.asked > 0 && globalThis.noted.open.size === 0);

/** A document, when all that it asks by itself is answered. */
export async function open(served, address, options = {}) {
  const page = await newPage(served, options);
  await noteQuestions(page);
  await page.goto(served.address + address);
  await allAnswered(page);
  await settled(page);
  return page;
}

export async function assertAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map((one) => `${one.id}: ${one.help}\n    ${one.nodes.map((node) => `${node.target} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`).join("\n    ")}`);
  assert.equal(told.length, 0, `\n  ${told.join("\n  ")}`);
}

/** No text is missing (a missing one is its key in brackets), and no argument of one. */
export async function assertSaid(page) {
  const text = await page.evaluate(() => document.body.innerText);
  assert.doesNotMatch(text, /\[[a-z]+(-[a-z0-9]+)+\]/, "a key in place of its text");
  assert.doesNotMatch(text, /\{\$?\s*[a-z]+\}/, "an argument in place of its value");
}

/** axe, texts, width and a clean log: on a phone and a desktop, light and dark, in each language, and at 320 px. */
export function everywhere(name, served, address) {
  const looks = [
    ...languages.map((language, at) => ({ language, viewport: at % 2 ? desktop : phone, theme: at % 3 ? "light" : "dark" })),
    { language: "en", viewport: desktop, theme: "dark" },
    { language: "nl", viewport: phone, theme: "dark" },
    { language: "de", viewport: narrow, theme: "light" },
    { language: "nl", viewport: narrow, theme: "light" },
  ];
  for (const { language, viewport, theme } of looks) {
    test(`${name} is accessible, whole and clean: ${language}, ${viewport.width} px, ${theme}`, async () => {
      const mark = address.includes("?") ? "&" : "?";
      const page = await open(served(), `${address}${mark}lang=${language}`, { viewport, theme });
      await assertAccessible(page);
      await assertSaid(page);
      await assertFits(page);
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      assertClean(page);
      await close(page);
    });
  }
}

/** Every control within the main part is reached by Tab alone. */
export async function assertByTab(page) {
  await page.locator("main").focus();
  for (let step = 0; step < 300; step += 1) {
    await page.keyboard.press("Tab");
    const isInside = await page.evaluate(() => {
      document.activeElement.dataset.visited = "yes";
      return document.activeElement.closest("main") !== null;
    });
    if (!isInside) break;
  }
  const left = await page.evaluate(() =>
    [...document.querySelectorAll("main :is(a[href], button, input, select, textarea, summary)")]
      .filter((one) => !one.dataset.visited && one.checkVisibility())
      // Of a group of radio buttons one is a stop.
      .filter((one) => !(one.type === "radio" && document.querySelector(`input[name="${one.name}"][data-visited]`)))
      .map((one) => `${one.tagName} ${one.textContent?.slice(0, 30)}`));
  assert.deepEqual(left, [], "never reached");
}

/** Main controls are 44 px high, links 24. */
export async function assertTargets(page) {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("main :is(button, .button, input, select, textarea, summary, nav a)")]
      .filter((one) => one.checkVisibility())
      .map((one) => [(one.closest("label") ?? one).getBoundingClientRect(), one])
      .filter(([box]) => box.width < 24 || box.height < 24)
      .map(([box, one]) => `${one.tagName} ${one.className} ${Math.round(box.width)}×${Math.round(box.height)}`));
  assert.deepEqual(small, []);
}

/** What a click lets the browser save. */
export async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}
