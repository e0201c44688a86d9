import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { crds } from "./crds.ts";

/** A Deployment of two containers as people write it. */
export const deployment = readFileSync(join(import.meta.dirname, "deployment.yaml"), "utf8");

/** A folder of that many Deployments, one a file; their names and images differ. */
export function deployments(count: number): string {
  return cached(`deployments-${count}`, () => deploymentNames(count).map((name) => [name, deploymentOf(name)]));
}

/** The paths of its files from the folder, a hundred in each folder below it. */
export function deploymentNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `team-${Math.floor(index / 100)}/web-${index}.yaml`);
}

function deploymentOf(path: string): string {
  const name = path.replace(/^.*\/|\.yaml$/g, "");
  return deployment.replaceAll("name: web", `name: ${name}`).replaceAll("shop/web", `shop/${name}`);
}

/** A folder of 182 CustomResourceDefinitions, one a file, 58 MB together. */
export function definitions(): string {
  return cached("definitions", () => [...crds(182, 58e6)].map((text, index) => [`crd-${index}.yaml`, text]));
}

/** A folder of bundles as operators publish them: twelve definitions and a Deployment in a file, 46 MB together. */
export function operators(): string {
  return cached("operators", () => {
    const texts = [...crds(144, 46e6)];
    return operatorNames.map((name, index) => [
      name,
      `${texts.slice(index * 12, (index + 1) * 12).join("")}---\n${deploymentOf(name)}`,
    ]);
  });
}

/** The paths of its files from the folder. */
export const operatorNames = Array.from({ length: 12 }, (_, index) => `operator-${index}.yaml`);

/** Sets that are made in another way have another name. */
const version = createHash("sha256")
  .update(["sets.ts", "crds.ts", "deployment.yaml"].map((name) => readFileSync(join(import.meta.dirname, name))).join())
  .digest("hex")
  .slice(0, 8);

/** A folder that stays from run to run, outside of the checkout. It has its name only when it is whole. */
function cached(name: string, files: () => readonly (readonly [path: string, text: string])[]): string {
  const caches = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "secctx-bench");
  const folder = join(caches, `${name}-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(caches, { recursive: true });
  const unfinished = mkdtempSync(join(caches, "unfinished-"));
  for (const [path, text] of files()) {
    mkdirSync(dirname(join(unfinished, path)), { recursive: true });
    writeFileSync(join(unfinished, path), text);
  }
  renameSync(unfinished, folder);
  return folder;
}
