import { sortRuleIds } from "../report/order.ts";
import type { FindingJson, ReportJson, WorkloadJson } from "../report/report-json.ts";
import { groupBy } from "../review/groups.ts";

/** A row of the grid: a workload, or another object that findings are about. */
export interface Row {
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly workload: WorkloadJson | undefined;
  readonly findings: readonly FindingJson[];
  /** The worst state of each rule that has findings here. */
  readonly cells: ReadonlyMap<string, FindingState>;
  /** The text that a search looks through, in lower case. */
  readonly searchText: string;
}

/** From the worst to the least. */
export const findingStates = ["enforce", "warn", "audit", "ignored"] as const;
/** The mode of a finding, or `ignored`. */
export type FindingState = (typeof findingStates)[number];

type RowSubject = Pick<Row, "file" | "line" | "kind" | "name" | "namespace">;

/** Builds the rows of the grid: one for each workload, then one for each other object that has findings. */
export function buildRows({ workloads, findings }: ReportJson): Row[] {
  const findingsByKey = groupBy(
    findings.filter(({ rendered }) => !rendered),
    ({ file, workload }) => identifyRow({ file, ...workload }),
  );
  // A rendered workload is named for another file than its findings.
  const renderedByName = groupBy(
    findings.flatMap((finding) => (finding.rendered ?? []).map(({ workload }) => ({ finding, ...workload }))),
    (workload) => identifyRow({ ...workload, file: "" }),
  );
  const keys = new Set(workloads.map(identifyRow));
  const others = [...findingsByKey].flatMap(([key, [first]]) =>
    first && !keys.has(key) ? [{ file: first.file, line: first.start.line, ...first.workload }] : [],
  );
  const buildRow = ({ file, line, kind, name, namespace }: RowSubject, workload: WorkloadJson | undefined): Row => {
    const key = identifyRow({ file, kind, name, namespace });
    const rendered = workload && workload.source !== "manifest" ? identifyRow({ file: "", kind, name, namespace }) : "";
    const own = [
      ...(findingsByKey.get(key) ?? []),
      ...new Set((renderedByName.get(rendered) ?? []).map(({ finding }) => finding)),
    ];
    const containers = workload?.containers.flatMap((container) => [container.name, container.image ?? ""]) ?? [];
    const messages = own.flatMap(({ rule, message }) => [rule, message]);
    const searchText = [file, kind, name, namespace ?? "", ...containers, ...messages].join("\n").toLowerCase();
    return { key, file, line, kind, name, namespace, workload, findings: own, cells: buildCells(own), searchText };
  };
  return [
    ...workloads.map((workload) => buildRow(workload, workload)),
    ...others.map((other) => buildRow(other, undefined)),
  ];
}

function identifyRow({ file, kind, namespace, name }: Omit<RowSubject, "line">): string {
  return JSON.stringify([file, kind, namespace, name]);
}

/** Tells the state of a finding: ignored, or else its mode. */
export function getState({ ignored, mode }: FindingJson): FindingState {
  return ignored ? "ignored" : mode;
}

function buildCells(findings: readonly FindingJson[]): Map<string, FindingState> {
  const findingsByRule = groupBy(findings, ({ rule }) => rule);
  return new Map(
    [...findingsByRule].map(([rule, ofRule]) => {
      const states = new Set(ofRule.map(getState));
      return [rule, findingStates.find((state) => states.has(state)) ?? "ignored"];
    }),
  );
}

/** Lists the rules that have findings, in the order of the registry. */
export function listColumns(findings: readonly FindingJson[]): string[] {
  return sortRuleIds(findings.map(({ rule }) => rule));
}
