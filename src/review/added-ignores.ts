import { findObjects, findOwner, findPods, identifyWorkload } from "../pod/index.ts";
import { type Policy, workloadKey } from "../policy/index.ts";
import { type Document, locationOf, type Manifest, startsWith } from "../yaml/index.ts";
import { findIgnoreComments } from "./ignores.ts";
import type { AddedIgnore } from "./result.ts";
import { containerKey, nameSteps } from "./subjects.ts";

/** The ignore comments in force at the head that did not hold at the base: not there, not in these words, not as often, or not for all that they cover now. */
export function findAddedIgnores(
  heads: readonly Manifest[],
  bases: readonly Manifest[],
  policy: Policy,
): readonly AddedIgnore[] {
  const open = ignoresIn(bases, policy);
  return ignoresIn(heads, policy).flatMap(({ key, covers, ignore }) => {
    const known = open.findIndex((base) => base.key === key && covers.every((each) => base.covers.includes(each)));
    if (known === -1) return [ignore];
    open.splice(known, 1);
    return [];
  });
}

/** An ignore comment, as it is compared with those of another revision. */
interface ComparedIgnore {
  /** Its words, its place and its workload. */
  readonly key: string;
  /** The containers that it covers, as facts call them. */
  readonly covers: readonly string[];
  readonly ignore: AddedIgnore;
}

function ignoresIn(manifests: readonly Manifest[], policy: Policy): ComparedIgnore[] {
  return manifests.flatMap(({ documents }) => documents.flatMap((document) => ignoresOf(document, policy)));
}

function ignoresOf(document: Document, policy: Policy): ComparedIgnore[] {
  const comments = findIgnoreComments(document, policy.today).filter(({ defect }) => defect === undefined);
  if (comments.length === 0) return [];
  const objects = findObjects(document.value);
  const containers = findPods(document, policy).flatMap((pod) => pod.containers);
  return comments.flatMap(({ range, path, rules, reason, expires }) => {
    const owner = path && findOwner(objects, path);
    if (!owner) return [];
    const workload = identifyWorkload(owner);
    const key = JSON.stringify([workloadKey(workload), nameSteps(document.value, path), rules, reason, expires]);
    const covers = containers.filter((container) => startsWith(container.path, path)).map(containerKey);
    return [{ key, covers, ignore: { location: locationOf(document, range), workload, rules, reason, expires } }];
  });
}
