import { readFully } from "../../src/yaml/read/full.ts";
import { readJsonAsYaml } from "../../src/yaml/read/json.ts";
import { readPlain } from "../../src/yaml/read/plain.ts";
import type { Node } from "../../src/yaml/tree.ts";

/** What a small reader reads of a text, and the full one reads otherwise; `undefined` where they agree, or the small ones leave it to the full one. */
export function findDisagreement(text: string): { readonly small: Node; readonly full: unknown } | undefined {
  for (const readAlone of [readJsonAsYaml, readPlain]) {
    const small = readAlone(text, 0, text.length);
    if (!small) continue;
    const full = readFully(text, 0);
    if (JSON.stringify(full) !== JSON.stringify({ tree: small, aliases: [] })) return { small, full };
  }
  return undefined;
}
