import {
  formatField,
  isDeployer,
  type KubernetesVersion,
  type Level,
  levels,
  modes,
  type Namespace,
  type NamespaceDemand,
  type Pod,
  podSecurityLabels,
  validateLabels,
  type Workload,
} from "../pod/index.ts";
import { findDemandsOn, levelOf, type Policy, sortByLevel } from "../policy/index.ts";
import { admit, controls } from "../rules/index.ts";
import { type Location, sourcePlaceOf } from "../yaml/index.ts";
import { groupBy } from "./groups.ts";
import type { Result } from "./result.ts";

/** The levels of the Pod Security Standards. */
export type StandardLevel = Exclude<Level, "hardened">;

/** What Pod Security Admission would say of everything that runs in a namespace. */
export interface NamespaceLevels {
  /** `null` for what names none: the one who applies it decides. */
  readonly name: string | null;
  /** The Namespace objects of that name. */
  readonly objects: readonly Location[];
  /** How many workloads are in it. */
  readonly workloads: number;
  /** The strictest level that all of its workloads pass; `null` where it has none. */
  readonly level: StandardLevel | null;
  /** What it demands today, the strictest of all who say it. */
  readonly today: NamespaceDemand | undefined;
  /** What the cluster rejects today, because the namespace enforces more than its workloads pass. */
  readonly rejected: readonly Obstacle[];
  /** The next level; `null` where there is none. */
  readonly next: StandardLevel | null;
  /** What keeps the namespace from the next level. */
  readonly obstacles: readonly Obstacle[];
  /** The labels to put on it, by their keys; none where there is nothing to judge. */
  readonly labels: Readonly<Record<string, string>>;
  /** What else is wrong with its labels, in sentences. */
  readonly remarks: readonly string[];
}

/** A workload that does not pass a level, or that nobody knows to pass it. */
export interface Obstacle {
  readonly workload: Workload;
  readonly file: string;
  readonly line: number;
  /** `false`, or `null` where nobody knows. */
  readonly allowed: false | null;
  /** Pod Security's own words, or why nobody knows. */
  readonly message: string;
}

/** Something that makes pods in a namespace. */
interface Inhabitant extends Pick<Obstacle, "workload" | "file" | "line"> {
  readonly pod: Pod;
  /** Where it goes; `null` where nothing says so. */
  readonly home: string | null;
}

/**
 * For each namespace the strictest level that all of its workloads pass in the policy's version of the standard, by name; what names no namespace comes
 * last. Ignores and exemptions do not count: the cluster knows none of them.
 */
