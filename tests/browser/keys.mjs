// Walking a page with the keys alone: every stop is seen where the focus is, none is missed, none holds on, and they
// come in the order in which the page is read.

import assert from "node:assert/strict";

/** What can be told of the control that has the focus, in a page or in a frame. Runs there. */
function lookAtFocus() {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return null;
  const style = (element) => getComputedStyle(element);
  // Colours of any notation as numbers from 0 to 1.
  const numbers = (text) => {
    const found = text.match(/-?[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    const [r, g, b, alpha = 1] = text.startsWith("color(") ? found : [found[0] / 255, found[1] / 255, found[2] / 255, found[3]];
    return { rgb: [r, g, b], alpha };
  };
  const light = ({ rgb }) => {
    const [r, g, b] = rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(style(at).backgroundColor);
      if (colour.alpha > 0.5) return colour;
    }
    return numbers("rgb(255, 255, 255)");
  };
  // A ring may be drawn by what stands for the control: the label of a radio button, the frame of a field.
  const standIns = [one, one.nextElementSibling, one.closest("label"), one.parentElement].filter(Boolean);
  let best = 0;
  for (const element of standIns) {
    const look = style(element);
    const colours = [];
    if (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2) colours.push(numbers(look.outlineColor));
    if (look.boxShadow !== "none") colours.push(numbers(/(?:rgba?|color)\([^)]+\)/.exec(look.boxShadow)?.[0] ?? ""));
    // The ring lies around the control, or just inside of it.
    const grounds = [ground(element.parentElement ?? element), ground(element)];
    for (const colour of colours.filter(({ alpha }) => alpha > 0.5)) {
      const least = Math.min(...(parseFloat(look.outlineOffset) < 0 || element !== one ? [contrast(colour, ground(element))] : grounds.slice(0, 1).map((under) => contrast(colour, under))));
      best = Math.max(best, least);
    }
  }
  const shown = one.type === "radio" || one.type === "checkbox" ? one.closest("label") ?? one : one;
  const box = shown.getBoundingClientRect();
  // Some of it is in the window and nothing lies over that.
  const left = Math.max(0, box.left), right = Math.min(innerWidth, box.right);
  const top = Math.max(0, box.top), bottom = Math.min(innerHeight, box.bottom);
  const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8], [0.5, 0.9], [0.1, 0.9]].map(([x, y]) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y));
  const isSeen = right - left > 4 && bottom - top > 4 && points.some((hit) => hit && (shown.contains(hit) || hit.contains(shown) || hit.closest("label") === shown));
  globalThis.walked ??= [];
  const before = globalThis.walked.at(-1);
  const isLater = !before || !before.isConnected || Boolean(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  const visits = globalThis.walked.filter((known) => known === one).length;
  globalThis.walked.push(one);
  return {
    what: `${one.tagName.toLowerCase()}${one.id ? `#${one.id}` : ""}${typeof one.className === "string" && one.className ? `.${one.className.trim().replaceAll(/\s+/g, ".")}` : ""} “${(one.textContent || one.value || one.getAttribute("aria-label") || "").trim().slice(0, 40)}”`,
    tag: one.tagName, contrast: best, isSeen, isLater, visits, tabIndex: one.tabIndex,
  };
}

