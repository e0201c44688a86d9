import { type Level, levels, type Mode, modes, type Policy } from "../types.ts";
import { usualLimits } from "../yaml/limits.ts";

/** What is in force where nobody says anything else. */
export const defaultPolicy: Policy = {
  enforce: "restricted",
  warn: "hardened",
  audit: "hardened",
  kubernetesVersion: { name: "latest", minor: 37 },
  gate: "all",
  fix: {},
  limits: usualLimits,
  namespaces: [],
  rules: {},
  workloads: [],
  exemptions: [],
  baseline: new Map(),
  images: new Map(),
  today: "",
  folder: "",
  isWhole: false,
  shard: null,
};

/**
 * The mode of a violation: the strictest whose level is at least the violated one; `undefined` where no mode asks for that level. `strictest` caps it.
 */
export function modeOf(policy: Policy, violated: Level, strictest: Mode = "enforce"): Mode | undefined {
  const [first, least] = [modes.indexOf(strictest), levels.indexOf(violated)];
  return modes.find((mode, index) => index >= first && levels.indexOf(policy[mode]) >= least);
}
