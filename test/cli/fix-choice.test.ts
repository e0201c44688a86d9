import { describe, expect, it } from "vitest";
import { badPod, folder, goodPod } from "./folder.ts";

/** Two containers that miss the same on the pod, of which one has more of its own. */
const twoContainers = `apiVersion: v1
kind: Pod
metadata:
  name: two
spec:
  containers:
    - name: app
      image: registry.example.com/app:1
      securityContext:
        allowPrivilegeEscalation: true
    - name: proxy
      image: registry.example.com/proxy:1
      securityContext:
        privileged: true
`;

/** The lines of what `secctx fix` says, but those of the fixes that it made. */
function linesOf(stdout: string): string[] {
  return stdout.trimEnd().split("\n");
}

describe("what fix leaves, and why", () => {
  it("--safe says what needs a look, what each of it risks, and how to take it", () => {
    const { secctx } = folder({ "bad.yaml": badPod });
    const lines = linesOf(secctx(["fix", "--safe"]).stdout);
    expect(lines).toEqual([
      "bad.yaml: 0 fixes, 3 left to you",
      expect.stringMatching(/^ {2}left {2}explicit-user, line 5: only you know/),
      expect.stringMatching(/^ {2}left {2}explicit-group, line 5: only you know/),
      expect.stringMatching(/^ {2}left {2}drop-all-capabilities, line 9: .*: remove privileged first$/),
      "No file changed. 7 findings remain.",
      "--safe leaves 4 fixes that need a look:",
      "  1 × privileged: fails if the process manages the node's devices, network or kernel",
      "  1 × run-as-non-root: fails to start if the image's user is root",
      "  1 × seccomp-profile: fails if the process needs a system call that the runtime's default profile blocks",
      "  1 × read-only-root-filesystem: fails if the process writes to a path that is not on a volume",
      "  secctx fix --diff shows what they change; secctx fix --rule ID makes those of one rule.",
    ]);
  });

  it("the same stands beside a patch, on standard error", () => {
    const { stdout, stderr } = folder({ "bad.yaml": badPod }).secctx(["fix", "--diff", "--safe"]);
    expect(stdout).toBe("");
    expect(stderr).toContain("--safe leaves 4 fixes that need a look:\n  1 × privileged: fails if ");
  });

  it("--rule takes one rule's, counts the rest, and may be repeated", () => {
    const { secctx } = folder({ "bad.yaml": badPod });
    const { stdout } = secctx(["fix", "--rule", "privileged", "--rule", "run-as-non-root"]);
    expect(stdout).toMatch(/^bad\.yaml: 2 fixes, 0 left to you\n {2}fix {3}privileged: .* \(needs a look: fails if /);
    expect(stdout).toMatch(/\n1 file changed\. 6 findings remain\. .*\n--rule leaves 6 findings of other rules\.\n$/);
  });

  it("every fix says its group: safe where nothing can break", () => {
    const dead = goodPod.replace("    runAsNonRoot: true\n", "");
    const { stdout } = folder({ "a.yaml": dead }).secctx(["fix", "--safe"]);
    expect(stdout).toContain("\n  fix   run-as-non-root: Set runAsNonRoot: true (safe)\n");
  });
});

describe("fix --container", () => {
  it("changes no other container: what is mended on the pod stays, and says which others it would change", () => {
    const { secctx, read } = folder({ "two.yaml": twoContainers });
    const { stdout, status, stderr } = secctx(["fix", "--container", "app"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const text = read("two.yaml");
    expect(text).toContain("        allowPrivilegeEscalation: false\n");
    expect(text).toContain("        privileged: true\n");
    expect(text).not.toContain("runAsNonRoot");
    expect(stdout).toMatch(
      /\n {2}left {2}seccomp-profile, line \d+: its fix is on the pod, and changes container "proxy" too: add --container for it\n/,
    );
    expect(stdout).toMatch(/\n--container leaves \d+ findings of other containers\.\n/);
  });

  it("takes what is on the pod where every container that it changes is named, and a container's own all the same", () => {
    const both = folder({ "two.yaml": twoContainers });
    both.secctx(["fix", "--container", "app", "--container=proxy"]);
    const all = folder({ "two.yaml": twoContainers });
    all.secctx(["fix"]);
    expect(both.read("two.yaml")).toBe(all.read("two.yaml"));
    const own = twoContainers.replace("        privileged: true\n", "        runAsNonRoot: true\n");
    const one = folder({ "two.yaml": own });
    one.secctx(["fix", "--rule", "run-as-non-root", "--container", "app"]);
    expect(one.read("two.yaml")).toBe(
      own.replace("Escalation: true\n", "Escalation: true\n        runAsNonRoot: true\n"),
    );
  });

  it("says so if no finding is about a container of that name, and asks for a name", () => {
    const { secctx } = folder({ "two.yaml": twoContainers });
    expect(secctx(["fix", "--container", "prxy"])).toMatchObject({
      status: 0,
      stderr: '--container "prxy": no finding is about a container with this name. Did you mean "proxy"?\n',
      stdout: expect.stringMatching(
        /^No file changed\. \d+ findings remain\.\n--container leaves \d+ findings of other containers\.\n$/,
      ),
    });
    expect(secctx(["fix", "--container", ""])).toMatchObject({
      status: 2,
      stderr: 'secctx: --container "": give the name of a container.\n',
    });
  });
});
