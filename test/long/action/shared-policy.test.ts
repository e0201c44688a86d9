import { describe, expect, it, onTestFinished } from "vitest";
import { badPod, goodPod } from "../../cli/folder.ts";
import { createRepository, type Files, faults, runAction, startFakeGitHub } from "../../fake-github/index.ts";

const address = "acme/policy/ci/secctx.yaml@v1";

interface WorldOptions {
  /** The policies at the tag `v1`. */
  readonly policies?: Files;
  readonly isPrivate?: boolean;
  readonly base?: Files;
  readonly head?: Files;
  readonly fork?: string;
  readonly owner?: string;
}

/** A pull request in octo-org/shop, which is judged by a policy of acme/policy. Its token sees that, if it is private. */
async function world({ policies, isPrivate = true, base = {}, head = {}, fork, owner = "acme" }: WorldOptions) {
  const other = await createRepository({ owner, name: "policy" });
  onTestFinished(() => other[Symbol.asyncDispose]());
  await other.commit({
    "README.md": "# Policies\n",
    "ci/secctx.yaml": "enforce: baseline\nwarn: baseline\n",
    ...policies,
  });
  const commit = await other.resolve("main");
  await other.git("-c", "user.name=t", "-c", "user.email=t@t", "tag", "-a", "-m", "first", "v1", "main");
  await other.commit({ "ci/secctx.yaml": "enforce: privileged\n" });
  const github = await startFakeGitHub({
    others: [{ repository: other, private: isPrivate, ...(owner !== "acme" && { formerly: "acme/policy" }) }],
  });
  onTestFinished(() => github[Symbol.asyncDispose]());
  await github.repository.commit({ "README.md": "# shop\n", "a.yaml": goodPod, ...base });
  const branch = fork === undefined ? "change" : `${fork}:change`;
  await github.repository.commit(head, { branch, parent: github.repository.tip("main") ?? null });
  const pull = await github.openPullRequest({ head: "change", ...(fork !== undefined && { fork }) });
  const token = github.createToken({ identity: { kind: "user", login: "bot" }, sees: [`${owner}/policy`] });
  const run = async (inputs: Record<string, string> = {}) =>
    runAction({
      github,
      event: await github.pullRequestEvent(pull, "synchronize"),
      inputs: { config: address, "config-token": token, ...inputs },
    });
  return { github, pull, run, token, commit, other };
}

