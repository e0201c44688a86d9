import type { NamedValues } from "../rule.ts";

/** The values of a rule that can name only these. */
export function oneOf(...words: readonly string[]): NamedValues {
  const form = words.length === 1 ? `only ${words[0]}` : `one of ${words.join(", ")}`;
  return { form, isPossible: (text) => words.includes(text) };
}
