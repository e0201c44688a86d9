import { modes, type Workload } from "../pod/index.ts";
import { judgeNamespaces, type NamespaceLevels, type Obstacle } from "../review/namespace-levels.ts";
import type { Result } from "../review/result.ts";
import type { Problem } from "../yaml/index.ts";
import { stringifySafely } from "./escape.ts";
import { version } from "./version.ts";

/** What `secctx namespaces --format json` prints, as schema/namespaces.schema.json (`secctx/namespaces/v1`) describes it. */
export interface NamespacesJson {
  readonly schema: string;
  readonly tool: { readonly name: string; readonly version: string };
  /** The version of the standard that judged: `v1.N`. */
  readonly version: string;
  readonly complete: boolean;
  readonly namespaces: readonly NamespaceJson[];
  readonly problems: readonly Problem[];
}

export interface NamespaceJson
  extends Pick<NamespaceLevels, "name" | "workloads" | "level" | "next" | "labels" | "remarks"> {
  readonly objects: readonly { readonly file: string; readonly line: number }[];
  readonly today: Readonly<Record<string, string | number | null>> | null;
  readonly rejected: readonly ObstacleJson[];
  readonly obstacles: readonly ObstacleJson[];
}

export interface ObstacleJson extends Workload, Pick<Obstacle, "file" | "line" | "allowed" | "message"> {}

/** Builds what is said of the namespaces of a review, as data. */
export function buildNamespaces(result: Result): NamespacesJson {
  const { policy, verdict, problems } = result;
  return {
    schema: "secctx/namespaces/v1",
    tool: { name: "secctx", version },
    version: `v1.${policy.kubernetesVersion.minor}`,
    complete: verdict !== "error",
    namespaces: judgeNamespaces(result).map(buildNamespace),
    problems: problems.map(({ severity, file, line, message }) => ({ severity, file, line, message })),
  };
}

/** Renders it on one line. */
export function renderNamespacesJson(report: NamespacesJson): string {
  return `${stringifySafely(report)}\n`;
}

function buildNamespace({
  name,
  objects,
  workloads,
  level,
  today,
  rejected,
  next,
  obstacles,
  labels,
  remarks,
}: NamespaceLevels): NamespaceJson {
  return {
    name,
    objects: objects.map(({ file, start }) => ({ file, line: start.line })),
    workloads,
    level,
    today: today
      ? {
          ...Object.fromEntries(modes.map((mode) => [mode, today.levels[mode] ?? null])),
          version: today.version.name,
          file: today.location.file,
          line: today.location.start.line,
        }
      : null,
    rejected: rejected.map(buildObstacle),
    next,
    obstacles: obstacles.map(buildObstacle),
    labels,
    remarks,
  };
}

function buildObstacle({
  workload: { apiVersion, kind, namespace, name },
  file,
  line,
  allowed,
  message,
}: Obstacle): ObstacleJson {
  return { apiVersion, kind, namespace, name, file, line, allowed, message };
}
