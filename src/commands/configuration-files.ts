import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type Configuration,
  type Defect,
  defaultPolicy,
  type Policy,
  readBaseline,
  readConfiguration,
} from "../policy/index.ts";
import { rules } from "../rules/index.ts";
import { UsageError } from "../source/errors.ts";
import { baselineName, findConfiguration, readOwnFile } from "../source/repository.ts";
import { withFullReader } from "../yaml/index.ts";
import type { PolicyValues } from "./options.ts";

/** Loads the configuration that `--config` names, or else the nearest one; `undefined` if there is none. Throws a UsageError if anything in it is wrong. */
export async function loadConfiguration(values: PolicyValues, root: string): Promise<Configuration | undefined> {
  if (values.config !== undefined && values["no-config"])
    throw new UsageError("--config and --no-config exclude each other: choose one of the two.");
  const file = values["no-config"] ? undefined : (values.config ?? findConfiguration(root));
  if (file === undefined) return undefined;
  const source = readOwnFile(file);
  const ids = rules.map(({ id }) => id);
  const configuration = await withFullReader(() => readConfiguration(source, ids));
  if ("defects" in configuration) throw new UsageError(describeDefects(source.file, configuration.defects));
  return configuration;
}

/** Loads the findings that the repository's baseline accepts; none if there is no baseline. Throws a UsageError if anything in it is wrong. */
export function loadBaseline(root: string): Policy["baseline"] {
  const file = join(root, baselineName);
  if (!existsSync(file)) return defaultPolicy.baseline;
  const source = readOwnFile(file);
  const baseline = readBaseline(source);
  if ("line" in baseline) throw new UsageError(describeDefects(source.file, [baseline]));
  return baseline;
}

/** Describes the first defect of a file, and says on which lines there are more. */
function describeDefects(file: string, [first, ...rest]: readonly Defect[]): string {
  const lines = [...new Set(rest.map(({ line }) => line))].join(", ");
  const more = rest.length === 0 ? "" : ` (${rest.length} more below: line ${lines})`;
  return `${file}:${first?.line}: ${first?.message}${more}`;
}
