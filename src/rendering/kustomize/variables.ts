import { isFields, type Value } from "../../yaml/index.ts";
import { type FileInset, valueNow } from "../inset.ts";
import type { OverlayOverrides } from "./kustomizations.ts";

/** A variable that Flux fills in after a build, and who says what it is. */
export interface Variable extends FileInset {
  readonly value: string;
}

/** The variables that an object of Flux fills in, by name; `undefined` where it fills in none. */
export function readVariables(
  overrides: OverlayOverrides | undefined,
  changed: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, Variable> | undefined {
  if (!overrides?.variables) return undefined;
  return new Map(
    overrides.variables.flatMap((source) => {
      const value = valueNow(source, changed.get(source.file));
      const entries = isFields(value) ? Object.entries(value) : [];
      return entries.map(([name, text]): [string, Variable] => {
        return [name, { ...source, path: [...source.path, name], value: String(text ?? "") }];
      });
    }),
  );
}

/**
 * A rendering with its variables filled in, as Flux does it (kustomize-controller, "Post build variable substitution"): `${NAME}`, with a default behind `:=`,
 * `:-`, `=` or `-`. One that is not known stays as it is where some are not known here; else it is empty. `$${NAME}` is a plain text.
 */
export function fillVariables(
  text: string,
  variables: ReadonlyMap<string, Variable> | undefined,
  { isComplete = false }: Partial<OverlayOverrides> = {},
): string {
  if (!variables || !text.includes("${")) return text;
  const documents = text.split(/^(?=---)/m);
  return documents.map((each) => (isOptedOut.test(each) ? each : each.replace(pattern, fill))).join("");

  function fill(
    whole: string,
    name: string | undefined,
    sign: string | undefined,
    fallback: string | undefined,
  ): string {
    if (name === undefined) return "${";
    const value = variables?.get(name)?.value;
    const isUsed = value !== undefined && (value !== "" || !sign?.startsWith(":"));
    return isUsed ? value : (fallback ?? (isComplete ? "" : whole));
  }
}

const pattern = /\$\$\{|\$\{([A-Za-z_]\w*)(?:(:?[-=])([^{}]*))?\}/g;
const isOptedOut = /^ +kustomize\.toolkit\.fluxcd\.io\/substitute: "?disabled/m;

/** The name of the variable that a text is; `undefined` for a text that is more than one. */
export function variableIn(value: Value | undefined): string | undefined {
  return typeof value === "string" ? /\$\{([A-Za-z_]\w*)(?::?[-=][^{}]*)?\}/.exec(value)?.[1] : undefined;
}
