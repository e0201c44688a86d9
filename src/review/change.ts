import { type Policy, tightenPolicy } from "../policy/index.ts";
import type { Source } from "../yaml/index.ts";
import { readManifest } from "./documents.ts";
import { factsOf } from "./identity.ts";
import { findAddedIgnores } from "./ignores.ts";
import { type Before, pairWithBase } from "./only-new.ts";
import type { AddedIgnore } from "./result.ts";
import { findSubjects, isPod } from "./subjects.ts";
import { findViolations } from "./violations.ts";

/** What a change did to the manifests, as far as findings are new or old by it. */
export interface BaseComparison {
  readonly before: Before;
  readonly addedIgnores: readonly AddedIgnore[];
}

/** Compares manifests with the same before the change. Call it within `withFullReader`. */
export function compareWithBase(sources: readonly Source[], base: readonly Source[], policy: Policy): BaseComparison {
  const heads = sources.map((source) => readManifest(source, policy));
  const bases = base.map((source) => readManifest(source, policy));
  const subjectsOf = (manifests: typeof heads) =>
    manifests.flatMap(({ documents }) => documents.flatMap((document) => findSubjects(document, policy)));
  const before = subjectsOf(bases).map((subject) => {
    const scope = isPod(subject) ? tightenPolicy(policy, subject.workload.namespace).policy : policy;
    return { subject, facts: findViolations(subject, scope).flatMap((violation) => factsOf(violation)) };
  });
  return {
    before: pairWithBase(subjectsOf(heads), before),
    addedIgnores: findAddedIgnores(heads, bases, policy),
  };
}
