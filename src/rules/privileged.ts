import type { Container, Pod } from "../pod/index.ts";
import type { Control, Denial, Rule } from "./rule.ts";
import { reviewFix } from "./support/fixes.ts";
import { nameContainers } from "./support/wording.ts";

const control: Control = {
  id: "privileged",
  level: "baseline",
  revisions: [{ since: 0, check: denyPrivileged }],
};

export const privileged: Rule = {
  id: "privileged",
  summary: "Containers must not be privileged.",
  level: "baseline",
  references: { cis: ["5.2.2"], nsa: "Preventing privileged containers", cwe: [250, 269] },
  controls: [control],

  *check(pod) {
    for (const container of privilegedContainers(pod)) {
      const { path, origin } = container.effective.privileged;
      yield {
        level: "baseline",
        at: path,
        origin,
        containers: [container],
        message: ({ who }) =>
          `privileged is true: it gives ${who} every capability and every device of the node, so that an intruder there owns the node. ` +
          "Remove it, and add single capabilities where the process needs them.",
        fix: reviewFix("Set privileged: false", "fails if the process manages the node's devices, network or kernel", {
          op: "set",
          path,
          value: false,
        }),
      };
    }
  },
};

function denyPrivileged(pod: Pod): Denial | undefined {
  const bad = privilegedContainers(pod);
  if (bad.length === 0) return undefined;
  return { reason: "privileged", detail: `${nameContainers(bad)} must not set securityContext.privileged=true` };
}

function privilegedContainers({ containers }: Pod): Container[] {
  return containers.filter(({ securityContext }) => securityContext.privileged === true);
}
