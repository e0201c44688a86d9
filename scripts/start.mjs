// Plain JavaScript, and no package: this has to run on a fresh clone with any Node that is not too old.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(root, "dist", "cli", "index.js");
const given = process.argv.slice(2);

if (!existsSync(bundle)) {
  console.error("dist/cli/index.js is missing: run `npm ci` and `npm run build`");
  process.exit(2);
}

// npm moves to the package's folder; paths on the command line mean the folder that the user is in.
const from = process.env.npm_lifecycle_event === "start" ? process.env.INIT_CWD : undefined;
process.chdir(given.length === 0 ? root : (from ?? process.cwd()));
process.argv = [process.execPath, bundle, ...(given.length === 0 ? ["check", "--exit-zero", "examples"] : given)];
await import(pathToFileURL(bundle).href);
