import { at, objectsIn, ownerOf, workloadOf } from "../pod/index.ts";
import { type Policy, workloadKey } from "../policy/index.ts";
import { rules } from "../rules/index.ts";
import type { Manifest, Path, Value } from "../yaml/index.ts";
import { locationOf } from "./findings.ts";
import { ignoresIn } from "./ignores.ts";
import type { AddedIgnore } from "./result.ts";

const ruleIds = rules.map(({ id }) => id);

/** The ignore comments that hold at the head, and did not at the base: there, or in these words, for this workload. */
export function addedIgnores(
  heads: readonly Manifest[],
  bases: readonly Manifest[],
  { today }: Policy,
): readonly AddedIgnore[] {
  const known = new Set(ignoresOf(bases, today).map(({ key }) => key));
  return ignoresOf(heads, today).flatMap(({ key, ignore }) => (known.has(key) ? [] : [ignore]));
}

function ignoresOf(manifests: readonly Manifest[], today: string): { key: string; ignore: AddedIgnore }[] {
  return manifests.flatMap(({ documents }) =>
    documents.flatMap((document) => {
      const comments = ignoresIn(document, ruleIds, today);
      const objects = comments.length > 0 ? objectsIn(document.value) : [];
      return comments.flatMap(({ range, path, rules: ids, reason, expires, defect }) => {
        const owner = defect === undefined && path !== undefined ? ownerOf(objects, path) : undefined;
        if (!owner || path === undefined) return [];
        const workload = workloadOf(owner);
        const key = JSON.stringify([workloadKey(workload), namesOf(document.value, path), ids, reason, expires]);
        return { key, ignore: { location: locationOf(document, range), workload, rules: ids, reason, expires } };
      });
    }),
  );
}

/** A path that survives another order of lists. */
function namesOf(root: Value, path: Path): unknown[] {
  return path.map((step, index) =>
    typeof step === "string" ? step : (at(root, [...path.slice(0, index + 1), "name"]) ?? step),
  );
}
