import type { NamespaceDemand } from "../pod/index.ts";
import { type Policy, tightenPolicy } from "../policy/index.ts";
import type { Document } from "../yaml/index.ts";
import type { BaselineUses } from "./baseline-uses.ts";
import { findIgnored, type IgnoredFor, indexIgnores, nothingUsed, type Used } from "./ignores.ts";
import { findInlineIgnores } from "./inline-ignores.ts";
import { type Before, type Counterpart, subjectPlace } from "./only-new.ts";
import { ignoresInSources } from "./source-ignores.ts";
import { findSubjects, isPod, type Subject } from "./subjects.ts";
import { findViolations, type PlacedViolation } from "./violations.ts";

/** What everything is judged by. */
export interface Terms {
  readonly policy: Policy;
  /** What was there before the change; left out where nothing is compared. */
  readonly before?: Before | undefined;
  /** What is found of what the baseline accepts: the count of an entry is for all manifests together. */
  readonly uses: BaselineUses;
}

/** A subject, what the rules say of it, and what lets it pass. */
export interface JudgedSubject {
  readonly subject: Subject;
  /** With what its namespace demands. */
  readonly policy: Policy;
  /** Of these demands the one that enforces the most. */
  readonly demand: NamespaceDemand | undefined;
  /** What it was before the change; left out where nothing is compared. */
  readonly counterpart: Counterpart | undefined;
  readonly violations: readonly PlacedViolation[];
  /** Left out where nothing can be ignored. */
  readonly ignoredFor: IgnoredFor | undefined;
}

/** Judges the subjects of a document, now or before a change: finds what is wrong with each, and what of the policy and of the text lets that pass. */
export function judgeDocument(
  document: Document,
  { policy, before, uses }: Terms,
  subjects: readonly Subject[] = findSubjects(document, policy),
  ignores = findInlineIgnores(document, policy),
): { readonly judged: readonly JudgedSubject[]; readonly used: Used } {
  const used = nothingUsed(document);
  const inline = indexIgnores(ignores);
  const inSources = document.rendering ? ignoresInSources(document.rendering, policy.today) : [];
  const mayIgnore = ignores.length + inSources.length + policy.exemptions.length + policy.baseline.size > 0;
  const judged = subjects.map((subject): JudgedSubject => {
    const own = isPod(subject) ? tightenPolicy(policy, subject.workload.namespace) : { policy, demand: undefined };
    const counterpart = before && (before.get(subjectPlace(subject)) ?? nothing);
    const violations = findViolations(subject, own.policy, counterpart);
    const ignoredFor = mayIgnore
      ? findIgnored(subject, violations, policy, { inline, inSources, used, uses })
      : undefined;
    return { ...own, subject, counterpart, violations, ignoredFor };
  });
  return { judged, used };
}

/** The counterpart of what is new. */
const nothing: Counterpart = { facts: new Map(), containers: new Map() };
