import { type Level, type Mode, modes } from "../pod/kubernetes.ts";
import { rules } from "../rules/index.ts";

/** What tells how serious a finding is. Findings have it, and those of a JSON report. */
export interface Weighed {
  readonly mode: Mode;
  readonly level: Level;
  readonly rule: string | { readonly id: string };
}

/** Orders by how serious a mode is: what fails the gate first. */
export function compareModes(a: { readonly mode: Mode }, b: { readonly mode: Mode }): number {
  return modes.indexOf(a.mode) - modes.indexOf(b.mode);
}

/**
 * Orders by how serious a finding is: what fails the gate first, then what gives an intruder the node (`baseline`), then what is wrong under every policy,
 * then what is only not hardened. Within one level, as the rules stand in the registry.
 */
export function compareSeriousness(a: Weighed, b: Weighed): number {
  return compareModes(a, b) || levelRanks[a.level] - levelRanks[b.level] || rankOf(ruleIdOf(a)) - rankOf(ruleIdOf(b));
}

/** What the API server refuses does no harm before it is mended: what owns the node comes before it. */
const levelRanks: Readonly<Record<Level, number>> = { baseline: 0, privileged: 1, restricted: 2, hardened: 3 };

const ruleRanks = new Map(rules.map(({ id }, rank) => [id, rank]));

/** The id of a finding's rule. */
export function ruleIdOf({ rule }: Pick<Weighed, "rule">): string {
  return typeof rule === "string" ? rule : rule.id;
}

/** Puts the ids of rules into the order of the registry, each once. Those that only other versions of secctx know come last. */
export function sortRuleIds(ids: Iterable<string>): string[] {
  return [...new Set(ids)].toSorted().toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf(ruleId: string): number {
  return ruleRanks.get(ruleId) ?? rules.length;
}
