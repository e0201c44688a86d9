import { type KubernetesVersion, type Level, levels, type Mode, modes, type NamespaceDemand } from "../pod/index.ts";
import { matchesPattern } from "../pod/patterns.ts";
import type { Policy } from "./policy.ts";

/**
 * Tightens the policy for the pods of a namespace to the strictest that anybody demands for it: every Namespace of that name, and the first pattern of the
 * configuration that fits. `demand` is the one that enforces the most.
 */
export function tightenPolicy(
  policy: Policy,
  namespace: string | null,
): { policy: Policy; demand: NamespaceDemand | undefined } {
  const demands = findDemandsOn(namespace, policy);
  if (demands.length === 0) return { policy, demand: undefined };
  const stricter = Object.fromEntries(
    modes.map((mode) => [mode, demands.map((demand) => levelOf(demand, mode)).reduce(strictest, policy[mode])]),
  );
  // A newer version also allows what older ones did not: one that enforces nothing does not count.
  const enforcing = demands.filter((each) => levelOf(each) !== "privileged");
  const kubernetesVersion = enforcing.map(({ version }) => version).reduce(newest, policy.kubernetesVersion);
  const [demand] = sortByLevel(demands);
  return { policy: { ...policy, ...stricter, kubernetesVersion }, demand };
}

/** What is demanded of the pods of a namespace; one that is not named is `default`. */
export function findDemandsOn(
  namespace: string | null,
  { namespaces }: Pick<Policy, "namespaces">,
): readonly NamespaceDemand[] {
  if (namespaces.length === 0) return [];
  const own = namespace ?? "default";
  const declared = namespaces.filter(({ name, isPattern }) => !isPattern && name === own);
  const configured = namespaces.filter(({ name, isPattern }) => isPattern && matchesPattern(name, own));
  // The first of a configuration that fits is its word on the namespace.
  const words = new Map(configured.toReversed().map((each) => [each.location.file, each]));
  return [...declared, ...words.values()];
}

/** What a Namespace demands in a mode: `privileged` where it says nothing. */
export function levelOf({ levels: demanded }: Pick<NamespaceDemand, "levels">, mode: Mode = "enforce"): Level {
  return demanded[mode] ?? "privileged";
}

/** The strictest first. */
export function sortByLevel(demands: readonly NamespaceDemand[]): NamespaceDemand[] {
  return demands.toSorted((a, b) => levels.indexOf(levelOf(b)) - levels.indexOf(levelOf(a)));
}

function newest(a: KubernetesVersion, b: KubernetesVersion): KubernetesVersion {
  return b.minor > a.minor ? b : a;
}

function strictest(a: Level, b: Level): Level {
  return levels.indexOf(a) >= levels.indexOf(b) ? a : b;
}

/** Whether the cluster rejects the pods of a namespace for a violation of this level. */
export function rejects({ levels: demanded }: NamespaceDemand, violated: Level): boolean {
  const enforced = demanded.enforce ?? "privileged";
  return violated !== "privileged" && levels.indexOf(enforced) >= levels.indexOf(violated);
}
