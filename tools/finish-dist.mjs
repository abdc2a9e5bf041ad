// Trunk's last step: turns what it built into a folder that any static host serves.
//
//   index.html  404.html  _headers  robots.txt
//   data.html  ethics.html  guide.html  label.html   the documents of other programs, made of index.html
//   embed.html  host.js   one figure for other sites, and what such a site may run to give it its height
//   accessibility.<language>.html   the statement
//   hosting/   the headers for nginx and Caddy
//   app-<hash>/   everything that the page loads; the hash of its content is the build's id
//
// CATALOG_HOSTS, origins between blanks, are hosts from which the data page may fetch catalogues of others.
//
// Every reference is relative, so the folder also works under a sub-path. Only 404.html,
// which answers at any depth, needs to know where it lives: PUBLIC_URL, "/" unless set.

import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { transformSync } from "esbuild";
import { pathOf, statement } from "./accessibility-statement.mjs";
import { caddy, headersFile, nginx, policyFor, rules } from "./headers.mjs";

const stage = process.env.TRUNK_STAGING_DIR;
if (!stage) throw new Error("run by Trunk: TRUNK_STAGING_DIR is not set");
const publicUrl = (process.env.PUBLIC_URL ?? "/").replace(/\/*$/, "/");
// Browsers that do not take 'self' for the address of a frame without an origin need the host by its name.
const publicOrigin = process.env.PUBLIC_ORIGIN ? `${new URL(process.env.PUBLIC_ORIGIN).origin} ` : "";

/** Other hosts that the data page may ask, each by its origin alone. */
const catalogHosts = (process.env.CATALOG_HOSTS ?? "").split(/\s+/).filter(Boolean);
for (const host of catalogHosts) if (!/^https?:/.test(host) || new URL(host).origin !== host) throw new Error(`CATALOG_HOSTS: "${host}" is no origin, such as https://data.example`);

/** Files that stay beside index.html, where browsers and crawlers look for them. */
const atRoot = new Set(["index.html", "robots.txt", "favicon.ico", "host.js", "sw.js"]);
const compressed = /\.(js|mjs|css|wasm|html|svg|json|txt|webmanifest)$/;

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

// Trunk copies the folder public/ as a folder: its content belongs beside the rest.
if (existsSync(join(stage, "public"))) {
  cpSync(join(stage, "public"), stage, { recursive: true });
  rmSync(join(stage, "public"), { recursive: true });
}

// The map library is loaded later and only by pages with a map, from our own host.
const maplibre = "node_modules/maplibre-gl";
mkdirSync(join(stage, "maplibre"), { recursive: true });
for (const name of ["maplibre-gl.mjs", "maplibre-gl-worker.mjs", "maplibre-gl-shared.mjs", "maplibre-gl.css"]) {
  cpSync(join(maplibre, "dist", name), join(stage, "maplibre", name));
}
cpSync(join(maplibre, "LICENSE.txt"), join(stage, "maplibre", "LICENSE.txt"));

// The fonts that a town's theme may choose, from our own host; none of them is loaded unless it is used.
mkdirSync(join(stage, "fonts"), { recursive: true });
for (const name of ["atkinson-hyperlegible-next", "inter", "source-serif-4"]) {
  const font = `node_modules/@fontsource-variable/${name}`;
  for (const subset of ["latin", "latin-ext"]) cpSync(join(font, `files/${name}-${subset}-wght-normal.woff2`), join(stage, "fonts", `${name}-${subset}.woff2`));
  cpSync(join(font, "LICENSE"), join(stage, "fonts", `${name}-LICENSE.txt`));
}

// The texts of each language, which build.rs wrote; a page fetches one of them.
mkdirSync(join(stage, "texts"), { recursive: true });
cpSync("build/texts", join(stage, "texts"), { recursive: true });
const languages = readdirSync("build/texts").filter((name) => /^[a-z]+\.txt$/.test(name)).map((name) => name.replace(/\.txt$/, "")).sort();

// One style sheet for the screen instead of a request for each part, in the order of the page.
let html = readFileSync(join(stage, "index.html"), "utf8");
const sheets = [...html.matchAll(/[ \t]*<link rel="stylesheet" href="(\.\/style\/[^"]+)"\s*\/?>\n?/g)];
writeFileSync(join(stage, "style.css"), sheets.map(([, href]) => readFileSync(join(stage, href), "utf8")).join("\n"));
sheets.forEach(([element, href], at) => {
  html = html.replace(element, at === 0 ? element.replace(href, "style.css") : "");
  rmSync(join(stage, href));
});

// The other programs' own sheets: a file, or the files of a folder.
for (const entry of readdirSync("style/programs", { withFileTypes: true })) {
  const path = join("style/programs", entry.name);
  if (entry.isFile()) cpSync(path, join(stage, entry.name));
  else writeFileSync(join(stage, `${entry.name}.css`), readdirSync(path).sort().map((name) => readFileSync(join(path, name), "utf8")).join("\n"));
}
rmSync(join(stage, "style/programs"), { recursive: true });

// An embed may be light or dark whatever the reader's system is: the same colours under an attribute, as strong as
// those of the style sheet before it, so that the town's own after it still win.
const tokens = readFileSync("style/tokens.css", "utf8").replace(/\/\*.*?\*\//gs, "");
const dark = [...tokens.matchAll(/@media \(prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}\s*\}/gs)].map(([, inside]) => inside).join("");
const light = [...tokens.replace(/@media[^{]*\{\s*:root \{.*?\}\s*\}/gs, "").matchAll(/:root \{(.*?)\}/gs)].map(([, inside]) => inside).join("");
if (!dark.includes("--color-ground") || !light.includes("--color-ground")) throw new Error("style/tokens.css: no colours of the dark or of the light found");
const onlyColours = (block) => block.split(";").map((line) => line.trim()).filter((line) => line.startsWith("--color-")).join(";");
const schemes = ["light", "dark"].map((name) => `:root:where([data-scheme="${name}"]){color-scheme:${name};${onlyColours(name === "dark" ? `${light};${dark}` : light)}}`);
writeFileSync(join(stage, "embed.css"), `${schemes.join("")}${readFileSync(join(stage, "embed.css"), "utf8")}`);

// Our own scripts and styles without blanks and comments; Trunk's own minifier breaks modules.
for (const name of files(stage)) {
  // Other sites name host.js by its hash: it stays as it is written.
  if (!/\.(js|css)$/.test(name) || name.startsWith("maplibre/") || name === "host.js") continue;
  const path = join(stage, name);
  const { code } = transformSync(readFileSync(path, "utf8"), { loader: name.endsWith(".css") ? "css" : "js", minify: true, target: "es2022", legalComments: "none" });
  writeFileSync(path, code);
}

const assets = files(stage).filter((name) => !atRoot.has(name));
const hash = createHash("sha256");
for (const name of assets) hash.update(name).update("\0").update(readFileSync(join(stage, name)));
const build = hash.digest("hex").slice(0, 12);
const folder = `app-${build}`;

for (const name of assets) {
  const target = join(stage, folder, name);
  mkdirSync(join(target, ".."), { recursive: true });
  renameSync(join(stage, name), target);
}
for (const entry of readdirSync(stage, { withFileTypes: true })) {
  if (entry.isDirectory() && entry.name !== folder) rmSync(join(stage, entry.name), { recursive: true });
}

const usual = /<html lang="([^"]+)"/.exec(html)?.[1];
if (!languages.includes(usual)) throw new Error(`index.html is in ${usual}, and there are texts in ${languages.join(", ")} only`);
html = html.replace(`<html lang="${usual}"`, `$& data-languages="${languages.join(" ")}"`);

