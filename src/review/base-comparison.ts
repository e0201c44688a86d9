import { countsIgnore, modeOf, type Policy } from "../policy/index.ts";
import type { Document, Manifest, Problem, Source } from "../yaml/index.ts";
import { findAddedIgnores } from "./added-ignores.ts";
import type { BaselineUses } from "./baseline-uses.ts";
import { readManifest } from "./documents.ts";
import { containersOf, factOf } from "./identity.ts";
import { judgeDocument } from "./judgement.ts";
import { policyBefore } from "./moved-files.ts";
import { noteMovedPods } from "./moved-pods.ts";
import { type BaseFact, type BaseSubject, type Before, pairWithBase } from "./only-new.ts";
import type { AddedIgnore } from "./result.ts";
import { findSubjects } from "./subjects.ts";

/** What a change did to the manifests, as far as findings are new or old by it. */
export interface BaseComparison {
  readonly before: Before;
  readonly addedIgnores: readonly AddedIgnore[];
  readonly notes: readonly Problem[];
}

/** Compares manifests with the same before the change. Call it within `withFullReader`. */
export function compareWithBase(sources: readonly Source[], base: readonly Source[], policy: Policy): BaseComparison {
  const heads = sources.map((source) => readManifest(source, policy));
  const bases = base.map((source) => readManifest(source, policy));
  const subjects = documentsOf(heads).flatMap((document) => findSubjects(document, policy));
  const uses: BaselineUses = new Map();
  const then = policyBefore(policy, base);
  const before = documentsOf(bases).flatMap((document) => readBase(document, then, uses));
  const was = before.map(({ subject }) => subject);
  return {
    before: pairWithBase(subjects, before),
    addedIgnores: findAddedIgnores(heads, bases, policy),
    notes: noteMovedPods(subjects, was, policy),
  };
}

function documentsOf(manifests: readonly Manifest[]): Document[] {
  return manifests.flatMap(({ documents }) => documents);
}

/** What a document of the base says of each of its subjects, and what let it pass there. */
function readBase(document: Document, policy: Policy, uses: BaselineUses): BaseSubject[] {
  return judgeDocument(document, { policy, uses }).judged.map(
    ({ subject, violations, ignoredFor, policy: tightened }) => {
      const facts = violations.flatMap((violation) => {
        const mode = modeOf(tightened, violation.rule, violation.level);
        return containersOf(violation).map((container): BaseFact => {
          const found = ignoredFor?.(violation, container);
          const isIgnored = found ? countsIgnore(policy.exempting, found.by, true) : false;
          return { ...factOf(violation, container), mode, isIgnored };
        });
      });
      return { subject, facts };
    },
  );
}
