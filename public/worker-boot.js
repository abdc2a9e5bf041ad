// The worker's first file: keeps messages until the wasm is up, then hands them over.

const held = [];
const hold = (event) => held.push(event.data);
self.addEventListener("message", hold);

async function start() {
  const beside = (name) => new URL(name + self.location.search, import.meta.url);
  const wasm = fetch(beside("worker_bg.wasm"));
  const worker = await import(beside("worker.js"));
  await worker.default({ module_or_path: wasm });
  self.removeEventListener("message", hold);
  for (const data of held) self.dispatchEvent(new MessageEvent("message", { data }));
}

// Thrown from a task of its own, the error reaches the page as the worker's `error` event.
start().catch((error) => setTimeout(() => { throw error; }));
