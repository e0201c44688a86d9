import type { Pod } from "../pod/index.ts";
import type { Control, Declined, Fix, FixOptions, Rule } from "./rule.ts";
import { denial, levelUnder, overriddenByAll, overriding, type Setter, setBy, setters } from "./support/words.ts";

const check = (pod: Pod) => {
  const bad = root(pod);
  return bad.length > 0 ? denial("runAsUser=0", `${setBy(bad)} must not set runAsUser=0`) : undefined;
};

const control: Control = {
  id: "runAsUser",
  level: "restricted",
  revisions: [
    { since: 23, check },
    { since: 35, check: (pod) => (pod.hostUsers === false ? undefined : check(pod)) },
  ],
};

export const runAsUser: Rule = {
  id: "run-as-user",
  summary: "Containers must not be told to run as root (user id 0).",
  level: "restricted",
  references: { cis: ["5.2.7"], nsa: "Non-root containers", cwe: [250] },
  controls: [control],

  *check(pod, { version, fix }) {
    if (pod.hostUsers === false && version.minor >= 35) return;
    for (const setter of root(pod)) {
      const { container, at } = setter;
      const containers = container
        ? [container]
        : pod.containers.filter(({ effective }) => effective.runAsUser.origin === "pod");
      const onPod = container && pod.securityContext.runAsUser;
      yield {
        level: levelUnder(control, version),
        at,
        origin: container ? "container" : "pod",
        containers,
        message: (say) =>
          `runAsUser is 0 here${overriding(pod, "runAsUser", 0, onPod, say)}: ` +
          (containers.length > 0
            ? `it makes ${say.who} run as root, which is root on the node for whoever breaks out. Choose a user id above 0.`
            : `${overriddenByAll}. Remove it.`),
        fix: fixFor(setter, containers.length > 0, fix),
      };
    }
  },
};

function root(pod: Pod): Setter<number>[] {
  const declared = setters(
    pod,
    "runAsUser",
    pod.securityContext.runAsUser,
    ({ securityContext }) => securityContext.runAsUser,
  );
  return declared.filter(({ value }) => value === 0);
}

function fixFor({ at }: Setter<number>, isUsed: boolean, { runAsUser: id }: FixOptions): Fix | Declined {
  if (!isUsed)
    return { title: "Remove runAsUser: 0", safety: "safe", risk: null, patches: [{ op: "remove", path: at }] };
  if (id === undefined)
    return { declined: "only you know which user the image can run as: give it with --run-as-user or fix.runAsUser" };
  return {
    title: `Set runAsUser: ${id}`,
    safety: "review",
    risk: "fails if the process needs root, or files that only root may read",
    patches: [{ op: "set", path: at, value: id }],
  };
}