export function judgeNamespaces({ workloads, beside, policy }: Result): NamespaceLevels[] {
  const inhabitants = groupBy(
    [
      ...workloads.map(({ pod, file, line }) => ({ pod, file, line, workload: pod.workload, home: findHome(pod) })),
      ...findOperated(beside.fragments),
    ],
    ({ home }) => home,
  );
  // What has no name is refused: there is no such namespace.
  const named = beside.namespaces.filter(({ workload }) => workload.name !== "");
  const objects = groupBy(named, ({ workload }) => workload.name);
  const names = new Set([...inhabitants.keys(), ...objects.keys()]);
  const ordered = [...names].toSorted((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  return ordered.map((name) =>
    judgeNamespace(name, inhabitants.get(name) ?? [], (name !== null && objects.get(name)) || [], policy),
  );
}

function findHome({ workload, document }: Pod): string | null {
  return workload.namespace || document.rendering?.namespace || null;
}

/** Objects whose pods an operator makes: what they write of them can be refused, and the rest is the operator's. One for each object. */
function findOperated(fragments: readonly Pod[]): Inhabitant[] {
  return fragments
    .filter(({ isPodSpec, workload }) => !isPodSpec && !isDeployer(workload))
    .map((pod) => {
      const { file, start } = sourcePlaceOf(pod.document, pod.object).location;
      return { pod, file, line: start.line, workload: pod.workload, home: findHome(pod) };
    });
}

function judgeNamespace(
  name: string | null,
  inhabitants: readonly Inhabitant[],
  objects: readonly Namespace[],
  policy: Policy,
): NamespaceLevels {
  const { kubernetesVersion } = policy;
  const below = (level: StandardLevel, version = kubernetesVersion) =>
    dropRepeatedObstacles(inhabitants.flatMap((each) => judgeInhabitant(each, level, version) ?? []));
  const [restricted, baseline] = [below("restricted"), below("baseline")];
  const level = restricted.length === 0 ? "restricted" : baseline.length === 0 ? "baseline" : "privileged";
  const isEmpty = inhabitants.length === 0;
  const [today] = sortByLevel(findDemandsOn(name, policy));
  const enforced = today && levelOf(today);
  return {
    name,
    objects: objects.map(({ document, object }) => sourcePlaceOf(document, object).location),
    workloads: new Set(inhabitants.map(keyOfInhabitant)).size,
    level: isEmpty ? null : level,
    today,
    rejected: enforced ? below(asStandard(enforced), today.version).filter(({ allowed }) => allowed === false) : [],
    next: isEmpty || level === "restricted" ? null : level === "baseline" ? "restricted" : "baseline",
    obstacles: level === "restricted" ? [] : level === "baseline" ? restricted : baseline,
    labels: isEmpty ? {} : chooseLabels(level, today, policy),
    remarks: objects.flatMap(remarkOnLabels),
  };
}

/** Why something does not pass a level; `undefined` where it does. */
function judgeInhabitant(
  { pod, ...place }: Inhabitant,
  level: StandardLevel,
  version: KubernetesVersion,
): (Obstacle & Pick<Inhabitant, "home">) | undefined {
  if (level === "privileged") return undefined;
  const verdict = admit(pod, controls, version)[level];
  // What an operator adds is not known; at the baseline level what is written decides, and nothing has to be there.
  const allowed = pod.isFragment && !(level === "baseline" && verdict.allowed === false) ? null : verdict.allowed;
  if (allowed === true) return undefined;
  return { ...place, allowed, message: allowed === false ? (verdict.message ?? "") : explainUnknown(pod) };
}

function explainUnknown(pod: Pod): string {
  const { isFragment, workload, decoding, unknown } = pod;
  if (isFragment)
    return `The pods are made by the operator of this ${workload.kind}: what it adds to them is not known here.`;
  if (decoding.mismatches.length > 0) return "The API server can't read this object, so Pod Security never sees it.";
  const names = [...new Set(unknown.map(({ at }) => formatField(pod, at)))];
  return `The answer hangs on what a tool fills in later${names.length > 0 ? `: ${names.join(", ")}` : ""}.`;
}

/** One rendering after the other, or one place of an object after the other, may say the same. */
function dropRepeatedObstacles(obstacles: readonly (Obstacle & Pick<Inhabitant, "home">)[]): Obstacle[] {
  const different = groupBy(obstacles, (each) => JSON.stringify([keyOfInhabitant(each), each.message]));
  return [...different.values()].map(([{ home: _, ...obstacle }]) => obstacle);
}

function keyOfInhabitant({ file, workload: { kind, namespace, name } }: Pick<Inhabitant, "file" | "workload">): string {
  return JSON.stringify([file, kind, namespace, name]);
}

function asStandard(level: Level): StandardLevel {
  return level === "hardened" ? "restricted" : level;
}

/**
 * The labels of the strictest level that passes, as far as the policy itself enforces it, in the version that was judged. Warnings and the audit log are
 * as strict as the policy's, in the cluster's own version, so that people hear what is missing. Nothing becomes laxer than it is today.
 */
function chooseLabels(
  level: StandardLevel,
  today: NamespaceDemand | undefined,
  policy: Policy,
): Record<string, string> {
  const wanted = atMost(level, asStandard(policy.enforce));
  const isKept = today !== undefined && levelOf(today) !== "privileged" && atMost(levelOf(today), wanted) === wanted;
  const entries = modes.flatMap((mode) => {
    const own = today ? levelOf(today, mode) : "privileged";
    const chosen = mode === "enforce" ? (isKept ? own : wanted) : atLeast(own, asStandard(policy[mode]));
    const judged = `v1.${policy.kubernetesVersion.minor}`;
    const version = mode === "enforce" ? (isKept ? today.version.name : judged) : "latest";
    return [
      [`${podSecurityLabels}/${mode}`, chosen],
      [`${podSecurityLabels}/${mode}-version`, version],
    ];
  });
  return Object.fromEntries(entries);
}

function atMost<L extends Level>(a: L, b: L): L {
  return levels.indexOf(a) <= levels.indexOf(b) ? a : b;
}

function atLeast<L extends Level>(a: L, b: L): L {
  return levels.indexOf(a) >= levels.indexOf(b) ? a : b;
}

function remarkOnLabels(namespace: Namespace): string[] {
  const refused = validateLabels(namespace).map(({ at, text }) => {
    const isLevel = at.at(-1) === `${podSecurityLabels}/enforce`;
    const stored = isLevel ? " If it exists already, it enforces restricted until the label is mended." : "";
    return `The API server refuses this Namespace: ${text}.${stored}`;
  });
  const open = namespace.unknown.map(({ text }) => `A label is filled in later, and not known here: ${text}.`);
  return [...refused, ...open];
}