describe("a policy that repositories share", () => {
  it("is read at the commit of its tag with config-token, which does nothing else; the summary names each value's source", async () => {
    const { github, run, token, commit } = await world({
      base: { ".secctx.yaml": `extends: ${address}\nwarn: restricted\nrules: {explicit-user: enforce}\n` },
      head: { "a.yaml": badPod },
    });
    const { exitCode, summary, stdout, secrets } = await run();
    expect(exitCode).toBe(1);
    expect(secrets).toContain(token);
    expect(stdout).not.toContain(token);
    for (const row of [
      `| \`config\` | \`${address} (commit ${commit})\` | \`input config\` |`,
      `| \`extends\` | \`${address} (commit ${commit})\` | \`.secctx.yaml:1\` |`,
      `| \`enforce\` | \`baseline\` | \`${address}:1\` |`,
      "| `warn` | `restricted` | `.secctx.yaml:2` |",
      "| `audit` | `hardened` | `default` |",
      "| `rules.explicit-user` | `enforce` | `.secctx.yaml:3` |",
    ])
      expect(summary).toContain(row);
    expect(github.checkRuns[0]?.summary).toContain(`Judged by acme/policy/ci/secctx.yaml`);
    const asked = github.calls.filter(({ path }) => path.startsWith("/repos/acme/"));
    expect(asked.map(({ method, path }) => `${method} ${decodeURIComponent(path)}`)).toEqual([
      "GET /repos/acme/policy/commits/tags/v1",
      "GET /repos/acme/policy/contents/ci/secctx.yaml",
    ]);
    expect(github.violations).toEqual([]);
  });

  it("does not let a repository's own file apply that does not extend it, and says so; a branch is said, too", async () => {
    const { github, run, other } = await world({
      base: { ".secctx.yaml": "enforce: privileged\nexemptions: [{names: ['*'], reason: ours}]\n" },
      head: { "a.yaml": badPod },
    });
    const tagged = await run();
    expect(tagged).toMatchObject({ exitCode: 1, outputs: { enforced: "1" } });
    expect(tagged.stdout).toContain(
      `.secctx.yaml does not apply: the policy in force is ${address}, and it does not extend it.`,
    );
    const branch = await run({ config: "acme/policy/ci/secctx.yaml@main" });
    expect(branch).toMatchObject({ exitCode: 0, outputs: { enforced: "0" } });
    expect(branch.stdout).toContain(
      `The policy of acme/policy is read at the branch main, now at commit ${other.tip("main")}: the next run may read another.`,
    );
    expect(await run({ config: `acme/policy/ci/secctx.yaml@${await other.resolve("v1")}` })).toMatchObject({
      exitCode: 1,
    });
    expect(github.violations).toEqual([]);
  });

  it("is extended by a repository whose workflow names none; what a change extends by itself is not read with config-token", async () => {
    const { github, run } = await world({
      base: { ".secctx.yaml": `extends: ci/own.yaml\n`, "ci/own.yaml": `extends: ${address}\n` },
      head: { "a.yaml": badPod, ".secctx.yaml": `extends: ${address}\n` },
    });
    expect(await run({ config: "" })).toMatchObject({ exitCode: 1, outputs: { enforced: "1" } });
    const own = await run({ config: "", "config-ref": "head" });
    expect(own.exitCode).toBe(2);
    expect(own.stdout).toContain(`.secctx.yaml:1: extends "${address}": GitHub does not show acme/policy (Not Found)`);
    expect(github.violations).toEqual([]);
  });

  it("judges a fork, which gets no secret, if it is public; else the run ends with 2, and says why", async () => {
    const options = { fork: "mona", head: { "a.yaml": badPod } };
    const open = await world({ ...options, isPrivate: false });
    expect(await open.run({ "config-token": "" })).toMatchObject({ exitCode: 1, outputs: { enforced: "1" } });
    const closed = await world(options);
    const { exitCode, stdout, summary } = await closed.run({ "config-token": "" });
    expect(exitCode).toBe(2);
    const sentence =
      "the job's own token reads no other private repository, and the input config-token is empty. Pull requests from forks and by Dependabot get no secret";
    expect(stdout).toContain(
      `The input config "${address}": GitHub does not show acme/policy (Not Found): check the name; ${sentence}`,
    );
    expect(summary).toContain("Could not evaluate");
    expect(closed.github.checkRuns).toEqual([]);
  });

  it("may only be tightened, by the repository's file and by inputs", async () => {
    const { run } = await world({ base: { ".secctx.yaml": `extends: ${address}\nenforce: privileged\n` } });
    const own = await run();
    expect(own.exitCode).toBe(2);
    expect(own.stdout).toContain(
      `.secctx.yaml:2: enforce is privileged, which is looser than the shared policy's baseline (${address}:1): write baseline or restricted or hardened, or leave it out.`,
    );
    for (const [input, value, sentence] of [
      ["enforce", "privileged", "The input enforce is privileged, which is looser than the shared policy's baseline"],
      ["gate", "none", "The input gate is none, which is looser than the shared policy's new (default)"],
      ["files", "k8s/**", "The input files is"],
      ["render", "false", "The input render is false"],
    ] as const) {
      const { exitCode, stdout } = await (await world({})).run({ [input]: value });
      expect([exitCode, stdout]).toEqual([2, expect.stringContaining(sentence)]);
    }
  });

  it("ends the run with 2 and one sentence where it can't be read: nothing weaker is used", async () => {
    const { github, run, token } = await world({
      policies: {
        "large.yaml": `# ${"x".repeat(1024 * 1024)}\n`,
        "text.yaml": "a: [\n",
        "latin.yaml": Buffer.from("# caf\xe9\n", "latin1"),
        "one.yaml": "extends: two.yaml\n",
        "two.yaml": "extends: one.yaml\n",
        "wrong.yaml": "enforc: baseline\n",
      },
      head: { "a.yaml": badPod },
    });
    const named = (path: string, ref = "v1") => `acme/policy/${path}@${ref}`;
    for (const [config, sentence] of [
      [named("ci/secctx.yaml", "v9"), `"v9" names no commit, tag or branch of acme/policy`],
      [named("ci/secctx.yaml", "0".repeat(40)), "names no commit, tag or branch of acme/policy"],
      [
        named("gone.yaml"),
        `The input config "acme/policy/gone.yaml@v1": there is no such file in acme/policy at v1 (commit `,
      ],
      [named("ci"), "acme/policy/ci@v1: it is not a file."],
      [named("large.yaml"), "acme/policy/large.yaml@v1: it is larger than 1 MiB"],
      [named("text.yaml"), "acme/policy/text.yaml@v1:1: This is not YAML"],
      [named("latin.yaml"), "acme/policy/latin.yaml@v1: it is not UTF-8 text."],
      [named("one.yaml"), `acme/policy/two.yaml@v1:1: extends "one.yaml" goes round in a circle`],
      [
        named("wrong.yaml"),
        `acme/policy/wrong.yaml@v1:1: "enforc" is not a key of the configuration: did you mean enforce?`,
      ],
      [
        "acme/nowhere/a.yaml@v1",
        "GitHub does not show acme/nowhere (Not Found): check the name, and that the token of the input config-token may read its contents.",
      ],
      ["acme/policy/ci/secctx.yaml", "there is no such file in"],
    ] as const) {
      const { exitCode, stdout, outputs } = await run({ config });
      expect([config, exitCode, stdout, outputs.conclusion]).toEqual([
        config,
        2,
        expect.stringContaining(sentence),
        "failure",
      ]);
    }
    const bad = await run({ "config-token": "ghp_wrong" });
    expect(bad.stdout).toContain(
      "GitHub does not accept the token of the input config-token (Bad credentials): renew it.",
    );
    github.fail("GET /repos/acme/policy/commits/*", faults.samlEnforcement);
    expect((await run()).stdout).toContain("Resource protected by organization SAML enforcement.");
    expect(github.checkRuns).toEqual([]);
    expect(github.violations).toEqual([]);
    expect(token).not.toBe("");
  });

  it("says what may be exempted: with `base` not what the change adds, be it by a comment or by its own configuration", async () => {
    const { run } = await world({
      policies: { "ci/secctx.yaml": "enforce: baseline\nwarn: baseline\nextending: {exemptions: base}\n" },
      base: {
        ".secctx.yaml": `extends: own.yaml\n`,
        "own.yaml": `extends: ${address}\nexemptions: [{names: [old], reason: ours}]\n`,
      },
      head: {
        "a.yaml": badPod.replace("privileged: true", "privileged: true # secctx: ignore[privileged] the CNI plugin"),
        "old.yaml": badPod.replace("name: bad", "name: old"),
        ".secctx.yaml": `extends: ${address}\nexemptions: [{names: [old, bad], reason: ours}]\n`,
      },
    });
    for (const inputs of [{}, { gate: "all" }, { "config-ref": "head" }]) {
      const { exitCode, outputs, summary } = await run(inputs);
      expect([inputs, exitCode, outputs.enforced]).toEqual([inputs, 1, "1"]);
      expect(summary).toContain("It is ignored by a comment, which does not count");
    }
  });

  it("of an owner that changed is not used", async () => {
    const { run } = await world({ owner: "mallory", head: { "a.yaml": badPod } });
    const { exitCode, stdout } = await run();
    expect(exitCode).toBe(2);
    expect(stdout).toContain(
      `The input config "${address}": acme/policy belongs to mallory now, as mallory/policy: write its new name if you trust that owner.`,
    );
  });
});
