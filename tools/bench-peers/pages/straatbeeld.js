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

/** A range, or the last `wanted` bytes; the length of the file is in the answer. */
async function ask(url, range) {
  const response = await fetch(url, { cache: "no-store", headers: { Range: `bytes=${range}` } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const told = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get("content-range") ?? "");
  if (response.status === 206 && told) return { start: +told[1], length: +told[2], bytes };
  if (response.status === 200) return { start: 0, length: bytes.length, bytes };
  throw new Error(`${url}: status ${response.status} for bytes ${range}`);
}

async function ready() {
  if (wasm) return;
  wasm = (await starting).instance.exports;
  // Months of six years, from January 2023 on.
  const months = Float64Array.from({ length: 73 }, (_, month) => Date.UTC(2023, month, 1));
  put(new Uint8Array(months.buffer));
  wasm.months();
}

function put(bytes) {
  // Room first: memory that grows gets another buffer.
  const room = wasm.inbox(bytes.length);
  new Uint8Array(wasm.memory.buffer, room, bytes.length).set(bytes);
}

const out = () => new Float64Array(wasm.memory.buffer, wasm.out(), wasm.out_length()).slice();

function checked(code) {
  if (code >= 0) return code;
  throw new Error(String.fromCharCode(...out()));
}

async function read(question, url, street) {
  const guess = +(options.footer ?? 160 << 10);
  const tail = ask(url, `-${guess}`);
  tail.catch(() => {});
  await ready();
  wasm.begin(question, street, guess, +(options.ahead ?? 6));
  let answer = await tail;
  for (;;) {
    put(answer.bytes);
    if (checked(wasm.opened(answer.start, answer.length)) === 0) break;
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
        ask(url, `${from}-${to - 1}`).then(done, (error) => done({ error }));
      }
    } else if (next === 0) {
      if (open === 0) throw new Error("nothing is on its way");
      if (arrived.length === 0) await new Promise((resolve) => (wake = resolve));
      for (const { from, to, start, bytes, error } of arrived.splice(0)) {
        if (error) throw error;
        open -= 1;
        put(bytes);
        checked(wasm.give(from, to, start));
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
