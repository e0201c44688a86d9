import { allCapabilities } from "../pod/index.ts";
import type { Path } from "../yaml/index.ts";
import type { Control, Fix, Rule } from "./rule.ts";
import { denyAdds, plainName } from "./support/capabilities.ts";
import { reviewFix, safeFix } from "./support/fixes.ts";
import { removeItem } from "./support/placement.ts";

/** What the baseline level lets a container add (pod-security-admission policy/check_capabilities_baseline.go): no prefix, upper case. */
// biome-ignore format: a list to be read, not a column
const baselineAdds = new Set([
  "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP",
  "SETUID", "SYS_CHROOT",
]);

const control: Control = {
  id: "capabilities_baseline",
  level: "baseline",
  revisions: [{ since: 0, check: (pod) => denyAdds(pod, (name) => !baselineAdds.has(name)) }],
};

export const addedCapabilities: Rule = {
  id: "added-capabilities",
  summary: "Containers must not add capabilities other than NET_BIND_SERVICE.",
  level: "baseline",
  references: { cis: ["5.2.9"], cwe: [250, 269] },
  controls: [control],

  *check(pod) {
    for (const container of pod.containers) {
      const { add = [] } = container.securityContext.capabilities ?? {};
      const list = [...container.effective.capabilities.path, "add"];
      for (const [index, name] of add.entries()) {
        if (name === "NET_BIND_SERVICE") continue;
        yield {
          level: baselineAdds.has(name) ? "restricted" : "baseline",
          at: [...list, index],
          origin: "container",
          containers: [container],
          message: ({ who }) => describeAdd(name, who),
          fix: correctAdd(name, list, index, add),
        };
      }
    }
  },
};

/** What a capability lets a process do (capabilities(7)), for those that make a reviewer look up. */
const powers: ReadonlyMap<string, string> = new Map([
  ["SYS_ADMIN", "mount file systems and enter namespaces, which is as good as root on the node"],
  ["SYS_MODULE", "load code into the node's kernel"],
  ["SYS_RAWIO", "read and write the node's memory and devices"],
  ["SYS_PTRACE", "read and change the memory of other processes"],
  ["SYS_BOOT", "restart the node or load another kernel"],
  ["DAC_READ_SEARCH", "read files of the node past every permission"],
  ["BPF", "load programs into the node's kernel"],
  ["PERFMON", "watch the node's kernel and every process on it"],
  ["NET_ADMIN", "change network interfaces, routes and firewall rules"],
  ["NET_RAW", "forge and sniff packets on the pod network"],
  ["SYS_TIME", "set the node's clock"],
  ["SYSLOG", "read the node's kernel log"],
  ["DAC_OVERRIDE", "read and write files past every permission in the container"],
  ["SETUID", "become any user in the container"],
  ["SETGID", "join any group in the container"],
  ["CHOWN", "take over any file in the container"],
  ["MKNOD", "make device files"],
  ["SYS_CHROOT", "change its root directory"],
]);

function describeAdd(name: string, who: string): string {
  const plain = plainName(name);
  if (plain === "NET_BIND_SERVICE")
    return `capabilities.add names "${name}" in ${who}: Pod Security allows it only as ${plain}. Write it so.`;
  const next = "Remove it, unless the process can't work without it.";
  if (plain === "ALL")
    return `capabilities.add gives ${who} every capability there is, which is as good as root on the node. ${next}`;
  if (!allCapabilities.includes(plain))
    return `capabilities.add names "${name}" in ${who}: Pod Security refuses a name that it does not know. Remove it.`;
  const power = powers.get(plain);
  const right = power ? `the right to ${power}` : "a right of root that the restricted level does not allow";
  if (name.toUpperCase() !== plain)
    return `capabilities.add names "${name}" in ${who}: some runtimes take it for ${plain}, ${right}. ${next}`;
  return `capabilities.add gives ${who} ${plain}, ${right}. ${next}`;
}

function correctAdd(name: string, list: Path, index: number, add: readonly string[]): Fix {
  const plain = plainName(name);
  if (plain === "NET_BIND_SERVICE")
    return safeFix(`Write ${plain}`, { op: "set", path: [...list, index], value: plain });
  const title = `Remove ${name} from capabilities.add`;
  const remove = removeItem(list, index, add);
  const isKnown = plain === "ALL" || allCapabilities.includes(plain);
  if (!isKnown) return safeFix(title, remove);
  return reviewFix(title, `fails if the process needs ${plain === "ALL" ? "one of them" : plain}`, remove);
}
