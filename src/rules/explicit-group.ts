import type { Rule } from "./rule.ts";
import { checkId } from "./support/ids.ts";
import { oneOf } from "./support/named-values.ts";

export const explicitGroup: Rule = {
  id: "explicit-group",
  summary: "Containers must declare a group id above 0.",
  level: "hardened",
  references: { nsa: "Non-root containers", cwe: [250] },
  controls: [],
  values: oneOf("0"),

  check: (pod, context) =>
    checkId(pod, {
      field: "runAsGroup",
      fix: context.fix,
      reportsRoot: true,
      unset:
        "the process gets the group that the image lists for its user, and the root group (0) where the image does not list the user",
      root: "in the root group, with all the files that this group may use",
      risk: "fails if files in the image or on its volumes are not readable for this group",
    }),
};
