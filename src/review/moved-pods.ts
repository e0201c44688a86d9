import { levels, type Pod } from "../pod/index.ts";
import { type Policy, tightenPolicy, workloadKey } from "../policy/index.ts";
import { lineAt, type Problem, pointAt } from "../yaml/index.ts";
import { isPod, type Subject } from "./subjects.ts";

/**
 * Notes on the workloads that a change moves into a namespace that enforces less: each is judged by the namespace that it goes to, and whether it may go there
 * is for the reviewer to decide. A workload has moved if one of its kind and name was in another namespace, and is no longer there.
 */
export function noteMovedPods(heads: readonly Subject[], bases: readonly Subject[], policy: Policy): Problem[] {
  if (policy.namespaces.length === 0) return [];
  const [now, before] = [heads, bases].map(
    (subjects) => new Map(subjects.filter(isPod).map((pod) => [nameFile(pod), pod])),
  );
  const enforcedFor = ({ workload }: Pod) => tightenPolicy(policy, workload.namespace).policy.enforce;
  const rank = (pod: Pod) => levels.indexOf(enforcedFor(pod));
  const left = [...(before ?? [])].flatMap(([place, pod]) => (now?.has(place) ? [] : [pod]));
  // Of several the strictest is the last, and stays.
  const leftByName = new Map(left.toSorted((a, b) => rank(a) - rank(b)).map((pod) => [nameFile(pod, ""), pod]));
  return [...(now ?? [])].flatMap(([place, pod]) => {
    const was = before?.has(place) ? undefined : leftByName.get(nameFile(pod, ""));
    if (!was || rank(was) <= rank(pod)) return [];
    const { document, object, workload } = pod;
    const message =
      `This change moves the ${workload.kind} ${JSON.stringify(workload.name)} from the namespace ${quoteNamespace(was)}, whose pods are held to ` +
      `${enforcedFor(was)}, to ${quoteNamespace(pod)}: it is judged by ${enforcedFor(pod)} here.`;
    return [
      { severity: "note", file: document.file, line: lineAt(document, pointAt(document, object).start), message },
    ];
  });
}

/** The kind, the name and the namespace of a pod's workload. */
function nameFile({ workload }: Pod, namespace = workload.namespace ?? "default"): string {
  return workloadKey({ ...workload, namespace });
}

function quoteNamespace({ workload }: Pod): string {
  return JSON.stringify(workload.namespace ?? "default");
}
