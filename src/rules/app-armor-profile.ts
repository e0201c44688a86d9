import type { Container, Pod, SecurityProfile } from "../pod/index.ts";
import type { Control, Rule } from "./rule.ts";
import {
  denial,
  overriddenByAll,
  overriding,
  plural,
  quoted,
  type Setter,
  setBy,
  setters,
  sorted,
} from "./support/words.ts";

const prefix = "container.apparmor.security.beta.kubernetes.io/";
const allowed = new Set(["RuntimeDefault", "Localhost"]);

const control: Control = {
  id: "appArmorProfile",
  level: "baseline",
  revisions: [
    {
      since: 0,
      check: (pod) => {
        const fields = badFields(pod);
        const annotations = badAnnotations(pod);
        if (fields.length + annotations.length === 0) return undefined;
        const who = [setBy(fields), annotations.length > 0 ? plural("annotation", annotations.length) : ""]
          .filter(Boolean)
          .join(" and ");
        const types = sorted(fields.map(({ value }) => value.type ?? ""));
        const values = [...types, ...sorted(annotations.map(([key, value]) => `${key}="${value}"`))];
        const reason = `forbidden AppArmor ${plural("profile", values.length)}`;
        return denial(reason, `${who} must not set AppArmor profile type to ${quoted(values)}`);
      },
    },
  ],
};

export const appArmorProfile: Rule = {
  id: "app-armor-profile",
  summary: "Containers must not switch AppArmor off.",
  level: "baseline",
  references: { nsa: "AppArmor", cwe: [693] },
  controls: [control],

  *check(pod) {
    for (const { container, at } of badFields(pod).filter(({ value }) => value.type === "Unconfined")) {
      const containers = container
        ? [container]
        : pod.containers.filter(({ effective }) => effective.appArmorProfile.origin === "pod");
      const onPod = container && pod.securityContext.appArmorProfile?.type;
      yield {
        level: "baseline",
        at: [...at, "type"],
        origin: container ? "container" : "pod",
        containers,
        message: (say) =>
          `appArmorProfile.type is Unconfined here${overriding(pod, "appArmorProfile", "Unconfined", onPod, say)}: ` +
          (containers.length > 0
            ? `AppArmor does not confine ${say.who}. Remove the profile, and the runtime's default applies.`
            : `${overriddenByAll}. Remove it.`),
        fix: removal("Remove the AppArmor profile Unconfined", at),
      };
    }
    const bad = badAnnotations(pod).filter(([, value]) => value === "unconfined");
    const named = new Map(bad.map(([key]): [string, Container[]] => [key, []]));
    for (const container of pod.containers) named.get(prefix + container.name)?.push(container);
    for (const [key, containers] of named) {
      const at = [...pod.metadata, "annotations", key];
      yield {
        level: "baseline",
        at,
        origin: "annotation",
        containers,
        message: ({ who }) =>
          containers.length > 0
            ? `This annotation takes AppArmor's confinement from ${who}. Remove it, and the runtime's default applies.`
            : "This annotation names no container of the pod, but Pod Security rejects the pod all the same. Remove it.",
        fix: removal("Remove the AppArmor annotation", at),
      };
    }
  },
};

function badFields(pod: Pod): Setter<SecurityProfile>[] {
  const declared = setters(
    pod,
    "appArmorProfile",
    pod.securityContext.appArmorProfile,
    ({ securityContext }) => securityContext.appArmorProfile,
  );
  return declared.filter(({ value }) => !allowed.has(value.type ?? ""));
}

/** Any annotation of the kind counts, also one for a container that does not exist. */
function badAnnotations({ annotations }: Pod): [string, string][] {
  const isAllowed = (value: string) => value === "" || value === "runtime/default" || value.startsWith("localhost/");
  return Object.entries(annotations).filter(([key, value]) => key.startsWith(prefix) && !isAllowed(value));
}

function removal(title: string, path: Setter["at"]) {
  const risk = "fails if the process does what the runtime's default profile forbids";
  return { title, safety: "review", risk, patches: [{ op: "remove", path }] } as const;
}
