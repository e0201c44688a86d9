/** Reads every file below a folder as text: a reviewer can't do less. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder = "."] = process.argv.slice(2);
let characters = 0;
for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
  if (file.isFile()) characters += readFileSync(join(file.parentPath, file.name), "utf8").length;
console.log(characters);
