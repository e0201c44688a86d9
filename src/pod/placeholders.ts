import { resolvePlain, type Value } from "../yaml/index.ts";

/**
 * What is filled in before Kubernetes sees it. Flux: `${NAME}`, with defaults and other expressions, and `$${NAME}` for the text `${NAME}`
 * (fluxcd.io, Kustomization "Post build variable substitution"; github.com/fluxcd/pkg envsubst). GNU envsubst: `${NAME}` and `$NAME`. Kustomize, in
 * fields that are not Kubernetes' own: `$(NAME)`, and `$$(NAME)` for the text.
 */
const placeholder = /(?<!\$)\$(?:\{#?[A-Za-z_][^{}]*\}|\([A-Za-z_][\w.-]*\)|[A-Za-z_])/;

/** An innermost expression with a default: `${NAME:=value}`, `${NAME:-value}`, and both without the colon. */
const withDefault = /(?<!\$)\$\{[A-Za-z_]\w*:?[-=]([^${}]*)\}/g;

/** Whether a value is a text that is not whole yet: a tool fills something in later, and what that is, and of which type, nobody knows here. */
export function isPlaceholder(value: unknown): value is string {
  return typeof value === "string" && value.includes("$") && placeholder.test(value);
}

/** Whether a key is not whole yet. Without brackets it is a word of Kustomize, as `$patch` is. */
export function isPlaceholderKey(key: string | number | undefined): key is string {
  return isPlaceholder(key) && /\$[{(]/.test(key);
}

/** The value that a placeholder has where nobody fills in anything else; `undefined` where it has no default for all that it leaves open. */
export function readDefault(text: string): string | undefined {
  if (text.length > longest) return undefined;
  let whole = text;
  // Defaults may hold expressions with defaults: each turn takes one level off.
  for (let before = ""; before !== whole; ) {
    before = whole;
    whole = before.replace(withDefault, (_, value: string) => value);
  }
  return isPlaceholder(whole) ? undefined : whole;
}

/** Longer texts are not read for defaults: each level of them costs a turn. */
const longest = 1000;

/** A default as a value of the type of `like`: the tools write text, which Kubernetes reads as YAML. `undefined` where it is of another type. */
export function readDefaultLike(like: Value, text: string): Value | undefined {
  const fallback = readDefault(text);
  if (fallback === undefined || typeof like === "string") return fallback === "" ? null : fallback;
  const value = resolvePlain(fallback);
  return value === null || typeof value === typeof like ? value : undefined;
}
