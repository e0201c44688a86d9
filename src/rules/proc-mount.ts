import type { Container, Pod } from "../pod/index.ts";
import type { Control, Rule } from "./rule.ts";
import { denial, named, quoted, sorted } from "./support/words.ts";

const check = (pod: Pod) => {
  const bad = pod.containers.filter((container) => procMountOf(container) !== "Default");
  if (bad.length === 0) return undefined;
  return denial(
    "procMount",
    `${named(bad)} must not set securityContext.procMount to ${quoted(sorted(bad.map(procMountOf)))}`,
  );
};

const baseline: Control = {
  id: "procMount",
  level: "baseline",
  revisions: [
    { since: 0, check },
    { since: 35, check: (pod) => (pod.hostUsers === false ? undefined : check(pod)) },
  ],
};

const restricted: Control = {
  id: "procMount_restricted",
  level: "restricted",
  overrides: ["procMount"],
  revisions: [{ since: 35, check }],
};

export const procMount: Rule = {
  id: "proc-mount",
  summary: "Containers must keep the parts of /proc masked that the runtime masks.",
  level: "baseline",
  references: { cwe: [653, 693] },
  controls: [baseline, restricted],

  *check(pod, { version }) {
    for (const container of pod.containers.filter((each) => procMountOf(each) === "Unmasked")) {
      const { path } = container.effective.procMount;
      yield {
        level: pod.hostUsers === false && version.minor >= 35 ? "restricted" : "baseline",
        at: path,
        origin: "container",
        containers: [container],
        message: ({ who }) =>
          `procMount is Unmasked: it opens to ${who} the parts of /proc that show and steer the node's kernel. Set it to Default.`,
        fix: {
          title: "Set procMount: Default",
          safety: "review",
          risk: "fails if the process makes containers of its own",
          patches: [{ op: "set", path, value: "Default" }],
        },
      };
    }
  },
};

function procMountOf({ securityContext }: Container): string {
  return securityContext.procMount ?? "Default";
}
