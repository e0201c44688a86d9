import type { Finding } from "../review/finding.ts";
import { enumerate } from "../rules/index.ts";

/** Which fixes the user asks for: all, unless an option says otherwise. */
export interface FixChoice {
  readonly isSafeOnly: boolean;
  readonly rules: readonly string[] | undefined;
  readonly containers: readonly string[] | undefined;
}

/** Why a finding is left out. */
export interface LeftOut {
  /** The option that leaves it out. */
  readonly option: "--rule" | "--container" | "--safe";
  /** A clause. */
  readonly reason: string;
  /** Whether it is close to what was asked for, so that the user hears of it where it stands. */
  readonly isNear: boolean;
}

/**
 * Says which option leaves a finding out; undefined if it is asked for. What has no fix is asked for too, so that the user hears why. A fix on the pod belongs to
 * every container that it changes; containers with a value of their own are not among them.
 */
export function whyLeftOut({ rules, containers, isSafeOnly }: FixChoice, finding: Finding): LeftOut | undefined {
  const { rule, fix, containers: concerned, ignored } = finding;
  if (rules && !rules.includes(rule.id)) return { option: "--rule", reason: "of other rules", isNear: false };
  if (containers) {
    const others = concerned.filter((name) => !containers.includes(name));
    if (concerned.length === 0) return { option: "--container", reason: "of no single container", isNear: false };
    if (others.length === concerned.length)
      return { option: "--container", reason: "of other containers", isNear: false };
    if (others.length > 0) return { option: "--container", reason: sharedWith(others), isNear: true };
  }
  if (!isSafeOnly || ignored || fix?.safety !== "review") return undefined;
  return { option: "--safe", reason: fix.risk ?? "", isNear: false };
}

function sharedWith(others: readonly string[]): string {
  const names = enumerate(others.map((name) => JSON.stringify(name)));
  const which = others.length === 1 ? `container ${names}` : `containers ${names}`;
  return `its fix is on the pod, and changes ${which} too: add --container for ${others.length === 1 ? "it" : "them"}`;
}
