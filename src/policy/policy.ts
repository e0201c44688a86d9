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
  const least = levels.indexOf(violated);
  for (let index = modes.indexOf(strictest); index < modes.length; index++) {
    const mode = modes[index] as Mode;
    if (levels.indexOf(policy[mode]) >= least) return mode;
  }
  return undefined;
}
