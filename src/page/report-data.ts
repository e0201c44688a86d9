import type { DerivedContext } from "../pod/index.ts";
import { rules } from "../rules/index.ts";
import type { FindingJson } from "./findings.ts";

/** The JSON report (schema `secctx/v1`), as far as the page reads it. */
export interface ReportJson {
  readonly tool: { readonly version: string };
  readonly policy: {
    readonly enforce: string;
    readonly warn: string;
    readonly audit: string;
    readonly kubernetesVersion: string;
    readonly gate: string;
  };
  readonly verdict: "pass" | "fail" | "error";
  readonly summary: {
    readonly files: number;
    readonly workloads: number;
    readonly containers: number;
    readonly enforce: number;
    readonly warn: number;
    readonly audit: number;
    readonly ignored: number;
  };
  readonly findings: readonly FindingJson[];
  readonly workloads: readonly WorkloadJson[];
  readonly problems: readonly {
    readonly severity: "error" | "note";
    readonly file: string;
    readonly line: number;
    readonly message: string;
  }[];
}

export interface WorkloadJson {
  readonly file: string;
  readonly line: number;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
  readonly source: string;
  readonly admission: Readonly<
    Record<"baseline" | "restricted", { readonly allowed: boolean; readonly message: string | null }>
  > & { readonly version: string };
  readonly containers: readonly ContainerJson[];
}

export interface ContainerJson {
  readonly name: string;
  readonly type: string;
  readonly image: string | null;
  readonly effective: Readonly<
    Record<string, { readonly value: unknown; readonly origin: string; readonly line?: number }>
  >;
  readonly derived: DerivedContext;
}

/** One line of the grid: a workload, or what else findings are about. */
export interface Row {
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly workload: WorkloadJson | undefined;
  readonly findings: readonly FindingJson[];
  /** What is said under each control: the worst of it. */
  readonly cells: ReadonlyMap<string, Mark>;
  /** What a search looks in. */
  readonly words: string;
}

export const markOrder = ["enforce", "warn", "audit", "ignored"] as const;
export type Mark = (typeof markOrder)[number];

/** The grid's lines: every workload, and everything else that a finding is about. */
export function rowsOf({ workloads, findings }: ReportJson): Row[] {
  const groups = new Map<string, FindingJson[]>();
  for (const finding of findings) {
    const key = keyOf({ file: finding.file, ...finding.workload });
    const known = groups.get(key);
    if (known) known.push(finding);
    else groups.set(key, [finding]);
  }
  const known = new Set(workloads.map(keyOf));
  const others = [...groups]
    .filter(([key]) => !known.has(key))
    .flatMap(([, [first]]) => (first ? [{ file: first.file, line: first.start.line, ...first.workload }] : []));
  return [
    ...workloads.map((workload) => ({ ...workload, workload })),
    ...others.map((other) => ({ ...other, workload: undefined })),
  ].map(({ file, line, kind, name, namespace, workload }) => {
    const key = keyOf({ file, kind, name, namespace });
    const own = groups.get(key) ?? [];
    const images = workload?.containers.flatMap((container) => [container.name, container.image ?? ""]) ?? [];
    const words = [file, kind, name, namespace ?? "", ...images, ...own.flatMap(({ rule, message }) => [rule, message])]
      .join("\n")
      .toLowerCase();
    return { key, file, line, kind, name, namespace, workload, findings: own, cells: cellsOf(own), words };
  });
}

function keyOf({
  file,
  kind,
  namespace,
  name,
}: {
  readonly file: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
}): string {
  return JSON.stringify([file, kind, namespace, name]);
}

/** How a finding is marked: by its mode, unless it is ignored. */
export function markOf({ ignored, mode }: FindingJson): Mark {
  return ignored ? "ignored" : mode;
}

function cellsOf(findings: readonly FindingJson[]): Map<string, Mark> {
  const cells = new Map<string, Mark>();
  for (const finding of findings) {
    const mark = markOf(finding);
    const before = cells.get(finding.rule);
    if (!before || markOrder.indexOf(mark) < markOrder.indexOf(before)) cells.set(finding.rule, mark);
  }
  return cells;
}

/** The controls that anything is said about, in the order of the rules; a rule of another version comes last. */
export function columnsOf(findings: readonly FindingJson[]): string[] {
  const found = new Set(findings.map(({ rule }) => rule));
  const known = rules.map(({ id }) => id).filter((id) => found.has(id));
  return [...known, ...[...found].filter((id) => !known.includes(id)).toSorted()];
}

/** A file's text with nothing in it but the document that a line stands in: lines keep their numbers, and one document is read in no time. */
export function documentAt(text: string, line: number): string {
  const lines = text.split("\n");
  const isBreak = (each: string | undefined) => each !== undefined && /^---(\s|$)/.test(each);
  let start = Math.min(line, lines.length) - 1;
  while (start > 0 && !isBreak(lines[start - 1])) start--;
  let end = Math.min(line, lines.length);
  while (end < lines.length && !isBreak(lines[end])) end++;
  return `${"\n".repeat(Math.max(0, start))}${lines.slice(Math.max(0, start), end).join("\n")}${end < lines.length ? "\n" : ""}`;
}
