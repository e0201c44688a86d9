import { type ParseArgsConfig, parseArgs } from "node:util";
import { largestId } from "../pod/kubernetes.ts";
import { UsageError } from "../source/errors.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The options of every command that judges. */
export const policyOptions = {
  enforce: { type: "string" },
  warn: { type: "string" },
  audit: { type: "string" },
  "kubernetes-version": { type: "string" },
  config: { type: "string" },
  "no-config": { type: "boolean" },
  quiet: { type: "boolean" },
  color: { type: "boolean" },
  "no-color": { type: "boolean" },
} as const satisfies Options;

/** Where what images say comes from; of every command that judges. */
export const imageOptions = {
  images: { type: "boolean" },
  "images-from": { type: "string" },
  "insecure-registry": { type: "string", multiple: true },
} as const satisfies Options;

export type PolicyValues = ValuesOf<typeof policyOptions>;
export type ImageValues = ValuesOf<typeof imageOptions>;

/** What stands behind options; nothing behind those that were not given. */
type ValuesOf<O extends Options> = {
  readonly [K in keyof O]?: (O[K] extends { multiple: true } ? readonly Word<O[K]>[] : Word<O[K]>) | undefined;
};
type Word<O extends Options[string]> = O["type"] extends "boolean" ? boolean : string;

/** argv by Node's own parser; what it refuses is a UsageError with the options that there are. */
export function parse<O extends Options>(command: string, args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    const [sentence = ""] = error instanceof Error ? error.message.split(". To specify") : [String(error)];
    const names = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(
      `${sentence.replaceAll("\n", " ").replace(/\.?$/, ".")} Options of ${command}: ${names.join(" ")}.`,
    );
  }
}

/** A value that must be one of some words. */
export function oneOf<T extends string>(option: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option} "${value}": use one of ${allowed.join(", ")}.`);
  return found;
}

/** A user or group id from the command line: what Kubernetes takes, save root. */
export function idOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const id = Number(value);
  if (/^\d+$/.test(value) && id >= 1 && id <= largestId) return id;
  throw new UsageError(`${option} "${value}": use a whole number from 1 to ${largestId}; 0 is root.`);
}
