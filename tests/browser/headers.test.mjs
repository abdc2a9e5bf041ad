// The build behind nginx and behind Caddy, with the configuration that the build writes for each: every header that the
// product promises is there, and app and embed work under them.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { assertClean, eventually, finish, newPage, program, root, settled } from "./harness.mjs";

const nginx = ["/usr/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"].find((path) => existsSync(path));
const caddy = ["/usr/bin/caddy", "/usr/local/bin/caddy", "/opt/homebrew/bin/caddy"].find((path) => existsSync(path));
const dist = join(root, "dist");
const build = readdirSync(dist).find((name) => name.startsWith("app-"));

const common = { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" };
// As the product's table of security and privacy says it, and frame-src for the preview of an embed.
const app = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; worker-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const expected = {
  "/": { ...common, "content-security-policy": app, "cache-control": "no-cache" },
  "/data.html": { ...common, "content-security-policy": app, "cache-control": "no-cache" },
  "/sw.js": { ...common, "content-security-policy": app, "cache-control": "no-cache" },
  "/not-there": { ...common, "content-security-policy": app },
  "/embed.html": { ...common, "cache-control": "no-cache" },
  "/embed": { ...common, "cache-control": "no-cache" },
  "/host.js": { ...common, "access-control-allow-origin": "*" },
  [`/${build}/boot.js`]: { ...common, "access-control-allow-origin": "*", "cache-control": "public, max-age=31536000, immutable" },
  [`/${build}/app_bg.wasm`]: { ...common, "access-control-allow-origin": "*", "content-type": "application/wasm" },
  "/data/catalog.jsonld": { ...common, "access-control-allow-origin": "*", "cache-control": "no-cache", "content-type": "application/ld+json" },
};

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port: found } = server.address();
    server.close(() => done(found));
  });
});

/** What the build wrote for a server, about this folder and port; nothing else of it is another. */
function configured(name, changes) {
  return Object.entries(changes).reduce((text, [from, to]) => {
    assert.ok(text.includes(from), `${name} has no ${from}`);
    return text.replace(from, to);
  }, readFileSync(join(dist, "hosting", name), "utf8"));
}

function startNginx(folder, port) {
  mkdirSync(join(folder, "temp"));
  const site = configured("nginx.conf", { "listen 80;": `listen 127.0.0.1:${port};`, "root /var/www/straatbeeld;": `root ${dist};` });
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/temp/${name};`).join(" ");
  writeFileSync(join(folder, "nginx.conf"), `${process.getuid() === 0 ? "user root;" : ""} worker_processes 1; daemon off; pid ${folder}/pid; error_log stderr warn; events {} http { access_log off; ${temp} ${site} }`);
  execFileSync(nginx, ["-t", "-q", "-c", join(folder, "nginx.conf")]);
  return spawn(nginx, ["-c", join(folder, "nginx.conf")], { stdio: "inherit" });
}

function startCaddy(folder, port) {
  const site = configured("Caddyfile", { ":80 {": `http://127.0.0.1:${port} {`, "root * /var/www/straatbeeld": `root * ${dist}` });
  const file = join(folder, "Caddyfile");
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n${site}`);
  return spawn(caddy, ["run", "--config", file, "--adapter", "caddyfile"], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, HOME: folder } });
}

/** By the name that a test says. */
const servers = {
  nginx: { skip: nginx ? false : "nginx is not on this machine", start: startNginx },
  Caddy: { skip: caddy ? false : "Caddy is not on this machine", start: startCaddy },
};
let folder;
let frozen;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "straatbeeld-hosts-"));
  frozen = freeze();
  for (const [name, server] of Object.entries(servers)) {
    if (server.skip) continue;
    const port = await freePort();
    mkdirSync(join(folder, name));
    server.origin = `http://127.0.0.1:${port}`;
    server.process = server.start(join(folder, name), port);
    await eventually(async () => {
      assert.ok(await fetch(server.origin).then(() => true, () => false), `${name} does not answer`);
    }, 30_000);
  }
});

after(async () => {
  await finish();
  for (const { process } of Object.values(servers)) process?.kill();
  frozen?.remove();
  rmSync(folder, { recursive: true });
});

/** A figure that stays as it is, beside the data as the manual says. */
function freeze() {
  const out = join(dist, "frozen");
  const was = existsSync(out);
  const files = execFileSync(program, ["freeze", "?lang=en&street=stationsstraat&figure=speeds", "--data", join(dist, "data"), "--out", out], { encoding: "utf8" }).trim().split("\n");
  return {
    path: `/frozen/${basename(files.find((one) => one.endsWith(".html")))}`,
    remove: () => was ? files.forEach((one) => rmSync(one, { force: true })) : rmSync(out, { recursive: true }),
  };
}

