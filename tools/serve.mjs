// A static server for development and tests, on 127.0.0.1 only.
//
//   node tools/serve.mjs --dist dist --data build/towns/demo --port 8080 [--base /some/path/]
//                        [--latency MS] [--kbps N] [--fault KIND:TEXT]… [--log]
//
// It does what a plain static host does: byte ranges, right types, compressed neighbours,
// 404.html. And, for tests, what a bad one does: see `faults`.

import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const types = {
  ".css": "text/css; charset=utf-8",
  ".geojson": "application/geo+json",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".jsonld": "application/ld+json",
  ".mjs": "text/javascript; charset=utf-8",
  ".parquet": "application/vnd.apache.parquet",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
/** Compressed on the way where no compressed neighbour exists. Never data that is read by ranges. */
const compressible = new Set([".css", ".geojson", ".html", ".js", ".json", ".jsonld", ".mjs", ".svg", ".txt", ".webmanifest"]);

/** First byte and byte after the last of a `Range` header; `null` where it asks for what is not there. */
export function byteRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header);
  if (!match || (match[1] === "" && match[2] === "")) return undefined; // not understood: the whole file
  const start = match[1] === "" ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === "" || match[2] === "" ? size : Math.min(size, Number(match[2]) + 1);
  return start < end ? { start, end } : null;
}

/** Sends a beginning and then zeros, as fast as they are taken. */
async function sendLarge(response, head, bytes) {
  const zeros = Buffer.alloc(1 << 20);
  function* pieces() {
    yield head;
    for (let left = bytes - head.length; left > 0; left -= zeros.length) yield left < zeros.length ? zeros.subarray(0, left) : zeros;
  }
  // Whoever has enough goes away; that is no fault of ours.
  await pipeline(Readable.from(pieces()), response).catch(() => {});
}

const PACKET = 16 << 10;

/** Sends at the speed of a line. Whoever else sends on the same line gets every other packet, as on a real one. */
async function sendSlowly(response, chunks, line, kbps) {
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += PACKET) {
        const packet = chunk.subarray(at, at + PACKET);
        line.free = Math.max(Date.now(), line.free) + (packet.length * 8) / kbps;
        await sleep(line.free - Date.now());
        if (response.destroyed) return;
        response.write(packet);
      }
    }
    response.end();
  } catch {
    response.destroy();
  }
}

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * @param options dist, data (folder that answers under `data/`), base, port (0: any), latency (ms), kbps (for each
 *   request, or `shared` by all),
 *   faults: `{kind, match}` with match a piece of the path and kind one of
 *     missing | error | drop | half (the connection breaks half way) | truncate | corrupt,
 *     no-head (405) | no-range | gzip (packs everything, so no ranges) | lying-range (another place than that sent),
 *     large: `{bytes, head?, isSilent?}`, that many bytes that begin with `head` (else the file), without ranges;
 *       `isSilent` does not say how many.
 * @returns the address, the log of requests, the faults (change them at any time), and `close()`.
 */
