// Builds the stylesheet, the script, the fonts and the mark of Samenspel.
// Every output has a content hash in its name; manifest.json maps the logical names to them.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "..");
const source = join(here, "src");
const target = join(root, "src", "samenspel", "web", "static");
const stampFile = join(target, ".inputs");
const entries = ["app.css", "app.ts", "map/map.css", "map.ts", "wall.ts"];
const fontLicences = {
  "OFL-atkinson-hyperlegible-next.txt": "@fontsource-variable/atkinson-hyperlegible-next",
  "OFL-newsreader.txt": "@fontsource-variable/newsreader",
};

const sha = (data) => createHash("sha256").update(data).digest("hex");

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

async function hashOfInputs() {
  const inputs = [
    fileURLToPath(import.meta.url),
    join(root, "package-lock.json"),
    join(here, "tsconfig.json"),
    ...(await filesIn(source)),
  ];
  const hash = createHash("sha256");
  for (const file of inputs) hash.update(`${relative(root, file)}\0${sha(await readFile(file))}\n`);
  return hash.digest("hex");
}

async function upToDate(stamp) {
  try {
    if ((await readFile(stampFile, "utf8")).trim() !== stamp) return false;
    const manifest = JSON.parse(await readFile(join(target, "manifest.json"), "utf8"));
    const present = new Set(await readdir(target));
    return Object.values(manifest).every((name) => present.has(name));
  } catch {
    return false;
  }
}

async function bundle() {
  const { build } = await import("esbuild");
  const result = await build({
    absWorkingDir: root,
    entryPoints: entries.map((name) => join(source, name)),
    outdir: target,
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "eof",
    loader: { ".woff2": "file", ".svg": "file" },
    logLevel: "warning",
    metafile: true,
    write: false,
  });
  return result;
}

function logicalName(outputPath, output) {
  if (output.entryPoint) return basename(output.entryPoint).replace(/\.ts$/, ".js");
  return basename(Object.keys(output.inputs)[0] ?? outputPath);
}

async function main() {
  const stamp = await hashOfInputs();
  if (await upToDate(stamp)) {
    console.log("frontend: nothing changed");
    return;
  }
  const result = await bundle();
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });

  const manifest = {};
  const sizes = [];
  for (const file of result.outputFiles) {
    const key = relative(root, file.path).replaceAll("\\", "/");
    const logical = logicalName(key, result.metafile.outputs[key]);
    manifest[logical] = basename(file.path);
    await writeFile(file.path, file.contents);
    if (/^(app|map)\./.test(logical)) sizes.push(`${logical} ${(gzipSync(file.contents).length / 1024).toFixed(1)} kB`);
  }

  const copies = { "mark.svg": join(source, "assets", "mark.svg") };
  for (const [name, pkg] of Object.entries(fontLicences)) copies[name] = join(root, "node_modules", pkg, "LICENSE");
  for (const [name, from] of Object.entries(copies)) {
    const data = await readFile(from);
    const ext = extname(name);
    manifest[name] = `${basename(name, ext)}-${sha(data).slice(0, 8)}${ext}`;
    await writeFile(join(target, manifest[name]), data);
  }

  const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => a.localeCompare(b)));
  await writeFile(join(target, "manifest.json"), `${JSON.stringify(sorted, null, 2)}\n`);
  await writeFile(stampFile, `${stamp}\n`);
  console.log(`frontend: ${Object.keys(manifest).length} files (${sizes.join(", ")}, gzip)`);
}

await main();
