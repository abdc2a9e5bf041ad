// The worker of the program `catalog`: a file's bytes in, what they say out; nothing where the program did not get through.

addEventListener("message", async ({ data }) => {
  try {
    const program = await import(new URL("catalog.js", import.meta.url));
    await program.default({ module_or_path: new URL("catalog_bg.wasm", import.meta.url) });
    postMessage(program.read(data));
  } catch {
    postMessage(null);
  }
});
