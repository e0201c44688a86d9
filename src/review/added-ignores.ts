import { findObjects, findOwner, findPods, identifyWorkload } from "../pod/index.ts";
import { type Fact, type FactIndex, findKnown, indexFacts, type Policy, workloadKey } from "../policy/index.ts";
import { type Document, type Manifest, type Path, sourcePlaceOf, startsWith, valueAt } from "../yaml/index.ts";
import { containersOf, factOf } from "./identity.ts";
import { findInlineIgnores } from "./inline-ignores.ts";
import type { AddedIgnore } from "./result.ts";
import { ignoresInSources } from "./source-ignores.ts";
import { containerKey, findSubjects, keyOf, nameSteps } from "./subjects.ts";
import { findViolations } from "./violations.ts";

/**
 * The comments and annotations in force at the head that did not hold at the base: not there, not in these words, not as often, or not for all that they
 * cover now, be it one container more, or a finding that goes further.
 */
export function findAddedIgnores(
  heads: readonly Manifest[],
  bases: readonly Manifest[],
  policy: Policy,
): readonly AddedIgnore[] {
  const listAll = (manifests: readonly Manifest[]) => [
    ...ignoresIn(manifests, policy),
    ...ignoresInSourcesOf(manifests, policy),
  ];
  const open = listAll(bases).map((base) => ({ ...base, known: indexFacts(base.facts) }));
  return listAll(heads).flatMap((head) => {
    const known = open.findIndex((base) => base.key === head.key && coversAll(base, head));
    if (known === -1) return [head.ignore];
    open.splice(known, 1);
    return [];
  });
}

/** An ignore, as it is compared with those of another revision. */
interface ComparedIgnore {
  /** Its words, its place and its workload. */
  readonly key: string;
  /** The containers that it covers, as facts call them. */
  readonly containers: readonly string[];
  /** What is found there of its rules. */
  readonly facts: readonly Fact[];
  readonly ignore: AddedIgnore;
}

/** Those in the files that manifests were rendered of, each once. */
function ignoresInSourcesOf(manifests: readonly Manifest[], { today }: Policy): ComparedIgnore[] {
  const renderings = manifests.flatMap(({ documents }) => documents.flatMap(({ rendering }) => rendering ?? []));
  const ignores = [...new Set(renderings)].flatMap((rendering) => ignoresInSources(rendering, today));
  const once = new Map(ignores.map((each) => [`${each.location.file} ${each.location.range.start}`, each]));
  return [...once.values()].flatMap(({ comment: { rules, reason, expires, defect }, location, covers }) => {
    if (defect !== undefined) return [];
    const workload = { apiVersion: "", kind: "File", namespace: null, name: location.file };
    const key = JSON.stringify([location.file, rules, reason, expires, covers.end - covers.start]);
    return [{ key, containers: [], facts: [], ignore: { location, workload, rules, reason, expires } }];
  });
}

function coversAll(
  base: ComparedIgnore & { readonly known: FactIndex },
  { containers, facts }: ComparedIgnore,
): boolean {
  return (
    containers.every((each) => base.containers.includes(each)) &&
    facts.length <= base.facts.length &&
    facts.every((fact) => findKnown(fact, base.known))
  );
}

function ignoresIn(manifests: readonly Manifest[], policy: Policy): ComparedIgnore[] {
  return manifests.flatMap(({ documents }) => documents.flatMap((document) => ignoresOf(document, policy)));
}

function ignoresOf(document: Document, policy: Policy): ComparedIgnore[] {
  const ignores = findInlineIgnores(document, policy).filter(({ defect }) => defect === undefined);
  if (ignores.length === 0) return [];
  const objects = findObjects(document.value);
  const containers = findPods(document, policy).flatMap((pod) => pod.containers);
  const factsAt = collectFacts(document, policy, new Set(ignores.map(({ path = [] }) => keyOf(path))));
  return ignores.flatMap(({ range, path, at = path, rules, reason, expires }) => {
    const owner = path && findOwner(objects, path);
    if (!owner) return [];
    const workload = identifyWorkload(owner);
    const place = nameSteps(valueAt(document.value, owner.path) ?? null, path.slice(owner.path.length));
    return [
      {
        key: JSON.stringify([workloadKey(workload), place, rules, reason, expires]),
        containers: containers.filter((container) => startsWith(container.path, path)).map(containerKey),
        facts: (factsAt.get(keyOf(path)) ?? []).filter(({ rule }) => rules.includes(rule)),
        ignore: { location: sourcePlaceOf(document, at ?? path, range).location, workload, rules, reason, expires },
      },
    ];
  });
}

/** What is found in a document, by those of some places (`keyOf`) that are around it or around the container that it is about. */
function collectFacts(document: Document, policy: Policy, places: ReadonlySet<string>): ReadonlyMap<string, Fact[]> {
  const factsAt = new Map([...places].map((place): [string, Fact[]] => [place, []]));
  for (const subject of findSubjects(document, policy))
    for (const violation of findViolations(subject, policy))
      for (const container of containersOf(violation)) {
        const around = new Set([violation.at, container?.path ?? violation.at].flatMap(placesAround));
        const covering = [...around].map((place) => factsAt.get(place)).filter((list) => list !== undefined);
        const fact = covering.length > 0 ? factOf(violation, container) : undefined;
        if (fact) for (const list of covering) list.push(fact);
      }
  return factsAt;
}

/** A path and those that lead to it, as keys. */
function placesAround(path: Path): string[] {
  return [...path, ""].map((_, depth) => keyOf(path.slice(0, depth)));
}
