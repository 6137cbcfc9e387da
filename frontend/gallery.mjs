// Serves the gallery of components for developers, under the same strict policy as the application.
// Usage: node frontend/gallery.mjs [port]; add ?axe to an address for an accessibility report.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const built = resolve(here, "..", "src", "samenspel", "web", "static");
const axe = resolve(here, "..", "node_modules", "axe-core", "axe.min.js");
const port = Number(process.argv[2] ?? 8099);
const pages = { "/": "gallery.html", "/projector": "gallery-projector.html" };
const types = { ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".html": "text/html; charset=utf-8" };
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

const report = `window.addEventListener("load", async () => {
  await document.fonts.ready;
  const result = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
  const lines = result.violations.flatMap((v) => v.nodes.map((n) => v.id + " | " + n.html.slice(0, 120) + " | " + (n.any[0]?.message ?? v.help)));
  const wide = document.documentElement.scrollWidth > innerWidth ? ["wider than the screen: " + document.documentElement.scrollWidth] : [];
  const pre = document.createElement("pre");
  pre.id = "axe-report";
  pre.textContent = [...wide, ...lines, result.passes.length + " rules passed, " + lines.length + " violations"].join("\\n");
  document.body.append(pre);
});`;

async function answer(url) {
  if (url.pathname === "/axe.js") return [await readFile(axe), ".js"];
  if (url.pathname === "/axe-report.js") return [report, ".js"];
  if (url.pathname.startsWith("/static/")) {
    const name = basename(url.pathname);
    return [await readFile(join(built, name)), extname(name)];
  }
  const page = pages[url.pathname];
  if (!page) return null;
  const manifest = JSON.parse(await readFile(join(built, "manifest.json"), "utf8"));
  let html = await readFile(join(here, page), "utf8");
  html = html.replace("<!-- icons -->", await readFile(join(here, "..", "src", "samenspel", "web", "base", "templates", "base", "icons.svg"), "utf8"));
  html = html.replace(/static:([\w.-]+)/g, (_, name) => `/static/${manifest[name]}`);
  if (url.searchParams.has("axe")) html = html.replace("</head>", '<script src="/axe.js"></script><script src="/axe-report.js"></script></head>');
  return [html, ".html"];
}

createServer(async (request, response) => {
  try {
    const found = await answer(new URL(request.url ?? "/", "http://localhost"));
    if (!found) throw new Error("not found");
    response.writeHead(200, { "Content-Type": types[found[1]] ?? "text/plain", "Content-Security-Policy": policy });
    response.end(found[0]);
  } catch {
    response.writeHead(404).end("Not found");
  }
}).listen(port, "127.0.0.1", () => console.log(`gallery: http://localhost:${port}/ and /projector`));
