import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Source } from "../yaml/index.ts";
import { reasonOf, UsageError } from "./errors.ts";
import { decode, shown } from "./files.ts";

export const configurationName = ".secctx.yaml";
/** A name that people give the configuration, and that is not read. */
export const misspeltName = ".secctx.yml";
export const baselineName = ".secctx-baseline.json";

/** The folder of the repository that the working directory lies in; the working directory itself outside of one. */
export function rootFolder(): string {
  const start = process.cwd();
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return start;
  }
}

/** What leads from a folder to the working directory: `k8s/`, or nothing. */
export function fromRoot(root: string): string {
  const steps = relative(root, process.cwd()).split(sep).join("/");
  return steps === "" ? "" : `${steps}/`;
}

/** The configuration that holds in the working directory: the nearest one up to the root. */
export function findConfiguration(root: string): string | undefined {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const file = join(folder, configurationName);
    if (existsSync(file)) return file;
    const misspelt = join(folder, misspeltName);
    if (existsSync(misspelt)) throw misspeltError(shown(misspelt));
    if (folder === root || dirname(folder) === folder) return undefined;
  }
}

/** The error for a configuration under the misspelt name. */
export function misspeltError(file: string): UsageError {
  return new UsageError(`${file}: this name is not read: rename the file to ${configurationName}.`);
}

/** A file of ours as text, called as the user sees it. What can't be read is no reason to go on without it. */
export function readOwn(file: string): Source {
  try {
    const text = decode(readFileSync(resolve(file)));
    if (text === undefined) throw new UsageError(`${shown(file)}: it is not UTF-8 text. Save it as UTF-8.`);
    return { file: shown(file), text };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${shown(file)}: it could not be read: ${reasonOf(error)}.`);
  }
}
