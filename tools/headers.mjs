// The headers that a host should send, by path, said once: for hosts that read `_headers`, for nginx and for Caddy.
// The build writes all three; tests/browser/headers.test.mjs serves the build with nginx and reads every header.

const forEver = "public, max-age=31536000, immutable";

/** Of the pages that need no script, in the data: nothing runs there, and any site may show them. */
const stillPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *";

/** Of frozen figures: each allows by its own `<meta>` the one style that it holds, so the header must not refuse it. */
const frozenPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors *";

/** The policy of a page that may also fetch from these hosts. */
export const policyFor = (policy, hosts) => policy.replace("connect-src 'self'", ["connect-src 'self'", ...hosts].join(" "));

/**
 * Rules from the widest to the narrowest; of two that fit, the later wins header by header.
 * `path` is what `_headers` takes: `*` stands for anything.
 */
export function rules({ policy, embedPolicy, dataPolicy = policy }) {
  const embed = { "Content-Security-Policy": `${embedPolicy}; frame-ancestors *` };
  return [
    {
      path: "/*",
      headers: {
        "Content-Security-Policy": `${policy}; frame-ancestors 'self'`,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-cache",
      },
    },
    ...(dataPolicy === policy ? [] : ["/data.html", "/data"].map((path) => ({ path, headers: { "Content-Security-Policy": `${dataPolicy}; frame-ancestors 'self'` } }))),
    { path: "/embed.html", headers: embed },
    { path: "/embed", headers: embed },
    { path: "/host.js", headers: { "Access-Control-Allow-Origin": "*" } },
    { path: "/app-*", headers: { "Cache-Control": forEver, "Access-Control-Allow-Origin": "*" } },
    { path: "/frozen/*", headers: { "Content-Security-Policy": frozenPolicy } },
    { path: "/data/*", headers: { "Content-Security-Policy": stillPolicy, "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Content-Range" } },
  ];
}

/** What a file at this path is sent with. */
export function headersOf(all, path) {
  const fits = (rule) => new RegExp(`^${rule.path.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`).test(path);
  return Object.assign({}, ...all.filter(fits).map(({ headers }) => headers));
}

export function headersFile(all) {
  const usual = Object.keys(all[0].headers);
  const lines = all.flatMap(({ path, headers }, at) => [
    path,
    ...Object.entries(headers).flatMap(([name, value]) => [...(at > 0 && usual.includes(name) ? [`  ! ${name}`] : []), `  ${name}: ${value}`]),
  ]);
  return `${lines.join("\n")}\n`;
}

/** A place of nginx inherits no header once it adds one of its own, so each says all of its headers. */
export function nginx(all) {
  const place = (path) => {
    const all_headers = Object.entries(headersOf(all, path.replaceAll("*", "x")));
    return all_headers.map(([name, value]) => `        add_header ${name} "${value}" always;`).join("\n");
  };
  return `# Made by the build. The folder dist/ lies in /var/www/straatbeeld.
server {
    listen 80;
    root /var/www/straatbeeld;
    index index.html;
    error_page 404 /404.html;

    # Compressed neighbours; brotli_static needs the brotli module.
    gzip off;
    gzip_static on;
    # brotli_static on;

    types {
        application/ld+json             jsonld;
        application/geo+json            geojson;
        application/json                json;
        application/manifest+json       webmanifest;
        application/vnd.apache.parquet  parquet;
        application/wasm                wasm;
        font/woff2                      woff2;
        image/png                       png;
        image/svg+xml                   svg;
        text/css                        css;
        text/html                       html;
        text/javascript                 js mjs;
        text/plain                      txt;
        text/turtle                     ttl;
    }
    default_type application/octet-stream;
    charset utf-8;

    location / {
${place("/*")}
    }

${all.some(({ path }) => path === "/data.html") ? `    location ~ ^/data(\\.html)?$ {
        try_files $uri $uri.html =404;
${place("/data.html")}
    }

` : ""}    location ~ ^/embed(\\.html)?$ {
        try_files $uri $uri.html =404;
${place("/embed.html")}
    }

    location = /host.js {
${place("/host.js")}
    }

    location ~ ^/app-[0-9a-f]+/ {
${place("/app-*")}
    }

    location /frozen/ {
${place("/frozen/*")}
    }

    # Read by ranges, so never packed on the way.
    location /data/ {
        gzip_static off;
${place("/data/*")}
    }
}
`;
}

export function caddy(all) {
  const block = ({ path, headers }) => {
    const lines = Object.entries(headers).map(([name, value]) => `\t\t${name} \`${value}\``);
    return `\theader ${path === "/*" ? "" : `${path} `}{\n${lines.join("\n")}\n\t}`;
  };
  // Caddy lets the widest rule win, unless the order is said.
  return `# Made by the build. The folder dist/ lies in /var/www/straatbeeld.
:80 {
\troot * /var/www/straatbeeld
\troute {
${all.map(block).join("\n").replaceAll(/^/gm, "\t")}
\t\trewrite /embed /embed.html
\t\t@parquet path *.parquet
\t\theader @parquet Content-Type application/vnd.apache.parquet
\t\tfile_server {
\t\t\tprecompressed br gzip
\t\t}
\t}
\thandle_errors {
\t\trewrite * /404.html
\t\tfile_server
\t}
}
`;
}