for (const [server, of] of Object.entries(servers)) {
  const { skip } = of;

  test(`${server}: every header of the product's table is sent`, { skip }, async () => {
    for (const [path, headers] of Object.entries(expected)) {
      const response = await fetch(of.origin + path);
      assert.equal(response.status, path === "/not-there" ? 404 : 200, path);
      for (const [name, value] of Object.entries(headers)) assert.equal(response.headers.get(name), value, `${path}: ${name}`);
    }
  });

  test(`${server}: the embed may be shown anywhere and runs nothing of others`, { skip }, async () => {
    const response = await fetch(`${of.origin}/embed.html`);
    const policy = response.headers.get("content-security-policy");
    const directives = Object.fromEntries(policy.split(";").map((one) => one.trim()).map((one) => [one.split(" ")[0], one.split(" ").slice(1)]));
    assert.deepEqual(directives["frame-ancestors"], ["*"]);
    assert.deepEqual(directives["default-src"], ["'none'"]);
    assert.deepEqual(directives["base-uri"], ["'none'"]);
    assert.deepEqual(directives["form-action"], ["'none'"]);
    for (const [name, sources] of Object.entries(directives)) {
      assert.ok(!sources.includes("'unsafe-inline'") && !sources.includes("'unsafe-eval'"), name);
      if (name !== "frame-ancestors") assert.ok(!sources.includes("*"), name);
    }
  });

  test(`${server}: a frozen figure is sent with a policy under which it looks as it should`, { skip }, async () => {
    const response = await fetch(`${of.origin}${frozen.path}`);
    assert.equal(response.headers.get("content-security-policy"), "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors *");
    for (const [header, value] of Object.entries(common)) assert.equal(response.headers.get(header), value, header);
    const page = await newPage({ origin: of.origin });
    await page.goto(`${of.origin}${frozen.path}`);
    // The style in the page is in force: both policies let it through.
    assert.equal(await page.locator("main.frozen").evaluate((one) => getComputedStyle(one).display), "grid");
    assert.deepEqual(page.found, { console: [], foreign: [] });
    await page.context().close();
  });

  test(`${server}: parts of a file of counts are sent as they are`, { skip }, async () => {
    const [counts] = readdirSync(join(dist, "data/counts")).filter((name) => name.endsWith(".parquet"));
    const response = await fetch(`${of.origin}/data/counts/${counts}`, { headers: { range: "bytes=4-11", "accept-encoding": "gzip, br" } });
    assert.equal(response.status, 206);
    assert.match(response.headers.get("content-range"), /^bytes 4-11\/\d+$/);
    assert.equal(response.headers.get("content-encoding"), null);
    assert.equal((await response.arrayBuffer()).byteLength, 8);
    assert.match(response.headers.get("access-control-expose-headers"), /content-range/i);
  });

  test(`${server}: the app works under these headers`, { skip }, async () => {
    const page = await newPage({ origin: of.origin });
    await page.goto(`${of.origin}/?lang=en&street=stationsstraat`);
    await settled(page);
    await page.locator(".answer-sentence").first().waitFor();
    await page.goto(`${of.origin}/?lang=en`);
    await settled(page);
    await page.goto(`${of.origin}/data.html?lang=en`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.locator(".data-card").first().waitFor();
    assertClean(page);
    await page.context().close();
  });

  test(`${server}: the embed works under these headers, in a frame of another site without an origin`, { skip }, async () => {
    const figure = `${of.origin}/embed.html?street=stationsstraat&figure=day&lang=en`;
    const other = createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end(`<!DOCTYPE html><title>Another site</title><iframe title="A figure" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" src="${figure}" width="600" height="600"></iframe>`);
    });
    await new Promise((done) => other.listen(0, "127.0.0.1", done));
    const origin = `http://127.0.0.1:${other.address().port}`;
    const page = await newPage({ origin: `http://127.0.0.1` });
    await page.goto(origin);
    const frame = page.frameLocator("iframe");
    await frame.locator("canvas, svg, table").first().waitFor();
    assert.deepEqual(page.found.console.filter((text) => !/favicon/.test(text)), []);
    await page.context().close();
    await new Promise((done) => other.close(done));
  });
}
