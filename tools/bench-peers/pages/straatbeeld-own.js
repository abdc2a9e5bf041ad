// Our engine on a published folder: the catalogue and the street's file in one round, its ranges in the next.
// ?town=<folder under the data>

import { answerOf, checked, fill, ask, put, ready, wasmOf } from "./straatbeeld.js";

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
  const given = [];
  for (let at = 0; at < ends.length; at += 2) {
    const get = async () => {
      const answer = await ask(`${folder}counts/counts/counts.parquet`, `${ends[at]}-${ends[at + 1] - 1}`);
      return fill(answer);
    };
    given.push(get());
  }
  for (const [index, room] of (await Promise.all(given)).entries()) checked(wasm.own_give(room, index));
  checked(wasm.own_answer());
  return answerOf();
}

export const memory = () => ({ wasm: wasmOf().memory.buffer.byteLength });
