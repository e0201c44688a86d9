import type { Rule } from "./rule.ts";
import { checkId } from "./support/ids.ts";
import { oneOf } from "./support/named-values.ts";

export const explicitUser: Rule = {
  id: "explicit-user",
  summary: "Containers must declare a user id above 0.",
  level: "hardened",
  references: { cis: ["5.2.7"], nsa: "Non-root containers", cwe: [250] },
  controls: [],
  values: oneOf("0"),
  coveredBy: "run-as-user",

  check: (pod, context) =>
    checkId(pod, {
      field: "runAsUser",
      fix: context.fix,
      // A declared 0 is the rule `run-as-user`'s to report, save where the standard lets it pass (KEP-127).
      reportsRoot: pod.hostUsers === false && context.version.minor >= 35,
      unset: "the image decides which user runs, and may change it",
      root: "as root, and what it writes to volumes belongs to root",
      risk: "fails if files in the image or on its volumes are not readable for this user",
    }),
};