export async function serve(options) {
  const base = `/${(options.base ?? "").replace(/^\/+|\/+$/g, "")}/`.replace("//", "/");
  const dist = resolve(options.dist);
  const faults = options.faults ?? [];
  const log = [];
  const cache = new Map();
  /** The line that all requests share: when it is idle again. */
  const line = { free: 0 };

  const fileAt = (folder, path) => {
    const file = normalize(join(folder, path));
    if (file !== folder && !file.startsWith(folder + sep)) return undefined;
    return existsSync(file) && statSync(file).isFile() ? file : undefined;
  };
  const compress = (file) => {
    const key = `${file} ${statSync(file).mtimeMs}`;
    if (!cache.has(key)) cache.set(key, brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
    return cache.get(key);
  };

  const pack = (file) => {
    const key = `gzip ${file}`;
    if (!cache.has(key)) cache.set(key, gzipSync(readFileSync(file), { level: 1 }));
    return cache.get(key);
  };

  async function answer(request, response, entry) {
    let path;
    try {
      path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    } catch {
      return response.writeHead(400).end();
    }
    if (path + "/" === base) return response.writeHead(308, { location: base }).end();
    if (options.latency) await sleep(options.latency);
    const inside = path.startsWith(base) ? path.slice(base.length) : undefined;
    const active = faults.find((one) => inside?.includes(one.match));
    const fault = active?.kind;
    if (fault === "no-head" && request.method === "HEAD") return response.writeHead(405).end();
    if (fault === "drop") return request.socket.destroy();
    if (fault === "error") return response.writeHead(500).end();

    let file;
    if (inside !== undefined && fault !== "missing") {
      file = options.data && inside.startsWith("data/")
        ? fileAt(resolve(options.data), inside.slice(5))
        : fileAt(dist, inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside);
    }
    const status = file ? 200 : 404;
    file ??= fileAt(dist, "404.html");
    if (!file) return response.writeHead(404).end("404");

    const extension = extname(file);
    const headers = {
      "content-type": types[extension] ?? "application/octet-stream",
      "cache-control": /\/app-[0-9a-f]+\//.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "content-range",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      etag: `"${statSync(file).mtimeMs.toString(36)}-${statSync(file).size.toString(36)}"`,
    };
    if (status === 200 && request.headers["if-none-match"] === headers.etag && !fault) return response.writeHead(304, headers).end();

    let body; // a buffer, or undefined to stream `from..to` of the file
    let from = 0;
    let to = statSync(file).size;
    let code = status;
    const accepted = request.headers["accept-encoding"] ?? "";
    const neighbour = ["br", "gzip"].filter((one) => accepted.includes(one)).map((one) => [one, `${file}.${one === "br" ? "br" : "gz"}`]).find(([, name]) => existsSync(name));
    headers.vary = "Accept-Encoding";
    const hasRanges = !["no-range", "gzip", "large"].includes(fault);
    if (fault === "large" && status === 200) {
      entry.status = status;
      if (!active.isSilent) headers["content-length"] = active.bytes;
      response.writeHead(status, headers);
      return sendLarge(response, active.head ?? readFileSync(file), active.bytes);
    }
    if (status === 200 && request.headers.range && hasRanges) {
      const range = byteRange(request.headers.range, to);
      if (range === null) return response.writeHead(416, { ...headers, "content-range": `bytes */${to}` }).end();
      if (range) {
        const lie = fault === "lying-range" ? 1 : 0;
        headers["content-range"] = `bytes ${range.start + lie}-${range.end - 1 + lie}/${to + lie}`;
        code = 206;
        from = range.start;
        to = range.end;
      }
    } else if (neighbour && !fault) {
      headers["content-encoding"] = neighbour[0];
      body = readFileSync(neighbour[1]);
    } else if (accepted.includes("br") && compressible.has(extension) && to > 1024 && !fault) {
      headers["content-encoding"] = "br";
      body = compress(file);
    }
    if (hasRanges) headers["accept-ranges"] = "bytes";
    if (fault === "gzip") {
      headers["content-encoding"] = "gzip";
      body = pack(file);
    }
    if (fault === "truncate" || fault === "corrupt") {
      body = Buffer.from(readFileSync(file).subarray(from, to));
      if (fault === "truncate") body = body.subarray(0, Math.floor(body.length / 2));
      else for (let at = 0; at < body.length; at += 97) body[at] ^= 0x55;
    }
    const length = body ? body.length : to - from;
    headers["content-length"] = length;
    entry.status = code;
    entry.bytes = request.method === "HEAD" ? 0 : length;
    response.writeHead(code, headers);
    if (request.method === "HEAD") return response.end();
    if (fault === "half") {
      const whole = body ?? readFileSync(file).subarray(from, to);
      return response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => request.socket.destroy());
    }
    if (options.kbps) return sendSlowly(response, body ? [body] : createReadStream(file, { start: from, end: Math.max(from, to - 1) }), options.shared ? line : { free: 0 }, options.kbps);
    if (body) return response.end(body);
    createReadStream(file, { start: from, end: Math.max(from, to - 1) }).on("error", () => response.destroy()).pipe(response);
  }

  const server = createServer((request, response) => {
    const entry = { method: request.method, url: request.url, range: request.headers.range, status: 0, bytes: 0 };
    log.push(entry);
    response.on("close", () => {
      entry.status ||= response.headersSent ? response.statusCode : 0;
      if (options.log) console.log(`${entry.status || "---"} ${entry.method} ${entry.url} ${entry.range ?? ""} ${entry.bytes}`);
    });
    answer(request, response, entry).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise((done, failed) => server.once("error", failed).listen(options.port ?? 0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    address: `http://127.0.0.1:${server.address().port}${base}`,
    log,
    faults,
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      dist: { type: "string", default: "dist" },
      data: { type: "string" },
      base: { type: "string", default: "/" },
      port: { type: "string", default: "8080" },
      latency: { type: "string" },
      kbps: { type: "string" },
      fault: { type: "string", multiple: true, default: [] },
      log: { type: "boolean", default: false },
    },
  });
  const faults = values.fault.map((text) => ({ kind: text.split(":")[0], match: text.slice(text.indexOf(":") + 1) }));
  const served = await serve({ ...values, port: Number(values.port), latency: Number(values.latency ?? 0), kbps: Number(values.kbps ?? 0), faults }).catch((error) => {
    console.error(error.code === "EADDRINUSE" ? `port ${values.port} is taken: choose another with PORT=…` : error.message);
    process.exit(1);
  });
  console.log(`\n  ${served.address}\n\n  Ctrl+C ends it.`);
}
