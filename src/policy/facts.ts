import { groupOf, type Level, levels, type Workload } from "../pod/index.ts";
import { kept } from "../yaml/index.ts";

/** What a finding says of one container, free of lines, files and list positions; `null`: of the pod. */
export interface Fact {
  readonly rule: string;
  readonly level: Level;
  readonly container: string | null;
  /** The field's names from the container or the pod on: the same on both for what they share. */
  readonly field: string;
  /** What is written there, if that is one word; for a block, a switch and what is missing the field says it all. */
  readonly value: string | number | null;
  /** How far it goes: more of these is worse. */
  readonly extent: readonly string[];
}

/** A finding of the baseline. */
export interface Accepted extends Fact {
  /** Its number among the entries, from 0. */
  readonly entry: number;
  /** Where it stands in the baseline. */
  readonly file: string;
  readonly line: number;
}

/** Names a workload whatever its API version: `Deployment.apps prod/web`. */
export function workloadKey({ apiVersion, kind, namespace, name }: Workload): string {
  const group = groupOf(apiVersion);
  return `${kind}${group && `.${group}`} ${namespace === null ? "" : `${namespace}/`}${name}`;
}

/** The known fact that a fact is no worse than: the same rule on the same field, breaking no weaker level, and going no further. */
export function knownBy<F extends Fact>(fact: Fact, known: readonly F[]): F | undefined {
  return factsOn(fact, known).find(
    (before) =>
      isFieldOf(fact, before) &&
      levels.indexOf(before.level) <= levels.indexOf(fact.level) &&
      // What is not written any more is not worse than what was.
      (fact.value === null || fact.value === before.value) &&
      fact.extent.every((item) => before.extent.includes(item)),
  );
}

/** The known facts of a rule about a container or the pod. */
export function factsOn<F extends Fact>(about: Owner, known: readonly F[]): readonly F[] {
  return known.length === 0 ? known : ((byOwner(known).get(keyOf(about)) ?? []) as F[]);
}

type Owner = Pick<Fact, "rule" | "container">;

/** There may be thousands, and each finding asks. */
const byOwner = kept((facts: readonly Fact[]) => {
  const found = new Map<string, Fact[]>(facts.map((each) => [keyOf(each), []]));
  for (const each of facts) found.get(keyOf(each))?.push(each);
  return found;
});

function keyOf({ rule, container }: Owner): string {
  return `${rule} ${container ?? "/"}`;
}

/** Whether two facts are about one field. Where a block is missed, something worse was written in it: an Unconfined profile, say. */
function isFieldOf({ field, level }: Fact, before: Fact): boolean {
  const isWorse = levels.indexOf(before.level) < levels.indexOf(level);
  return before.field === field || (isWorse && before.field.startsWith(`${field}.`));
}

/** A fact for the eye: `privileged, container "app": securityContext.privileged`. */
export function factText({
  rule,
  container,
  field,
  value,
}: Pick<Accepted, "rule" | "container" | "field" | "value">): string {
  const who = container === null ? "" : `, container ${JSON.stringify(container)}`;
  return `${rule}${who}: ${field}${value === null ? "" : ` = ${JSON.stringify(value)}`}`;
}
