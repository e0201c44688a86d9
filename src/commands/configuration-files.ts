import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import {
  defaultPolicy,
  isOldBaseline,
  isWrittenAnew,
  markGone,
  type Policy,
  parseAddress,
  type readBaseline,
  readOldBaseline,
} from "../policy/index.ts";
import { UsageError } from "../source/errors.ts";
import {
  type PlacedConfiguration,
  type PolicyRepository,
  type PolicyStack,
  stackPolicies,
} from "../source/extended-policies.ts";
import { displayPath } from "../source/files.ts";
import {
  baselineName,
  configurationName,
  filesOfNow,
  findConfiguration,
  foldersUpTo,
  misspeltName,
  type OwnFiles,
  parseBaseline,
  parseConfiguration,
  readOwnFile,
} from "../source/own-files.ts";
import { openClones } from "../source/policy-clones.ts";
import type { Source } from "../yaml/index.ts";
import type { PolicyValues } from "./options.ts";

/**
 * Finds where the configuration and the baseline are read. For a change that is where it comes from, so that it can neither switch its own gate off nor accept
 * its own findings; a configuration outside of the repository is read where it is. Throws a UsageError where git can't tell.
 */
export async function findOwnFiles(
  { config }: PolicyValues,
  root: string,
  changed: string | undefined,
): Promise<OwnFiles> {
  if (changed === undefined) return filesOfNow;
  const { readFilesBefore } = await import("../source/git.ts");
  const nameOf = (file: string) => relative(root, resolve(file)).split(sep).join("/");
  const candidates = [
    ...(config === undefined ? [] : [config]),
    ...foldersUpTo(root).flatMap((folder) => [join(folder, configurationName), join(folder, misspeltName)]),
    join(root, baselineName),
  ];
  const isInside = (file: string) => !nameOf(file).startsWith("../");
  const names = [...new Set(candidates.filter(isInside).map(nameOf))];
  const { commit, texts } = await readFilesBefore(changed === "" ? undefined : changed, names);
  return {
    place: `${commit.slice(0, 7)}, where the change comes from`,
    has: (file) => (isInside(file) ? texts.has(nameOf(file)) : existsSync(file)),
    read: (file) => {
      const text = texts.get(nameOf(file));
      return text === undefined ? readOwnFile(file) : { file: displayPath(file), text };
    },
    find: async (folder, path) => {
      const file = join(folder, path);
      if (!isInside(file)) return await filesOfNow.find(folder, path);
      const { texts: found } = await readFilesBefore(commit, [nameOf(file)]);
      const text = found.get(nameOf(file));
      return text === undefined ? undefined : { file: displayPath(file), text };
    },
  };
}

/** The names of the configuration and the baseline, where the working directory has them otherwise than they are read. */
export function findEdited(root: string, files: OwnFiles, config: string | undefined): string[] {
  const { place, read, has } = files;
  if (place === "") return [];
  const configurations =
    config === undefined || parseAddress(config)
      ? [findConfiguration(root, filesOfNow), findConfiguration(root, files)]
      : [config];
  const candidates = new Set([...configurations.filter((file) => file !== undefined), join(root, baselineName)]);
  const isEdited = (file: string) =>
    existsSync(file) !== has(file) || (has(file) && readOwnFile(file).text !== read(file).text);
  return [...candidates].filter(isEdited).map(displayPath);
}

/**
 * Loads the configuration that `--config` names, or else the nearest one, with all that it extends. Throws a UsageError if anything in them is wrong, or if
 * one can't be read.
 */
export async function loadPolicies(values: PolicyValues, root: string, files: OwnFiles): Promise<PolicyStack> {
  const { config } = values;
  if (config !== undefined && values["no-config"])
    throw new UsageError("--config and --no-config exclude each other: choose one of the two.");
  if (values["no-config"]) return { layers: [], entries: [], notes: [] };
  const open = openClones(values["policy-clone"] ?? []);
  const address = config === undefined || files.has(config) ? undefined : parseAddress(config);
  const file = address ? findConfiguration(root, files) : (config ?? findConfiguration(root, files));
  const own = file === undefined ? undefined : await placeConfiguration(file, root, files);
  const asker = `--config ${JSON.stringify(config)}`;
  return await stackPolicies(own, address && { address, from: "--config", asker }, open);
}

async function placeConfiguration(file: string, root: string, files: OwnFiles): Promise<PlacedConfiguration> {
  if (files.place !== "" && !files.has(file))
    throw new UsageError(
      `--config "${file}": there is no such file at ${files.place}. A configuration that a change adds takes effect once it is merged; --config-ref head reads the change's own.`,
    );
  const nameFrom = (folder: string) => relative(folder, resolve(file)).split(sep).join("/");
  const top = nameFrom(root).startsWith("../") ? dirname(resolve(file)) : root;
  const repository: PolicyRepository = {
    name: "",
    where: files.place === "" ? "this repository" : files.place,
    commit: "",
    notes: [],
    read: (path) => files.find(top, path),
  };
  return { configuration: await parseConfiguration(files.read(file)), repository, path: nameFrom(top) };
}

/** Loads the findings that the repository's baseline accepts; none if there is no baseline. Throws a UsageError if anything in it is wrong. */
export function loadBaseline(root: string, files: OwnFiles): Policy["baseline"] {
  const file = join(root, baselineName);
  if (!files.has(file)) return defaultPolicy.baseline;
  const source = files.read(file);
  const now = files.place !== "" && existsSync(file) ? readOwnFile(file) : undefined;
  return isWrittenAnew(source, now) ? defaultPolicy.baseline : takeBaseline(root, source);
}

/** Loads the baseline of the working directory to write it anew, in the old form too. Throws a UsageError if anything in it is wrong. */
export function loadBaselineToWrite(root: string): { readonly baseline: Policy["baseline"]; readonly isOld: boolean } {
  const file = join(root, baselineName);
  if (!existsSync(file)) return { baseline: defaultPolicy.baseline, isOld: false };
  const source = readOwnFile(file);
  const isOld = isOldBaseline(source);
  return { baseline: takeBaseline(root, source, isOld ? readOldBaseline : undefined), isOld };
}

/** Reads a baseline for the files of the working directory, whatever revision it is of. */
function takeBaseline(root: string, source: Source, readEntries?: typeof readBaseline): Policy["baseline"] {
  return markGone(parseBaseline(source, readEntries), (name) => existsSync(join(root, name)));
}
