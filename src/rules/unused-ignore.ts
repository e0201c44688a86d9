import type { Path } from "../yaml/index.ts";
import type { Rule, Violation } from "./rule.ts";

export const unusedIgnore: Rule = {
  id: "unused-ignore",
  summary: "Every ignore must be well formed, be in force, and match a finding.",
  level: "privileged",
  mode: "warn",
  references: {},
  controls: [],

  // Known only when all other rules have spoken: the review calls `reportUnused` then.
  check: () => [],
};

/** The violation of a comment, an annotation or an exemption that ignores nothing; `why` is a clause. */
export function reportUnused(kind: "comment" | "annotation" | "exemption", why: string, at: Path): Violation {
  const name = kind === "exemption" ? kind : `ignore ${kind}`;
  return {
    level: "privileged",
    at,
    origin: "default",
    containers: [],
    message: () => `This ${name} ignores nothing: ${why.replace(/(?<!\?)$/, ".")} Correct it, or remove it.`,
  };
}
