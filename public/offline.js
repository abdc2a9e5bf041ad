// For a reader who wants to use the app without a connection: lets sw.js keep it, or throws away what was kept. Loaded
// when the reader chooses, and only then.

const ours = (name) => name.startsWith("straatbeeld ");

/** Resolves when the app is kept; then the page is loaded anew, so that what it reads is kept too. */
export async function keep(folder) {
  const workers = navigator.serviceWorker;
  const registration = await workers.register(new URL("sw.js", folder), { scope: folder, updateViaCache: "none" });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  await new Promise((done, failed) => {
    const look = () => {
      if (worker.state === "activated") done();
      if (worker.state === "redundant") failed(new Error("the app could not be kept"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
  if (!workers.controller) await new Promise((done) => workers.addEventListener("controllerchange", done, { once: true }));
  location.reload();
}

/** A worker knows what is still on its way into a cache. One that says nothing for so long (ms) is not waited for. */
const PATIENCE = 5000;

async function forgotten(worker) {
  const { port1, port2 } = new MessageChannel();
  await new Promise((done) => {
    port1.onmessage = done;
    setTimeout(done, PATIENCE);
    worker.postMessage("forget", [port2]);
  });
}

export async function forget(folder) {
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    if (registration.scope !== folder) continue;
    const { installing, waiting, active } = registration;
    await Promise.all([installing, waiting, active].filter(Boolean).map(forgotten));
    await registration.unregister();
  }
  for (const name of await caches.keys()) if (ours(name)) await caches.delete(name);
  location.reload();
}
