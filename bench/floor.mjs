/**
 * What the ratios are to. `read FOLDER` reads every file below the folder as text: less nobody can do who reviews them. `parse FOLDER` also has the `yaml`
 * package, in the version that is pinned, read each into data: it takes from Node what a reviewer takes, so that the ratio to it is much the same on any
 * machine, and in any state of one.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [job, folder = "."] = process.argv.slice(2);
// Loaded here: who only reads does not pay for it.
const parse = job === "parse" ? (await import("yaml")).parse : undefined;

let size = 0;
for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!file.isFile()) continue;
  const text = readFileSync(join(file.parentPath, file.name), "utf8");
  size += parse ? JSON.stringify(parse(text)).length : text.length;
}
console.log(size);
