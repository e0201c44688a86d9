import type { Container, Pod } from "../pod/index.ts";
import type { Path } from "../yaml/index.ts";
import type { Control, Declined, Denial, Fix, Rule } from "./rule.ts";
import { levelIn } from "./support/admission.ts";
import { isMistyped } from "./support/declarations.ts";
import { reviewFix } from "./support/fixes.ts";
import { addsSysAdmin, explainSetUidNeed } from "./support/hardening.ts";
import { siblingsOf } from "./support/placement.ts";
import { checkOsName } from "./support/windows.ts";
import { nameContainers } from "./support/wording.ts";

const control: Control = {
  id: "allowPrivilegeEscalation",
  level: "restricted",
  revisions: [
    { since: 8, check: denyEscalation },
    { since: 25, check: (pod) => (pod.os === "windows" ? undefined : denyEscalation(pod)) },
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
    yield* checkOsName(pod, version.minor);
    for (const container of pod.containers.filter(mayEscalate)) {
      // A privileged container may do more than escalate: the rule `privileged` speaks of it.
      if (container.derived.privileged || isMistyped(container, "allowPrivilegeEscalation")) continue;
      const { value, path, origin } = container.effective.allowPrivilegeEscalation;
      yield {
        level: levelIn(control, version),
        at: path,
        origin,
        containers: [container],
        message: ({ who }) =>
          `allowPrivilegeEscalation is ${value === true ? "true" : "not set, and unset means true"}: a process in ${who} can gain rights ` +
          "that it was not started with, through set-uid programs such as sudo. Set it to false.",
        fix: forbidEscalation(pod, container, path),
      };
    }
  },
};

function denyEscalation(pod: Pod): Denial | undefined {
  const bad = pod.containers.filter(mayEscalate);
  if (bad.length === 0) return undefined;
  return {
    reason: "allowPrivilegeEscalation != false",
    detail: `${nameContainers(bad)} must set securityContext.allowPrivilegeEscalation=false`,
  };
}

function mayEscalate({ securityContext }: Container): boolean {
  return securityContext.allowPrivilegeEscalation !== false;
}

function forbidEscalation(pod: Pod, container: Container, path: Path): Fix | Declined {
  if (addsSysAdmin(container))
    return {
      declined:
        "the API server refuses allowPrivilegeEscalation: false beside CAP_SYS_ADMIN: remove that capability first",
    };
  const need = explainSetUidNeed(container);
  if (need !== undefined) return { declined: need };
  return reviewFix(
    "Set allowPrivilegeEscalation: false",
    "fails if the process uses set-uid programs such as sudo or ping",
    { op: "set", path, value: false, among: siblingsOf(pod, path) },
  );
}
