// `make accessibility`: every page in every language, scheme and size through axe, and what the statement about
// accessibility says of it: docs/accessibility.json, from which the build makes the statement's pages.

import { readFileSync, writeFileSync } from "node:fs";
import { look } from "../tests/browser/axe.mjs";
import { finish, launch, serveTown } from "../tests/browser/harness.mjs";
import { allWays, everyRoute, languages, schemes, sizes } from "../tests/browser/routes.mjs";

const served = await serveTown("demo");
const ways = Object.keys(everyRoute).flatMap(allWays);
const found = [];
for (const [at, way] of ways.entries()) {
  for (const what of await look(served, way)) found.push({ ...way, what });
  if (at % 20 === 19) console.log(`${at + 1} of ${ways.length}, ${found.length} findings`);
}
const browser = await launch();
const { version } = JSON.parse(readFileSync("node_modules/axe-core/package.json", "utf8"));
const result = {
  day: new Date().toISOString().slice(0, 10),
  axe: version,
  browser: `Chromium ${browser.version()}`,
  pages: Object.keys(everyRoute).length,
  languages: languages.length,
  schemes: schemes.length,
  sizes: Object.keys(sizes).length,
  views: ways.length,
  found: found.length,
};
await finish();
await served.close();
for (const one of found) console.log(Object.values(one).join(" · "));
console.log(JSON.stringify(result));
writeFileSync("docs/accessibility.json", `${JSON.stringify(result, null, 2)}\n`);
process.exitCode = found.length > 0 ? 1 : 0;
