// A catalogue of others by its address: fetched by the page, whose policy says which hosts it may ask, and read by a worker,
// so that the page never waits.

/** The bytes of a file, or why there are none. */
async function load(url, most) {
  try {
    const response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-cache" });
    if (!response.ok) return ["status", response.status];
    const reader = response.body.getReader();
    const chunks = [];
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) {
        await reader.cancel();
        return ["large"];
      }
      chunks.push(value);
    }
    return ["bytes", new Uint8Array(await new Blob(chunks).arrayBuffer())];
  } catch {
    return ["offline"];
  }
}

function read(bytes) {
  const worker = new Worker(new URL("catalog.reader.js", import.meta.url), { type: "module" });
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data ? ["read", data] : ["gone"]);
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(["gone"]);
    };
    worker.postMessage(bytes, [bytes.buffer]);
  }).finally(() => worker.terminate());
}

/** `["read", bytes]` of what the program `catalog` makes of the file, or what stopped it. */
export async function open(url, most) {
  const loaded = await load(url, most);
  return loaded[0] === "bytes" ? read(loaded[1]) : loaded;
}
