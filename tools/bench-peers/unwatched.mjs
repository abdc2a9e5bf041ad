// Pages in a browser that has come to rest and whose network nobody watches. What the harness drives a page with has it
// keep a copy of what is fetched, up to 100 MB of it in the page's own process, which would be counted as the engine's;
// and a browser that was just started takes a second of the processor for itself, which would be counted too.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { harness } from "./prepare.mjs";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** A browser that is spoken to by a pipe: no part of its protocol is switched on but what is asked. */
function open(profile) {
  const child = spawn(chromium, [...FLAGS, "--remote-debugging-pipe", `--user-data-dir=${profile}`, "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => { child.once("exit", resolve); });
  const waiting = new Map();
  let last = 0;
  let text = "";
  child.stdio[4].setEncoding("utf8").on("data", (piece) => {
    const messages = (text + piece).split("\0");
    text = messages.pop();
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      const [done, failed] = waiting.get(id) ?? [];
      if (error) failed?.(new Error(error.message));
      else done?.(result);
      waiting.delete(id);
    }
  });
  const ask = (method, params = {}, sessionId) => new Promise((done, failed) => {
    last += 1;
    waiting.set(last, [done, failed]);
    child.stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  });
  return { ask, ended };
}

const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** A process of pages, not of the browser's own interface: that one is larger than many a page. */
const isOfPages = ({ type, id }) => type === "renderer" && !readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--top-chrome-webui");

/** The most that the process ever held, in MB. */
const peakOf = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

/** Resolves once all processes of the browser together take less than a tenth of a processor, or after ten seconds. */
async function comeToRest(ask) {
  const used = async () => (await ask("SystemInfo.getProcessInfo")).processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  let before = await used();
  for (let turn = 0; turn < 40; turn += 1) {
    await pause(250);
    const now = await used();
    if (now - before < 0.025) return;
    before = now;
  }
}

async function once(address, timeout) {
  const profile = mkdtempSync(join(tmpdir(), "bench-"));
  const { ask, ended } = open(profile);
  try {
    // The page that it opened with: in another one beside it, this one's process would be measured too.
    const { targetInfos } = await ask("Target.getTargets");
    const { targetId } = targetInfos.find(({ type }) => type === "page");
    const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
    await comeToRest(ask);
    await ask("Page.navigate", { url: address }, sessionId);
    const page = (expression) => ask("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }, sessionId);
    const late = new Promise((_, failed) => { setTimeout(() => failed(new Error("timeout")), timeout).unref(); });
    late.catch(() => {});
    for (;;) {
      // While the page loads there may be no context to ask.
      const isDone = await Promise.race([page("Promise.resolve(globalThis.done).then(Boolean)").catch(() => undefined), late]);
      if (isDone?.result?.value) {
        // Before the answer is taken out of the page: that takes room too, for what is asked of each street above all.
        const { processInfo } = await ask("SystemInfo.getProcessInfo");
        const peakMB = Math.max(...processInfo.filter(isOfPages).map(({ id }) => peakOf(id)));
        const record = await page("globalThis.done");
        return { ...record.result.value, peakMB };
      }
      await pause(100);
    }
  } finally {
    await Promise.race([ask("Browser.close"), pause(2000)]).catch(() => {});
    await ended;
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Runs the jobs of a plan in turns, as the harness does, and gives its records. */
export async function measureUnwatched({ jobs }, { runs, port, timeout, site, data }) {
  const server = spawn(process.execPath, [join(harness, "serve.mjs"), "--site", site, "--data", data, "--port", port], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => { server.stdout.once("data", resolve); });
  const records = [];
  try {
    for (let round = 0; round < runs; round += 1) {
      for (const job of jobs) {
        const parameters = new URLSearchParams({ ...job, ...(job.file && { file: `/data/${job.file}` }) });
        await fetch(`http://localhost:${port}/_stats?reset=1`);
        const record = await once(`http://localhost:${port}/?${parameters}`, timeout * 1000).catch((error) => ({ error: String(error) }));
        records.push({ round, ...job, ...record });
        console.log(round, job.engine, job.q ?? "", job.file ?? "", record.error ?? `${record.coldMs?.toFixed(0) ?? "–"} ms, peak ${record.peakMB.toFixed(0)} MB`);
      }
    }
  } finally {
    server.kill();
  }
  return records;
}
