// Our engine on a published folder: the catalogue and the street's file in one round, its ranges in the next.
// ?town=<folder under the data>

import { answerOf, ask, checked, put, ready, wasmOf } from "./straatbeeld.js";

/** Bytes between two ranges that cost less than another request. */
const NEAR = 16 * 1024;

let folder;

export function boot(given) {
  folder = new URL(`/data/${given.town}/`, location.href).href;
}

async function whole(path) {
  const response = await fetch(folder + path, { cache: "no-store" });
  if (response.status !== 200) throw new Error(`${path}: status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The whole town as the product knows it: catalogue and one small file, in one round. */
async function town(number) {
  const files = Promise.all([whole(`summary/${number === 3 ? "segments" : "months"}.parquet`), whole("catalog.jsonld")]);
  files.catch(() => {});
  await ready();
  const [file] = await files;
  checked(wasmOf().own_summary(put(file), number));
  return answerOf();
}

export async function cold(question, _, street) {
  const number = +question.slice(1);
  if (number > 2) return town(number);
  // What the catalogue says is not needed to answer; a page always reads it, so it is read here too.
  const files = Promise.all([whole(`street/straat-${street}.json`), whole("catalog.jsonld")]);
  files.catch(() => {});
  await ready();
  const [file] = await files;
  const wasm = wasmOf();
  checked(wasm.own_street(put(file), number, street));
  const ends = answerOf();
  // Ranges that lie near each other are one request, as in the page.
  const requests = [];
  for (let at = 0; at < ends.length; at += 2) {
    const range = { index: at / 2, start: ends[at], end: ends[at + 1] };
    const last = requests.at(-1);
    if (last && range.start - last.at(-1).end <= NEAR && range.start >= last[0].start) last.push(range);
    else requests.push([range]);
  }
  const given = requests.map(async (ranges) => {
    const [{ start }] = ranges;
    const { response } = await ask(`${folder}counts/counts/counts.parquet`, `${start}-${ranges.at(-1).end - 1}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return ranges.map((range) => [range.index, bytes.subarray(range.start - start, range.end - start)]);
  });
  for (const [index, bytes] of (await Promise.all(given)).flat()) checked(wasm.own_give(put(bytes), index));
  checked(wasm.own_answer());
  return answerOf();
}

export const memory = () => ({ wasm: wasmOf().memory.buffer.byteLength });
