// What the tests of sums share: where a sum is on the page, and what the command line says of it.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { answered, newPage, program, root, settled, townKnown } from "./harness.mjs";

export const figures = ["day", "annual", "peaks", "week", "directions", "speeds", "months", "split"];

/** What the command line says of the same address. */
export function explain(town, query) {
  const data = join(root, "build/towns", town);
  return execFileSync(program, ["explain", query, "--data", data, "--json"], { encoding: "utf8", maxBuffer: 1 << 26 });
}

export const button = (page, figure) => page.locator(`#sum-button-${figure}`);
export const panel = (page, figure) => page.locator(`#sum-${figure} .ledger`);
/** The sum is there, not only its heading; and stays: one in an early answer is made anew with the whole one. */
export async function isThere(page, figure) {
  await answered(page);
  await panel(page, figure).locator(".ledger-sum").waitFor();
}

export async function open(town, query, options = {}) {
  const page = await newPage(town, options);
  await page.goto(town.address + query);
  await townKnown(page);
  await settled(page);
  return page;
}

export async function openSum(page, figure) {
  await button(page, figure).click();
  await isThere(page, figure);
}
