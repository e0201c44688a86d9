import { findObjects, findPods, findSimilarName } from "../pod/index.ts";
import { findDayAtEnd, hasExpired, isDay, type Policy } from "../policy/index.ts";
import { rules } from "../rules/index.ts";
import { type Document, locate, type Path, pointAt, type Range, remarksIn, valueAt } from "../yaml/index.ts";

/** An ignore that stands beside what it covers: a comment `# secctx: ignore[rule] reason; until 2027-06-30`, or a line of the metadata annotation. */
export interface InlineIgnore {
  readonly by: "comment" | "annotation";
  readonly range: Range;
  /** The node that it covers, with all in it; `undefined` where there is none. */
  readonly path: Path | undefined;
  /** The annotation itself; left out for a comment, which has no path. */
  readonly at?: Path;
  readonly rules: readonly string[];
  readonly reason: string;
  readonly expires: string | null;
  /** Why it ignores nothing, whatever is found. */
  readonly defect: string | undefined;
}

const ruleIds = rules.map(({ id }) => id);
const marker = "secctx:";
/** The metadata annotation that says what a comment would, where comments do not survive. */
export const ignoreAnnotation = "secctx.dev/ignore";

/** The ignores of a document, those too that are not well formed: the comments in the order of the text, then those in annotations. */
export function findInlineIgnores(document: Document, policy: Policy): InlineIgnore[] {
  return [...findIgnoreComments(document, policy.today), ...findIgnoreAnnotations(document, policy)];
}

/** The ignore comments of a document, in the order of the text. */
export function findIgnoreComments(document: Document, today: string): InlineIgnore[] {
  return remarksIn(document, marker).flatMap(({ text, range, path }) => {
    const content = /^#+\s*secctx:\s*(.*?)\s*$/.exec(text)?.[1];
    return content === undefined ? [] : [{ by: "comment", range, path, ...parseComment(content, path, today) }];
  });
}

/** What the annotation of an object says, for the object, and that of a pod template, for the template. */
function findIgnoreAnnotations(document: Document, policy: Policy): InlineIgnore[] {
  if (!document.text.slice(document.range.start, document.range.end).includes("secctx")) return [];
  const owners = [
    ...findObjects(document.value).map(({ path }) => path),
    ...findPods(document, policy).map(({ metadata }) => metadata.slice(0, -1)),
  ];
  const distinct = [...new Map(owners.map((path) => [JSON.stringify(path), path])).values()];
  return distinct.flatMap((path) => {
    const at = [...path, "metadata", "annotations", ignoreAnnotation];
    const value = valueAt(document.value, at);
    if (value === undefined || value === null) return [];
    const lines = typeof value === "string" ? value.split("\n").map((line) => line.trim()) : [];
    const said = lines.filter((line) => line !== "");
    return placeLines(document, at, said.length > 0 ? said : [""]).map(
      ({ line, range }): InlineIgnore => ({
        by: "annotation",
        range,
        path,
        at,
        ...parseIgnore(line, annotationForm, path, policy.today),
      }),
    );
  });
}

/** Where each line of an annotation stands: its own text, or all of the value where that is written in another way. */
function placeLines(document: Document, at: Path, lines: readonly string[]): { line: string; range: Range }[] {
  const { start, end } = locate(document, at).value;
  const written = document.text.slice(start, end);
  const starts: number[] = [];
  for (const line of lines) {
    const index = line === "" ? -1 : written.indexOf(line, starts.at(-1) ?? 0);
    if (index === -1) return lines.map((each) => ({ line: each, range: pointAt(document, at) }));
    starts.push(index);
  }
  return lines.map((line, index) => {
    const from = start + (starts[index] ?? 0);
    return { line, range: { start: from, end: from + line.length } };
  });
}

/** Reads what a comment says behind its sign, where something stands that it can be about, or nothing does. */
export function readIgnore(text: string, hasTarget: boolean, today: string): Parsed {
  return parseComment(text.replace(/^secctx:\s*/, ""), hasTarget ? [] : undefined, today);
}

type Parsed = Pick<InlineIgnore, "rules" | "reason" | "expires" | "defect">;

const annotationForm = "ignore[rule] reason; until 2027-06-30";

function parseComment(content: string, path: Path | undefined, today: string): Parsed {
  return parseIgnore(content, `# ${marker} ${annotationForm}`, path, today);
}

function parseIgnore(content: string, form: string, path: Path | undefined, today: string): Parsed {
  const [, list, rest = ""] = /^ignore\s*\[([^\]]*)\]\s*(.*)$/.exec(content) ?? [];
  if (list === undefined) return defective(`its form is not "${form}"`);
  const ids = list.split(",").map((id) => id.trim());
  const unknown = ids.find((id) => !ruleIds.includes(id));
  if (unknown !== undefined) {
    const near = findSimilarName(unknown, ruleIds);
    const hint = near === undefined ? ": `secctx explain` lists them" : `, did you mean ${near}?`;
    return defective(unknown === "" ? "it names no rule" : `there is no rule ${JSON.stringify(unknown)}${hint}`);
  }
  const [, reason = "", until] = /^(.*?)(?:\s*;\s*until\b\s*(.*))?$/.exec(rest) ?? [];
  if (until !== undefined && !isDay(until))
    return defective(`${JSON.stringify(until)} is not a day: write one such as 2027-06-30`);
  const day = until === undefined ? findDayAtEnd(reason) : undefined;
  if (day !== undefined)
    return defective(`${JSON.stringify(day)} looks like a last day: write it at the end, as "; until 2027-06-30"`);
  if (!/[\p{L}\p{N}]/u.test(reason)) return defective("it gives no reason: write one after the brackets");
  if (path === undefined) return defective("nothing stands on its line or below it");
  const expires = until ?? null;
  return { rules: ids, reason, expires, defect: hasExpired(expires, today) ? `it expired on ${expires}` : undefined };
}

function defective(defect: string): Parsed {
  return { rules: [], reason: "", expires: null, defect };
}
