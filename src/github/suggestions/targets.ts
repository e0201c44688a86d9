import type { Pod } from "../../pod/index.ts";
import { nameWorkload } from "../../report/words.ts";
import type { Result } from "../../review/result.ts";
import { lineAt, locate, type Path, type Range } from "../../yaml/index.ts";

/** What a suggestion hardens: a pod, or one of its containers. */
export interface Target {
  /** Its name for people: `container app of Deployment web`. */
  readonly name: string;
  /** A key for its pod. */
  readonly pod: string;
  /** The document that it is in: reviewing that much shows all findings on it. */
  readonly document: { readonly index: number; readonly range: Range };
  /** Its first line, counted from 1. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** Finds the targets among the workloads of a file's review. A container comes behind its pod. */
export function findTargets({ workloads }: Result): Target[] {
  return workloads.flatMap(({ pod }) => {
    const workloadName = nameWorkload(pod.workload);
    const key = JSON.stringify([pod.document.index, pod.path]);
    const { index, range } = pod.document;
    const document = { index, range };
    return [
      { name: workloadName, pod: key, document, ...linesOf(pod, pod.object) },
      ...pod.containers.map((container) => ({
        name: `container ${container.name} of ${workloadName}`,
        pod: key,
        document,
        ...linesOf(pod, container.path),
      })),
    ];
  });
}

function linesOf({ document }: Pod, path: Path): Pick<Target, "start" | "end"> {
  const { start, end } = locate(document, path).value;
  return { start: lineAt(document, start), end: lineAt(document, Math.max(start, end - 1)) + 1 };
}
