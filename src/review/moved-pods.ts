import { levels, type Pod, type Workload } from "../pod/index.ts";
import { type Policy, tightenPolicy, workloadKey } from "../policy/index.ts";
import { lineAt, type Problem, pointAt } from "../yaml/index.ts";
import { isPod, type Subject } from "./subjects.ts";

/**
 * Notes on the workloads that a change moves into a namespace that enforces less: each is judged by the namespace that it goes to, and whether it may go there
 * is for the reviewer to decide. A workload has moved if its file, its kind and its name are the same, and it is in its old namespace no more.
 */
export function noteMovedPods(heads: readonly Subject[], bases: readonly Subject[], policy: Policy): Problem[] {
  if (policy.namespaces.length === 0) return [];
  const before = groupPods(bases);
  return [...groupPods(heads)].flatMap(([key, pods]) => {
    const own = new Set(pods.map(namespaceOf));
    const known = before.get(key) ?? [];
    const left = known.filter((pod) => !own.has(namespaceOf(pod)));
    const arrived = pods.filter((pod) => known.every((each) => namespaceOf(each) !== namespaceOf(pod)));
    return arrived.flatMap((pod) => {
      const [from, to] = [strictest(left.map((each) => enforcedFor(each, policy))), enforcedFor(pod, policy)];
      return from && isBelow(to, from) ? [noteMove(pod, from, to)] : [];
    });
  });
}

/** What a namespace enforces of its pods. */
interface Enforced {
  readonly namespace: string;
  readonly level: Policy["enforce"];
}

function enforcedFor({ workload }: Pod, policy: Policy): Enforced {
  return { namespace: namespaceOf({ workload }), level: tightenPolicy(policy, workload.namespace).policy.enforce };
}

function strictest(all: readonly Enforced[]): Enforced | undefined {
  return all.toSorted((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level))[0];
}

function isBelow(to: Enforced, from: Enforced): boolean {
  return levels.indexOf(to.level) < levels.indexOf(from.level);
}

function namespaceOf({ workload }: { readonly workload: Workload }): string {
  return workload.namespace ?? "default";
}

/** Pods by file, kind and name. */
function groupPods(subjects: readonly Subject[]): ReadonlyMap<string, readonly Pod[]> {
  const groups = new Map<string, Pod[]>();
  for (const pod of subjects.filter(isPod))
    groups.set(placelessKey(pod), [...(groups.get(placelessKey(pod)) ?? []), pod]);
  return groups;
}

function placelessKey({ document, workload }: Pod): string {
  return JSON.stringify([document.file, workloadKey({ ...workload, namespace: null })]);
}

function noteMove({ document, object, workload }: Pod, from: Enforced, to: Enforced): Problem {
  const message =
    `This change moves the ${workload.kind} ${JSON.stringify(workload.name)} from the namespace ${JSON.stringify(from.namespace)}, whose pods are held to ` +
    `${from.level}, to ${JSON.stringify(to.namespace)}: it is judged by ${to.level} here.`;
  return { severity: "note", file: document.file, line: lineAt(document, pointAt(document, object).start), message };
}
