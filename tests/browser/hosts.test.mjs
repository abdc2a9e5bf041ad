// Hosts as they are: without HEAD, without ranges, packing what should not be packed, lying, breaking off, and
// with something huge where a small file should be. The right answer or a message, and the tab lives.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { answered, assertClean, close, finish, newPage, serveTown, townKnown } from "./harness.mjs";

const street = "?lang=en&street=stationsstraat";
const failedRequest = /Failed to load resource|net::ERR/;
const huge = 500 * 1024 * 1024;

let served;
let expected;
before(async () => {
  served = await serveTown("demo");
  const page = await newPage(served);
  await page.goto(served.address + street);
  expected = await said(page);
  await close(page);
});
after(async () => { await finish(); await served.close(); });
afterEach(() => { served.faults.length = 0; });

const answer = (page) => page.getByRole("region", { name: "How busy is it?" }).locator(".answer-sentence");
const said = (page) => answer(page).innerText();
const alert = (page) => page.getByRole("alert").first();

for (const [what, fault] of [
  ["does not know HEAD", { kind: "no-head", match: "data/" }],
  ["packs its JSON with gzip", { kind: "gzip", match: ".json" }],
  ["packs its Parquet with gzip, and so has no ranges", { kind: "gzip", match: "data/" }],
]) {
  test(`a host that ${what}: the same answer`, async () => {
    served.faults.push(fault);
    served.log.length = 0;
    const page = await newPage(served);
    await page.goto(served.address + street);
    assert.equal(await said(page), expected);
    // By then everything has been asked for.
    await answered(page);
    await townKnown(page);
    assert.ok(served.log.every((entry) => entry.method === "GET"), "something else than GET was asked");
    assertClean(page);
    await close(page);
  });
}

for (const [kind, what] of [["lying-range", /do not match|not complete/i], ["half", /could not be fetched/i]]) {
  test(`counts with the fault ${kind}: a message, and a second try answers`, async () => {
    served.faults.push({ kind, match: "data/counts/" });
    const page = await newPage(served);
    await page.goto(served.address + street);
    await alert(page).waitFor();
    assert.match(await alert(page).innerText(), what);
    assert.equal(await answer(page).count(), 0, "an answer from bytes that are not right");
    served.faults.length = 0;
    await page.getByRole("button", { name: "Try again" }).first().click();
    assert.equal(await said(page), expected);
    assertClean(page, failedRequest);
    await close(page);
  });
}

for (const isSilent of [false, true]) {
  const length = isSilent ? "and does not say how long it is" : "and says how long it is";
  test(`a host without ranges has a large file ${length}: it is read whole when the reader says so`, async () => {
    const bytes = 80 * 1024 * 1024;
    served.faults.push({ kind: "large", match: "data/counts/", bytes, isSilent });
    const page = await newPage(served);
    await page.goto(served.address + street);
    await alert(page).waitFor();
    const button = page.getByRole("button", { name: /Read the whole file, \d+(\.\d)?\sMB/ });
    if (isSilent) {
      // More than the catalogue says came, and nobody knows how much more: so much was seen.
      assert.match(await button.innerText(), /6\d(\.\d)?\sMB/);
    } else {
      assert.match(await button.innerText(), /8[0-4](\.\d)?\sMB/);
      await button.click();
      assert.equal(await said(page), expected);
      assert.equal(await page.getByRole("alert").count(), 0);
    }
    assertClean(page, failedRequest);
    await close(page);
  });
}

for (const [file, head] of [
  ["data/catalog.jsonld", "segment_id,ts,car\n9000001,2024-01-01 00:00,17\n"],
  ["data/street/", "segment_id,ts,car\n9000001,2024-01-01 00:00,17\n"],
  ["data/calendar.json", "PAR1"],
  ["data/counts/", "PAR1"],
]) {
  for (const isSilent of [false, true]) {
    test(`500 MB in place of ${file}${isSilent ? ", of unsaid length" : ""}: refused by name, and the page goes on`, async () => {
      served.faults.push({ kind: "large", match: file, bytes: huge, head: Buffer.from(head), isSilent });
      const page = await newPage(served);
      await page.goto(served.address + street);
      await alert(page).waitFor();
      const message = await alert(page).innerText();
      assert.match(message, /File too large|sends too much at once/);
      assert.ok(message.includes(file.replace("data/", "")), message);
      assert.equal(await answer(page).count(), 0);
      // The tab lives, and the file in its place is read.
      served.faults.length = 0;
      if (file === "data/counts/") await page.reload();
      else await page.getByRole("button", { name: "Try again" }).first().click();
      assert.equal(await said(page), expected);
      assertClean(page, failedRequest);
      await close(page);
    });
  }
}
