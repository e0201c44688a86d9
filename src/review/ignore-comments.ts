import { findSimilarName } from "../pod/index.ts";
import { findDayAtEnd, hasExpired, isDay } from "../policy/index.ts";
import { rules } from "../rules/index.ts";
import { type Document, type Path, type Range, remarksIn } from "../yaml/index.ts";

/** A comment `# secctx: ignore[rule] reason; until 2027-06-30`. */
export interface IgnoreComment {
  readonly range: Range;
  /** The node that it covers, with all in it; `undefined` where there is none. */
  readonly path: Path | undefined;
  readonly rules: readonly string[];
  readonly reason: string;
  readonly expires: string | null;
  /** Why it ignores nothing, whatever is found. */
  readonly defect: string | undefined;
}

const ruleIds = rules.map(({ id }) => id);
const marker = "secctx:";
const form = "# secctx: ignore[rule] reason; until 2027-06-30";

/** The ignore comments of a document, in the order of the text; those too that are not well formed. */
export function findIgnoreComments(document: Document, today: string): IgnoreComment[] {
  return remarksIn(document, marker).flatMap(({ text, range, path }) => {
    const content = /^#+\s*secctx:\s*(.*?)\s*$/.exec(text)?.[1];
    return content === undefined ? [] : [{ range, path, ...parseComment(content, path, today) }];
  });
}

/** Reads what a comment says behind its sign, where something stands that it can be about, or nothing does. */
export function readIgnore(text: string, hasTarget: boolean, today: string): Parsed {
  return parseComment(text.replace(/^secctx:\s*/, ""), hasTarget ? [] : undefined, today);
}

type Parsed = Pick<IgnoreComment, "rules" | "reason" | "expires" | "defect">;

function parseComment(content: string, path: Path | undefined, today: string): Parsed {
  const [, list, rest = ""] = /^ignore\s*\[([^\]]*)\]\s*(.*)$/.exec(content) ?? [];
  if (list === undefined) return defective(`it is not of the form "${form}"`);
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
    return defective(`${JSON.stringify(day)} looks like its last day, which only "; until 2027-06-30" at the end is`);
  if (!/[\p{L}\p{N}]/u.test(reason)) return defective("it gives no reason: write one behind the brackets");
  if (path === undefined) return defective("nothing stands on its line or below it");
  const expires = until ?? null;
  return { rules: ids, reason, expires, defect: hasExpired(expires, today) ? `it expired on ${expires}` : undefined };
}

function defective(defect: string): Parsed {
  return { rules: [], reason: "", expires: null, defect };
}
