import { levels, parseVersion } from "../pod/kubernetes.ts";
import { findPatternDefect } from "../pod/patterns.ts";
import type { Gate, Policy } from "../policy/index.ts";
import { defaultPolicy } from "../policy/policy.ts";
import { UsageError } from "../source/errors.ts";
import { type Share, shardForm, shardFrom } from "../source/shard.ts";

/** What the workflow asks for, checked: the inputs of action.yml. */
export interface Inputs {
  readonly files: readonly string[];
  /** Without `gate`, whose default the event decides. */
  readonly policy: Policy;
  readonly gate: Gate | undefined;
  readonly annotations: "auto" | "check-run" | "commands" | "none";
  readonly maxAnnotations: number;
  readonly checkName: string;
  readonly suggest: boolean;
  readonly maxSuggestions: number;
  /** Whether registries are asked what the images say. */
  readonly images: boolean;
  readonly jsonFile: string | undefined;
  readonly sarifFile: string | undefined;
  readonly htmlFile: string | undefined;
  /** This job's share of the whole checkout. */
  readonly shard: Share | undefined;
  readonly token: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the inputs as the runner hands them over: `INPUT_<NAME>`, hyphens kept. Throws a UsageError with the allowed values. */
export function readInputs(env: Environment): Inputs {
  const input = (name: string) => env[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;
  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T =>
    choice(name, input(name) ?? fallback, allowed);
  const version = input("kubernetes-version") ?? defaultPolicy.kubernetesVersion.name;
  const kubernetesVersion = parseVersion(version);
  if (!kubernetesVersion) throw wrong("kubernetes-version", version, "latest, or a release such as 1.34");
  const gate = input("gate");
  const share = input("shard");
  const shard = share === undefined ? undefined : shardFrom(share);
  if (share !== undefined && !shard) throw wrong("shard", share, shardForm);
  return {
    files: patterns("files", input("files")) ?? ["**/*.yaml", "**/*.yml", "**/*.json"],
    policy: {
      ...defaultPolicy,
      enforce: oneOf("enforce", levels, defaultPolicy.enforce),
      warn: oneOf("warn", levels, defaultPolicy.warn),
      audit: oneOf("audit", levels, defaultPolicy.audit),
      kubernetesVersion,
    },
    gate: gate === undefined ? undefined : choice<Gate>("gate", gate, ["new", "all"]),
    annotations: oneOf("annotations", ["auto", "check-run", "commands", "none"], "auto"),
    maxAnnotations: count("max-annotations", input("max-annotations"), 200),
    checkName: input("check-name") ?? "secctx",
    suggest: oneOf("suggest", ["true", "false"], "false") === "true",
    maxSuggestions: count("max-suggestions", input("max-suggestions"), 20),
    images: oneOf("images", ["true", "false"], "false") === "true",
    jsonFile: input("json-file"),
    sarifFile: input("sarif-file"),
    htmlFile: input("html-file"),
    shard,
    token: input("github-token") ?? env.GITHUB_TOKEN,
  };
}

function choice<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw wrong(name, value, `one of ${allowed.join(", ")}`);
  return found;
}

function count(name: string, value: string | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  if (!/^\d{1,4}$/.test(value)) throw wrong(name, value, "a whole number from 0 to 9999");
  return Number(value);
}

/** The patterns of an input, one a line. */
function patterns(name: string, value: string | undefined): string[] | undefined {
  const lines = value?.split("\n").map((line) => line.trim());
  const found = lines?.filter((line) => line !== "");
  for (const pattern of found ?? []) {
    const defect = findPatternDefect(pattern);
    if (defect) throw new UsageError(`The input ${name} has the pattern ${JSON.stringify(pattern)}, which ${defect}.`);
  }
  return found;
}

function wrong(name: string, value: string, allowed: string): UsageError {
  return new UsageError(`The input ${name} is ${JSON.stringify(value)}: use ${allowed}.`);
}