const known = new Set(assets);
// Trunk leaves its own elements where it injects no script.
html = html.replace(/[ \t]*<link[^>]*\bdata-trunk\b[^>]*>\n?/g, "");
const missing = [];
html = html.replace(/\b(src|href)="(?!data:|#|\?|https?:)([^"]+)"/g, (whole, attribute, reference) => {
  const name = reference.replace(/^(\.\/|\/)*/, "").replace(/^public\//, "");
  if (known.has(name)) return `${attribute}="${folder}/${name}"`;
  if (!atRoot.has(name) && name !== "" && !name.startsWith("data/")) missing.push(reference);
  return whole;
});
if (missing.length > 0) throw new Error(`index.html names files that the build does not have: ${missing.join(", ")}`);
/** Documents beside the app: their program, and what a search engine says of them. */
const documents = {
  "data.html": { program: "pages", title: "Data · Straatbeeld", description: "The data behind the figures: source, accuracy, owner, licence", hosts: catalogHosts },
  "ethics.html": { program: "pages", title: "Ethics · Straatbeeld", description: "What is counted in the street, and what never is" },
  "embed.html": { program: "embed", title: "Straatbeeld", description: "One figure of a street", isApart: true },
  "guide.html": { program: "pages", title: "Publish · Straatbeeld", description: "How a town publishes its mobility data, step by step" },
  "label.html": { program: "pages", title: "Label · Straatbeeld", description: "The label of a sensor in the street, to print" },
};
/** The app's document with another program in it, and that program's own style sheet. */
function documentOf({ program, title, description, isApart, hosts = [] }) {
  const page = !isApart ? html.replace(policy, policyFor(policy, hosts)) : html
    .replace(policy, embedPolicy)
    .replace(/[ \t]*<link rel="manifest"[^>]*>\n/, "")
    .replace("    <title>", '    <meta name="robots" content="noindex" />\n    <title>');
  return page
    .replace("<html ", `<html data-program="${program}"${hosts.length > 0 ? ` data-catalog-hosts="${hosts.join(" ")}"` : ""} `)
    .replace(/<title>.*?<\/title>/, `<title>${title}</title>`)
    .replace(/(<meta name="description" content=")[^"]*/, `$1${description}`)
    .replaceAll(`"${folder}/app`, `"${folder}/${program}`)
    // A frame may need either worker, and boot.js knows which.
    .replace(isApart ? new RegExp(`[ \\t]*<link rel="preload" href="${folder}/worker_bg[^>]*>\n`) : `"${folder}/worker_bg`, isApart ? "" : `"${folder}/clerk_bg`)
    .replace(/[ \t]*<link rel="stylesheet"[^>]*>\n/, (sheet) => sheet + (known.has(`${program}.css`) ? sheet.replace("style.css", `${program}.css`) : ""));
}

