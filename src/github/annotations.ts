import { visible } from "../report/escape.ts";
import { type Finding, type Mode, modes } from "../types.ts";

/** An annotation of a check run (REST "Create a check run"): plain text, columns only within one line. */
export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

const levelOf: Readonly<Record<Mode, Annotation["annotation_level"]>> = {
  enforce: "failure",
  warn: "warning",
  audit: "notice",
};

/** The most serious first; what stands at one place is one annotation. */
export function annotationsFor(findings: readonly Finding[]): Annotation[] {
  const places = new Map<string, Finding[]>();
  for (const finding of findings.filter(({ ignored }) => !ignored)) {
    const { file, start, end } = finding.location;
    const place = `${file}\0${start.line}\0${end.line}`;
    places.set(place, [...(places.get(place) ?? []), finding]);
  }
  return [...places.values()]
    .map((group) => group.toSorted(bySeverity))
    .sort(([a], [b]) => bySeverity(a as Finding, b as Finding))
    .map(annotationFor);
}

function bySeverity(a: Finding, b: Finding): number {
  return modes.indexOf(a.mode) - modes.indexOf(b.mode);
}

function annotationFor(group: readonly Finding[]): Annotation {
  const [first] = group as readonly [Finding, ...Finding[]];
  const { file, start, end } = first.location;
  const isSame = group.every(
    ({ location }) => location.start.column === start.column && location.end.column === end.column,
  );
  const columns =
    start.line === end.line && isSame
      ? { start_column: start.column, end_column: Math.max(start.column, end.column - 1) }
      : {};
  return {
    path: file,
    start_line: start.line,
    end_line: end.line,
    ...columns,
    annotation_level: levelOf[first.mode],
    title: group
      .map(({ rule }) => rule.id)
      .join(", ")
      .slice(0, 250),
    message: group.map(sentence).join("\n\n").slice(0, 60_000),
  };
}

function sentence({ message, fix, rule }: Finding): string {
  const offer = fix ? ` Fix: ${fix.title}${fix.risk ? ` (${fix.risk})` : ""}.` : "";
  return visible(`${message}${offer} [${rule.id}]`);
}
