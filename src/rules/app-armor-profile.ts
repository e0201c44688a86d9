import { appArmorAnnotation, type Container, type Pod, type SecurityProfile } from "../pod/index.ts";
import type { Path } from "../yaml/index.ts";
import type { Control, Declined, Denial, Fix, Rule } from "./rule.ts";
import { type Declaration, declarationsOf, podDeclaration } from "./support/declarations.ts";
import { reviewFix } from "./support/fixes.ts";
import { oneOf } from "./support/named-values.ts";
import { programsOf } from "./support/programs.ts";
import { describeOverride, nameDeclarers, overriddenByAll, pluralize, quote, sortDistinct } from "./support/wording.ts";

const allowedTypes = new Set(["RuntimeDefault", "Localhost"]);

const control: Control = {
  id: "appArmorProfile",
  level: "baseline",
  revisions: [{ since: 0, check: denyProfiles }],
};

export const appArmorProfile: Rule = {
  id: "app-armor-profile",
  summary: "Containers must not switch AppArmor off.",
  level: "baseline",
  references: { nsa: "AppArmor", cwe: [693] },
  controls: [control],
  values: oneOf("Unconfined", "unconfined"),

  *check(pod) {
    const unconfined = forbiddenProfiles(pod).filter(({ value }) => value.type === "Unconfined");
    for (const { container, containers, origin, at } of unconfined) {
      const onPod = container && podDeclaration(pod, "appArmorProfile")?.type;
      yield {
        level: "baseline",
        at: [...at, "type"],
        origin,
        containers,
        message: (say) =>
          `appArmorProfile.type is Unconfined here${describeOverride(pod, "appArmorProfile", "Unconfined", onPod, say)}: ` +
          (containers.length > 0
            ? `AppArmor does not confine ${say.who}. Remove the profile, and the runtime's default applies.`
            : `${overriddenByAll}. Remove it.`),
        fix: removeProfile("Remove the AppArmor profile Unconfined", at, containers),
        value: "Unconfined",
      };
    }
    for (const { key, containers } of unconfinedAnnotations(pod)) {
      const at = [...pod.metadata, "annotations", key];
      yield {
        level: "baseline",
        at,
        origin: "annotation",
        containers,
        message: ({ who }) =>
          containers.length > 0
            ? `This annotation switches AppArmor off for ${who}. Remove it, and the runtime's default applies.`
            : "This annotation does not name a container of the pod, but Pod Security rejects the pod all the same. Remove it.",
        fix: removeProfile(`Remove the annotation ${key}`, at, containers),
        value: "unconfined",
      };
    }
  },
};

function denyProfiles(pod: Pod): Denial | undefined {
  const fields = forbiddenProfiles(pod);
  const annotations = forbiddenAnnotations(pod);
  if (fields.length + annotations.length === 0) return undefined;
  const who = [nameDeclarers(fields), annotations.length > 0 ? pluralize("annotation", annotations.length) : ""]
    .filter(Boolean)
    .join(" and ");
  const types = sortDistinct(fields.map(({ value }) => value.type ?? ""));
  const values = [...types, ...sortDistinct(annotations.map(([key, value]) => `${key}="${value}"`))];
  return {
    reason: `forbidden AppArmor ${pluralize("profile", values.length)}`,
    detail: `${who} must not set AppArmor profile type to ${quote(values)}`,
  };
}

function forbiddenProfiles(pod: Pod): Declaration<SecurityProfile>[] {
  return declarationsOf(pod, "appArmorProfile").filter(({ value }) => !allowedTypes.has(value.type ?? ""));
}

/** Any annotation of the kind counts, also one for a container that does not exist. */
function forbiddenAnnotations({ annotations }: Pod): [key: string, value: string][] {
  const isAllowed = (value: string) => value === "" || value === "runtime/default" || value.startsWith("localhost/");
  return Object.entries(annotations).filter(([key, value]) => key.startsWith(appArmorAnnotation) && !isAllowed(value));
}

/** The annotations that switch AppArmor off, each with the containers of its name. */
function unconfinedAnnotations(pod: Pod): { readonly key: string; readonly containers: readonly Container[] }[] {
  const unconfined = forbiddenAnnotations(pod).filter(([, value]) => value === "unconfined");
  return unconfined.map(([key]) => ({
    key,
    containers: pod.containers.filter(({ name }) => appArmorAnnotation + name === key),
  }));
}

function removeProfile(title: string, path: Path, containers: readonly Container[]): Fix | Declined {
  const mounting = containers.find((container) => programsOf(container).some(({ name }) => /^u?mount$/.test(name)));
  if (mounting)
    return {
      declined: `container "${mounting.name}" mounts file systems, which the runtime's default profile forbids`,
    };
  return reviewFix(title, "fails if the process does what the runtime's default profile forbids", {
    op: "remove",
    path,
  });
}
