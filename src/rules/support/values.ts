import type { NamedValues } from "../rule.ts";

/** The values of a rule that can name only these. */
export function oneOf(...words: readonly string[]): NamedValues {
  const form = words.length === 1 ? `${words[0]}, which is all that it names` : `one of ${words.join(", ")}`;
  return { form, isPossible: (text) => words.includes(text) };
}
