// What axe finds on a page, and on a page seen in a certain way.

import { AxeBuilder } from "@axe-core/playwright";
import { close, newPage, settled } from "./harness.mjs";
import { allAnswered, noteQuestions } from "./pages.mjs";
import { addressOf, sizes } from "./routes.mjs";

export async function violations(page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map((one) => `${one.id}: ${one.help}\n    ${one.nodes.map((node) => `${node.target} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`).join("\n    ")}`);
}

/** What is wrong with a route seen in one way: what axe finds, errors on the console, requests to other hosts. */
export async function look(served, { route, language, scheme, size }) {
  const page = await newPage(served, { viewport: sizes[size], theme: scheme === "dark" ? "dark" : "light" });
  if (scheme === "forced colours") await page.emulateMedia({ forcedColors: "active" });
  await noteQuestions(page);
  await page.goto(served.address + addressOf(route, language));
  // Not everything that is on its way is said to be: the cards of ethics, the town in the footer.
  await allAnswered(page);
  await settled(page);
  const found = await violations(page);
  const errors = page.found.console.filter((text) => !(route === "address that leads nowhere" && /404/.test(text)));
  await close(page);
  return [...found, ...errors, ...page.found.foreign];
}
