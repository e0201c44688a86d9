import type { Finding } from "../src/review/finding.ts";

/**
 * Manifests that say themselves what is found in them. Under a line stand comments, each marking the exact columns of one finding:
 *
 *     hostPID: true
 *     #        ^^^^ host-namespaces (enforce): hostPID is true: …
 *
 * The mode in brackets (or `ignored`) may be left out, and `…` cuts the message. A `#` right before the carets stands for the first of them.
 */
const marker = /^\s*#\s*\^+ [a-z-]+( \([a-z]+\))?: /;

/**
 * The text with the markers that its findings ask for: equal to the text where every finding is marked and every marker is found. Where it is not,
 * a diff of the two shows what is missing and what is unexpected, each under its line.
 */
export function annotated(text: string, findings: readonly Finding[]): string {
  const open = [...findings];
  return groupsIn(text)
    .flatMap(({ line, number, markers }) => {
      const found = markers.filter((each) => {
        const index = open.findIndex((finding) => finding.location.start.line === number && isMarkedBy(finding, each));
        return index !== -1 && open.splice(index, 1);
      });
      const unmarked = findings.filter((finding) => finding.location.start.line === number && open.includes(finding));
      return [line, ...found, ...unmarked.map(markerFor)];
    })
    .join("\n");
}

/** The text without its markers. */
export function unannotated(text: string): string {
  return groupsIn(text)
    .map(({ line }) => line)
    .join("\n");
}

interface Group {
  readonly line: string;
  /** 1-based, as in the text. */
  readonly number: number;
  readonly markers: string[];
}

/** Each line with the markers below it. */
function groupsIn(text: string): Group[] {
  const groups: Group[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const last = groups.at(-1);
    if (last && marker.test(line)) last.markers.push(line);
    else groups.push({ line, number: index + 1, markers: [] });
  }
  return groups;
}

function isMarkedBy(finding: Finding, line: string): boolean {
  const { start, end } = finding.location;
  const carets = /(?<=^\s*)#?\^+/.exec(line) ?? /\^+/.exec(line);
  if (!carets || carets.index !== start.column - 1 || carets[0].length !== end.column - start.column) return false;
  const [, rule, , mode, message = ""] = /\^ ([a-z-]+)( \(([a-z]+)\))?: (.*)$/.exec(line) ?? [];
  if (rule !== finding.rule.id || (mode !== undefined && mode !== fateOf(finding))) return false;
  return message.endsWith("…") ? finding.message.startsWith(message.slice(0, -1)) : finding.message === message;
}

/** A marker that says it all. */
function markerFor(finding: Finding): string {
  const { rule, message, location } = finding;
  const { start, end } = location;
  const carets = "^".repeat(end.column - start.column);
  const text = `${rule.id} (${fateOf(finding)}): ${message}`;
  if (start.column === 1) return `#${carets.slice(1)} ${text}`;
  return `${" ".repeat(Math.max(0, start.column - 3))}#${start.column > 2 ? " " : ""}${carets} ${text}`;
}

/** What comes of a finding: its mode, or that it is ignored. */
function fateOf({ mode, ignored }: Finding): string {
  return ignored ? "ignored" : mode;
}
