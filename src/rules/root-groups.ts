import type { Rule } from "./rule.ts";
import { reviewFix } from "./support/fixes.ts";
import { oneOf } from "./support/named-values.ts";
import { removeItem } from "./support/placement.ts";

export const rootGroups: Rule = {
  id: "root-groups",
  summary: "Pods must not give the root group to their processes or volumes.",
  level: "hardened",
  references: { nsa: "Non-root containers", cwe: [250, 732] },
  controls: [],
  values: oneOf("0"),

  *check(pod) {
    const { fsGroup, supplementalGroups = [] } = pod.securityContext;
    if (fsGroup === 0) {
      yield {
        level: "hardened",
        at: [...pod.context, "fsGroup"],
        origin: "pod",
        containers: pod.containers,
        message: ({ who }) =>
          `fsGroup is 0: it gives the files on volumes to the root group, and puts ${who} into it. Choose a group id above 0.`,
        fix: { declined: "only you know which group may use the volumes" },
        value: "0",
      };
    }
    for (const [index, group] of supplementalGroups.entries()) {
      if (group !== 0) continue;
      yield {
        level: "hardened",
        at: [...pod.context, "supplementalGroups", index],
        origin: "pod",
        containers: pod.containers,
        message: ({ who }) =>
          `supplementalGroups holds 0: it puts ${who} into the root group, with all the files that this group may use. Remove it.`,
        fix: reviewFix(
          "Remove 0 from supplementalGroups",
          "fails if the process reads files of the root group",
          removeItem([...pod.context, "supplementalGroups"], index, supplementalGroups),
        ),
        value: "0",
      };
    }
  },
};
