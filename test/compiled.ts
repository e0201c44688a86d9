import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

const root = dirname(import.meta.dirname);

/** Where Node.js keeps the code that it compiled of these bundles (its variable NODE_COMPILE_CACHE). */
export const compiled = join(root, "node_modules/.cache/compiled", hashBundles());

/**
 * Lets Node.js compile each bundle in a run that uses most of it: what the first run of a file leaves out is compiled again in each of the thousands of runs
 * that follow.
 */
export default async function compileBundles(): Promise<void> {
  if (existsSync(compiled)) return;
  rmSync(dirname(compiled), { recursive: true, force: true });
  process.env.NODE_COMPILE_CACHE = compiled;
  spawnSync(process.execPath, [join(root, "dist/cli/index.js"), "check", "--no-config", "examples"], { cwd: root });
  const { story } = await import("./action/story.ts");
  await using world = await story();
  await world.run({ suggest: "true" });
}

function hashBundles(): string {
  const hash = createHash("sha256");
  for (const folder of ["dist/cli", "dist/action"])
    for (const name of readdirSync(join(root, folder)).toSorted()) hash.update(readFileSync(join(root, folder, name)));
  return hash.digest("hex").slice(0, 16);
}
