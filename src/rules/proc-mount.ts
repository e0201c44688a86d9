import type { Container, Pod } from "../pod/index.ts";
import type { Control, Denial, Rule } from "./rule.ts";
import { reviewFix } from "./support/fixes.ts";
import { oneOf } from "./support/named-values.ts";
import { nameContainers, quote, sortDistinct } from "./support/wording.ts";

const baseline: Control = {
  id: "procMount",
  level: "baseline",
  revisions: [
    { since: 0, check: denyProcMounts },
    { since: 35, check: (pod) => (pod.hostUsers === false ? undefined : denyProcMounts(pod)) },
  ],
};

const restricted: Control = {
  id: "procMount_restricted",
  level: "restricted",
  overrides: ["procMount"],
  revisions: [{ since: 35, check: denyProcMounts }],
};

export const procMount: Rule = {
  id: "proc-mount",
  summary: "Containers must not unmask parts of /proc that the runtime masks.",
  level: "baseline",
  references: { cwe: [653, 693] },
  controls: [baseline, restricted],
  values: oneOf("Unmasked"),

  *check(pod, { version }) {
    for (const container of pod.containers.filter((each) => procMountOf(each) === "Unmasked")) {
      const { path } = container.effective.procMount;
      yield {
        level: pod.hostUsers === false && version.minor >= 35 ? "restricted" : "baseline",
        at: path,
        origin: "container",
        containers: [container],
        message: ({ who }) =>
          `procMount is Unmasked: it opens to ${who} the parts of /proc that show and control the node's kernel. Set it to Default.`,
        fix: reviewFix("Set procMount: Default", "fails if the process runs containers of its own", {
          op: "set",
          path,
          value: "Default",
        }),
        value: "Unmasked",
      };
    }
  },
};

function denyProcMounts(pod: Pod): Denial | undefined {
  const bad = pod.containers.filter((container) => procMountOf(container) !== "Default");
  if (bad.length === 0) return undefined;
  const values = quote(sortDistinct(bad.map(procMountOf)));
  return { reason: "procMount", detail: `${nameContainers(bad)} must not set securityContext.procMount to ${values}` };
}

function procMountOf({ securityContext }: Container): string {
  return securityContext.procMount ?? "Default";
}
