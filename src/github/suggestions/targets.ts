import type { Pod } from "../../pod/index.ts";
import type { Result } from "../../review/result.ts";
import { lineAt, locate, type Path, type Range } from "../../yaml/index.ts";

/** Lines of a file that belong together for whoever reads a suggestion: a pod, or one of its containers. */
export interface Part {
  /** For people: `container app of Deployment web`. */
  readonly name: string;
  /** For its pod, the same for all its parts. */
  readonly pod: string;
  /** The document that it is in: no finding on it needs more. */
  readonly document: Range;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** The parts of a file's workloads; a container comes behind the pod that it is in. */
export function partsOf({ workloads }: Result): Part[] {
  return workloads.flatMap(({ pod }) => {
    const { kind, name } = pod.workload;
    const owner = `${kind} ${name}`;
    const key = JSON.stringify([pod.document.index, pod.path]);
    const document = pod.document.range;
    return [
      { name: owner, pod: key, document, ...linesOf(pod, pod.object) },
      ...pod.containers.map((container) => ({
        name: `container ${container.name} of ${owner}`,
        pod: key,
        document,
        ...linesOf(pod, container.path),
      })),
    ];
  });
}

function linesOf({ document }: Pod, path: Path): Pick<Part, "start" | "end"> {
  const { start, end } = locate(document, path).value;
  return { start: lineAt(document, start), end: lineAt(document, Math.max(start, end - 1)) + 1 };
}
