import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "./measure.ts";

const bundle = join(dirname(import.meta.dirname), "dist", "cli", "index.js");

/** A run of the bundle that users have. */
export function program(args: readonly string[], node = process.execPath): Command {
  if (!existsSync(bundle)) throw new Error("dist/cli/index.js is missing: run `npm run build`");
  const name = `\`${args[0]}\``;
  return { name, file: node, arguments: [bundle, ...args], statuses: [0, 1] };
}

/** What the ratios are to: see floor.mjs. */
export function floor(job: "read" | "parse", folder: string): Command {
  const name = job === "read" ? "reading the bytes" : "parsing them with `yaml`";
  return { name, file: process.execPath, arguments: [join(import.meta.dirname, "floor.mjs"), job, folder] };
}
