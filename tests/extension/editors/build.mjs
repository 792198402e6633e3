// Bundles the editors for the test pages: node build.mjs FOLDER writes one script per file of mounts/.
import { cp, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
const mounts = (await readdir(join(here, "mounts"))).filter((file) => file !== "page.mjs");

await build({
  entryPoints: mounts.map((file) => join(here, "mounts", file)),
  outdir: folder,
  bundle: true,
  minify: true,
  format: "iife",
  loader: { ".css": "empty" },
  define: { global: "globalThis", "process.env.NODE_ENV": '"production"' },
  logLevel: "error",
});
// CKEditor 4 is no module: it loads its parts itself, from beside its first script.
const ckeditor4 = dirname(createRequire(import.meta.url).resolve("ckeditor4/package.json"));
const parts = ["ckeditor.js", "config.js", "styles.js", "contents.css", "lang", "plugins", "skins"];
await Promise.all(parts.map((part) => cp(join(ckeditor4, part), join(folder, "ckeditor4", part), { recursive: true })));
