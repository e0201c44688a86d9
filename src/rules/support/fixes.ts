import type { Patch } from "../../yaml/index.ts";
import type { Fix } from "../rule.ts";

/** A fix that cannot stop a container that works today. */
export function safeFix(title: string, ...patches: readonly Patch[]): Fix {
  return { title, safety: "safe", risk: null, patches };
}

/** A fix that may stop a container that works today: `risk` says how, as a clause ("fails if the process …"). */
export function reviewFix(title: string, risk: string, ...patches: readonly Patch[]): Fix {
  return { title, safety: "review", risk, patches };
}
