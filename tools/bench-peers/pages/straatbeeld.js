// Our engine on an ordinary Parquet file: the wasm of ../engine says which ranges it wants, this fetches them.
// ?footer=<bytes>: the size of the footer, where a catalogue tells it. ?ahead=<row groups on their way in a scan>

// The wasm and the end of the file are fetched side by side: boot does not wait for what `cold` can do meanwhile.
const starting = WebAssembly.instantiateStreaming(fetch(new URL("lib/straatbeeld.wasm", location.href)), {});
let wasm;
let options;
/** Milliseconds within the wasm while a file was read. */
let busy = 0;

export function boot(given) {
  options = given;
}

/** A range, or the last bytes; `start` and `length` of the file are in the answer, the body is still to come. */
export async function ask(url, range) {
  const response = await fetch(url, { cache: "no-store", headers: { Range: `bytes=${range}` } });
  const told = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(response.headers.get("content-range") ?? "");
  if (response.status === 206 && told) return { response, start: +told[1], size: told[2] - told[1] + 1, length: +told[3] };
  if (response.status !== 200) throw new Error(`${url}: status ${response.status} for bytes ${range}`);
  const bytes = await response.arrayBuffer();
  return { response: new Response(bytes), start: 0, size: bytes.byteLength, length: bytes.byteLength };
}

/** Buffers that bodies are read into, over and over: a town's bytes leave nothing to be collected. */
const buffers = [];

/** Bytes as they come, straight to where they are read: nothing is gathered on the way. */
export async function fill({ response, size }) {
  const room = wasm.room(size);
  let at = 0;
  let buffer = buffers.pop() ?? new ArrayBuffer(256 << 10);
  const reader = response.body.getReader({ mode: "byob" });
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    // At the end too: the buffer that was handed in is empty now.
    buffer = value.buffer;
    if (done) break;
    if (at + value.length > size) throw new Error(`more than ${size} bytes`);
    // The memory's buffer is another one whenever it has grown.
    new Uint8Array(wasm.memory.buffer, room + at, value.length).set(value);
    at += value.length;
  }
  if (at < size) throw new Error(`${at} bytes of ${size}`);
  buffers.push(buffer);
  return room;
}

export function put(bytes) {
  const room = wasm.room(bytes.length);
  new Uint8Array(wasm.memory.buffer, room, bytes.length).set(bytes);
  return room;
}

export async function ready() {
  if (wasm) return;
  wasm = (await starting).instance.exports;
  // Months of six years, from January 2023 on.
  const months = Float64Array.from({ length: 73 }, (_, month) => Date.UTC(2023, month, 1));
  wasm.months(put(new Uint8Array(months.buffer)));
}

export const answerOf = () => out();
export const wasmOf = () => wasm;

const out = () => new Float64Array(wasm.memory.buffer, wasm.out(), wasm.out_length()).slice();

export function checked(code) {
  if (code >= 0) return code;
  throw new Error(String.fromCharCode(...out()));
}

async function read(question, url, street) {
  const guess = +(options.footer ?? 160 << 10);
  const tail = ask(url, `-${guess}`);
  tail.catch(() => {});
  await ready();
  wasm.begin(question, street, guess, +(options.ahead ?? 4));
  let answer = await tail;
  for (;;) {
    const room = await fill(answer);
    if (checked(wasm.opened(room, answer.start, answer.length)) === 0) break;
    const [from, to] = out();
    answer = await ask(url, `${from}-${to - 1}`);
  }
  const arrived = [];
  let wake = () => {};
  let open = 0;
  for (;;) {
    const since = performance.now();
    const next = checked(wasm.step());
    busy += performance.now() - since;
    if (next === 3) break;
    if (next === 1) {
      const ranges = out();
      for (let at = 0; at < ranges.length; at += 2) {
        const [from, to] = [ranges[at], ranges[at + 1]];
        open += 1;
        const done = (given) => {
          arrived.push({ from, to, ...given });
          wake();
        };
        const get = async () => {
          const answer = await ask(url, `${from}-${to - 1}`);
          return { start: answer.start, room: await fill(answer) };
        };
        get().then(done, (error) => done({ error }));
      }
    } else if (next === 0) {
      if (open === 0) throw new Error("nothing is on its way");
      if (arrived.length === 0) await new Promise((resolve) => (wake = resolve));
      for (const { from, to, start, room, error } of arrived.splice(0)) {
        if (error) throw error;
        open -= 1;
        checked(wasm.give(room, from, to, start));
      }
    }
  }
}

const number = (question) => +question.slice(1);

export async function cold(question, url, street) {
  await read(number(question), url, street);
  wasm.answer(number(question), street);
  return out();
}

export const load = (url) => read(0, url, 0);

export function warm(question, street) {
  wasm.answer(number(question), street);
  return out();
}

export const memory = () => ({ wasm: wasm.memory.buffer.byteLength, busy });
