// Pages of others that show an embed, served from a port of their own.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { root } from "./harness.mjs";

const script = readFileSync(join(root, "public/host.js"), "utf8");

/** The frame as the embed dialog gives it. */
export const frameOf = (src, more = "") =>
  `<iframe title="Traffic in Stationsstraat" data-straatbeeld="one" src="${src}" width="100%" height="420" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"${more}></iframe>`;

/** `kinds`: name → `{head, body, headers}`; answers `/<name>`. */
export async function serveHosts(kinds) {
  const server = createServer((request, response) => {
    const name = new URL(request.url, "http://host").pathname.slice(1);
    if (name === "host.js") return response.writeHead(200, { "content-type": "text/javascript" }).end(script);
    const kind = kinds[name];
    // A browser asks for it by itself.
    if (name === "favicon.ico") return response.writeHead(204).end();
    if (!kind) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...kind.headers });
    response.end(`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A host: ${name}</title>${kind.head ?? ""}</head><body><main><h1>News</h1><p><a href="#before" id="before">Before</a></p>${kind.body}<p><a href="#after" id="after">After</a></p></main><script src="/host.js"></script></body></html>`);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}
