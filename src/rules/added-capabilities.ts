import { allCapabilities, type Container, type Pod } from "../pod/index.ts";
import type { Path } from "../yaml/index.ts";
import type { Control, Fix, Rule } from "./rule.ts";
import { denial, named, quoted, removeItem, sorted } from "./support/words.ts";

/** What the baseline level lets a container add (pod-security-admission policy/check_capabilities_baseline.go): no prefix, upper case. */
// biome-ignore format: a list to be read, not a column
const baselineAdds = new Set([
  "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP",
  "SETUID", "SYS_CHROOT",
]);

const control: Control = {
  id: "capabilities_baseline",
  level: "baseline",
  revisions: [{ since: 0, check: (pod) => forbiddenAdds(pod, (name) => !baselineAdds.has(name)) }],
};

export const addedCapabilities: Rule = {
  id: "added-capabilities",
  summary: "Containers must not add capabilities, save NET_BIND_SERVICE.",
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
          message: ({ who }) => describe(name, who),
          fix: fixFor(name, list, index, add),
        };
      }
    }
  },
};

/** The adds that fail a test, as Pod Security names them. */
export function forbiddenAdds(pod: Pod, isForbidden: (name: string) => boolean) {
  const added = ({ securityContext }: Container) => (securityContext.capabilities?.add ?? []).filter(isForbidden);
  const bad = pod.containers.filter((container) => added(container).length > 0);
  if (bad.length === 0) return undefined;
  const names = quoted(sorted(bad.flatMap(added)));
  return denial(
    "non-default capabilities",
    `${named(bad)} must not include ${names} in securityContext.capabilities.add`,
  );
}

/** What a capability lets a process do (capabilities(7)), for those that make a reviewer look up. */
const powers: Readonly<Record<string, string>> = {
  SYS_ADMIN: "mount file systems and enter namespaces, which is as good as root on the node",
  SYS_MODULE: "load code into the node's kernel",
  SYS_RAWIO: "read and write the node's memory and devices",
  SYS_PTRACE: "read and change the memory of other processes",
  SYS_BOOT: "restart the node or load another kernel",
  DAC_READ_SEARCH: "read files of the node past every permission",
  BPF: "load programs into the node's kernel",
  PERFMON: "watch the node's kernel and every process on it",
  NET_ADMIN: "change network interfaces, routes and firewall rules",
  NET_RAW: "forge and sniff packets on the pod network",
  SYS_TIME: "set the node's clock",
  SYSLOG: "read the node's kernel log",
  DAC_OVERRIDE: "read and write files past every permission in the container",
  SETUID: "become any user in the container",
  SETGID: "join any group in the container",
  CHOWN: "take over any file in the container",
  MKNOD: "make device files",
  SYS_CHROOT: "change its root directory",
};

/** What a name without prefix, in upper case, is taken for. */
function bareName(name: string): string {
  return name.toUpperCase().replace(/^CAP_/, "");
}

function fixFor(name: string, list: Path, index: number, add: readonly string[]): Fix {
  const bare = bareName(name);
  if (bare === "NET_BIND_SERVICE") {
    return {
      title: `Write ${bare}`,
      safety: "safe",
      risk: null,
      patches: [{ op: "set", path: [...list, index], value: bare }],
    };
  }
  const title = `Remove ${name} from capabilities.add`;
  const patches = [removeItem(list, index, add)];
  const isKnown = bare === "ALL" || allCapabilities.includes(bare);
  if (!isKnown) return { title, safety: "safe", risk: null, patches };
  return {
    title,
    safety: "review",
    risk: `fails if the process needs ${bare === "ALL" ? "one of them" : bare}`,
    patches,
  };
}

function describe(name: string, who: string): string {
  const bare = bareName(name);
  if (bare === "NET_BIND_SERVICE")
    return `capabilities.add names "${name}" in ${who}: Pod Security allows it only as ${bare}. Write it so.`;
  const next = "Remove it, unless the process can't work without it.";
  if (bare === "ALL")
    return `capabilities.add gives ${who} every capability there is, which is as good as root on the node. ${next}`;
  if (!allCapabilities.includes(bare))
    return `capabilities.add names "${name}" in ${who}: Pod Security refuses a name that it does not know. Remove it.`;
  const power = powers[bare]
    ? `the right to ${powers[bare]}`
    : "a right of root that the restricted level does not allow";
  if (name.toUpperCase() !== bare)
    return `capabilities.add names "${name}" in ${who}: some runtimes take it for ${bare}, ${power}. ${next}`;
  return `capabilities.add gives ${who} ${bare}, ${power}. ${next}`;
}
