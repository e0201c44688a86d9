import type { Pod, SeLinuxOptions } from "../pod/index.ts";
import type { Control, Denial, Rule } from "./rule.ts";
import { type Declaration, declarationsOf } from "./support/declarations.ts";
import { reviewFix } from "./support/fixes.ts";
import { nameDeclarers, overriddenByAll, pluralize, quote, sortDistinct } from "./support/wording.ts";

const types = ["", "container_t", "container_init_t", "container_kvm_t"];
const typesSince31 = [...types, "container_engine_t"];

const control: Control = {
  id: "seLinuxOptions",
  level: "baseline",
  revisions: [
    { since: 0, check: (pod) => denyOptions(pod, types) },
    { since: 31, check: (pod) => denyOptions(pod, typesSince31) },
  ],
};

export const selinuxOptions: Rule = {
  id: "selinux-options",
  summary: "Containers must not choose their own SELinux user, role or privileged type.",
  level: "baseline",
  references: { nsa: "SELinux", cwe: [693] },
  controls: [control],
  values: {
    form: "the type, user or role that is set, such as spc_t",
    isPossible: (text) => /^[A-Za-z_][\w.-]*$/.test(text) && !types.includes(text),
  },

  *check(pod, { version }) {
    const allowed = version.minor >= 31 ? typesSince31 : types;
    for (const { containers, origin, at, value } of forbiddenOptions(pod, allowed)) {
      for (const field of forbiddenMembers(value, allowed)) {
        const path = [...at, field];
        yield {
          level: "baseline",
          at: path,
          origin,
          containers,
          message: ({ who }) =>
            `seLinuxOptions.${field} is "${value[field]}": ` +
            (containers.length > 0
              ? `it takes ${who} out of the confinement that SELinux gives to containers. Remove it.`
              : `${overriddenByAll}. Remove it.`),
          fix: reviewFix(
            `Remove seLinuxOptions.${field}`,
            "fails if the process needs files that its label gives it access to",
            { op: "remove", path },
          ),
          value: value[field] ?? "",
        };
      }
    }
  },
};

function denyOptions(pod: Pod, allowed: readonly string[]): Denial | undefined {
  const bad = forbiddenOptions(pod, allowed);
  if (bad.length === 0) return undefined;
  const badTypes = sortDistinct(bad.map(({ value }) => value.type ?? "").filter((type) => !allowed.includes(type)));
  const details = [
    ...(badTypes.length > 0 ? [`${pluralize("type", badTypes.length)} ${quote(badTypes)}`] : []),
    ...(bad.some(({ value }) => value.user) ? ["user may not be set"] : []),
    ...(bad.some(({ value }) => value.role) ? ["role may not be set"] : []),
  ].join("; ");
  return {
    reason: "seLinuxOptions",
    detail: `${nameDeclarers(bad)} set forbidden securityContext.seLinuxOptions: ${details}`,
  };
}

function forbiddenOptions(pod: Pod, allowed: readonly string[]): Declaration<SeLinuxOptions>[] {
  return declarationsOf(pod, "seLinuxOptions").filter(({ value }) => forbiddenMembers(value, allowed).length > 0);
}

function forbiddenMembers(
  { type = "", user, role }: SeLinuxOptions,
  allowed: readonly string[],
): ("type" | "user" | "role")[] {
  return [
    ...(allowed.includes(type) ? [] : ["type" as const]),
    ...(user ? ["user" as const] : []),
    ...(role ? ["role" as const] : []),
  ];
}
