import type { Container } from "../pod/index.ts";
import { type FactIndex, findKnown } from "../policy/index.ts";
import type { Ignored } from "./finding.ts";
import { factOf, findCovering } from "./identity.ts";
import { findIgnore, type Ignores } from "./ignores.ts";
import type { PlacedViolation } from "./violations.ts";

/** Those of a violation's containers that are ignored alike and new alike: each fate makes a finding of its own. */
export interface Fate {
  readonly containers: readonly Container[];
  readonly ignored: Ignored | null;
  /** Whether the change brought it; `null` without a base. */
  readonly isNew: boolean | null;
  /** The violation's containers for which it is ignored. */
  readonly ignoredBeside: readonly Container[];
}

/** A violation's containers by their fates. `known` holds the facts of the base, if there is one. */
export function splitByFate(
  violation: PlacedViolation,
  ignores: Ignores | undefined,
  known: FactIndex | undefined,
): Fate[] {
  const { containers } = violation;
  if (!known && !ignores) return [{ containers, ignored: null, isNew: null, ignoredBeside: [] }];
  const fates = new Map<string, Fate & { readonly containers: Container[] }>();
  const ignoredBeside: Container[] = [];
  for (const container of containers.length > 0 ? containers : [undefined]) {
    const ignored = ignores ? findIgnore(violation, container, ignores) : null;
    const isNew = known ? !isKnown(violation, container, known) : null;
    const key = JSON.stringify([ignored, isNew]);
    const fate = fates.get(key) ?? { containers: [], ignored, isNew, ignoredBeside };
    if (container) fate.containers.push(container);
    if (container && ignored) ignoredBeside.push(container);
    fates.set(key, fate);
  }
  return [...fates.values()];
}

/** Whether it was as bad for the container before. */
function isKnown(violation: PlacedViolation, container: Container | undefined, known: FactIndex): boolean {
  if (known.size === 0) return false;
  const fact = factOf(violation, container);
  return (findKnown(fact, known) ?? findCovering(violation.rule, fact, known)) !== undefined;
}
