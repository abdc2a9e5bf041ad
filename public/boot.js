// Starts the worker and the page's wasm side by side. The other assets are found beside
// this file; the document and its data lie one folder up, also where a host answers
// with 404.html at another depth.

const here = import.meta.url;
const folder = new URL("..", here).href;

/** What the page begins with, whatever it asks then: fetched while the code is on its way. */
function first() {
  const street = new URLSearchParams(location.search).get("street");
  if (street === null) return ["catalog.jsonld", "streets.geojson", "summary/segments.parquet"];
  return /^[a-z0-9-]+$/.test(street) ? ["catalog.jsonld", `street/${street}.json`, "calendar.json"] : ["catalog.jsonld"];
}

/** Starts a worker; `attempt` above 0 goes round every cache. */
function startWorker(attempt) {
  const url = new URL("worker-boot.js", here);
  if (attempt > 0) url.searchParams.set("attempt", `${attempt}-${Date.now()}`);
  const worker = new Worker(url, { type: "module", name: "straatbeeld" });
  // What the worker says before the page's wasm listens is kept for it.
  worker.early = [];
  worker.onmessage = (event) => worker.early.push(event.data);
  worker.onerror = (event) => {
    event.preventDefault();
    worker.early.push({ gone: event.message ?? "" });
  };
  const data = `${folder}data/`;
  worker.postMessage(JSON.stringify({ open: { folder: data } }));
  if (attempt === 0) {
    worker.postMessage({ fetch: first().map((path) => data + path) });
    // The worker's code comes with the page's and not after it. Where that fails the worker fetches it itself.
    WebAssembly.compileStreaming(fetch(new URL("worker_bg.wasm", here))).then(
      (wasm) => worker.postMessage({ wasm }),
      () => worker.postMessage({ wasm: null }),
    );
  }
  return worker;
}

/** Loads the map's code, which nobody needs before a first answer, and draws. */
async function openMap(container, geojson, options, pick) {
  const map = await import(new URL("map.js", here));
  return map.open(container, geojson, options, pick);
}

/** Puts a text on the clipboard; refused where the page is not served securely or the reader does not allow it. */
async function copy(text) {
  await navigator.clipboard.writeText(text);
}

globalThis.straatbeeld = { folder, startWorker, openMap, copy, first: startWorker(0) };

const wasm = fetch(new URL("app_bg.wasm", here));
try {
  const app = await import(new URL("app.js", here));
  await app.default({ module_or_path: wasm });
} catch (error) {
  document.getElementById("start-failed")?.removeAttribute("hidden");
  throw error;
}
