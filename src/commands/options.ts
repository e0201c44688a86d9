import { type ParseArgsConfig, parseArgs } from "node:util";
import { largestId } from "../pod/kubernetes.ts";
import { UsageError } from "../source/errors.ts";

type OptionTable = NonNullable<ParseArgsConfig["options"]>;

/** The options of every command that reviews manifests. */
export const policyOptions = {
  enforce: { type: "string" },
  warn: { type: "string" },
  audit: { type: "string" },
  "kubernetes-version": { type: "string" },
  config: { type: "string" },
  "no-config": { type: "boolean" },
  "policy-clone": { type: "string", multiple: true },
  quiet: { type: "boolean" },
  color: { type: "boolean" },
  "no-color": { type: "boolean" },
} as const satisfies OptionTable;

/** The options about images, also of every command that reviews manifests. */
export const imageOptions = {
  /** `--images` alone is `--images=true`. */
  images: { type: "string" },
  "images-from": { type: "string" },
  "insecure-registry": { type: "string", multiple: true },
} as const satisfies OptionTable;

/** The options about charts and overlays, also of every command that reviews manifests. */
export const renderOptions = {
  render: { type: "string" },
  values: { type: "string", multiple: true },
} as const satisfies OptionTable;

export type RenderValues = ValuesOf<typeof renderOptions>;
export type PolicyValues = ValuesOf<typeof policyOptions>;
export type ImageValues = ValuesOf<typeof imageOptions>;

/** The values of options; an option that was not given has none. */
type ValuesOf<O extends OptionTable> = {
  readonly [K in keyof O]?:
    | (O[K] extends { multiple: true } ? readonly ParsedValue<O[K]>[] : ParsedValue<O[K]>)
    | undefined;
};
type ParsedValue<O extends OptionTable[string]> = O["type"] extends "boolean" ? boolean : string;

/** Parses arguments with Node's own parser. Throws a UsageError that lists the command's options if the parser refuses them. */
export function parseOptions<O extends OptionTable>(command: string, args: readonly string[], options: O) {
  try {
    return parseArgs({ args: nameValues(args, options), options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    const [sentence = ""] = error instanceof Error ? error.message.split(". To specify") : [String(error)];
    const names = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(
      `${sentence.replaceAll("\n", " ").replace(/\.?$/, ".")} Options of ${command}: ${names.join(" ")}.`,
    );
  }
}

/** Gives `--images` without a value the one that it stands for: the parser knows no options whose value may be left out. */
function nameValues(args: readonly string[], options: OptionTable): string[] {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  return args.map((arg, index) => (arg === "--images" && index < end && "images" in options ? "--images=true" : arg));
}

/** Reads a value that must be one of some words. Throws a UsageError that lists them if it is not. */
export function readChoice<T extends string>(option: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option} "${value}": use one of ${allowed.join(", ")}.`);
  return found;
}

/** Reads a user or group id. Throws a UsageError if Kubernetes does not accept it, or if it is root's. */
export function readId(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const id = Number(value);
  if (/^\d+$/.test(value) && id >= 1 && id <= largestId) return id;
  throw new UsageError(`${option} "${value}": use a whole number from 1 to ${largestId}; 0 is root.`);
}
