import { describe, expect, it } from "vitest";
import { fix } from "../src/fix.ts";
import { defaultPolicy } from "../src/policy/index.ts";

/** A pod that is hardened save for the part that a case is about. */
function manifest(pod: string, container = ""): string {
  return `apiVersion: v1
kind: Pod
metadata: {name: p, annotations: {a: b}}
spec:
  securityContext: {runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, seccompProfile: {type: RuntimeDefault}${pod && `, ${pod}`}}
  containers:
    - {name: c, image: i, securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}${container && `, ${container}`}}}
`;
}

async function fixesOf(text: string) {
  const { applied, declined, text: fixed } = await fix({ file: "p.yaml", text }, defaultPolicy);
  return {
    done: applied.map(({ rule, fix: offered }) => `${rule.id}: ${offered?.safety}: ${offered?.title}`),
    declined: declined.map(({ finding }) => finding.rule.id),
    fixed,
  };
}

describe("values of a wrong type", () => {
  const pod = manifest("");
  it.each([
    ["runAsNonRoot: true", 'runAsNonRoot: "true"', ["api-rejected: safe: Write runAsNonRoot: true"]],
    ["runAsUser: 1000", 'runAsUser: "1000"', ["api-rejected: safe: Write runAsUser: 1000"]],
    ["runAsUser: 1000", 'runAsUser: "2147483647"', ["api-rejected: safe: Write runAsUser: 2147483647"]],
    [
      "seccompProfile: {type: RuntimeDefault}",
      "seccompProfile: RuntimeDefault",
      ["api-rejected: safe: Write seccompProfile: {type: RuntimeDefault}"],
    ],
    ["drop: [ALL]", "drop: ALL", ["api-rejected: safe: Write drop: [ALL]"]],
    [
      "allowPrivilegeEscalation: false",
      'allowPrivilegeEscalation: "false"',
      ["api-rejected: safe: Write allowPrivilegeEscalation: false"],
    ],
    [
      "readOnlyRootFilesystem: true",
      "readOnlyRootFilesystem: 'true'",
      ["api-rejected: safe: Write readOnlyRootFilesystem: true"],
    ],
  ])("%s was meant by %s", async (meant, written, titles) => {
    const { done, declined } = await fixesOf(pod.replace(meant, written));
    expect(done).toEqual(titles);
    expect(declined).toEqual([]);
  });

  it.each([
    ["runAsNonRoot: true", 'runAsNonRoot: "false"'],
    ["runAsNonRoot: true", 'runAsNonRoot: "yes"'],
    ["runAsUser: 1000", 'runAsUser: "0"'],
    ["runAsUser: 1000", 'runAsUser: "2147483648"'],
    ["runAsUser: 1000", 'runAsUser: "one"'],
    ["seccompProfile: {type: RuntimeDefault}", "seccompProfile: Unconfined"],
    ["drop: [ALL]", "add: NET_BIND_SERVICE, drop: [ALL]"],
    ["allowPrivilegeEscalation: false", 'allowPrivilegeEscalation: "true"'],
    ["annotations: {a: b}", "annotations: {a: 1}"],
  ])("what %s should be is not guessed from %s", async (meant, written) => {
    const { done, declined } = await fixesOf(pod.replace(meant, written));
    expect(done.filter((title) => title.startsWith("api-rejected"))).toEqual([]);
    expect(declined).toContain("api-rejected");
  });
});

describe("fixes that depend on what stands beside them", () => {
  it.each<[string, string, readonly string[]]>([
    ["a set twice key is left to the author", manifest("", "runAsUser: 1000, runAsUser: 1001"), []],
    [
      "the last added capability takes its list along",
      manifest("", "").replace("drop: [ALL]", "drop: [ALL], add: [NET_ADMIN]").replace("runAsUser: 1000, ", ""),
      ["added-capabilities: review: Remove NET_ADMIN from capabilities.add"],
    ],
    [
      "of several added capabilities each goes alone",
      manifest("", "")
        .replace("drop: [ALL]", "drop: [ALL], add: [SYS_TIME, NET_ADMIN]")
        .replace("runAsUser: 1000, ", ""),
      [
        "added-capabilities: review: Remove SYS_TIME from capabilities.add",
        "added-capabilities: review: Remove NET_ADMIN from capabilities.add",
      ],
    ],
    [
      "privileged first, then what it hid",
      manifest("", "privileged: true").replace("allowPrivilegeEscalation: false, ", ""),
      [
        "privileged: review: Set privileged: false",
        "allow-privilege-escalation: review: Set allowPrivilegeEscalation: false",
      ],
    ],
    [
      "a warning that a fix brings does not hold it up",
      manifest("", "")
        .replace("allowPrivilegeEscalation: false, ", "")
        .replace("drop: [ALL]", "drop: [ALL], add: [NET_BIND_SERVICE]"),
      [
        "allow-privilege-escalation: review: Set allowPrivilegeEscalation: false",
        "ineffective-setting: safe: Remove capabilities.add",
      ],
    ],
  ])("%s", async (_, text, titles) => {
    const { done, fixed } = await fixesOf(text);
    expect(done).toEqual(titles);
    expect((await fixesOf(fixed)).fixed).toBe(fixed);
  });

  it("the same finding twice is fixed twice", async () => {
    const { fixed, declined } = await fixesOf(manifest("supplementalGroups: [0, 0]"));
    expect(fixed).not.toContain("supplementalGroups");
    expect(declined).toEqual([]);
  });
});
