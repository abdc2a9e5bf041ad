// Every number of every sum on the page, to its last digit, against what the command line says.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertClean, close, desktop, finish, isPublished, serveTown } from "./harness.mjs";
import { button, explain, figures, isThere, open, openSum, panel } from "./sums.mjs";

after(finish);

const number = (text) => Number(text.replaceAll(",", "").replace("−", "-"));

/** A cell of the page against the same of the answer; a number is rounded to the digits it shows. */
function agree(where, text, cell) {
  if (cell === "missing") return assert.equal(text, "—no data", `${where}: “${text}” where nothing is known`);
  assert.ok(!text.includes("—"), `${where}: a dash where ${JSON.stringify(cell)} is known`);
  const value = cell.number ?? cell.count ?? (cell.share === undefined ? undefined : cell.share * 100);
  if (value === undefined) return assert.ok(text.length > 0, where);
  const shown = number(text.replace("%", ""));
  const half = 0.5 / 10 ** (/\.(\d+)/.exec(text)?.[1].length ?? 0);
  assert.ok(Math.abs(shown - value) <= half + 1e-9 * Math.abs(value), `${where}: ${text} is not ${value}`);
  return undefined;
}

async function compare(page, figure, ledger) {
  let compared = 0;
  const isMonth = (key) => /^(madt|month):/.test(key);
  const expected = [...ledger.results.filter(({ key }) => !isMonth(key)), ...ledger.results.filter(({ key }) => isMonth(key))];
  const results = await panel(page, figure).locator(".ledger-results .term").evaluateAll((terms) => terms.map((term) => [...term.querySelectorAll("dt, dd")].map((one) => one.textContent)));
  assert.equal(results.length, expected.length, `${figure}: results`);
  for (const [at, { key, value, origin }] of expected.entries()) {
    const [name, rounded, digits] = results[at];
    assert.ok(name.length > 0, key);
    if (value === null) {
      assert.equal(rounded, "—no data", `${figure}, ${key}`);
      continue;
    }
    const [full, by] = digits.split(" · ");
    assert.equal(Number(full.replace("−", "-")), value, `${figure}, ${key}: ${full}`);
    assert.equal(by, origin === "sql" ? "SQL" : "only this program");
    assert.match(rounded, /\d/);
    compared += 1;
  }
  const account = ledger.account;
  const parts = [account.used, ...account.left_out.map(({ hours }) => hours), ...(account.absent > 0 ? [account.absent] : [])];
  const [left, right] = (await panel(page, figure).locator(".ledger-sum").innerText()).split(" = ");
  assert.deepEqual(left.split(" + ").map(number), parts, `${figure}: hours`);
  assert.equal(number(right), account.hours);
  assert.equal(parts.reduce((sum, hours) => sum + hours, 0), account.hours);

  const filled = ledger.tables.filter(({ rows }) => rows.length > 0);
  const tables = await panel(page, figure).locator(".ledger-table").evaluateAll((all) => all.map((one) => [...one.querySelectorAll("tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent))));
  assert.equal(tables.length, filled.length, `${figure}: tables`);
  for (const [at, { key, rows }] of filled.entries()) {
    assert.equal(tables[at].length, rows.length, `${figure}, ${key}: rows`);
    rows.forEach((row, line) => row.forEach((cell, column) => {
      agree(`${figure}, ${key}, row ${line}, column ${column}`, tables[at][line][column], cell);
      compared += 1;
    }));
  }
  const files = await panel(page, figure).locator(".ledger-path").allInnerTexts();
  assert.deepEqual(files, ledger.files.map(({ source }) => source.path));
  const text = await panel(page, figure).innerText();
  for (const { source } of ledger.files) assert.ok(text.includes(source.sha256), "the hash of the file");
  const statement = panel(page, figure).locator(".ledger-sql");
  if (ledger.sql === "") assert.equal(await statement.count(), 0);
  else assert.equal(await statement.textContent(), ledger.sql);
  if (expected.length === 0) assert.match(text, /There is no figure/);
  return compared;
}

/** Streets with counts, spread over the town. */
function countedStreets(town, wanted) {
  const { streets } = JSON.parse(explain(town, "?lang=en")).town;
  const counted = streets.filter((one) => one.counted);
  const step = Math.max(1, Math.floor(counted.length / wanted));
  return counted.filter((_, at) => at % step === 0).slice(0, wanted).map((one) => one.id);
}

for (const [name, wanted] of [["demo", 2], ["kortrijk", 1], ["berlin", 2], ["muenster", 1]]) {
  const skip = isPublished(name) ? undefined : `${name} is not published: tools/publish.sh towns/${name}.toml`;
  test(`${name}: every sum says the numbers that the command line says`, { skip }, async (context) => {
    const town = await serveTown(name);
    context.after(() => town.close());
    let compared = 0;
    for (const id of countedStreets(name, wanted)) {
      const query = `?lang=en&street=${encodeURIComponent(id)}&period=all`;
      const page = await open(town, query, { viewport: desktop });
      for (const figure of figures) {
        const { ledger } = JSON.parse(explain(name, `${query}&sum=${figure}`));
        // A figure that this street does not have is reached by its address only.
        if (await button(page, figure).isVisible()) {
          await openSum(page, figure);
        } else {
          await page.goto(`${town.address}${query}&sum=${figure}`);
          await isThere(page, figure);
        }
        compared += await compare(page, figure, ledger);
      }
      assertClean(page);
      await close(page);
    }
    assert.ok(compared > 500 * wanted, `only ${compared} numbers were compared`);
    context.diagnostic(`${compared} numbers`);
  });
}
