import { describe, expect, it } from "vitest";
import { badPod, createRepository, type Folder, folder, goodPod } from "./folder.ts";

/** A repository of policies: a tag `v1`, and a branch `main` that is ahead of it. */
function policies(files: Readonly<Record<string, string>>, later: Readonly<Record<string, string>> = {}): Folder {
  const place = folder(files);
  place.git("init");
  place.git("add", "--all");
  place.git("commit", "-m", "policy");
  place.git("tag", "-a", "-m", "first", "v1");
  for (const [name, content] of Object.entries(later)) place.write(name, content);
  place.git("add", "--all");
  place.git("commit", "--allow-empty", "-m", "later");
  return place;
}

const shared = `enforce: baseline
warn: restricted
rules: {host-ports: warn}
namespaces: {prod-*: restricted}
exemptions: [{kinds: [DaemonSet], reason: the platform's own}]
extending: {exemptions: all}
limits: {documentsPerFile: 9}
`;

/** The rows of `--show-config` that do not say "default". */
function rowsOf(place: Folder, ...options: string[]): string[] {
  const { stdout, stderr, status } = place.secctx(["check", "--show-config", ...options]);
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  const rows = stdout.trimEnd().split("\n");
  return rows.filter((row) => !row.endsWith("# default")).map((row) => row.replace(/ {2,}/g, "  "));
}

