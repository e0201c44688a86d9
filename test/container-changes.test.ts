import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessReach, capabilityFacts } from "../src/page/capability-facts.ts";
import {
  applyChange,
  applyPreset,
  findContainers,
  type PlacedContainer,
  type Preset,
  presets,
  type SettingChange,
} from "../src/page/container-changes.ts";
import { allCapabilities } from "../src/pod/index.ts";
import { rules } from "../src/rules/index.ts";

const head = `apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  containers:
    - name: c
`;

function buildPod(context: string): string {
  return `${head}${context && `      securityContext:\n${context.replace(/^/gm, "        ")}\n`}`;
}

async function placeContainer(text: string): Promise<PlacedContainer> {
  const [first] = await findContainers("p.yaml", text);
  if (!first) throw new Error("no container");
  return first;
}

function readResult(result: ReturnType<typeof applyChange>): string {
  return "declined" in result ? `declined: ${result.declined}` : result.text;
}

describe("a switch of the dropper", () => {
  it.each<[string, string, SettingChange, string]>([
    [
      "drops a default",
      "runAsUser: 0",
      { field: "capability", name: "KILL", value: false },
      "runAsUser: 0\ncapabilities:\n  drop:\n    - KILL",
    ],
    [
      "drops one more",
      "capabilities:\n  drop: [KILL]",
      { field: "capability", name: "CHOWN", value: false },
      "capabilities:\n  drop: [KILL, CHOWN]",
    ],
    [
      "takes back a drop",
      "capabilities:\n  drop: [KILL, CHOWN] # why",
      { field: "capability", name: "KILL", value: true },
      "capabilities:\n  drop: [CHOWN] # why",
    ],
    [
      "adds beside ALL dropped",
      'capabilities:\n  drop: ["ALL"]',
      { field: "capability", name: "NET_RAW", value: true },
      'capabilities:\n  drop: ["ALL"]\n  add: [NET_RAW]',
    ],
    [
      "takes an add away, however it is spelt",
      "capabilities:\n  add: [NET_ADMIN, sys_time]",
      { field: "capability", name: "SYS_TIME", value: false },
      "capabilities:\n  add: [NET_ADMIN]",
    ],
    [
      "drops one of all",
      "capabilities:\n  add: [ALL]",
      { field: "capability", name: "BPF", value: false },
      "capabilities:\n  add: [ALL]\n  drop: [BPF]",
    ],
    [
      "changes a value where it stands",
      "privileged: true # CNI",
      { field: "privileged", value: false },
      "privileged: false # CNI",
    ],
    [
      "makes no pair that the API refuses",
      "allowPrivilegeEscalation: false",
      { field: "privileged", value: true },
      "allowPrivilegeEscalation: true\nprivileged: true",
    ],
    [
      "takes a user out",
      "runAsUser: 5\nprivileged: true",
      { field: "runAsUser", value: undefined },
      "privileged: true",
    ],
    [
      "turns a profile",
      "seccompProfile:\n  type: Unconfined",
      { field: "seccompProfile", value: "RuntimeDefault" },
      "seccompProfile:\n  type: RuntimeDefault",
    ],
    [
      "leaves no path of another profile behind",
      "seccompProfile: {type: Localhost, localhostProfile: a.json}",
      { field: "seccompProfile", value: "RuntimeDefault" },
      "seccompProfile: {type: RuntimeDefault}",
    ],
  ])("%s", async (_, before, change, after) => {
    expect(readResult(applyChange(await placeContainer(buildPod(before)), change))).toBe(buildPod(after));
  });

  it("writes where the value is: on the pod, if the pod has it", async () => {
    const text = `${head}  securityContext:\n    runAsNonRoot: true\n`;
    expect(readResult(applyChange(await placeContainer(text), { field: "runAsNonRoot", value: false }))).toBe(
      text.replace("true", "false"),
    );
  });

  it("declines what is not possible", async () => {
    const refused = applyChange(await placeContainer(buildPod("privileged: true")), {
      field: "capability",
      name: "KILL",
      value: false,
    });
    expect(readResult(refused)).toBe("declined: a privileged container has every capability, whatever it drops");
  });

  it("does what it says, whatever the lists contain, and changes no other capability", async () => {
    const name = fc.constantFrom(...allCapabilities, "ALL", "kill", "CAP_NET_RAW", "NOPE");
    const lists = fc.record({ add: fc.array(name, { maxLength: 4 }), drop: fc.array(name, { maxLength: 4 }) });
    await fc.assert(
      fc.asyncProperty(
        lists,
        fc.constantFrom(...allCapabilities),
        fc.boolean(),
        async (capabilities, switched, value) => {
          const before = await placeContainer(buildPod(`capabilities: ${JSON.stringify(capabilities)}`));
          const result = applyChange(before, { field: "capability", name: switched, value });
          if ("declined" in result) throw new Error(result.declined);
          const after = await placeContainer(result.text);
          const held = new Set(before.container.derived.capabilities);
          if (value) held.add(switched);
          else held.delete(switched);
          expect(after.container.derived.capabilities).toEqual(allCapabilities.filter((each) => held.has(each)));
        },
      ),
    );
  });
});

describe("a preset of the dropper", () => {
  it.each<[Preset, number]>([
    ["default", 14],
    ["privileged", 41],
    ["drop all", 0],
    ["drop all but NET_BIND_SERVICE", 1],
  ])("%s leaves %i capabilities, wherever it starts", async (preset, count) => {
    expect(presets).toContain(preset);
    for (const start of [
      "",
      "privileged: true",
      "capabilities: {add: [ALL]}",
      "privileged: true\ncapabilities:\n  drop: [ALL]\n  add:\n    - BPF\nrunAsUser: 0",
      "allowPrivilegeEscalation: false",
    ]) {
      const result = applyPreset(await placeContainer(buildPod(start)), preset);
      const { container, pod: after } = await placeContainer(readResult(result));
      expect({ start, got: container.derived.capabilities?.length }).toEqual({ start, got: count });
      const invalid = rules
        .find(({ id }) => id === "api-rejected")
        ?.check(after, { version: { name: "latest", minor: 37 }, enforced: "restricted", fix: {} });
      expect([...(invalid ?? [])]).toEqual([]);
    }
  });
});

describe("what a process can do with a capability", () => {
  it.each([
    ["root has it", "runAsUser: 0", "in effect"],
    ["the image may run as root", "", "in effect"],
    ["another user gets it back", "runAsUser: 5", "within reach"],
    ["unless no_new_privs is set", "runAsUser: 5\nallowPrivilegeEscalation: false", "out of reach"],
    ["an image that may not be root", "runAsNonRoot: true", "within reach"],
    ["nobody has what is dropped", "runAsUser: 0\ncapabilities: {drop: [ALL]}", "dropped"],
  ])("%s", async (_, context, reach) => {
    expect(assessReach((await placeContainer(buildPod(context))).container, "KILL")).toBe(reach);
  });
});

describe("the facts about capabilities", () => {
  it("exist for each one, in the kernel's order, and complete a sentence", () => {
    expect(Object.keys(capabilityFacts)).toEqual(allCapabilities);
    for (const { lets, need } of Object.values(capabilityFacts)) {
      expect(lets).toMatch(/^[a-z].*[^.]$/);
      expect(need).toMatch(/^\w.*[^.]$/);
    }
  });
});
