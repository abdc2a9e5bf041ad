// Keeps the app and what was read of the data on the device of a reader who asked for it (offline.js). Each build has
// its own: the build fills in BUILD and FILES. Documents and data come from the host while it can be reached; the
// files of a build, whose folder carries its hash, come from the cache of that build. So nothing of two builds meets.

const BUILD = "__BUILD__";
const DOCUMENTS = __DOCUMENTS__;
const FILES = __FILES__;
const APP = `straatbeeld app ${BUILD}`;
const DATA = "straatbeeld data";
/** A host that says nothing for so long cannot be reached (ms). */
const PATIENCE = 6000;
/** Files and ranges of the data; the oldest go first. */
const MOST = 800;

const base = self.registration.scope;

async function fill() {
  const cache = await caches.open(APP);
  await Promise.all(DOCUMENTS.map(async (path) => {
    const response = await fetch(new URL(path, base), { cache: "no-cache" });
    // A host in the middle of an update has documents of another build.
    if (!response.ok || !(await response.clone().text()).includes(`${BUILD}/`)) throw new Error(`${path}: not of ${BUILD}`);
    await cache.put(new URL(path, base), response);
  }));
  await cache.addAll(FILES.map((path) => new URL(path, base).href));
}

async function tidy() {
  for (const name of await caches.keys()) if (name.startsWith("straatbeeld app ") && name !== APP) await caches.delete(name);
  await self.clients.claim();
}

/** What the host says, or nothing where it cannot be reached. */
async function ask(request) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  const end = () => stop.abort();
  request.signal.addEventListener("abort", end);
  try {
    return await fetch(request, { signal: stop.signal });
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

async function document(request, path) {
  const response = await ask(request);
  if (response) return response;
  const kept = await caches.match(new URL(path, base), { cacheName: APP });
  return kept ?? Response.error();
}

async function file(request) {
  return (await caches.match(request.url, { cacheName: APP })) ?? fetch(request);
}

/** The whole of a file and each of its ranges are kept apart: a cache takes no answer with status 206. */
const keyOf = (request) => {
  const range = request.headers.get("range");
  const url = new URL(request.url);
  if (range) url.searchParams.set("kept-range", range);
  return url.href;
};

async function keep(request, response, asked) {
  const cache = await caches.open(DATA);
  const key = keyOf(request);
  const bytes = await response.arrayBuffer();
  const isCatalog = request.url === new URL("data/catalog.jsonld", base).href;
  if (isCatalog) {
    const before = await cache.match(key);
    const isSame = before && (await before.text()) === new TextDecoder().decode(bytes);
    // Another publication: what was kept of the one before would not fit to it.
    if (before && !isSame) {
      for (const old of await cache.keys()) {
        const kept = await cache.match(old);
        if (Number(kept?.headers.get("x-kept-at") ?? 0) < asked - 5000) await cache.delete(old);
      }
    }
  }
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.set("x-kept-at", String(asked));
  headers.set("x-kept-status", String(response.status));
  await cache.put(key, new Response(bytes, { headers }));
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST))) await cache.delete(old);
}

/** What is on its way into a cache; and whether the reader has said that nothing is to be kept any more. */
const keeping = new Set();
let isOver = false;

function hold(work) {
  const end = work.catch(() => {}).finally(() => keeping.delete(end));
  keeping.add(end);
  return work;
}

async function data(event) {
  const asked = Date.now();
  const response = await ask(event.request);
  if (response) {
    if (!isOver && (response.status === 200 || response.status === 206)) {
      event.waitUntil(hold(keep(event.request, response.clone(), asked)).catch(() => {}));
    }
    return response;
  }
  const kept = await caches.match(keyOf(event.request), { cacheName: DATA });
  if (!kept) return Response.error();
  return new Response(await kept.arrayBuffer(), { status: Number(kept.headers.get("x-kept-status")), headers: kept.headers });
}

/** Whatever is still being kept would open the cache again after it was deleted: that is waited for first. */
async function forget(port) {
  isOver = true;
  await Promise.all(keeping);
  for (const name of await caches.keys()) if (name.startsWith("straatbeeld ")) await caches.delete(name);
  port.postMessage("forgotten");
}

self.addEventListener("message", (event) => {
  if (event.data === "forget") event.waitUntil(forget(event.ports[0]));
});
self.addEventListener("install", (event) => event.waitUntil(hold(fill())));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(base)) return;
  const { pathname, search } = new URL(request.url);
  const path = pathname.slice(new URL(base).pathname.length);
  if (path.startsWith("data/")) event.respondWith(data(event));
  else if (request.mode === "navigate") event.respondWith(document(request, path === "index.html" ? "" : path));
  else if (search === "" && FILES.includes(path)) event.respondWith(file(request));
});
