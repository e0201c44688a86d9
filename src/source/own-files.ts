import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { type Configuration, type Defect, type Policy, readBaseline, readConfiguration } from "../policy/index.ts";
import { type Source, withFullReader } from "../yaml/index.ts";
import { reasonOf, UsageError } from "./errors.ts";
import { displayPath } from "./files.ts";
import { findRepository } from "./folders.ts";
import { leadsOut } from "./links.ts";
import { decodeUtf8 } from "./texts.ts";

export const configurationName = ".secctx.yaml";
/** A name that people give the configuration, and that is not read. */
export const misspeltName = ".secctx.yml";
export const baselineName = ".secctx-baseline.json";

/** Finds the root folder of the repository around the working directory; outside of a repository it is the working directory itself. */
export function findRoot(): string {
  return findRepository(process.cwd()) ?? process.cwd();
}

/** The path from a folder to the working directory, such as `k8s/`; empty where they are the same. */
export function pathFrom(root: string): string {
  const steps = relative(root, process.cwd()).split(sep).join("/");
  return steps === "" ? "" : `${steps}/`;
}

/** Where the configuration and the baseline are read: in the working directory, or at a commit. */
export interface OwnFiles {
  /** How to say where that is; empty for the working directory. */
  readonly place: string;
  readonly has: (file: string) => boolean;
  /** Reads a file. Throws a UsageError where it can't be read: nothing goes on without it. */
  readonly read: (file: string) => Source;
  /** Reads a file that a configuration names, from a folder that it must not leave; `undefined` where there is none. Throws a UsageError where it can't be read. */
  readonly find: (folder: string, path: string) => Promise<Source | undefined>;
}

/** The files as they are now. */
export const filesOfNow: OwnFiles = {
  place: "",
  has: existsSync,
  read: readOwnFile,
  find: async (folder, path) => readFileWithin(folder, path),
};

/** The folders from one up to a root that it is in. Of those from the working directory, the nearest configuration applies. */
export function foldersUpTo(root: string, start = process.cwd()): string[] {
  const folders: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    folders.push(folder);
    if (folder === root || dirname(folder) === folder) return folders;
  }
}

/** Finds the configuration that applies in the working directory: the nearest one up to the root. Throws a UsageError for one with a wrong name. */
export function findConfiguration(root: string, { has }: OwnFiles): string | undefined {
  for (const folder of foldersUpTo(root)) {
    const file = join(folder, configurationName);
    if (has(file)) return file;
    const misspelt = join(folder, misspeltName);
    if (has(misspelt)) throw misspeltError(displayPath(misspelt));
  }
  return undefined;
}

/** The error for a configuration under the misspelt name. */
export function misspeltError(file: string): UsageError {
  return new UsageError(`${file}: this name is not read: rename the file to ${configurationName}.`);
}

/** Throws a UsageError for a file of ours that a link leads out of the repository: whoever made the link is not who writes. */
export function refuseLinkOut(root: string, file: string): void {
  if (leadsOut(root, file))
    throw new UsageError(
      `${displayPath(file)}: a link takes it outside of the repository, and nothing is written there. Remove the link.`,
    );
}

/** Reads a file by its path from a folder; `undefined` where there is none. Throws a UsageError where it can't be read, or a link leads out of the folder. */
export function readFileWithin(folder: string, path: string): Source | undefined {
  const file = join(folder, path);
  if (!existsSync(file)) return undefined;
  if (!leadsOut(folder, file)) return readOwnFile(file);
  throw new UsageError(
    `${displayPath(file)}: a link takes it outside of the repository, and such a link is not followed. Put the file in its place.`,
  );
}

/** Reads a configuration, a baseline or a report. Throws a UsageError where it can't be read: nothing goes on without it. */
export function readOwnFile(file: string): Source {
  const path = displayPath(file);
  try {
    const text = decodeUtf8(readFileSync(resolve(file)));
    if (text === undefined) throw new UsageError(`${path}: it is not UTF-8 text. Save it as UTF-8.`);
    return { file: path, text };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path}: it could not be read: ${reasonOf(error)}.`);
  }
}

/** Parses a configuration. Throws a UsageError where anything in it is wrong. */
export async function parseConfiguration(source: Source): Promise<Configuration> {
  const configuration = await withFullReader(() => readConfiguration(source));
  if ("defects" in configuration) throw new UsageError(describeDefects(source.file, configuration.defects));
  return configuration;
}

/** Parses a baseline. Throws a UsageError where anything in it is wrong. */
export function parseBaseline(source: Source, readEntries = readBaseline): Policy["baseline"] {
  const baseline = readEntries(source);
  if ("line" in baseline) throw new UsageError(describeDefects(source.file, [baseline]));
  return baseline;
}

/** Describes the first defect of a file, and says on which lines there are more. */
function describeDefects(file: string, [first, ...rest]: readonly Defect[]): string {
  const lines = [...new Set(rest.map(({ line }) => line))].join(", ");
  const more = rest.length === 0 ? "" : ` (${rest.length} more below: line ${lines})`;
  return `${file}:${first?.line}: ${first?.message}${more}`;
}
