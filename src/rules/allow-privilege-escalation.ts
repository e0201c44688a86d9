import type { Container, Pod } from "../pod/index.ts";
import type { Path } from "../yaml/index.ts";
import type { Control, Declined, Fix, Rule } from "./rule.ts";
import { denial, isMistyped, levelUnder, named, siblings } from "./support/words.ts";

const check = (pod: Pod) => {
  const bad = pod.containers.filter(mayEscalate);
  if (bad.length === 0) return undefined;
  return denial(
    "allowPrivilegeEscalation != false",
    `${named(bad)} must set securityContext.allowPrivilegeEscalation=false`,
  );
};

const control: Control = {
  id: "allowPrivilegeEscalation",
  level: "restricted",
  revisions: [
    { since: 8, check },
    { since: 25, check: (pod) => (pod.os === "windows" ? undefined : check(pod)) },
  ],
};

export const allowPrivilegeEscalation: Rule = {
  id: "allow-privilege-escalation",
  summary: "Containers must forbid privilege escalation.",
  level: "restricted",
  references: { cis: ["5.2.6"], nsa: "Restricts escalation to root privileges", cwe: [269, 250] },
  controls: [control],
  coveredBy: "privileged",

  *check(pod, { version }) {
    if (pod.os === "windows") return;
    for (const container of pod.containers.filter(mayEscalate)) {
      // A privileged container may do more than escalate: the rule `privileged` speaks of it.
      if (container.derived.privileged || isMistyped(container, "allowPrivilegeEscalation")) continue;
      const { value, path, origin } = container.effective.allowPrivilegeEscalation;
      yield {
        level: levelUnder(control, version),
        at: path,
        origin,
        containers: [container],
        message: ({ who }) =>
          `allowPrivilegeEscalation is ${value === true ? "true" : "not set, and unset means true"}: a process in ${who} can gain rights ` +
          "that it was not started with, through set-uid programs such as sudo. Set it to false.",
        fix: fixFor(pod, container, path),
      };
    }
  },
};

function mayEscalate({ securityContext }: Container): boolean {
  return securityContext.allowPrivilegeEscalation !== false;
}

function fixFor(pod: Pod, { securityContext }: Container, path: Path): Fix | Declined {
  // The API server refuses the pair in this very spelling (validation.go, kubernetes#119568).
  if (securityContext.capabilities?.add?.includes("CAP_SYS_ADMIN")) {
    return {
      declined:
        "the API server refuses allowPrivilegeEscalation: false beside CAP_SYS_ADMIN: remove that capability first",
    };
  }
  return {
    title: "Set allowPrivilegeEscalation: false",
    safety: "review",
    risk: "fails if the process uses set-uid programs such as sudo or ping",
    patches: [{ op: "set", path, value: false, among: siblings(pod, path) }],
  };
}
