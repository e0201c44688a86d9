import type { Mode } from "../pod/kubernetes.ts";
import type { Finding } from "../review/finding.ts";
import { groupBy } from "../review/groups.ts";
import type { Position } from "../yaml/index.ts";
import { compareSpots } from "./blocks.ts";
import { escapeControls } from "./escape.ts";
import { formatYamlLine, writeFixes } from "./fix-yaml.ts";
import { compareSeriousness } from "./order.ts";
import { describeFix } from "./words.ts";

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
  const sorted = open.toSorted((a, b) => compareSeriousness(a, b) || compareSpots(a.location, b.location));
  // A map keeps the order of what comes first: of the most serious.
  const groups = groupBy(sorted, ({ location: { file, start, end } }) => `${file}\0${start.line}\0${end.line}`);
  return [...groups.values()].map(mergeIntoAnnotation);
}

function mergeIntoAnnotation(group: readonly [Finding, ...Finding[]]): Annotation {
  const [{ mode, location }] = group;
  const { file, start, end } = location;
  const isSameRange = group.every(
    (each) => each.location.start.column === start.column && each.location.end.column === end.column,
  );
  const yaml = writeFixes(group);
  return {
    file,
    mode,
    start,
    end,
    hasColumns: start.line === end.line && isSameRange,
    title: truncate([...new Set(group.map(({ rule }) => rule.id))].join(", "), 250),
    message: [
      ...group.map((finding) => describeFinding(finding, yaml.length === 0)),
      ...(yaml.length > 0 ? [`Fix:\n${yaml.map(formatYamlLine).map(escapeControls).join("\n")}`] : []),
    ].join("\n\n"),
  };
}

function describeFinding({ message, fix, rule, level, new: isNew }: Finding, withFix: boolean): string {
  const offer = fix && withFix ? ` Fix: ${describeFix(fix)}.` : "";
  const age = isNew === false ? ", already there before the change" : "";
  return escapeControls(`${message}${offer} [${rule.id}, ${level}${age}]`);
}

/** The last column of an annotation as GitHub counts columns: inclusive, and never before the first. */
export function lastColumnOf({ start, end }: Annotation): number {
  return Math.max(start.column, end.column - 1);
}

/** Cuts text to at most so many characters, and ends it with an ellipsis where something is left out. */
export function truncate(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}\u2026`;
}
