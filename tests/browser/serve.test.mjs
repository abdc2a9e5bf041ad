// The server that every other test stands on: ranges, types, faults.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { byteRange, serve } from "../../tools/serve.mjs";

let served;
before(async () => {
  const folder = mkdtempSync(join(tmpdir(), "straatbeeld-"));
  mkdirSync(join(folder, "dist"));
  mkdirSync(join(folder, "town"));
  writeFileSync(join(folder, "dist/index.html"), "home");
  writeFileSync(join(folder, "dist/404.html"), "not here");
  writeFileSync(join(folder, "dist/a.js"), "x".repeat(5000));
  writeFileSync(join(folder, "town/counts.parquet"), "0123456789");
  writeFileSync(join(folder, "secret"), "no");
  served = await serve({ dist: join(folder, "dist"), data: join(folder, "town"), base: "/some/path/" });
});
after(() => served.close());
const get = (path, headers) => fetch(served.address + path, { headers });

test("a range is first byte and byte after the last", () => {
  assert.deepEqual(byteRange("bytes=2-4", 10), { start: 2, end: 5 });
  assert.deepEqual(byteRange("bytes=-3", 10), { start: 7, end: 10 });
  assert.deepEqual(byteRange("bytes=8-99", 10), { start: 8, end: 10 });
  assert.equal(byteRange("bytes=10-", 10), null);
  assert.equal(byteRange("bytes=a", 10), undefined);
});

test("ranges answer 206 with their place, and 416 past the end", async () => {
  const part = await get("data/counts.parquet", { range: "bytes=2-4" });
  assert.equal(part.status, 206);
  assert.equal(part.headers.get("content-range"), "bytes 2-4/10");
  assert.equal(part.headers.get("content-type"), "application/vnd.apache.parquet");
  assert.equal(part.headers.get("content-encoding"), null);
  assert.equal(await part.text(), "234");
  assert.equal((await get("data/counts.parquet", { range: "bytes=10-" })).status, 416);
});

test("text is compressed, unknown paths get the 404 page, nothing outside is served", async () => {
  assert.equal((await get("a.js", { "accept-encoding": "br" })).headers.get("content-encoding"), "br");
  const unknown = await get("street/unknown");
  assert.equal(unknown.status, 404);
  assert.equal(await unknown.text(), "not here");
  assert.equal((await get("%2e%2e/secret")).status, 404);
  assert.equal((await get("data/..%2fsecret")).status, 404);
  assert.equal((await fetch(served.origin + "/")).status, 404);
  assert.equal((await fetch(served.origin + "/some/path", { redirect: "manual" })).status, 308);
});

test("faults do what they say", async () => {
  const file = "data/counts.parquet";
  const withFault = async (kind, check) => {
    served.faults.push({ kind, match: file });
    await check();
    served.faults.pop();
  };
  await withFault("missing", async () => assert.equal((await get(file)).status, 404));
  await withFault("error", async () => assert.equal((await get(file)).status, 500));
  await withFault("truncate", async () => assert.equal(await (await get(file)).text(), "01234"));
  await withFault("corrupt", async () => assert.notEqual(await (await get(file)).text(), "0123456789"));
  await withFault("drop", () => assert.rejects(get(file)));
  await withFault("no-range", async () => assert.equal((await get(file, { range: "bytes=2-4" })).status, 200));
});
