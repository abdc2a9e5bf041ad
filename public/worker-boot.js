// The worker's first file: keeps messages until the wasm is up, then hands them over. Which program it is, `worker` or
// `clerk`, is its name.

/** Files that were asked for before the wasm could ask: `net` takes them from here, each once. */
self.early = new Map();
const held = [];
let compiled = () => {};
const code = new Promise((resolve) => (compiled = resolve));
const hold = ({ data }) => {
  if (typeof data === "string") held.push(data);
  else if (data.fetch) {
    for (const url of data.fetch) {
      const response = fetch(url, { cache: "no-cache" });
      response.catch(() => {});
      self.early.set(url, response);
    }
  } else if ("wasm" in data) compiled(data.wasm);
};
self.addEventListener("message", hold);

async function start() {
  // Of this file and not of the worker, which may be a blob that imported it.
  const { search } = new URL(import.meta.url);
  const beside = (name) => new URL(name + search, import.meta.url);
  const worker = await import(beside(`${self.name}.js`));
  const given = search === "" ? await code : null;
  await worker.default({ module_or_path: given ?? fetch(beside(`${self.name}_bg.wasm`)) });
  self.removeEventListener("message", hold);
  for (const data of held) self.dispatchEvent(new MessageEvent("message", { data }));
}

// Thrown from a task of its own, the error reaches the page as the worker's `error` event.
start().catch((error) => setTimeout(() => { throw error; }));
