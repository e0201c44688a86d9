import { type Policy, tightenPolicy } from "../policy/index.ts";
import type { Document } from "../yaml/index.ts";
import type { BaselineUses } from "./baseline-uses.ts";
import { findIgnored, type IgnoredFor, ignoresFor, indexIgnores, type Used } from "./ignores.ts";
import { findInlineIgnores } from "./inline-ignores.ts";
import { findSubjects, isPod, type Subject } from "./subjects.ts";
import { findViolations, type PlacedViolation } from "./violations.ts";

/** A subject before the change, what the rules say of it there, and what lets it pass. */
export interface JudgedSubject {
  readonly subject: Subject;
  /** With what its namespace demands. */
  readonly policy: Policy;
  readonly violations: readonly PlacedViolation[];
  readonly ignoredFor: IgnoredFor;
}

/** Judges the subjects of a document as it was before the change. What the baseline accepts of them is counted in `uses`. */
export function judgeBase(document: Document, policy: Policy, uses: BaselineUses): JudgedSubject[] {
  const inline = indexIgnores(findInlineIgnores(document, policy));
  const used: Used = { document, inline: new Set(), exemptions: new Set() };
  return findSubjects(document, policy).map((subject) => {
    const tightened = isPod(subject) ? tightenPolicy(policy, subject.workload.namespace).policy : policy;
    const violations = findViolations(subject, tightened);
    const ignoredFor = findIgnored(violations, ignoresFor(subject, policy, { inline, used, uses }));
    return { subject, policy: tightened, violations, ignoredFor };
  });
}
