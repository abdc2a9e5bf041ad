// Starts the worker, the page's wasm and the texts of the reader's language side by side. The other assets are found beside
// this file; the document and its data lie one folder up, also where a host answers
// with 404.html at another depth.

const here = import.meta.url;
const folder = new URL("..", here).href;
const { lang: usual, dataset: { languages, program = "app" } } = document.documentElement;
const offered = languages.split(" ");
/** A frame on another site: always started in the same way, whether that site sandboxes it or not. */
const isApart = program === "embed";
if (isApart) document.documentElement.dataset.scheme = new URLSearchParams(location.search).get("theme") ?? "auto";

/** The language that an address asks for, else the first of the browser's that there is, else that of index.html. */
function chooseLanguage(asked) {
  const known = (tag) => offered.find((one) => one === tag?.split(/[-_]/)[0].toLowerCase());
  return known(asked) ?? (navigator.languages ?? []).map(known).find(Boolean) ?? usual;
}

const texts = new Map();

/** A file of texts, which is fetched once; again, and round every cache, where it was of no use. */
function fetchTexts(name, isAgain) {
  if (isAgain || !texts.has(name)) {
    const load = async () => {
      const response = await fetch(new URL(`texts/${name}.txt`, here), { cache: isAgain ? "reload" : "default" });
      if (!response.ok) throw new Error(`texts/${name}.txt: status ${response.status}`);
      return response.text();
    };
    const loaded = load();
    // Who asks for it hears of a failure, perhaps later than a browser waits before it complains.
    loaded.catch(() => {});
    texts.set(name, loaded);
  }
  return texts.get(name);
}

function showStartFailed() {
  document.getElementById("start-failed")?.removeAttribute("hidden");
}

/** What the page begins with, whatever it asks then: fetched while the code is on its way. */
function first() {
  if (program !== "app" && program !== "embed") return ["catalog.jsonld"];
  const street = new URLSearchParams(location.search).get("street");
  if (street === null) return ["catalog.jsonld", "streets.geojson", "summary/segments.parquet"];
  return /^[a-z0-9-]+$/.test(street) ? ["catalog.jsonld", `street/${street}.json`, "calendar.json"] : ["catalog.jsonld"];
}

/**
 * A worker where the page has no origin: none may be made of a file, but one of a blob may import it. Messages that
 * come before the file listens are kept for it.
 */
function startApart(url) {
  const code = `const held=[],hold=(e)=>held.push(e.data);addEventListener("message",hold);
import(${JSON.stringify(url)}).then(()=>{removeEventListener("message",hold);for(const data of held)dispatchEvent(new MessageEvent("message",{data}))},(e)=>setTimeout(()=>{throw e}))`;
  return new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })), { name: workerName });
}

/** The worker of streets and of the town is the smaller one; the clerk knows the records too, and what is no chart. */
const isStreets = program === "app" || (isApart && !/^(map|compare|label|card)$/.test(new URLSearchParams(location.search).get("figure")));
const workerName = isStreets ? "worker" : "clerk";

/** Starts a worker; `attempt` above 0 goes round every cache. */
function startWorker(attempt) {
  const url = new URL("worker-boot.js", here);
  if (attempt > 0) url.searchParams.set("attempt", `${attempt}-${Date.now()}`);
  const worker = isApart ? startApart(url.href) : new Worker(url, { type: "module", name: workerName });
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
    // The worker's code comes with the page's and not after it, and is compiled there: here it would keep a press waiting.
    // Where that fails the worker fetches it itself.
    fetch(new URL(`${workerName}_bg.wasm`, here))
      .then((response) => (response.ok ? response.arrayBuffer() : Promise.reject()))
      .then(
        (wasm) => worker.postMessage({ wasm }, [wasm]),
        () => worker.postMessage({ wasm: null }),
      );
  }
  return worker;
}

/** Resolves to true once an element is about to come into sight, to false when it is taken away before. */
function comesNear(element) {
  return new Promise((resolve) => {
    const watch = new IntersectionObserver((seen) => {
      const isNear = seen.some((one) => one.isIntersecting);
      if (!isNear && element.isConnected) return;
      watch.disconnect();
      resolve(isNear);
    }, { rootMargin: "600px 0px" });
    watch.observe(element);
  });
}

