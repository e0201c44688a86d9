import { type Container, misspelling, type Workload } from "../pod/index.ts";
import { matches } from "../pod/patterns.ts";
import { type Exemption, fromFolder, hasExpired, isDay, type Policy } from "../policy/index.ts";
import { type Document, kept, type Path, type Range, remarksIn } from "../yaml/index.ts";
import type { Ignored } from "./finding.ts";

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

/** The ignore comments of a document, those included that say it wrong. */
export function ignoresIn(document: Document, ruleIds: readonly string[], today: string): IgnoreComment[] {
  return remarksIn(document, marker).flatMap(({ text, range, path }) => {
    const said = /^#+\s*secctx:\s*(.*?)\s*$/.exec(text)?.[1];
    return said === undefined ? [] : [{ range, path, ...parsed(said, path, ruleIds, today) }];
  });
}

const marker = "secctx:";
const form = "# secctx: ignore[rule] reason; until 2027-06-30";

type Parsed = Pick<IgnoreComment, "rules" | "reason" | "expires" | "defect">;

function parsed(said: string, path: Path | undefined, ruleIds: readonly string[], today: string): Parsed {
  const [, list, rest = ""] = /^ignore\s*\[([^\]]*)\]\s*(.*)$/.exec(said) ?? [];
  if (list === undefined) return broken(`it is not of the form "${form}"`);
  const rules = list.split(",").map((id) => id.trim());
  const unknown = rules.find((id) => !ruleIds.includes(id));
  if (unknown !== undefined) {
    const near = misspelling(unknown, ruleIds);
    const hint = near === undefined ? ": `secctx explain` lists them" : `, did you mean ${near}?`;
    return broken(unknown === "" ? "it names no rule" : `there is no rule ${JSON.stringify(unknown)}${hint}`);
  }
  const [, reason = "", until] = /^(.*?)(?:\s*;\s*until\b\s*(.*))?$/.exec(rest) ?? [];
  if (until !== undefined && !isDay(until))
    return broken(`${JSON.stringify(until)} is no day: write one such as 2027-06-30`);
  if (!/[\p{L}\p{N}]/u.test(reason)) return broken("it gives no reason: write one behind the brackets");
  if (path === undefined) return broken("nothing stands on its line or below it");
  const expires = until ?? null;
  return { rules, reason, expires, defect: hasExpired(expires, today) ? `it expired on ${expires}` : undefined };
}

function broken(defect: string): Parsed {
  return { rules: [], reason: "", expires: null, defect };
}

/** What an ignore speaks of: a rule, at a place, for one container or for the pod. */
export interface Target {
  readonly rule: string;
  readonly file: string;
  readonly at: Path;
  readonly workload: Workload;
  readonly container: Pick<Container, "name" | "image" | "path"> | undefined;
}

/** The comment or exemption by which a target is ignored: comments first, each in its order. */
export function ignoreFor(
  target: Target,
  comments: readonly IgnoreComment[],
  { exemptions, today, folder }: Pick<Policy, "exemptions" | "today" | "folder">,
): { readonly by: IgnoreComment | Exemption; readonly ignored: Ignored } | undefined {
  const comment = commentFor(target, comments);
  if (comment) return { by: comment, ignored: { by: "comment", reason: comment.reason, expires: comment.expires } };
  const exemption = exemptionsOf(target, exemptions, folder).find(
    (each) => !hasExpired(each.expires, today) && meets(each, perFinding, target, folder),
  );
  return (
    exemption && { by: exemption, ignored: { by: "config", reason: exemption.reason, expires: exemption.expires } }
  );
}

/** The first comment that covers a target: one on a node around it. */
function commentFor({ rule, at, container }: Target, comments: readonly IgnoreComment[]): IgnoreComment | undefined {
  if (comments.length === 0) return undefined;
  const known = commentsByNode(comments);
  const numbers = [at, ...(container ? [container.path] : [])].flatMap((place) =>
    [...place, ""].flatMap((_, depth) => known.get(keyOf(rule, place.slice(0, depth))) ?? []),
  );
  return comments[Math.min(...numbers)];
}

/** The number of the first comment on each rule at each node: there may be thousands, and each finding asks. */
const commentsByNode = kept((comments: readonly IgnoreComment[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const [index, { rules, path, defect }] of comments.entries()) {
    if (defect !== undefined || path === undefined) continue;
    for (const rule of rules) if (!found.has(keyOf(rule, path))) found.set(keyOf(rule, path), index);
  }
  return found;
});

function keyOf(rule: string, path: Path): string {
  return JSON.stringify([rule, path]);
}

type Criterion = keyof typeof valueFor;

/** What of a target the patterns of a criterion must match. */
const valueFor = {
  rules: ({ rule }: Target) => rule,
  kinds: ({ workload }: Target) => workload.kind,
  namespaces: ({ workload }: Target) => workload.namespace ?? "default",
  names: ({ workload }: Target) => workload.name,
  containers: ({ container }: Target) => container?.name,
  images: ({ container }: Target) => container?.image,
  files: ({ file }: Target, folder: string) => fromFolder(folder, file),
};
const perWorkload = ["kinds", "namespaces", "names", "files"] as const satisfies Criterion[];
const perFinding = ["rules", "containers", "images"] as const satisfies Criterion[];

/** The exemptions that may speak of a workload, found once for all that is said of it. */
function exemptionsOf(target: Target, exemptions: readonly Exemption[], folder: string): readonly Exemption[] {
  if (exemptions.length === 0) return exemptions;
  const known = ofWorkload.get(target.workload);
  if (known?.exemptions === exemptions && known.file === target.file) return known.found;
  const found = exemptions.filter((each) => meets(each, perWorkload, target, folder));
  ofWorkload.set(target.workload, { exemptions, file: target.file, found });
  return found;
}

const ofWorkload = new WeakMap<
  Workload,
  { readonly exemptions: readonly Exemption[]; readonly file: string; readonly found: readonly Exemption[] }
>();

function meets(exemption: Exemption, criteria: readonly Criterion[], target: Target, folder: string): boolean {
  return criteria.every((criterion) => {
    const globs = exemption[criterion];
    if (globs === undefined) return true;
    const value = valueFor[criterion](target, folder);
    return typeof value === "string" && globs.some((glob) => matches(glob, value));
  });
}
