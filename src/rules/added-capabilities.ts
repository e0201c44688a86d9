import { allCapabilities, type Container, computeBoundingSet } from "../pod/index.ts";
import type { Control, Declined, Fix, Rule, Say } from "./rule.ts";
import {
  denyAdds,
  fileCapabilitiesOf,
  findUndoingDrop,
  levelOfAdd,
  plainName,
  whichOfTwo,
} from "./support/capabilities.ts";
import { reviewFix, safeFix } from "./support/fixes.ts";
import { runsAsNonRoot } from "./support/hardening.ts";
import { removeItem } from "./support/placement.ts";
import { programsOf } from "./support/programs.ts";
import { enumerate } from "./support/wording.ts";

const control: Control = {
  id: "capabilities_baseline",
  level: "baseline",
  revisions: [{ since: 0, check: (pod) => denyAdds(pod, (name) => levelOfAdd(name) === "baseline") }],
};

export const addedCapabilities: Rule = {
  id: "added-capabilities",
  summary: "Containers must not add capabilities other than NET_BIND_SERVICE.",
  level: "baseline",
  references: { cis: ["5.2.9"], cwe: [250, 269] },
  controls: [control],
  values: {
    form: "a capability such as NET_ADMIN, or ALL",
    isPossible: (text) =>
      levelOfAdd(text) !== undefined && (plainName(text) === "ALL" || allCapabilities.includes(plainName(text))),
  },

  *check(pod) {
    for (const container of pod.containers) {
      const { add = [] } = container.securityContext.capabilities ?? {};
      const list = [...container.effective.capabilities.path, "add"];
      for (const [index, name] of add.entries()) {
        const level = levelOfAdd(name);
        if (!level) continue;
        yield {
          level,
          at: [...list, index],
          origin: "container",
          containers: [container],
          message: (say) => describeAdd(name, container, say),
          fix: correctAdd(name, container, index),
          value: name,
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

function describeAdd(name: string, container: Container, { who, line }: Say): string {
  const plain = plainName(name);
  const named = `capabilities.add names "${name}" in ${who}`;
  if (plain === "NET_BIND_SERVICE") return `${named}: Pod Security allows it only as ${plain}. Write it so.`;
  const { privileged, capabilities } = container.effective;
  const { add = [], drop = [] } = capabilities.value ?? {};
  const refused = "Pod Security rejects the pod all the same. Remove it.";
  if (container.derived.privileged)
    return `${named}: privileged (${line(privileged.path)}) gives it every capability anyway, but ${refused}`;
  const undoing = findUndoingDrop(name, drop);
  if (undoing !== undefined) {
    const place = line([...capabilities.path, "drop", undoing]);
    return `${named}, and capabilities.drop takes it away again (${place}): the drop wins in containerd and CRI-O, but ${refused}`;
  }
  const next = "Remove it, unless the process can't work without it.";
  if (plain === "ALL") {
    const given = computeBoundingSet({ add, drop }, false);
    const dropped = allCapabilities.filter((each) => !given.includes(each));
    const exception = dropped.length > 0 ? ` but ${dropped.length > 3 ? dropped.length : enumerate(dropped)}` : "";
    return `capabilities.add gives ${who} every capability there is${exception}, which is as good as root on the node. ${next}`;
  }
  if (!allCapabilities.includes(plain))
    return `${named}: Pod Security refuses a name that it does not know. Remove it.`;
  const power = powers.get(plain);
  const right = power ? `the right to ${power}` : "a right of root that the restricted level does not allow";
  if (name.toUpperCase() !== plain) return `${named}: some runtimes take it for ${plain}, ${right}. ${next}`;
  if (!runsAsNonRoot(container)) return `capabilities.add gives ${who} ${plain}, ${right}. ${next}`;
  return `capabilities.add leaves ${plain} within reach of ${who}, ${right}: a user other than root gets it through programs with file capabilities. ${next}`;
}

function correctAdd(name: string, container: Container, index: number): Fix | Declined {
  const { add = [], drop = [] } = container.securityContext.capabilities ?? {};
  const plain = plainName(name);
  const list = [...container.effective.capabilities.path, "add"];
  if (plain === "NET_BIND_SERVICE") {
    if (findUndoingDrop(plain, drop) !== undefined) return { declined: whichOfTwo };
    return safeFix(`Write ${plain}`, { op: "set", path: [...list, index], value: plain });
  }
  if (fileCapabilitiesOf(container).includes(plain))
    return { declined: `programs of the image carry ${plain} in their files, and can't be executed without it` };
  const program = programsOf(container).find(({ capabilities }) => capabilities.includes(plain));
  if (program) return { declined: `the container ${program.does}, which needs ${plain}` };
  const isKnown = plain === "ALL" || allCapabilities.includes(plain);
  const isUndone = findUndoingDrop(plain, drop) !== undefined;
  const risk = isUndone
    ? "fails where a runtime lets the add win"
    : isKnown
      ? `fails if the process, or a program with file capabilities, needs ${plain === "ALL" ? "one of them" : plain}`
      : "fails where a runtime knows this capability";
  return reviewFix(`Remove ${name} from capabilities.add`, risk, removeItem(list, index, add));
}
