import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { badPod, createRepository, type Folder, folder, goodPod } from "./folder.ts";

interface Said {
  readonly rule: string;
  readonly mode: string;
  readonly new: boolean | null;
  readonly containers: readonly string[];
  readonly file: string;
  readonly start: { readonly line: number };
  readonly message: string;
}

function checkChange(place: Folder, args: readonly string[] = ["--changed=main"], cwd = "."): readonly Said[] {
  const { stdout, stderr, status } = place.secctx(["check", "--format", "json", "--gate", "new", ...args], { cwd });
  expect({ stderr, status: status === 2 }).toEqual({ stderr: "", status: false });
  return JSON.parse(stdout).findings;
}

const fresh = (findings: readonly Said[]) =>
  findings.filter((each) => each.new).map(({ rule, containers }) => `${rule} ${containers.join()}`);

/** Three containers, safe by what the pod says and by what each says. */
const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        seccompProfile:
          type: RuntimeDefault
      containers:
${["a", "b", "c"]
  .map(
    (name) => `        - name: ${name}
          image: registry.example.com/${name}:1
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: ["ALL"]
`,
  )
  .join("")}`;

describe("check --changed --gate new", () => {
  it("lets old findings pass, even if they are moved, renamed, reformatted or in another file", () => {
    const place = createRepository({ "k8s/bad.yaml": badPod, "k8s/good.yaml": goodPod });
    expect(checkChange(place)).toEqual([]);
    place.write("k8s/bad.yaml", `# moved down\n\n${badPod.replace("# pinned", "# pinned since")}`);
    const old = checkChange(place);
    expect(old.length).toBeGreaterThan(5);
    expect(new Set(old.map(({ mode, new: isNew }) => `${mode} ${isNew}`))).toEqual(new Set(["audit false"]));
    mkdirSync(join(place.path, "apps"));
    renameSync(join(place.path, "k8s/bad.yaml"), join(place.path, "apps/pod.yaml"));
    expect(fresh(checkChange(place))).toEqual([]);
    place.git("add", "--all");
    expect(fresh(checkChange(place))).toEqual([]);
    place.write("k8s/good.yaml", `${goodPod}---\n${place.read("apps/pod.yaml")}`);
    place.shell("rm apps/pod.yaml");
    expect(fresh(checkChange(place))).toEqual([]);
    place.write("k8s/good.yaml", `${goodPod}---\n${badPod.replace("name: bad", "name: other")}`);
    expect(fresh(checkChange(place))).toEqual([]);
    expect(place.secctx(["--changed=main", "--gate", "new"]).status).toBe(0);
    expect(place.secctx(["--changed=main"]).status).toBe(1);
    expect(place.secctx(["--changed=main", "--gate", "all"]).status).toBe(1);
  });

  it("fails because of a container that is added to a bad workload, and names only that", () => {
    const place = createRepository({ "bad.yaml": badPod });
    place.write("bad.yaml", `${badPod}    - name: added\n      image: registry.example.com/added:1\n`);
    const findings = checkChange(place);
    expect(fresh(findings).filter((each) => each.endsWith(" added"))).toEqual(fresh(findings));
    expect(fresh(findings)).toContain("run-as-non-root added");
    expect(findings.filter((each) => !each.new).map(({ containers }) => containers.join())).not.toContain("added");
    expect(place.secctx(["--changed=main", "--gate", "new"]).status).toBe(1);
  });

  it("fails if the pod loses a default, on its line, once for all containers", () => {
    const place = createRepository({ "web.yaml": deployment });
    place.write("web.yaml", deployment.replace("        runAsNonRoot: true\n", ""));
    const [finding, ...others] = checkChange(place);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: "run-as-non-root",
      mode: "enforce",
      new: true,
      containers: ["a", "b", "c"],
      start: { line: 12 },
    });
    expect(finding?.message).toContain('neither on the pod nor in containers "a", "b" and "c"');
    expect(finding?.message).toMatch(/Before this change the pod set it\.$/);
    // Also where it hits one container of several, whose own block is far away.
    const two = deployment.replace(/(- name: [ab]\n.*\n.*securityContext:\n)/g, "$1            runAsNonRoot: true\n");
    place.git("checkout", "main");
    place.write("web.yaml", two);
    place.git("commit", "--all", "-m", "two say it themselves");
    place.write("web.yaml", two.replace("        runAsNonRoot: true\n        runAsUser", "        runAsUser"));
    expect(checkChange(place)).toMatchObject([
      { rule: "run-as-non-root", containers: ["c"], start: { line: 12 }, new: true },
    ]);
  });

  it("tells worse from different: more capabilities or a weaker profile, but not what got better", () => {
    const edit = (from: string, to: string) => {
      const place = createRepository({
        "web.yaml": deployment
          .replaceAll('drop: ["ALL"]', 'drop: ["NET_RAW", "CHOWN"]')
          .replace("type: RuntimeDefault", from),
      });
      place.write("web.yaml", to);
      return fresh(checkChange(place));
    };
    const kept = deployment.replaceAll('drop: ["ALL"]', 'drop: ["NET_RAW", "CHOWN"]');
    const runtime = "type: RuntimeDefault";
    expect(edit(runtime, kept.replace('drop: ["NET_RAW", "CHOWN"]', 'drop: ["CHOWN", "NET_RAW"]'))).toEqual([]);
    expect(edit(runtime, kept.replace('drop: ["NET_RAW", "CHOWN"]', 'drop: ["CHOWN"]'))).toEqual([
      "drop-all-capabilities a",
    ]);
    expect(edit(runtime, kept.replace('drop: ["NET_RAW", "CHOWN"]', 'drop: ["NET_RAW", "CHOWN", "KILL"]'))).toEqual([]);
    expect(edit(runtime, kept.replace(runtime, "type: Unconfined"))).toEqual(["seccomp-profile a,b,c"]);
    expect(edit("type: Unconfined", kept.replace(/ {8}seccompProfile:\n.*\n/, ""))).toEqual([]);
  });

  it("keeps apart workloads of the same name in several files", () => {
    const place = createRepository({
      "dev/web.yaml": badPod,
      "prod/web.yaml": badPod.replace("privileged: true", "privileged: false"),
    });
    place.write("dev/web.yaml", `# dev\n${badPod}`);
    place.write("prod/web.yaml", `# prod\n${badPod}`);
    const findings = checkChange(place).filter((each) => each.new);
    expect(findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual(["privileged prod/web.yaml"]);
  });

  it("judges by the Namespaces of the whole repository, which it finds at the cost of one search", () => {
    const namespace =
      "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    pod-security.kubernetes.io/enforce: LEVEL\n";
    const inShop = badPod.replace("metadata:\n", "metadata:\n  namespace: shop\n");
    const place = createRepository({
      "infra/namespaces.yaml": namespace.replace("LEVEL", "restricted"),
      "k8s/a.yaml": goodPod,
    });
    place.write("k8s/b.yaml", inShop);
    const lax = ["--changed=main", "--enforce", "privileged", "--warn", "privileged", "--audit", "privileged", "k8s"];
    const [first, ...others] = checkChange(place, lax);
    expect(first?.mode).toBe("enforce");
    expect(first?.message).toContain('the namespace "shop" enforces restricted (infra/namespaces.yaml, line 6)');
    expect([first, ...others].map((each) => each?.file)).not.toContain("infra/namespaces.yaml");
    // Nor is it loosened by a change outside of the paths that are reviewed.
    place.write("infra/namespaces.yaml", namespace.replace("LEVEL", "privileged"));
    expect(checkChange(place, lax)[0]?.mode).toBe("enforce");
  });

  it("reads the working directory: what is committed, staged, changed or new, and nothing else", () => {
    const bad = (name: string) => badPod.replace("name: bad", `name: ${name}`);
    const place = createRepository({
      "old.yaml": bad("old"),
      "changed.yaml": goodPod,
      ".gitignore": "ignored.yaml\n",
      "gone.yaml": bad("gone"),
    });
    place.write("committed.yaml", bad("committed"));
    place.git("add", "--all");
    place.git("commit", "-m", "more");
    place.write("staged.yaml", bad("staged"));
    place.git("add", "staged.yaml");
    place.write("changed.yaml", bad("changed"));
    place.write("new.yaml", bad("new"));
    place.write("ignored.yaml", bad("ignored"));
    place.write("notes.txt", bad("text"));
    place.write("a b\u00e9\n.yaml", bad("strange"));
    place.write("node_modules/x.yaml", bad("module"));
    place.shell("rm gone.yaml");
    const files = (...args: Parameters<typeof checkChange>) => [
      ...new Set(checkChange(...args).map(({ file }) => file)),
    ];
    expect(files(place)).toEqual(["a b\u00e9\n.yaml", "changed.yaml", "committed.yaml", "new.yaml", "staged.yaml"]);
    expect(files(place, ["--changed=main", "new.yaml", "s*.yaml"])).toEqual(["new.yaml", "staged.yaml"]);
    // What a change adds where a full scan does not look is judged too.
    place.write(".deploy/x.yaml", bad("hidden"));
    place.git("add", "--force", ".deploy", "node_modules");
    expect(files(place)).toEqual(expect.arrayContaining([".deploy/x.yaml", "node_modules/x.yaml"]));
    place.git("rm", "-r", "--force", "--quiet", ".deploy", "node_modules");
    place.write("k8s/deep/x.yaml", bad("deep"));
    expect(files(place, ["--changed=main"], "k8s")).toEqual(["deep/x.yaml"]);
    expect(files(place, ["--changed=main", "../new.yaml", "deep"], "k8s")).toEqual(["../new.yaml", "deep/x.yaml"]);
  });

  it("compares with the merge base: what others did meanwhile does not belong to this change", () => {
    const place = createRepository({ "a.yaml": goodPod });
    place.git("checkout", "main");
    place.write("theirs.yaml", badPod);
    place.git("add", "--all");
    place.git("commit", "-m", "theirs");
    place.git("checkout", "change");
    place.write("a.yaml", goodPod.replace("runAsNonRoot: true", "runAsNonRoot: false"));
    expect(fresh(checkChange(place))).toEqual(["run-as-non-root app"]);
  });

  it("uses the first of two merge bases, which branches have that were merged into each other", () => {
    const place = createRepository({ "a.yaml": goodPod, "b.yaml": goodPod });
    place.write("b.yaml", badPod);
    place.git("commit", "--all", "-m", "ours");
    place.git("branch", "ours");
    place.git("checkout", "main");
    place.git("commit", "--allow-empty", "-m", "theirs");
    place.git("branch", "theirs");
    place.git("merge", "-m", "one way", "ours");
    place.git("checkout", "change");
    place.git("merge", "-m", "the other", "theirs");
    expect(place.git("merge-base", "--all", "main", "HEAD").trim().split("\n")).toHaveLength(2);
    place.write("a.yaml", goodPod.replace("runAsNonRoot: true", "runAsNonRoot: false"));
    expect(fresh(checkChange(place))).toContain("run-as-non-root app");
  });

  it("uses the upstream if no revision is named, or else origin's HEAD", () => {
    const origin = createRepository({ "a.yaml": goodPod });
    origin.git("checkout", "main");
    const place = folder();
    place.git("clone", origin.path, "clone");
    const cwd = "clone";
    place.write("clone/a.yaml", badPod);
    const rules = () => fresh(checkChange(place, ["--changed"], cwd)).length;
    expect(rules()).toBeGreaterThan(3);
    place.git("-C", "clone", "checkout", "-b", "topic");
    expect(rules()).toBeGreaterThan(3);
    place.git("-C", "clone", "commit", "--all", "-m", "bad");
    place.git("-C", "clone", "push", "--set-upstream", "origin", "topic");
    expect(rules()).toBe(0);
    place.git("-C", "clone", "remote", "set-head", "origin", "--delete");
    place.git("-C", "clone", "branch", "--unset-upstream");
    expect(place.secctx(["--changed"], { cwd })).toMatchObject({
      status: 2,
      stderr:
        "secctx: --changed: the branch has no upstream, and origin has no HEAD: name a revision, such as --changed=main.\n",
    });
  });

  it("tells a revision from a path behind it", () => {
    const place = createRepository({ "k8s/bad.yaml": badPod, "twice/bad.yaml": goodPod });
    place.git("branch", "twice");
    place.git("branch", "--set-upstream-to", "main");
    place.write("k8s/bad.yaml", badPod.replace("1.0", "2.0"));
    for (const args of [
      ["--changed", "main"],
      ["--changed=main"],
      ["--changed", "k8s"],
      ["--changed"],
      ["--changed", "--quiet"],
      ["k8s", "--changed"],
      ["--changed", "--", "k8s"],
      ["--changed", "main", "k8s"],
      ["--changed", "k8s/*.yaml"],
    ])
      expect({
        args,
        status: place.secctx(
          [...args, "--enforce", "baseline"].includes("--")
            ? ["--enforce", "baseline", ...args]
            : [...args, "--enforce", "baseline"],
        ).status,
      }).toEqual({ args, status: 1 });
    expect(place.secctx(["--changed", "twice"])).toMatchObject({
      status: 2,
      stderr: "secctx: --changed twice: this is a revision and a path: write --changed=twice or --changed= twice.\n",
    });
    expect(place.secctx(["--changed=", "twice"]).status).toBe(0);
    expect(place.secctx(["--changed=twice"]).status).toBe(1);
  });

  it("says what git can't tell, and then judges nothing", () => {
    const place = createRepository({ "a.yaml": goodPod });
    place.git("checkout", "--orphan", "other");
    place.git("commit", "-m", "no parent");
    const refused = (cwd: string, ...args: string[]) => {
      const { status, stdout, stderr } = place.secctx(args, { cwd });
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      return stderr;
    };
    expect(refused(".", "--changed=nope", "--gate=new")).toBe(
      'secctx: --changed "nope": git knows no such revision. Fetch it, or name another: git branch --all lists them.\n',
    );
    expect(refused(".", "--changed=--output=x")).toContain('--changed "--output=x": git knows no such revision.');
    expect(refused(".", "--changed=main")).toBe(
      "secctx: --changed: HEAD and main have no commit in common: name a revision that HEAD comes from.\n",
    );
    expect(refused(".", "--changed=HEAD", "nowhere")).toContain('"nowhere": there is no such file or folder');
    expect(refused(".", "--changed=HEAD", "-")).toContain("-: standard input has nothing to compare with");
    expect(refused(".", "--gate", "new")).toBe(
      "secctx: --gate new needs something to compare with: add --changed, or use --gate all or --gate none.\n",
    );

    place.git("checkout", "main");
    place.git("checkout", "-B", "work");
    for (const name of ["x", "y", "z"]) place.git("commit", "--allow-empty", "-m", name);
    place.git("checkout", "main");
    place.git("commit", "--allow-empty", "-m", "ahead");
    place.git(
      "clone",
      "--quiet",
      "--depth",
      "1",
      "--no-single-branch",
      "--branch",
      "work",
      `file://${place.path}`,
      "shallow",
    );
    expect(refused("shallow", "--changed=origin/main")).toBe(
      "secctx: --changed: this clone is shallow, and lacks the commit in which HEAD and origin/main meet: run git fetch --unshallow (fetch-depth: 0 in a workflow).\n",
    );

    const plain = folder({ "a.yaml": goodPod });
    expect(plain.secctx(["--changed", "--gate", "new"]).stderr).toMatch(
      /^secctx: --changed compares with git, and git does not open a repository in .*: not a git repository.*\.\n$/,
    );
    plain.git("init");
    expect(plain.secctx(["--changed=main"]).stderr).toBe(
      "secctx: --changed: this repository has no commit to compare with yet.\n",
    );
    expect(plain.secctx(["--changed=main"], { env: { PATH: "/nowhere" } }).stderr).toBe(
      "secctx: git is needed, and there is none on PATH: install it.\n",
    );
  });
});

