import { type Level, levels, parseVersion } from "../pod/index.ts";
import { findPatternDefect } from "../pod/patterns.ts";
import type { Gate } from "../policy/index.ts";
import { UsageError } from "../source/errors.ts";
import { parseShare, type Share, shareForm } from "../source/shard.ts";
import { readBooleanInput, readInput, readInputLines, wrongInput } from "./runner.ts";

/** How findings get onto their lines. */
export type AnnotationChannel = "auto" | "check-run" | "commands" | "none";

/** The inputs of action.yml, checked; those that the workflow does not set are `undefined`. */
export interface Inputs {
  readonly files: readonly string[] | undefined;
  readonly enforce: Level | undefined;
  readonly warn: Level | undefined;
  readonly audit: Level | undefined;
  readonly kubernetesVersion: string | undefined;
  readonly gate: Gate | undefined;
  readonly config: string | undefined;
  readonly configRef: "base" | "head" | undefined;
  readonly configToken: string | undefined;
  readonly annotations: AnnotationChannel | undefined;
  readonly maxAnnotations: number | undefined;
  readonly checkName: string | undefined;
  readonly suggest: boolean | "all" | undefined;
  readonly maxSuggestions: number | undefined;
  readonly images: boolean | "layers" | undefined;
  readonly registries: readonly string[] | undefined;
  readonly render: "auto" | boolean | undefined;
  readonly sarifFile: string | undefined;
  readonly jsonFile: string | undefined;
  readonly htmlFile: string | undefined;
  readonly shard: Share | undefined;
  readonly githubToken: string | undefined;
}

/** Reads the inputs. Throws a UsageError with the allowed values for the first one that is wrong. */
export function readInputs(): Inputs {
  return {
    files: readPatterns("files"),
    enforce: readInputChoice("enforce", levels),
    warn: readInputChoice("warn", levels),
    audit: readInputChoice("audit", levels),
    kubernetesVersion: readVersion(),
    gate: readInputChoice<Gate>("gate", ["new", "all", "none"]),
    config: readInput("config"),
    configRef: readInputChoice("config-ref", ["base", "head"]),
    configToken: readInput("config-token"),
    annotations: readInputChoice("annotations", ["auto", "check-run", "commands", "none"]),
    maxAnnotations: readCount("max-annotations"),
    checkName: readInput("check-name"),
    suggest: readInput("suggest") === "all" ? "all" : readBooleanInput("suggest", ["all"]),
    maxSuggestions: readCount("max-suggestions"),
    images: readInput("images") === "layers" ? "layers" : readBooleanInput("images", ["layers"]),
    registries: readPatterns("registries"),
    render: readInput("render") === "auto" ? "auto" : readBooleanInput("render", ["auto"]),
    sarifFile: readInput("sarif-file"),
    jsonFile: readInput("json-file"),
    htmlFile: readInput("html-file"),
    shard: readShare(),
    githubToken: readInput("github-token"),
  };
}

function readPatterns(name: string): string[] | undefined {
  const patterns = readInputLines(name);
  for (const pattern of patterns ?? []) {
    const defect = findPatternDefect(pattern);
    if (defect) throw new UsageError(`The input ${name} has the pattern ${JSON.stringify(pattern)}, which ${defect}.`);
  }
  return patterns;
}

function readInputChoice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
  const value = readInput(name);
  if (value === undefined) return undefined;
  const choice = allowed.find((each) => each === value);
  if (choice === undefined) throw wrongInput(name, value, `one of ${allowed.join(", ")}`);
  return choice;
}

function readCount(name: string): number | undefined {
  const value = readInput(name);
  if (value === undefined) return undefined;
  if (!/^\d{1,4}$/.test(value)) throw wrongInput(name, value, "a whole number from 0 to 9999");
  return Number(value);
}

function readVersion(): string | undefined {
  const name = "kubernetes-version";
  const value = readInput(name);
  if (value !== undefined && !parseVersion(value)) throw wrongInput(name, value, "latest, or a release such as 1.34");
  return value;
}

function readShare(): Share | undefined {
  const value = readInput("shard");
  if (value === undefined) return undefined;
  const share = parseShare(value);
  if (!share) throw wrongInput("shard", value, shareForm);
  return share;
}
