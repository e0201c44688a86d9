import type { Pod, SeLinuxOptions } from "../pod/index.ts";
import type { Control, Rule } from "./rule.ts";
import { denial, overriddenByAll, plural, quoted, type Setter, setBy, setters, sorted } from "./support/words.ts";

const types = ["", "container_t", "container_init_t", "container_kvm_t"];
const typesSince31 = [...types, "container_engine_t"];

const control: Control = {
  id: "seLinuxOptions",
  level: "baseline",
  revisions: [
    { since: 0, check: (pod) => check(pod, types) },
    { since: 31, check: (pod) => check(pod, typesSince31) },
  ],
};

export const selinuxOptions: Rule = {
  id: "selinux-options",
  summary: "Containers must not choose their own SELinux user, role or privileged type.",
  level: "baseline",
  references: { nsa: "SELinux", cwe: [693] },
  controls: [control],

  *check(pod, { version }) {
    for (const setter of forbidden(pod, version.minor >= 31 ? typesSince31 : types)) {
      const { container, value } = setter;
      const inheriting = pod.containers.filter(({ effective }) => effective.seLinuxOptions.origin === "pod");
      const containers = container ? [container] : inheriting;
      for (const field of badMembers(value, version.minor >= 31 ? typesSince31 : types)) {
        const path = [...setter.at, field];
        yield {
          level: "baseline",
          at: path,
          origin: container ? "container" : "pod",
          containers,
          message: ({ who }) =>
            `seLinuxOptions.${field} is "${value[field]}": ` +
            (containers.length > 0
              ? `it takes ${who} out of the confinement that SELinux gives to containers. Remove it.`
              : `${overriddenByAll}. Remove it.`),
          fix: {
            title: `Remove seLinuxOptions.${field}`,
            safety: "review",
            risk: "fails if the process reaches files that its label opened",
            patches: [{ op: "remove", path }],
          },
        };
      }
    }
  },
};

function check(pod: Pod, allowed: readonly string[]) {
  const bad = forbidden(pod, allowed);
  if (bad.length === 0) return undefined;
  const badTypes = sorted(bad.map(({ value }) => value.type ?? "").filter((type) => !allowed.includes(type)));
  const details = [
    ...(badTypes.length > 0 ? [`${plural("type", badTypes.length)} ${quoted(badTypes)}`] : []),
    ...(bad.some(({ value }) => value.user) ? ["user may not be set"] : []),
    ...(bad.some(({ value }) => value.role) ? ["role may not be set"] : []),
  ];
  return denial("seLinuxOptions", `${setBy(bad)} set forbidden securityContext.seLinuxOptions: ${details.join("; ")}`);
}

function forbidden(pod: Pod, allowed: readonly string[]): Setter<SeLinuxOptions>[] {
  const declared = setters(
    pod,
    "seLinuxOptions",
    pod.securityContext.seLinuxOptions,
    ({ securityContext }) => securityContext.seLinuxOptions,
  );
  return declared.filter(({ value }) => badMembers(value, allowed).length > 0);
}

function badMembers(
  { type = "", user, role }: SeLinuxOptions,
  allowed: readonly string[],
): ("type" | "user" | "role")[] {
  return [
    ...(allowed.includes(type) ? [] : ["type" as const]),
    ...(user ? ["user" as const] : []),
    ...(role ? ["role" as const] : []),
  ];
}
