import { type Fields, isFields } from "../yaml/index.ts";

/** Parses a JSON object; `undefined` for a text that is not one. */
export function parseObject(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
