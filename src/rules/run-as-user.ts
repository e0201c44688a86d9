import type { Pod } from "../pod/index.ts";
import type { Control, Denial, Rule } from "./rule.ts";
import { levelIn } from "./support/admission.ts";
import { type Declaration, declarationsOf, podDeclaration } from "./support/declarations.ts";
import { safeFix } from "./support/fixes.ts";
import { setUser } from "./support/ids.ts";
import { oneOf } from "./support/named-values.ts";
import { describeOverride, nameDeclarers, overriddenByAll } from "./support/wording.ts";

const control: Control = {
  id: "runAsUser",
  level: "restricted",
  revisions: [
    { since: 23, check: denyRootUser },
    { since: 35, check: (pod) => (pod.hostUsers === false ? undefined : denyRootUser(pod)) },
  ],
};

export const runAsUser: Rule = {
  id: "run-as-user",
  summary: "Containers must not be told to run as root (user id 0).",
  level: "restricted",
  references: { cis: ["5.2.7"], nsa: "Non-root containers", cwe: [250] },
  controls: [control],
  values: oneOf("0"),

  *check(pod, { version, fix }) {
    if (pod.hostUsers === false && version.minor >= 35) return;
    for (const { container, containers, origin, at } of rootDeclarations(pod)) {
      const onPod = container && podDeclaration(pod, "runAsUser");
      yield {
        level: levelIn(control, version),
        at,
        origin,
        containers,
        message: (say) =>
          `runAsUser is 0 here${describeOverride(pod, "runAsUser", 0, onPod, say)}: ` +
          (containers.length > 0
            ? `it makes ${say.who} run as root, which is root on the node for whoever breaks out. Choose a user id above 0.`
            : `${overriddenByAll}. Remove it.`),
        fix:
          containers.length > 0
            ? setUser(pod, containers, at, fix)
            : safeFix("Remove runAsUser: 0", { op: "remove", path: at }),
        value: "0",
      };
    }
  },
};

function denyRootUser(pod: Pod): Denial | undefined {
  const bad = rootDeclarations(pod);
  return bad.length > 0
    ? { reason: "runAsUser=0", detail: `${nameDeclarers(bad)} must not set runAsUser=0` }
    : undefined;
}

function rootDeclarations(pod: Pod): Declaration<number>[] {
  return declarationsOf(pod, "runAsUser").filter(({ value }) => value === 0);
}
