// The guide: steps with addresses, checklists, and a town file that the program publishes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertClean, close, desktop, finish, program, serveTown } from "./harness.mjs";
import { hasFocus } from "./keys.mjs";
import { assertAccessible, assertByTab, assertTargets, everywhere, open, saved } from "./pages.mjs";

let served;
before(async () => { served = await serveTown("demo"); });
after(async () => { await finish(); await served.close(); });

everywhere("the guide", () => served, "guide.html?step=plan");

test("each step has an address; back and forward work, and what was ticked stays", async () => {
  const page = await open(served, "guide.html?lang=en");
  const step = (name) => page.getByRole("heading", { level: 2, name, exact: true }).first();
  await step("Start").waitFor();
  await page.getByLabel("The data protection officer has been told.").check();
  for (const [name, address] of [["Plan", "plan"], ["Do", "do"], ["Watch", "watch"]]) {
    await page.getByRole("link", { name: `Next: ${name}` }).click();
    await step(name).waitFor();
    assert.match(page.url(), new RegExp(`guide\\.html\\?lang=en&step=${address}$`));
    assert.equal(await page.locator(".guide-steps [aria-current=step]").innerText(), name);
    await hasFocus(page, "h1");
    await assertAccessible(page);
  }
  await page.getByText("1 of 64 points are ticked.").waitFor();
  const { name, text } = await saved(page, page.getByRole("button", { name: "Download the checklist" }));
  assert.equal(name, "straatbeeld-checklist.md");
  assert.equal(text.match(/^- \[ \] /gm).length, 63);
  assert.match(text, /^- \[x\] The data protection officer has been told\.$/m);
  await page.goBack();
  await step("Do").waitFor();
  await page.getByRole("link", { name: "Start" }).click();
  assert.ok(await page.getByLabel("The data protection officer has been told.").isChecked());
  assertClean(page);
  await close(page);
});

test("what a town fills in is a town file that is published and checked", async () => {
  const page = await open(served, "guide.html?lang=nl&step=plan", { viewport: desktop });
  const requests = [];
  page.on("request", (request) => { if (!request.url().endsWith("/favicon.svg")) requests.push(request.url()); });
  const fields = page.locator(".block");
  const fill = async (id, value) => fields.locator(`[id="${id}"]`).fill(value);
  for (const [id, value] of Object.entries({
    name: "Sint-Jan \"aan zee\"", languages: "nl, fr", lat: "51,2", lon: "3", publisher: "Gemeente Sint-Jan", email: "data@sint-jan.example",
    "source-title-0": "Tellingen", "path-0": "tellingen.csv", "source-publisher-0": "Gemeente Sint-Jan", "contact-email-0": "mobiliteit@sint-jan.example",
    "column-segment-0": "plaats", "column-time-0": "begin", "column-car-0": "auto's",
  })) await fill(id, value);
  await page.locator("[id=holidays]").selectOption("BE");
  await page.locator("[id=licence-0]").selectOption("CC BY 4.0");
  // A second dataset, of another format: its table is not asked for. Then it goes again.
  await page.getByRole("button", { name: "Voeg een dataset toe" }).click();
  await page.locator("[id=format-1]").selectOption("telraam-csv");
  await fill("source-title-1", "Weg ermee");
  assert.equal(await page.locator("[id=column-time-1]").count(), 0);
  await page.getByRole("button", { name: "Verwijder dataset 2" }).click();
  assert.equal(await page.locator(".source").count(), 1);
  await page.locator("summary").click();
  await fill("why-0", "Om de schoolstraat te volgen.");
  await page.getByRole("link", { name: "Volgende: Doen" }).click();
  await page.getByText("Alles wat nodig is, is ingevuld.").waitFor();
  const file = await saved(page, page.getByRole("button", { name: "Download sint-jan-aan-zee.toml" }));
  assert.equal(file.name, "sint-jan-aan-zee.toml");
  assert.deepEqual(requests, [], "something was sent or fetched while filling in");
  const commands = (await page.locator("pre.code").last().innerText()).trim().split("\n");
  assert.equal(commands.length, 2);

  const folder = mkdtempSync(join(tmpdir(), "guide-"));
  writeFileSync(join(folder, file.name), file.text);
  const rows = Array.from({ length: 7 * 24 }, (_, at) => `kerkstraat;2026-01-${String(5 + Math.floor(at / 24)).padStart(2, "0")} ${String(at % 24).padStart(2, "0")}:00;${at % 24}`);
  writeFileSync(join(folder, "tellingen.csv"), ["plaats;begin;auto's", ...rows, ""].join("\n"));
  // As they stand on the page.
  for (const command of commands) {
    const [name, ...args] = command.split(" ");
    assert.equal(name, "straatbeeld");
    execFileSync(program, args, { cwd: folder, stdio: "pipe" });
  }
  assert.ok(existsSync(join(folder, "sint-jan-aan-zee/counts/tellingen.parquet")));
  rmSync(folder, { recursive: true });
  assertClean(page);
  await close(page);
});

test("what is missing is named, in the language of the reader", async () => {
  const page = await open(served, "guide.html?lang=de&step=do");
  await page.getByText("12 Felder fehlen oder können nicht gelesen werden:").waitFor();
  await page.getByText("Spalte des Zählers (Datensatz 1)").waitFor();
  // Another language of the same page: what was filled in would stay.
  await page.getByRole("link", { name: "Français" }).click();
  await page.getByText("12 champs manquent ou ne peuvent être lus").waitFor();
  await assertAccessible(page);
  await close(page);
});

test("by Tab alone, and with targets that a finger hits", async () => {
  for (const step of ["start", "plan", "do", "watch"]) {
    const page = await open(served, `guide.html?lang=en&step=${step}`);
    await assertByTab(page);
    await assertTargets(page);
    await close(page);
  }
});
