import { type Container, findSimilarName } from "../pod/index.ts";
import {
  type Accepted,
  type Exemption,
  exemptionsFor,
  type FactIndex,
  findDayAtEnd,
  findKnown,
  hasExpired,
  indexFacts,
  isDay,
  isExempt,
  type Policy,
  workloadKey,
} from "../policy/index.ts";
import { rules } from "../rules/index.ts";
import { type Document, type Path, type Range, remarksIn } from "../yaml/index.ts";
import type { Ignored } from "./finding.ts";
import { factOf, findCovering } from "./identity.ts";
import { keyOf, type Subject } from "./subjects.ts";
import type { PlacedViolation } from "./violations.ts";

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

/** All that may ignore what is found on one subject, and what of it has matched so far. */
export interface Ignores {
  readonly comments: CommentIndex;
  /** The exemptions in force whose kinds, namespaces, names and files are the subject's. */
  readonly exemptions: readonly Exemption[];
  /** What the baseline accepts of the subject. */
  readonly accepted: FactIndex<Accepted>;
  /** Shared by all subjects of a document. */
  readonly used: Used;
}

/** What has ignored something. */
export interface Used {
  readonly comments: Set<IgnoreComment>;
  readonly exemptions: Set<Exemption>;
  readonly accepted: Set<Accepted>;
}

/** The first comment on each rule at each node: there may be thousands, and each finding asks. */
export type CommentIndex = ReadonlyMap<string, IgnoreComment>;

/** Well-formed comments as an index. */
export function indexComments(comments: readonly IgnoreComment[]): CommentIndex {
  const index = new Map<string, IgnoreComment>();
  for (const comment of comments.toReversed())
    if (comment.defect === undefined && comment.path)
      for (const rule of comment.rules) index.set(`${rule} ${keyOf(comment.path)}`, comment);
  return index;
}

/** What may ignore what is found on a subject. */
export function ignoresFor(
  { document, workload }: Subject,
  policy: Policy,
  comments: CommentIndex,
  used: Used,
): Ignores {
  const accepted = policy.baseline.get(workloadKey(workload)) ?? [];
  return {
    comments,
    exemptions: exemptionsFor(workload, document.file, policy),
    accepted: indexFacts(accepted),
    used,
  };
}

/**
 * Why a violation is ignored for a container, or for the pod; `null` where it is not. Comments come first, then exemptions, then the baseline; each that
 * matches counts as used, but for exemptions behind a comment.
 */
export function findIgnore(
  violation: PlacedViolation,
  container: Container | undefined,
  { comments, exemptions, accepted, used }: Ignores,
): Ignored | null {
  const { rule, at: place } = violation;
  const fact = accepted.size > 0 ? factOf(violation, container) : undefined;
  const entry = fact && findKnown(fact, accepted);
  if (entry) used.accepted.add(entry);
  const comment = comments.size > 0 ? findComment(rule.id, [place, container?.path ?? place], comments) : undefined;
  if (comment) {
    used.comments.add(comment);
    return { by: "comment", reason: comment.reason, expires: comment.expires };
  }
  const exemption = exemptions.find((each) => isExempt(each, rule.id, container));
  if (exemption) {
    used.exemptions.add(exemption);
    return { by: "config", reason: exemption.reason, expires: exemption.expires };
  }
  const inBaseline = entry ?? (fact && findCovering(rule, fact, accepted));
  return inBaseline ? { by: "baseline", reason: `accepted in ${inBaseline.file}`, expires: null } : null;
}

/** The first comment on a rule whose node is around one of the places. */
function findComment(rule: string, places: readonly Path[], comments: CommentIndex): IgnoreComment | undefined {
  const around = places.flatMap((place) =>
    [...place, ""].flatMap((_, depth) => comments.get(`${rule} ${keyOf(place.slice(0, depth))}`) ?? []),
  );
  return around.toSorted((a, b) => a.range.start - b.range.start)[0];
}