/** Loads the map's code, which nobody needs before a first answer, and draws. */
async function openMap(container, geojson, options, pick) {
  if (options.isLazy && !(await comesNear(container))) return () => {};
  const map = await import(new URL("map.js", here));
  return map.open(container, geojson, options, pick);
}

const parts = new Map();

/** A program is started once, whoever asks meanwhile: a second start would take the memory from under the first. */
function loadPart(program) {
  const load = async () => {
    const sheet = new URL(`${program}.css`, here).href;
    if (!document.querySelector(`link[href="${sheet}"]`)) {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: sheet });
      const loaded = new Promise((done) => (link.onload = link.onerror = done));
      document.head.append(link);
      await loaded;
    }
    const part = await import(new URL(`${program}.js`, here));
    await part.default({ module_or_path: new URL(`${program}_bg.wasm`, here) });
    return part;
  };
  if (!parts.has(program)) {
    const loaded = load();
    parts.set(program, loaded);
    loaded.catch(() => parts.delete(program));
  }
  return parts.get(program);
}

/**
 * Loads a program that shows one thing inside an element of the page (`shared.js`, `shared.css`), and lets it show
 * what `bytes` hold. Resolves to what its `open` returns: a function that takes it away.
 */
async function openPart(program, element, bytes, language) {
  // A copy: they lie in the memory of the program that asks, which moves when it grows.
  const own = bytes.slice();
  fetchTexts(`${language}.${program}`, false);
  const part = await loadPart(program);
  return part.open(element, own, language);
}

/** Puts a text on the clipboard; refused where the page is not served securely or the reader does not allow it. */
async function copy(text) {
  await navigator.clipboard.writeText(text);
}

/** A file of a text or a picture, made here and fetched from nowhere. A browser makes of the name what its file system takes. */
function save(what, name) {
  const href = URL.createObjectURL(new Blob([what]));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(href), 60000);
}

/** Whether the app is kept for use without a connection: "yes", "no", or "" where a browser cannot. */
function kept() {
  // In a sandbox the question alone is an error.
  try {
    return navigator.serviceWorker.controller ? "yes" : "no";
  } catch {
    return "";
  }
}

/** Keeps it, or throws away what was kept; loads the page anew. */
async function keep(isWanted) {
  const offline = await import(new URL("offline.js", here));
  await (isWanted ? offline.keep(folder) : offline.forget(folder));
}

/** The page of the street that needs no program, in a language that the town has one in; where there is none, a notice. */
async function showStill() {
  const { street, lang } = Object.fromEntries(new URLSearchParams(location.search));
  for (const tag of [chooseLanguage(lang), ...offered]) {
    const page = `${folder}data/page/${tag}/${street}.html`;
    const response = await fetch(page).catch(() => undefined);
    if (response?.ok && /^[a-z0-9-]+$/.test(street)) return location.replace(page);
  }
  return showStartFailed();
}

/** Opens a catalogue of others by its address. */
async function openCatalog(url, most) {
  const page = await import(new URL("catalog.page.js", here));
  return page.open(url, most);
}

/** Leads to the drawing that a link names, once all that stands above it is there. */
function leadToPart() {
  const name = location.hash.slice(1);
  if (!name.startsWith("chart-")) return;
  const watch = new MutationObserver(() => {
    const title = document.getElementById(name);
    if (!title || document.querySelector(".answer.is-empty")) return;
    watch.disconnect();
    // The drawings take their heights in the next frames.
    setTimeout(() => {
      title.tabIndex = -1;
      title.focus();
    }, 100);
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

let firstWorker;
try {
  firstWorker = startWorker(0);
} catch (error) {
  // A browser that makes no worker in a frame without an origin.
  if (isApart) await showStill();
  else showStartFailed();
  throw error;
}
globalThis.straatbeeld = { folder, chooseLanguage, fetchTexts, showStartFailed, startWorker, comesNear, openMap, openPart, openCatalog, copy, save, kept, keep, first: firstWorker };

const language = chooseLanguage(new URLSearchParams(location.search).get("lang"));
fetchTexts(language, false);
if (program !== "app") fetchTexts(`${language}.${program}`, false);

leadToPart();
const wasm = fetch(new URL(`${program}_bg.wasm`, here));
try {
  const page = await import(new URL(`${program}.js`, here));
  await page.default({ module_or_path: wasm });
} catch (error) {
  showStartFailed();
  throw error;
}
