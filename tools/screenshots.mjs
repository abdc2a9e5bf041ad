// Pictures of home and street into docs/screenshots/: phone, desktop, dark.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { close, desktop, finish, newPage, phone, root, serveTown, settled } from "../tests/browser/harness.mjs";

const folder = join(root, "docs/screenshots");
mkdirSync(folder, { recursive: true });
const served = await serveTown("demo");
const views = [
  ["home", "?lang=en"],
  ["street", "?lang=en&street=stationsstraat"],
];
const looks = [
  ["phone", { viewport: phone }],
  ["desktop", { viewport: desktop }],
  ["phone-dark", { viewport: phone, theme: "dark" }],
  ["desktop-dark", { viewport: desktop, theme: "dark" }],
];
for (const [view, query] of views) {
  for (const [look, options] of looks) {
    const page = await newPage(served, options);
    await page.goto(served.address + query);
    await settled(page);
    const path = join(folder, `${view}-${look}.png`);
    await page.screenshot({ path });
    console.log(path);
    if (view === "street" && look === "desktop") await page.screenshot({ path: join(folder, "street-desktop-whole.png"), fullPage: true });
    await close(page);
  }
}
await finish();
await served.close();
