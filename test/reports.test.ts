import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { defaultPolicy } from "../src/policy/index.ts";
import { fix } from "../src/review/fix.ts";
import { review } from "../src/review/review.ts";
import { brokenLaws } from "./laws/laws.ts";

const folder = join(import.meta.dirname, "../../shared/cases/reports");

/** What is said of a reported situation and done about it: findings with their fixes, and the fixed text. */
async function answer(name: string) {
  const text = readFileSync(join(folder, `${name}.yaml`), "utf8");
  const source = { file: `${name}.yaml`, text, named: true };
  const { findings, workloads, problems } = await review([source], null, defaultPolicy);
  return {
    text,
    workloads,
    problems,
    of: (rule: string) => findings.filter((finding) => finding.rule.id === rule),
    fixed: (await fix(source, defaultPolicy)).text,
    safelyFixed: (await fix(source, defaultPolicy, ({ fix: offered }) => offered?.safety === "safe")).text,
    broken: await brokenLaws(source, defaultPolicy),
  };
}

describe("situations that people reported of other tools", () => {
  beforeEach(({ skip }) => {
    if (!existsSync(folder)) skip(`${folder} is not there`);
  });

  it("a capability that a file capability needs is not taken away", async () => {
    const { of, text, safelyFixed, fixed } = await answer("capabilities-for-a-file-capability");
    expect(of("ineffective-setting")).toEqual([]);
    expect([of("added-capabilities"), of("drop-all-capabilities")]).toEqual([[], []]);
    expect(safelyFixed).toBe(text);
    expect(fixed).toContain("add: [NET_BIND_SERVICE]");
  });

  it("drop ALL on port 53 adds NET_BIND_SERVICE back, and its risk names file capabilities", async () => {
    const { of, fixed, broken } = await answer("drop-all-on-port-53");
    const [finding] = of("drop-all-capabilities");
    expect(finding?.fix).toMatchObject({ safety: "review", risk: expect.stringContaining("file capabilities") });
    expect(finding?.fix?.title).toContain("but NET_BIND_SERVICE");
    expect(fixed).toMatch(/drop:\s+- ALL\s+add:\s+- NET_BIND_SERVICE/);
    expect(broken).toEqual([]);
  });

  it("a release of Flux is said not to be evaluated, and its values are called values", async () => {
    const { of, problems } = await answer("flux-helm-release");
    expect(problems).toMatchObject([
      {
        severity: "note",
        line: 2,
        message: expect.stringMatching(/^The chart that this HelmRelease deploys is not evaluated/),
      },
    ]);
    expect(of("privileged")[0]?.message).toContain('values "values"');
    expect(of("seccomp-profile")[0]?.message).toContain('values "primary"');
    expect(of("privileged")[0]?.message).not.toContain("container");
  });

  it("container fields on the pod are moved to every container that does not say otherwise", async () => {
    const { of, fixed, safelyFixed, text, broken } = await answer("container-fields-on-the-pod");
    expect(of("ignored-field").map(({ fix: offered }) => `${offered?.safety}: ${offered?.title}`)).toEqual([
      'review: Move allowPrivilegeEscalation to container "box"',
      'review: Move capabilities to containers "box" and "reloader"',
      'review: Move readOnlyRootFilesystem to containers "box" and "reloader", and mount an emptyDir at /tmp',
      'review: Move privileged to containers "box" and "reloader"',
    ]);
    expect(safelyFixed).toBe(text);
    expect(fixed.match(/readOnlyRootFilesystem: true/g)).toHaveLength(2);
    expect(broken).toEqual([]);
  });

  it("two values for one place are left to the author", async () => {
    const { of, fixed } = await answer("two-values-for-one-place");
    expect(of("ignored-field").map(({ declined }) => declined)).toEqual([
      "two places want fsGroup to be 1000 and 2000: only you can choose",
      "two places want fsGroup to be 2000 and 1000: only you can choose",
    ]);
    expect(fixed).toContain("fsGroup: 1000");
    expect(fixed).toContain("fsGroup: 2000");
  });

  it("a field under windowsOptions belongs one level up, and no Linux user is offered", async () => {
    const { of } = await answer("windows-pod");
    const [finding] = of("ignored-field");
    expect(finding?.message).toContain("it belongs one level up, in the securityContext");
    expect(finding?.declined).toContain("only you can choose");
    expect([...of("explicit-user"), ...of("run-as-user")]).toEqual([]);
    expect(of("fails-to-start")[0]?.declined).not.toContain("--run-as-user");
  });

  it("of one capability that is added and dropped, the drop wins, as the effective context says", async () => {
    const { of, workloads } = await answer("added-and-dropped");
    const [, both, alldrop] = of("added-capabilities");
    expect([both?.message, alldrop?.message].every((message) => message?.includes("the drop wins"))).toBe(true);
    const sets = workloads[0]?.pod.containers.map(({ derived }) => derived.capabilities ?? []) ?? [];
    expect(sets[1]).not.toContain("NET_ADMIN");
    expect(sets[2]).toEqual([]);
  });

  it("writable paths go by the image's whole name", async () => {
    const { of, broken } = await answer("writable-paths-by-image");
    const titles = of("read-only-root-filesystem").map(({ fix: offered }) => offered?.title.split(" at ")[1]);
    expect(titles).toEqual([
      "/tmp",
      "/tmp, /var/cache/nginx and /var/run",
      "/tmp and /opt/bitnami/nginx/tmp",
      "/tmp and /run/mysqld",
    ]);
    expect(broken).toEqual([]);
  });

  it("fields one level too shallow are moved into the securityContext", async () => {
    const { of, fixed, broken } = await answer("one-level-too-shallow");
    expect(of("ignored-field").map(({ fix: offered }) => offered?.safety)).toEqual(Array(4).fill("review"));
    expect(fixed).toMatch(
      /securityContext:\n {10}allowPrivilegeEscalation: false\n {10}capabilities:\n {12}drop:\n {12}- ALL\n {10}privileged: false\n/,
    );
    expect(broken).toEqual([]);
  });

  it("no fix is offered that would be declined", async () => {
    const { of, broken } = await answer("fix-that-is-declined");
    expect(of("sysctls").map(({ fix: offered, declined }) => offered?.title ?? declined)).toEqual([
      "net.ipv4.ip_unprivileged_port_start is set by another item too: only you know which of the two is meant",
      "Remove the sysctl net.core.somaxconn",
    ]);
    expect(broken).toEqual([]);
  });

  it("all is written ALL safely: nothing changes at run time", async () => {
    const { of, safelyFixed } = await answer("drop-all-in-lower-case");
    expect(of("drop-all-capabilities")[0]?.fix).toMatchObject({ safety: "safe", title: "Write ALL" });
    expect(safelyFixed).toMatch(/drop:\s+- ALL\n/);
  });

  it("privileged stays beside a Bidirectional mount", async () => {
    const { of, fixed, broken } = await answer("bidirectional-mount");
    expect(of("privileged")[0]).toMatchObject({ fix: null, declined: expect.stringContaining("Bidirectional") });
    expect(fixed).toContain("privileged: true");
    expect(broken).toEqual([]);
  });
});
