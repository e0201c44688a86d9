import type { Pod } from "../pod/index.ts";
import type { Control, Rule } from "./rule.ts";
import { denial, named } from "./support/words.ts";

const control: Control = {
  id: "privileged",
  level: "baseline",
  revisions: [
    {
      since: 0,
      check: (pod) => {
        const bad = privilegedContainers(pod);
        return bad.length > 0
          ? denial("privileged", `${named(bad)} must not set securityContext.privileged=true`)
          : undefined;
      },
    },
  ],
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
        fix: {
          title: "Set privileged: false",
          safety: "review",
          risk: "fails if the process manages the node's devices, network or kernel",
          patches: [{ op: "set", path, value: false }],
        },
      };
    }
  },
};

function privilegedContainers({ containers }: Pod) {
  return containers.filter(({ securityContext }) => securityContext.privileged === true);
}
