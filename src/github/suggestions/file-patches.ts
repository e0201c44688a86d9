import { modes } from "../../pod/index.ts";
import { fix } from "../../review/fix.ts";
import type { Result } from "../../review/result.ts";
import type { Source } from "../../yaml/index.ts";
import { bodyLimit, type Hardening } from "../deliver.ts";
import { patchesOf } from "./patch-comment.ts";

/** The patches that harden what was reviewed, the most serious files first, until there are as many as the reports can hold. */
export async function hardened(sources: readonly Source[], { findings, policy }: Result): Promise<Hardening> {
  const sorted = findings
    .filter(({ fix: offered, ignored }) => offered && !ignored)
    .toSorted((a, b) => modes.indexOf(a.mode) - modes.indexOf(b.mode));
  const files = [...new Set(sorted.map(({ location }) => location.file))];
  const byName = new Map(sources.map((source) => [source.file, source]));
  const patches: string[] = [];
  const others: string[] = [];
  let [size, left] = [0, 0];
  for (const file of files) {
    const source = byName.get(file);
    if (!source || size > bodyLimit) {
      left++;
      continue;
    }
    const { text } = await fix(source, { ...policy, gate: "all" }, ({ ignored }) => !ignored);
    const one = patchesOf([{ source, text }]);
    patches.push(...one.patches);
    others.push(...one.others);
    size += one.patches.join("").length;
  }
  return { patches, others, left };
}