// The first page in each language, for who reads the page without running it; 404.html is no such page.
const notFound = html;
const withAlternates = (page, name) => {
  const alternates = languages.map((tag) => `    <link rel="alternate" hreflang="${tag}" href="${name}?lang=${tag}" />\n`);
  return page.replace("  </head>", `${alternates.join("")}    <link rel="alternate" hreflang="x-default" href="${name || "./"}" />\n  </head>`);
};
for (const tag of languages) {
  for (const what of ["noscript", 'div id="start-failed"']) {
    const told = html.slice(html.indexOf(`<${what}`)).split(what.startsWith("no") ? "</noscript>" : "</div>")[0];
    if (!told.includes(`<p lang="${tag}">`)) throw new Error(`index.html: <${what}> says nothing in ${tag}`);
  }
}
const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
if (!policy) throw new Error("index.html has no content security policy");
/** A frame without an origin makes its worker of a blob; any site may show it. */
const embedPolicy = `default-src 'none'; script-src 'self' ${publicOrigin}'wasm-unsafe-eval'; style-src 'self' ${publicOrigin}; img-src 'self' ${publicOrigin}data:; connect-src 'self' ${publicOrigin}; font-src 'self' ${publicOrigin}; worker-src blob:; base-uri 'none'; form-action 'none'`.replaceAll(" ;", ";");
writeFileSync(join(stage, "index.html"), withAlternates(html, ""));
for (const [name, of] of Object.entries(documents)) writeFileSync(join(stage, name), of.isApart ? documentOf(of) : withAlternates(documentOf(of), name));
writeFileSync(join(stage, "404.html"), notFound.replaceAll(`="${folder}/`, `="${publicUrl}${folder}/`).replaceAll('="./data/', `="${publicUrl}data/`));

// How accessible the pages are, as `make accessibility` found.
const found = JSON.parse(readFileSync("docs/accessibility.json", "utf8"));
for (const tag of languages) writeFileSync(join(stage, pathOf(tag)), statement(tag, found, { folder, policy, languages }));

// What the service worker keeps: all that this build's pages load, but for the fonts of themes, the licences, and what reads
// catalogues on other hosts.
const keptFiles = assets.filter((name) => !/^fonts\/|LICENSE|^catalog/.test(name)).map((name) => `${folder}/${name}`);
const serviceWorker = readFileSync(join(stage, "sw.js"), "utf8")
  .replaceAll('"__BUILD__"', JSON.stringify(folder))
  .replaceAll("__DOCUMENTS__", JSON.stringify(["", ...Object.keys(documents), ...languages.map(pathOf)]))
  .replaceAll("__FILES__", JSON.stringify(keptFiles));
writeFileSync(join(stage, "sw.js"), serviceWorker);

writeFileSync(join(stage, "robots.txt"), "User-agent: *\nAllow: /\n");

// The headers of a host, for those that read a file and for those that are told.
const headers = rules({ policy, embedPolicy, dataPolicy: policyFor(policy, catalogHosts) });
writeFileSync(join(stage, "_headers"), headersFile(headers));
mkdirSync(join(stage, "hosting"));
writeFileSync(join(stage, "hosting/nginx.conf"), nginx(headers));
writeFileSync(join(stage, "hosting/Caddyfile"), caddy(headers));

// Compressed neighbours, for hosts that serve them: the best settings, once.
for (const name of files(stage)) {
  if (!compressed.test(name)) continue;
  const path = join(stage, name);
  const bytes = readFileSync(path);
  if (bytes.length < 1024) continue;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}

const total = files(stage).filter((name) => !/\.(br|gz)$/.test(name)).reduce((sum, name) => sum + statSync(join(stage, name)).size, 0);
console.log(`build ${build}: ${assets.length} files, ${Math.round(total / 1000)} kB before compression`);
