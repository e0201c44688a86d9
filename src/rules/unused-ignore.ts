import type { Path } from "../yaml/index.ts";
import type { Rule, Violation } from "./rule.ts";

export const unusedIgnore: Rule = {
  id: "unused-ignore",
  summary: "Every ignore must be well written, in force, and about a finding that is there.",
  level: "privileged",
  mode: "warn",
  references: {},
  controls: [],

  // Known only when all other rules have spoken: findings.ts and review.ts ask `whyUnused` then.
  check: () => [],
};

/** What is said of an ignore comment or an exemption that ignores nothing. */
export function whyUnused(kind: "comment" | "exemption", why: string, at: Path): Violation {
  const name = kind === "comment" ? "ignore comment" : "exemption";
  return {
    level: "privileged",
    at,
    origin: "default",
    containers: [],
    message: () => `This ${name} ignores nothing: ${why.replace(/(?<!\?)$/, ".")} Correct it, or take it out.`,
  };
}
