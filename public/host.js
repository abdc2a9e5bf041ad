// Gives embeds of Straatbeeld their height. Optional: without it a frame keeps the height that it is given.
// <iframe data-straatbeeld="a-name" src="…/embed.html?street=…&id=a-name"></iframe>
// It hears one message only, from the very window of such a frame, and writes one number: the frame's height.
(() => {
  "use strict";
  addEventListener("message", ({ source, data }) => {
    if (!source || typeof data !== "object" || data === null) return;
    const { v, type, id, height } = data;
    if (v !== 1 || type !== "sb:height" || Object.keys(data).length !== 4) return;
    if (!Number.isInteger(height) || height < 100 || height > 4000) return;
    for (const frame of document.querySelectorAll("iframe[data-straatbeeld]")) {
      if (frame.contentWindow === source && frame.dataset.straatbeeld === id) frame.style.height = `${height}px`;
    }
  });
  // Frames that were there before this script have told their height already: ask again.
  for (const frame of document.querySelectorAll("iframe[data-straatbeeld]")) {
    frame.contentWindow?.postMessage({ v: 1, type: "sb:measure" }, "*");
  }
})();
