import { findNamespaces, levels, mayDemand, type NamespaceDemand, readDemand } from "../pod/index.ts";
import { levelOf, type Policy, sortByLevel } from "../policy/index.ts";
import { isReported, type Problem, type Source, sourcePlaceOf } from "../yaml/index.ts";
import { readManifest } from "./documents.ts";

/** What Namespaces demand of their pods, and what a reader is to know of it. */
export interface Demands {
  /** Those of today first, then those that held before the change. */
  readonly demands: readonly NamespaceDemand[];
  readonly notes: readonly Problem[];
}

/**
 * What the Namespaces among the manifests, and among those before a change, demand. All of them hold: a change can't loosen by what it is judged.
 * Call it within `withFullReader`.
 */
export function findDemands(sources: readonly Source[], base: readonly Source[] | null, policy: Policy): Demands {
  const elsewhere = sources.filter((source) => !isReported(source));
  // What a change brings contradicts what was there, whatever the names of the files.
  const ordered = base ? [...elsewhere, ...sources.filter(isReported)] : sources;
  const now = readDemands(ordered, policy);
  const before = readDemands(base ?? [], policy).map((demand) => ({ ...demand, isBefore: true }));
  const notes = [...noteContradictions(now), ...noteLoosened(before, now)];
  // What is said of files that are not reported here is left to the runs that report them.
  const others = new Set(elsewhere.map(({ file }) => file));
  return { demands: [...now, ...before], notes: notes.filter(({ file }) => !others.has(file)) };
}

function readDemands(sources: readonly Source[], policy: Policy): NamespaceDemand[] {
  const manifests = sources.filter(({ text }) => mayDemand(text)).map((source) => readManifest(source, policy));
  const namespaces = manifests.flatMap(({ documents }) =>
    documents.flatMap((document) => findNamespaces(document, policy)),
  );
  return namespaces.flatMap((namespace) => {
    const { document, workload } = namespace;
    const demand = readDemand(namespace);
    if (!demand) return [];
    const { at, levels: demanded, version } = demand;
    return [{ name: workload.name, levels: demanded, version, location: sourcePlaceOf(document, at).location }];
  });
}

/** Namespaces of one name that do not enforce the same: each that differs from the first. */
function noteContradictions(demands: readonly NamespaceDemand[]): Problem[] {
  const first = new Map<string, NamespaceDemand>();
  return demands.flatMap((demand) => {
    const known = first.get(demand.name);
    if (!known) first.set(demand.name, demand);
    if (!known || levelOf(known) === levelOf(demand)) return [];
    const { file, start } = known.location;
    return [
      noteOn(
        demand,
        `This Namespace enforces ${levelOf(demand)}, and another one of its name ${levelOf(known)} (${file}, line ${start.line}): its pods are judged by the stricter.`,
      ),
    ];
  });
}

/** Namespaces that enforced more before the change: the lower level counts from the next change on. */
function noteLoosened(before: readonly NamespaceDemand[], now: readonly NamespaceDemand[]): Problem[] {
  return [...new Set(before.map(({ name }) => name))].flatMap((name) => {
    const [was] = sortByLevel(before.filter((demand) => demand.name === name));
    const [is] = sortByLevel(now.filter((demand) => demand.name === name));
    if (!was || levels.indexOf(levelOf(is ?? nothing)) >= levels.indexOf(levelOf(was))) return [];
    const change = is ? `from ${levelOf(was)} to ${levelOf(is)}` : `from ${levelOf(was)} to nothing`;
    return [
      noteOn(
        is ?? was,
        `This change lowers what the namespace ${JSON.stringify(name)} enforces ${change}: its pods are judged by ${levelOf(was)} here, and by the lower level from the next change on.`,
      ),
    ];
  });
}

const nothing = { levels: {} };

function noteOn({ location: { file, start } }: NamespaceDemand, message: string): Problem {
  return { severity: "note", file, line: start.line, message };
}
