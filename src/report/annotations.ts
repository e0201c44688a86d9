import type { Mode } from "../pod/kubernetes.ts";
import type { Finding } from "../review/finding.ts";
import { groupBy } from "../review/groups.ts";
import type { Position } from "../yaml/index.ts";
import { escapeControls } from "./escape.ts";
import { compareModes } from "./order.ts";

/** What GitHub shows beside a line, as plain text. One annotation says everything that there is to say of its place. */
export interface Annotation {
  readonly file: string;
  readonly mode: Mode;
  readonly start: Position;
  /** Exclusive in its column; its line is the last one. */
  readonly end: Position;
  /** Whether the columns mean something: all findings have the same range, and it lies within one line. */
  readonly hasColumns: boolean;
  readonly title: string;
  readonly message: string;
}

/** Turns the findings that nobody ignores into annotations, one for all that stand on the same lines: the most serious first, then by file and line. */
export function buildAnnotations(findings: readonly Finding[]): Annotation[] {
  const open = findings.filter(({ ignored }) => !ignored);
  const groups = groupBy(open, ({ location: { file, start, end } }) => `${file}\0${start.line}\0${end.line}`);
  return [...groups.values()].flatMap(mergeIntoAnnotation).sort(compareAnnotations);
}

function mergeIntoAnnotation(group: readonly Finding[]): Annotation[] {
  const sorted = group.toSorted(compareModes);
  const [first] = sorted;
  if (!first) return [];
  const { file, start, end } = first.location;
  const isSameRange = group.every(
    ({ location }) => location.start.column === start.column && location.end.column === end.column,
  );
  const annotation: Annotation = {
    file,
    mode: first.mode,
    start,
    end,
    hasColumns: start.line === end.line && isSameRange,
    title: truncate([...new Set(sorted.map(({ rule }) => rule.id))].join(", "), 250),
    message: sorted.map(describeFinding).join("\n\n"),
  };
  return [annotation];
}

function describeFinding({ message, fix, rule, new: isNew }: Finding): string {
  const offer = fix ? ` Fix: ${fix.title}${fix.risk ? ` (${fix.risk})` : ""}.` : "";
  return escapeControls(`${message}${offer} [${rule.id}${isNew === false ? ", already there before the change" : ""}]`);
}

function compareAnnotations(a: Annotation, b: Annotation): number {
  const inFile = a.file < b.file ? -1 : a.file > b.file ? 1 : a.start.line - b.start.line;
  return compareModes(a, b) || inFile;
}

/** The last column of an annotation as GitHub counts columns: inclusive, and never before the first. */
export function lastColumnOf({ start, end }: Annotation): number {
  return Math.max(start.column, end.column - 1);
}

/** Cuts text to at most so many characters, and ends it with an ellipsis where something is left out. */
export function truncate(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}\u2026`;
}
