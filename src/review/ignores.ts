import type { Container } from "../pod/index.ts";
import {
  type Accepted,
  type Exemption,
  exemptionsFor,
  type FactIndex,
  findKnown,
  indexFacts,
  isExempt,
  type Policy,
  workloadKey,
} from "../policy/index.ts";
import { type Path, sourcePlaceOf } from "../yaml/index.ts";
import type { Ignored } from "./finding.ts";
import { factOf, findCovering } from "./identity.ts";
import type { IgnoreComment } from "./ignore-comments.ts";
import { ignoresInSources, type SourceIgnore } from "./source-ignores.ts";
import { keyOf, type Subject } from "./subjects.ts";
import type { PlacedViolation } from "./violations.ts";

/** All that may ignore what is found on one subject, and what of it has matched so far. */
export interface Ignores {
  readonly comments: CommentIndex;
  /** Those in the files that the subject's document was rendered of. */
  readonly inSources: readonly SourceIgnore[];
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
  { document, object, workload }: Subject,
  policy: Policy,
  comments: CommentIndex,
  used: Used,
): Ignores {
  const accepted = policy.baseline.get(workloadKey(workload)) ?? [];
  return {
    comments,
    inSources: document.rendering ? ignoresInSources(document.rendering, policy.today) : [],
    exemptions: exemptionsFor(workload, sourcePlaceOf(document, object).location.file, policy),
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
  { comments, inSources, exemptions, accepted, used }: Ignores,
): Ignored | null {
  const { rule, at: place } = violation;
  const fact = accepted.size > 0 ? factOf(violation, container) : undefined;
  const entry = fact && findKnown(fact, accepted);
  if (entry) used.accepted.add(entry);
  const places = [place, container?.path ?? place];
  const comment =
    (comments.size > 0 ? findComment(rule.id, places, comments) : undefined) ??
    (inSources.length > 0 ? findInSources(violation, places, inSources) : undefined);
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

/** The first comment in a source file on a rule that covers what a person would edit at one of the places. */
function findInSources(
  { rule, subject: { document } }: PlacedViolation,
  places: readonly Path[],
  inSources: readonly SourceIgnore[],
): IgnoreComment | undefined {
  const spots = places.map((place) => sourcePlaceOf(document, place).location);
  return inSources.find(
    ({ comment, location, covers }) =>
      comment.rules.includes(rule.id) &&
      comment.defect === undefined &&
      spots.some(({ file, range: { start } }) => file === location.file && start >= covers.start && start < covers.end),
  )?.comment;
}

/** The first comment on a rule whose node is around one of the places. */
function findComment(rule: string, places: readonly Path[], comments: CommentIndex): IgnoreComment | undefined {
  const around = places.flatMap((place) =>
    [...place, ""].flatMap((_, depth) => comments.get(`${rule} ${keyOf(place.slice(0, depth))}`) ?? []),
  );
  return around.toSorted((a, b) => a.range.start - b.range.start)[0];
}
