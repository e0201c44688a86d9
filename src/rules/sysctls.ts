import { normalizeSysctl, type Pod } from "../pod/index.ts";
import type { Control, Declined, Denial, Fix, Rule } from "./rule.ts";
import { reviewFix, safeFix } from "./support/fixes.ts";
import { removeItem } from "./support/placement.ts";
import { safeSysctlSets, safeSysctlsIn } from "./support/safe-sysctls.ts";

const control: Control = {
  id: "sysctls",
  level: "baseline",
  revisions: safeSysctlSets.map(({ since }) => ({ since, check: (pod) => denyUnsafe(pod, since) })),
};

export const sysctls: Rule = {
  id: "sysctls",
  summary: "Pods must set only sysctls of the safe set.",
  level: "baseline",
  references: { cwe: [693] },
  controls: [control],
  values: {
    form: "a sysctl such as net.core.somaxconn",
    isPossible: (text) => /^[a-z0-9][\w-]*([./][\w*-]+)+$/i.test(text),
  },

  *check(pod, { version }) {
    const list = [...pod.context, "sysctls"];
    for (const { name, value, index } of unsafeSysctls(pod, version.minor)) {
      // A sysctl without a name is the rule `api-rejected`'s to report.
      if (name === "") continue;
      const dotted = normalizeSysctl(name);
      if (safeSysctlsIn(version.minor).has(dotted)) {
        yield {
          level: "baseline",
          at: [...list, index, "name"],
          origin: "pod",
          containers: pod.containers,
          message: () =>
            `The sysctl "${name}" is written with slashes: Pod Security allows it only as ${dotted}. Write it with dots.`,
          fix: writeDotted(pod, index, dotted),
          value: name,
        };
        continue;
      }
      yield {
        level: "baseline",
        at: [...list, index, "name"],
        origin: "pod",
        containers: pod.containers,
        message: () =>
          `The sysctl "${name}" is not in the safe set: it can harm other pods or the node, and the kubelet refuses the pod unless its node is configured ` +
          `to allow it (forbidden sysctl: "${dotted}" not allowlisted). Remove it.`,
        fix: reviewFix(
          `Remove the sysctl ${name}`,
          "fails if the process needs this kernel setting",
          removeItem(list, index, pod.securityContext.sysctls ?? []),
        ),
        value: name,
        extent: () => [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
      };
    }
  },
};

/** The API server takes the two spellings for two sysctls, and refuses one that is there twice. */
function writeDotted(
  { context, hostNetwork, hostIPC, securityContext: { sysctls: all = [] } }: Pod,
  index: number,
  dotted: string,
): Fix | Declined {
  if ((hostNetwork && dotted.startsWith("net.")) || (hostIPC && dotted.startsWith("kernel.")))
    return {
      declined: "the API server refuses it in either spelling beside the node's own namespace: remove one of the two",
    };
  const isTwice = all.some(({ name = "" }, other) => other !== index && normalizeSysctl(name) === dotted);
  if (isTwice) return { declined: `${dotted} is set by another item too: only you know which of the two is meant` };
  return safeFix(`Write ${dotted}`, { op: "set", path: [...context, "sysctls", index, "name"], value: dotted });
}

function denyUnsafe(pod: Pod, minor: number): Denial | undefined {
  const names = unsafeSysctls(pod, minor).map(({ name }) => name);
  return names.length > 0 ? { reason: "forbidden sysctls", detail: names.join(", ") } : undefined;
}

function unsafeSysctls(
  { securityContext }: Pod,
  minor: number,
): { readonly name: string; readonly value: string; readonly index: number }[] {
  if (!securityContext.sysctls) return [];
  const safe = safeSysctlsIn(minor);
  const declared = securityContext.sysctls.map(({ name = "", value = "" }, index) => ({ name, value, index }));
  return declared.filter(({ name }) => !safe.has(name));
}