describe("a change is judged by the configuration and the baseline that it comes from", () => {
  const run = (place: Folder, ...args: readonly string[]) => {
    const { status, stderr } = place.secctx(["--changed=main", "--gate", "new", "--quiet", ...args]);
    return { status, stderr };
  };
  const edited = (files: string) =>
    expect.stringMatching(
      new RegExp(
        `^${files} read at [0-9a-f]{7}, where the change comes from: what the change itself says takes effect once it is merged`,
      ),
    );

  it("so that it can't switch its own gate off", () => {
    const place = createRepository({ "a.yaml": goodPod, ".secctx.yaml": "warn: hardened\n" });
    place.write("a.yaml", badPod);
    expect(run(place)).toEqual({ status: 1, stderr: "" });
    place.write(".secctx.yaml", "enforce: privileged\n");
    expect(run(place)).toEqual({ status: 1, stderr: edited("\\.secctx\\.yaml is") });
    expect(run(place, "--config-ref", "base").status).toBe(1);
    expect(run(place, "--config-ref", "head")).toEqual({ status: 0, stderr: "" });
    // Nor by one that is nearer, or by taking the configuration away.
    place.shell("rm .secctx.yaml");
    expect(run(place)).toEqual({ status: 1, stderr: edited("\\.secctx\\.yaml is") });
  });

  it("nor accept its own findings", () => {
    const place = createRepository({ "a.yaml": goodPod });
    place.write("a.yaml", badPod);
    place.secctx(["baseline"]);
    expect(run(place)).toEqual({ status: 1, stderr: edited("\\.secctx-baseline\\.json is") });
    expect(run(place, "--config-ref", "head")).toEqual({ status: 0, stderr: "" });
  });

  it("also where --config names it, unless it lies outside of the repository", () => {
    const place = createRepository({ "a.yaml": goodPod, "ci/policy.yaml": "enforce: restricted\n" });
    place.write("a.yaml", badPod);
    place.write("ci/policy.yaml", "enforce: privileged\n");
    expect(run(place, "--config", "ci/policy.yaml").status).toBe(1);
    expect(run(place, "--config", "ci/policy.yaml", "--config-ref", "head").status).toBe(0);
    const outside = folder({ "policy.yaml": "enforce: privileged\n" });
    expect(run(place, "--config", `${outside.path}/policy.yaml`).status).toBe(0);
    place.write("ci/new.yaml", "enforce: privileged\n");
    expect(run(place, "--config", "ci/new.yaml")).toEqual({
      status: 2,
      stderr: expect.stringContaining('--config "ci/new.yaml": there is no such file at '),
    });
  });

  it.each<[args: readonly string[], why: string]>([
    [
      ["--config-ref", "head"],
      "--config-ref says where a change's configuration is read: add --changed, or leave it out.",
    ],
    [["--changed=main", "--config-ref", "main"], '--config-ref "main": use one of base, head.'],
  ])("refuses %j", (args, why) => {
    const place = createRepository({ "a.yaml": goodPod });
    expect(place.secctx(["check", ...args])).toMatchObject({ status: 2, stderr: `secctx: ${why}\n` });
  });
});
