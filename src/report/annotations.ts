import { type Mode, modes } from "../pod/kubernetes.ts";
import type { Finding } from "../review/finding.ts";
import type { Position } from "../yaml/index.ts";
import { visible } from "./escape.ts";

/** What GitHub shows beside a line: plain text, all that is to be said of that place. */
export interface Annotation {
  readonly file: string;
  readonly mode: Mode;
  readonly start: Position;
  /** Exclusive; equal lines mean that the columns count. */
  readonly end: Position;
  /** Whether all of it is about the very same columns. */
  readonly hasColumns: boolean;
  readonly title: string;
  readonly message: string;
}

/** The most serious first, then by file and line; what stands on the same lines is one annotation. Ignored findings are none. */
export function annotationsFor(findings: readonly Finding[]): Annotation[] {
  const places = new Map<string, Finding[]>();
  for (const finding of findings.filter(({ ignored }) => !ignored)) {
    const { file, start, end } = finding.location;
    const place = `${file}\0${start.line}\0${end.line}`;
    const group = places.get(place);
    if (group) group.push(finding);
    else places.set(place, [finding]);
  }
  return [...places.values()].map(annotationFor).sort(bySeverity);
}

function annotationFor(group: readonly Finding[]): Annotation {
  const sorted = group.toSorted((a, b) => modes.indexOf(a.mode) - modes.indexOf(b.mode));
  const [first] = sorted as [Finding, ...Finding[]];
  const { file, start, end } = first.location;
  const isSame = group.every(
    ({ location }) => location.start.column === start.column && location.end.column === end.column,
  );
  return {
    file,
    mode: first.mode,
    start,
    end,
    hasColumns: start.line === end.line && isSame,
    title: cut([...new Set(sorted.map(({ rule }) => rule.id))].join(", "), 250),
    message: sorted.map(sentence).join("\n\n"),
  };
}

function sentence({ message, fix, rule, new: isNew }: Finding): string {
  const offer = fix ? ` Fix: ${fix.title}${fix.risk ? ` (${fix.risk})` : ""}.` : "";
  return visible(`${message}${offer} [${rule.id}${isNew === false ? ", there before the change" : ""}]`);
}

function bySeverity(a: Annotation, b: Annotation): number {
  const inFile = a.file < b.file ? -1 : a.file > b.file ? 1 : a.start.line - b.start.line;
  return modes.indexOf(a.mode) - modes.indexOf(b.mode) || inFile;
}

/** Text of at most so many characters; where something is left out, that is seen. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