describe("a policy that is extended", () => {
  it("is read from a clone at its tag, and each value names its source", () => {
    const clone = policies(
      { "ci/secctx.yaml": shared },
      {
        "ci/secctx.yaml": "extends: acme/policy/more.yaml@main\nenforce: privileged\n",
        "more.yaml": "enforce: privileged\n",
      },
    );
    clone.write("ci/secctx.yaml", "enforce: [what is in the work tree is never read\n");
    const commit = clone.git("rev-parse", "v1^{commit}").trim();
    const place = folder({
      ".secctx.yaml": "extends: acme/policy/ci/secctx.yaml@v1\nwarn: hardened\nnamespaces: {prod-a: baseline}\n",
      "bad.yaml": badPod,
    });
    const option = ["--policy-clone", `ACME/policy=${clone.path}`];
    expect(rowsOf(place, ...option)).toEqual([
      `extends: acme/policy/ci/secctx.yaml@v1 (commit ${commit})  # .secctx.yaml:1`,
      "enforce: baseline  # acme/policy/ci/secctx.yaml@v1:1",
      "warn: hardened  # .secctx.yaml:2",
      "rules.host-ports: warn  # acme/policy/ci/secctx.yaml@v1:3",
      'namespaces.prod-*: {"enforce":"restricted","warn":"restricted"}  # acme/policy/ci/secctx.yaml@v1:4',
      "exemptions[0]: the platform's own  # acme/policy/ci/secctx.yaml@v1:5",
      'namespaces.prod-a: {"enforce":"baseline","warn":"baseline"}  # .secctx.yaml:3',
      "limits.documentsPerFile: 9  # acme/policy/ci/secctx.yaml@v1:7",
    ]);
    const { status, stdout } = place.secctx(["--format", "json", ...option]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ policy: { enforce: "baseline", warn: "hardened" } });
    // As the Action is told to: the repository's own file applies because it extends the same.
    expect(rowsOf(place, "--config", "acme/policy/ci/secctx.yaml@v1", ...option).slice(0, 2)).toEqual([
      `config: acme/policy/ci/secctx.yaml@v1 (commit ${commit})  # --config`,
      `extends: acme/policy/ci/secctx.yaml@v1 (commit ${commit})  # .secctx.yaml:1`,
    ]);
    for (const ref of ["main", "v2"]) {
      const run = place.secctx(["--show-config", "--config", `acme/policy/ci/secctx.yaml@${ref}`, ...option]);
      if (ref === "v2") {
        expect(run.status).toBe(2);
        expect(run.stderr).toMatch(/^secctx: --config "\S+@v2": "v2" names no commit, tag or branch in the clone /);
        continue;
      }
      expect(run.stdout).toMatch(/^enforce: privileged +# acme\/policy\/ci\/secctx\.yaml@main:2$/m);
      expect(run.stdout).not.toContain(".secctx.yaml:");
      expect(run.stderr.match(/The policy of acme\/policy is read at the branch main, now at commit /g)).toHaveLength(
        1,
      );
      expect(run.stderr).toContain(
        ".secctx.yaml does not apply: the policy in force is acme/policy/ci/secctx.yaml@main, and .secctx.yaml extends acme/policy/ci/secctx.yaml@v1.",
      );
    }
  });

  it("is a file of the repository too, and a chain of them; paths lead from each file", () => {
    const place = createRepository({
      ".secctx.yaml": "extends: ci/policies/team.yaml\naudit: hardened\n",
      "ci/policies/team.yaml": "extends: ../base.yaml\nwarn: restricted\n",
      "ci/base.yaml": "enforce: baseline\nwarn: baseline\naudit: baseline\n",
      "apps/shop/.secctx.yaml": "extends: ../../.secctx.yaml\nenforce: restricted\n",
      "apps/shop/good.yaml": goodPod,
    });
    expect(rowsOf(place).slice(0, 5)).toEqual([
      "extends: ci/policies/team.yaml  # .secctx.yaml:1",
      "extends: ci/base.yaml  # ci/policies/team.yaml:1",
      "enforce: baseline  # ci/base.yaml:1",
      "warn: restricted  # ci/policies/team.yaml:2",
      "audit: hardened  # .secctx.yaml:2",
    ]);
    const nested = place.secctx(["check", "--show-config"], { cwd: "apps/shop" }).stdout;
    expect(nested).toMatch(/^enforce: restricted +# \.secctx\.yaml:2$/m);
    expect(nested).toMatch(/^warn: restricted +# \.\.\/\.\.\/ci\/policies\/team\.yaml:2$/m);
    // A change is judged by what it comes from, however deep.
    place.write("ci/base.yaml", place.read("ci/base.yaml").replaceAll("baseline", "privileged"));
    expect(place.secctx(["--show-config", "--changed", "main"]).stdout).toMatch(/^enforce: baseline /m);
    expect(place.secctx(["--show-config", "--changed", "main", "--config-ref", "head"]).stdout).toMatch(
      /^enforce: privileged /m,
    );
  });
});

describe("what comes on top of a shared policy may only tighten it", () => {
  it("be it the file that extends it or an option; what can't be read ends the run too, with 2 and one sentence", () => {
    const place = folder({
      "good.yaml": goodPod,
      "base.yaml": "enforce: baseline\n",
      ".secctx.yaml": "extends: base.yaml\n",
    });
    const clone = policies({
      "a.yaml": "extends: b.yaml\n",
      "b.yaml": "extends: a.yaml\n",
      "c.yaml": "extends: ../x.yaml\n",
    });
    const cases: readonly (readonly [extended: string, args: readonly string[], sentence: string])[] = [
      [
        "base.yaml\nenforce: privileged",
        [],
        ".secctx.yaml:2: enforce is privileged, which is looser than the shared policy's baseline (base.yaml:1): write baseline or restricted or hardened, or leave it out.",
      ],
      [
        "base.yaml",
        ["--enforce", "privileged"],
        "--enforce is privileged, which is looser than the shared policy's baseline (base.yaml:1): write baseline or restricted or hardened, or leave it out.",
      ],
      ["base.yaml", ["--gate", "none"], "--gate is none, which is looser than the shared policy's new (default): "],
      [
        "base.yaml",
        ["--render", "false"],
        "--render is false, which is looser than the shared policy's auto (default): ",
      ],
      [
        "gone.yaml",
        [],
        '.secctx.yaml:1: extends "gone.yaml": there is no such file in this repository. A file in another repository is written as OWNER/REPOSITORY/PATH@REF.',
      ],
      [
        "../base.yaml",
        [],
        '.secctx.yaml:1: extends "../base.yaml" leads out of the repository: a file in another one is written as ',
      ],
      ["/etc/passwd", [], '.secctx.yaml:1: extends "/etc/passwd" leads out of the repository'],
      [
        ".secctx.yaml",
        [],
        '.secctx.yaml:1: extends ".secctx.yaml" goes round in a circle: .secctx.yaml extends .secctx.yaml. ',
      ],
      [
        "acme/policy/a.yaml@v1",
        [],
        '.secctx.yaml:1: extends "acme/policy/a.yaml@v1" is a file of another repository, and the command line opens no connection: clone acme/policy, and add --policy-clone acme/policy=PATH.',
      ],
      [
        "acme/policy/a.yaml@v1",
        ["--policy-clone", "acme/policy"],
        '--policy-clone "acme/policy": write OWNER/REPOSITORY=PATH',
      ],
      [
        "acme/policy/a.yaml@v1",
        ["--policy-clone", "acme/policy=nowhere"],
        '--policy-clone "nowhere": git does not open a repository there: ',
      ],
      [
        "acme/policy/a.yaml@v1",
        ["--policy-clone", `acme/policy=${clone.path}`],
        'acme/policy/b.yaml@v1:1: extends "a.yaml" goes round in a circle: .secctx.yaml extends acme/policy/a.yaml@v1 extends acme/policy/b.yaml@v1 extends acme/policy/a.yaml@v1. ',
      ],
      [
        "acme/policy/c.yaml@v1",
        ["--policy-clone", `acme/policy=${clone.path}`],
        'acme/policy/c.yaml@v1:1: extends "../x.yaml" leads out of the repository',
      ],
      [
        "acme/policy/d.yaml@v1",
        ["--policy-clone", `acme/policy=${clone.path}`],
        '.secctx.yaml:1: extends "acme/policy/d.yaml@v1": there is no such file in acme/policy at v1 (commit ',
      ],
      [
        "acme/policy/a.yaml@v9",
        ["--policy-clone", `acme/policy=${clone.path}`],
        '.secctx.yaml:1: extends "acme/policy/a.yaml@v9": "v9" names no commit, tag or branch in the clone ',
      ],
    ];
    for (const [extended, args, sentence] of cases) {
      place.write(".secctx.yaml", `extends: ${extended}\n`);
      const { status, stdout, stderr } = place.secctx([...args]);
      expect({ extended, status, stdout, stderr }).toEqual({
        extended,
        status: 2,
        stdout: "",
        stderr: expect.stringContaining(`secctx: ${sentence}`),
      });
      expect(stderr).toMatch(/^secctx: .*\n$/);
    }
    expect(place.secctx(["--quiet", "--no-config"]).status).toBe(0);
  });
});
