import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { crdCount, crds } from "./crds.ts";
import { deployment } from "./deployment.ts";

/** Where what takes long to make stays from run to run: outside of the checkout, as `.ci/run` has it, too. */
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "secctx-bench");

/** So that a set that is made otherwise is another one. */
const version = createHash("sha256")
  .update(["sets.ts", "crds.ts"].map((name) => readFileSync(join(import.meta.dirname, name), "utf8")).join(""))
  .update(deployment)
  .digest("hex")
  .slice(0, 8);

/** A folder of that many Deployments of two containers, one a file, a hundred a folder; names and images differ. */
export function deployments(count: number): string {
  return made(`deployments-${count}`, (folder) => {
    for (const name of deploymentNames(count)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), deploymentOf(name));
    }
  });
}

/** The paths of its files, from the folder. */
export function deploymentNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `team-${Math.floor(index / 100)}/web-${index}.yaml`);
}

/** A folder of CustomResourceDefinitions, one a file, 58 MB together. */
export function definitions(): string {
  return made(`crds-${crdCount}`, (folder) => {
    for (const [index, text] of [...crds()].entries()) writeFileSync(join(folder, `crd-${index}.yaml`), text);
  });
}

/** A git repository of that many Deployments, ten of which are others than on its branch `main`. */
export function repository(count: number): string {
  return made(`repository-${count}`, (folder) => {
    const git = (args: readonly string[], input = "") => {
      const { status, stderr } = spawnSync("git", args, { cwd: folder, input, encoding: "utf8" });
      if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
    };
    const names = deploymentNames(count);
    const changed = names.filter((_, index) => index % Math.ceil(count / 10) === 7);
    git(["init", "--quiet", "--initial-branch=main"]);
    git(
      ["fast-import", "--quiet"],
      commit("main", names, (text) => text),
    );
    git(
      ["fast-import", "--quiet"],
      commit("change", changed, (text) => text.replaceAll(":1.4.2", ":1.4.3"), "main"),
    );
    git(["checkout", "--quiet", "change"]);
    // A file as young as the index would be read by each `git diff` again.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1100);
    git(["update-index", "--really-refresh"]);
  });
}

function commit(branch: string, names: readonly string[], edit: (text: string) => string, parent?: string): string {
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const files = names.map((name) => `M 644 inline ${name}\n${data(edit(deploymentOf(name)))}`);
  const head = `commit refs/heads/${branch}\ncommitter bench <bench@example.com> 1767225600 +0000\n${data(branch)}`;
  return [head, parent === undefined ? "" : `from refs/heads/${parent}\n`, ...files].join("");
}

function deploymentOf(path: string): string {
  const name = path.replace(/^.*\/|\.yaml$/g, "");
  return deployment.replaceAll("name: web", `name: ${name}`).replaceAll("shop/web", `shop/${name}`);
}

/** The folder of that name in the cache; a new one takes its place there only when it is whole. */
function made(name: string, make: (folder: string) => void): string {
  const folder = join(cache, `${name}-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, "making-"));
  try {
    make(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    // Another run may have been faster.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
