import { type Level, levels, modes, type NamespaceDemand } from "../pod/index.ts";
import { matchesPattern } from "../pod/patterns.ts";
import type { Policy } from "./policy.ts";

/** Tightens the policy for the pods of a namespace, where the namespace demands more. The demand that applies is the first one that matches. */
export function tightenPolicy(
  policy: Policy,
  namespace: string | null,
): { policy: Policy; demand: NamespaceDemand | undefined } {
  const own = namespace ?? "default";
  const demand = policy.namespaces.find(({ name, isPattern }) =>
    isPattern ? matchesPattern(name, own) : name === own,
  );
  if (!demand) return { policy, demand };
  const stricter = Object.fromEntries(
    modes.map((mode) => [mode, strictest(policy[mode], demand.levels[mode] ?? "privileged")]),
  );
  const isNewer = demand.version.minor > policy.kubernetesVersion.minor;
  return { policy: { ...policy, ...stricter, ...(isNewer ? { kubernetesVersion: demand.version } : {}) }, demand };
}

function strictest(a: Level, b: Level): Level {
  return levels.indexOf(a) >= levels.indexOf(b) ? a : b;
}

/** Whether the cluster rejects the pods of a namespace for a violation of this level. */
export function rejects({ levels: demanded }: NamespaceDemand, violated: Level): boolean {
  const enforced = demanded.enforce ?? "privileged";
  return violated !== "privileged" && levels.indexOf(enforced) >= levels.indexOf(violated);
}