/** Controls that can be seen and were not walked over. Runs in the page. */
function leftOut(scope) {
  const walked = new Set(globalThis.walked ?? []);
  const inside = document.querySelector(scope);
  return [...inside.querySelectorAll("a[href], button, input, select, textarea, summary, iframe, [tabindex='0']")]
    .filter((one) => !walked.has(one) && one.checkVisibility() && !one.disabled && !one.closest("[inert]"))
    // Of a group of radio buttons one is a stop.
    .filter((one) => !(one.type === "radio" && [...walked].some((known) => known.name === one.name)))
    .map((one) => `${one.tagName.toLowerCase()}${one.id ? `#${one.id}` : ""}.${one.className} “${(one.textContent ?? "").trim().slice(0, 40)}”`);
}

async function focusNow(page) {
  const active = await page.evaluateHandle(() => document.activeElement ?? document.body);
  const [tag, id] = await active.evaluate((one) => [one.tagName, one.id]);
  const frame = tag === "IFRAME" ? await active.asElement().contentFrame() : undefined;
  // A frame that is just exchanged has nothing to say.
  const inside = tag === "IFRAME" ? await frame?.evaluate(() => document.activeElement?.tagName).catch(() => undefined) : undefined;
  return { tag, id, inside, isAtRest: tag === "IFRAME" ? Boolean(inside) && inside !== "BODY" : tag !== "BODY" };
}

/**
 * Where the focus is after a Tab. On its way into a frame of another process, and out of it, it is nowhere for a moment:
 * a key that is pressed then goes astray. At the end of a page it stays nowhere, which is said after `within` ms.
 */
export async function rest(page, within = 2000) {
  const until = Date.now() + within;
  for (;;) {
    const now = await focusNow(page);
    if (now.isAtRest || Date.now() >= until) return now;
    await page.waitForTimeout(20);
  }
}

async function tab(page) {
  await page.keyboard.press("Tab");
  if (page.frames().length > 1) await rest(page);
}

/**
 * From where the focus is, Tab by Tab, until the page or `scope` ends; every visible control in `scope` is a stop.
 * Resolves to the stops. A frame is one stop, however many are in it.
 */
export async function walk(page, { scope = "body", most = 400 } = {}) {
  await page.evaluate((inside) => {
    // A dialog opens with the focus on its first stop.
    const first = document.activeElement?.closest(inside) && inside !== "body" ? [document.activeElement] : [];
    globalThis.walked = first;
  }, scope);
  const stops = [];
  const faults = [];
  let gaps = 0;
  for (let step = 0; ; step += 1) {
    assert.ok(step < most, `no end after ${most} stops, the last ones ${stops.slice(-4).map(({ what }) => what).join("; ")}`);
    await tab(page);
    const stop = await page.evaluate(lookAtFocus);
    if (!stop) {
      // A dialog has an end of its own.
      if (scope === "body" || (gaps += 1) > 2) break;
      continue;
    }
    if (stop.tag === "IFRAME" && stop.visits > 0) continue;
    // A dialog that scrolls is a stop itself, after its last one.
    if (stop.tag === "DIALOG") break;
    // In a dialog the last stop leads to the first.
    if (stop.visits > 0 && scope !== "body") break;
    if (stop.visits > 0) faults.push(`comes back: ${stop.what}`);
    if (stop.visits > 2) break;
    if (!stop.isLater) faults.push(`before what it follows: ${stop.what} after ${stops.at(-1)?.what}`);
    if (stop.tabIndex > 0) faults.push(`an order of its own: ${stop.what}`);
    if (stop.tag !== "IFRAME" && stop.contrast < 3) faults.push(`ring of ${stop.contrast.toFixed(2)}:1: ${stop.what}`);
    if (!stop.isSeen) faults.push(`out of sight or covered: ${stop.what}`);
    stops.push(stop);
  }
  faults.push(...(await page.evaluate(leftOut, scope)).map((what) => `never reached: ${what}`));
  assert.deepEqual(faults, []);
  return stops;
}

/** The same stops backwards from the last one, to the first: nothing holds on in this direction either. */
export async function walkBack(page, stops) {
  await page.evaluate(() => globalThis.walked.at(-1).focus());
  for (let at = stops.length - 1; at > 0; at -= 1) {
    await page.keyboard.press("Shift+Tab");
    const now = await page.evaluate((place) => {
      const known = globalThis.walked[place];
      const one = document.activeElement;
      // A group of radio buttons is entered at the one that is chosen.
      return one === known || (one?.type === "radio" && one.name === known?.name) ? "" : `${one?.tagName} “${one?.textContent?.trim().slice(0, 40)}”`;
    }, at - 1);
    assert.equal(now, "", `back from ${stops[at].what}`);
  }
}

/** Presses Tab until a control has the focus; fails where that never happens. */
export async function tabTo(page, selector, most = 200) {
  for (let step = 0; step < most; step += 1) {
    if (await page.evaluate((wanted) => Boolean(document.activeElement?.matches(wanted)), selector)) return;
    await tab(page);
  }
  assert.fail(`${selector} is never reached`);
}

/** As on a page that was just opened: the next Tab leads to its first stop. */
export const atTheStart = (page) => page.evaluate(() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
});

export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

export const hasFocus = (page, selector) => page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
