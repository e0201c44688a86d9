import { type Container, type Mode, modes } from "../pod/index.ts";
import { countsIgnore, type Exempting, type FactIndex, findKnown } from "../policy/index.ts";
import type { Ignored } from "./finding.ts";
import { containersOf, factOf, findCovering } from "./identity.ts";
import type { IgnoredFor } from "./ignores.ts";
import type { BaseFact } from "./only-new.ts";
import type { PlacedViolation } from "./violations.ts";

/** The containers of a violation that are ignored for the same reason and are new alike: each such group becomes a finding. */
export interface Fate {
  readonly containers: readonly Container[];
  readonly ignored: Ignored | null;
  /** By what it would be ignored, if the shared policy let that count. */
  readonly barred: Ignored | null;
  /** Whether the change brought it; `null` without a base. */
  readonly isNew: boolean | null;
  /** The violation's containers for which it is ignored. */
  readonly ignoredBeside: readonly Container[];
}

/** What was known at the base, and how strictly the head asks. */
export interface Known {
  readonly facts: FactIndex<BaseFact>;
  readonly mode: Mode;
}

/** A violation's containers by their fates. `known` is left out where nothing is compared. */
export function splitByFate(
  violation: PlacedViolation,
  ignoredFor: IgnoredFor | undefined,
  known: Known | undefined,
  exempting: Exempting,
): Fate[] {
  const { containers } = violation;
  if (!known && !ignoredFor) return [{ containers, ignored: null, barred: null, isNew: null, ignoredBeside: [] }];
  const fates = new Map<string, Fate & { readonly containers: Container[] }>();
  const ignoredBeside: Container[] = [];
  for (const container of containersOf(violation)) {
    const found = ignoredFor?.(violation, container) ?? null;
    const counts = found && countsIgnore(exempting, found.by, wasIgnored(violation, container, known));
    const [ignored, barred] = counts ? [found, null] : [null, found];
    const isNew = known ? !isKnown(violation, container, known, ignored !== null) : null;
    const key = JSON.stringify([ignored, barred, isNew]);
    const fate = fates.get(key) ?? { containers: [], ignored, barred, isNew, ignoredBeside };
    if (container) fate.containers.push(container);
    if (container && ignored) ignoredBeside.push(container);
    fates.set(key, fate);
  }
  return [...fates.values()];
}

/** Whether the same was ignored before the change; also where nothing is compared. */
function wasIgnored(violation: PlacedViolation, container: Container | undefined, known: Known | undefined): boolean {
  if (!known) return true;
  const fact = factOf(violation, container);
  const counts = ({ isIgnored }: BaseFact): boolean => isIgnored;
  return (
    (findKnown(fact, known.facts, counts) ?? findCovering(violation.rule, fact, known.facts, counts)) !== undefined
  );
}

/**
 * Whether it was as bad for the container before, and held up no less: what was let pass where the pod was, in another namespace or by an ignore, is new
 * where that does not hold any more.
 */
function isKnown(
  violation: PlacedViolation,
  container: Container | undefined,
  { facts, mode }: Known,
  isIgnored: boolean,
): boolean {
  if (facts.size === 0) return false;
  const fact = factOf(violation, container);
  const counts = (before: BaseFact): boolean =>
    (isIgnored || !before.isIgnored) && before.mode !== undefined && modes.indexOf(before.mode) <= modes.indexOf(mode);
  return (findKnown(fact, facts, counts) ?? findCovering(violation.rule, fact, facts, counts)) !== undefined;
}
