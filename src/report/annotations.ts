import type { Mode } from "../pod/kubernetes.ts";
import type { Finding } from "../review/finding.ts";
import { groupBy } from "../review/groups.ts";
import type { Position } from "../yaml/index.ts";
import { type Block, groupByPlace } from "./blocks.ts";
import { escapeControls } from "./escape.ts";
import { formatYamlLine, writeFixes } from "./fix-yaml.ts";
import { describeFix } from "./words.ts";

/** What GitHub shows beside a line, as plain text. One annotation says everything that there is to say of its place. */
export interface Annotation {
  readonly file: string;
  readonly mode: Mode;
  readonly start: Position;
  /** Exclusive in its column; its line is the last one. */
  readonly end: Position;
  /** Whether the columns mean something: it is of one place, which lies within one line. */
  readonly hasColumns: boolean;
  readonly title: string;
  readonly message: string;
}

/** Turns the findings that nobody ignores into annotations, one for all that stand on the same lines: the most serious first, then by file and line. */
export function buildAnnotations(findings: readonly Finding[]): Annotation[] {
  const open = findings.filter(({ ignored }) => !ignored);
  const blocks = groupByPlace(open, ({ location }) => location);
  const groups = groupBy(blocks, ({ spot: { file, start, end } }) => `${file}\0${start.line}\0${end.line}`);
  return [...groups.values()].map(mergeIntoAnnotation);
}

function mergeIntoAnnotation(blocks: readonly [Block<Finding>, ...Block<Finding>[]]): Annotation {
  const [{ spot, statements }] = blocks;
  const { file, start, end } = spot;
  const rules = blocks.flatMap((block) => block.statements.map(({ rule }) => rule.id));
  return {
    file,
    mode: statements[0].mode,
    start,
    end,
    hasColumns: start.line === end.line && blocks.length === 1,
    title: truncate([...new Set(rules)].join(", "), 250),
    message: blocks.flatMap(describeBlock).join("\n\n"),
  };
}

function describeBlock({ statements }: Block<Finding>): string[] {
  const yaml = writeFixes(statements);
  return [
    ...statements.map((finding) => describeFinding(finding, yaml.length === 0)),
    ...(yaml.length > 0 ? [`Fix:\n${yaml.map(formatYamlLine).map(escapeControls).join("\n")}`] : []),
  ];
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
