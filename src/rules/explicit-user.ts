import type { Rule } from "../types.ts";
import { undeclaredId } from "./undeclared-id.ts";

export const explicitUser: Rule = {
  id: "explicit-user",
  summary: "Containers must declare a user id above 0.",
  level: "hardened",
  references: { cis: ["5.2.7"], nsa: "Non-root containers", cwe: [250] },
  controls: [],

  check: (pod, context) =>
    undeclaredId(pod, {
      field: "runAsUser",
      id: context.fix.runAsUser,
      option: "--run-as-user",
      // A declared 0 is the rule `run-as-user`'s to report, where the standard has that control.
      reportsRoot: context.version.minor < 23 || (pod.hostUsers === false && context.version.minor >= 35),
      unset: "the image decides which user runs, and may change it",
      root: "files that it writes to volumes belong to root",
      risk: "fails if files in the image or on its volumes are not readable for this user",
    }),
};
