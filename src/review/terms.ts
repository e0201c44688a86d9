import type { Policy } from "../policy/index.ts";
import { isReported, type Problem, type Source, withFullReader } from "../yaml/index.ts";
import { compareWithBase } from "./base-comparison.ts";
import { findDemands } from "./demands.ts";
import { noteDeployers } from "./deployer-notes.ts";
import type { Terms } from "./judgement.ts";
import { followMoves } from "./moved-files.ts";
import type { AddedIgnore } from "./result.ts";

/** What is known before the first manifest is judged: by what terms, and what only all manifests together say. */
export interface Settled {
  readonly terms: Terms;
  readonly addedIgnores: readonly AddedIgnore[];
  readonly notes: readonly Problem[];
}

/** Settles what manifests are judged by: the policy, what the Namespaces among them demand, and with `base` what was there before the change. */
export function settleTerms(
  sources: readonly Source[],
  base: readonly Source[] | null,
  policy: Policy,
): Promise<Settled> {
  return withFullReader(() => {
    const own = sources.filter(isReported);
    const { demands, notes } = findDemands(sources, base, policy);
    const demanded = { ...policy, namespaces: [...demands, ...policy.namespaces] };
    const change = base ? compareWithBase(own, base, demanded) : undefined;
    const inForce = base ? followMoves(demanded, own, base) : demanded;
    return {
      terms: { policy: inForce, before: change?.before, uses: new Map() },
      addedIgnores: change?.addedIgnores ?? [],
      notes: [...notes, ...(change?.notes ?? []), ...noteDeployers(own)],
    };
  });
}
