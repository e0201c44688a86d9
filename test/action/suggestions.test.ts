import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { FakeGitHub } from "../fake-github/index.ts";
import { bad, goodPod, hardened, pod, type Story, story } from "./story.ts";

const suggest = { suggest: "true" };

/** Two containers without a context, in a pod without one: fixes in three places. */
const twoContainers = `apiVersion: v1
kind: Pod
metadata:
  name: two
spec:
  containers:
    - name: web
      image: registry.example.com/web:1
      ports:
        - containerPort: 8080
    - name: sidecar
      image: registry.example.com/sidecar:1
`;

/** Applies the patch in the comment on the pull request, as people would. */
async function applyPatch({ github, pull }: Story): Promise<string[]> {
  const [comment] = github.issueComments;
  const [, , patch = ""] = /^(`{3,})diff\n(.*?)\n\1$/ms.exec(comment?.body ?? "") ?? [];
  const work = await github.repository.checkout(github.headOf(pull));
  writeFileSync(join(work, "fix.patch"), `${patch}\n`);
  execFileSync("git", ["apply", "fix.patch"], { cwd: work });
  const names = execFileSync("git", ["diff", "--name-only"], { cwd: work, encoding: "utf8" })
    .split("\n")
    .filter(Boolean);
  const files = Object.fromEntries(
    names.map((name) => [name, execFileSync("cat", [join(work, name)], { encoding: "utf8" })]),
  );
  await github.push(pull, files);
  return names;
}

function partsOf(github: FakeGitHub): string[] {
  return github.reviewComments.map(({ body }) => /for `(.+?)`/.exec(body)?.[1] ?? "");
}

describe("suggestions", () => {
  it("come as one review, one for each container or pod, apply, and leave nothing to suggest", async () => {
    await using world = await story(
      { "k8s/two.yaml": twoContainers, "k8s/catalog.yaml": bad },
      { "k8s/catalog.yaml": hardened },
    );
    const { github, run } = world;
    const first = await run(suggest);
    expect(first.exitCode).toBe(1);
    expect(github.reviews).toHaveLength(1);
    expect(github.reviews[0]).toMatchObject({ state: "COMMENTED", body: "", commit: github.headOf(world.pull) });
    const parts = partsOf(github);
    expect(parts.length).toBe(new Set(parts).size);
    expect(parts).toContain("container debug of Deployment catalog");
    expect(parts).toContain("Pod two");
    expect(parts).toContain("container web of Pod two, container sidecar of Pod two");
    for (const { body } of github.reviewComments)
      expect(body).toMatch(/^\*\*Hardened YAML\*\* .*\n- `[a-z-]+`: .*```suggestion\n/s);

    await github.applySuggestions(github.reviewComments.map(({ id }) => id));
    github.clearCalls();
    const second = await run(suggest);
    expect(second.outputs.fixable).toBe("0");
    expect(github.reviewComments).toEqual([]);
    expect(github.issueComments).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  it("name the container of each line where they are about several, and what goes with it", async () => {
    const both = twoContainers
      .replace("spec:\n", "spec:\n  hostPID: false\n")
      .replaceAll(/( +)image: .*\n/g, "$&$1securityContext: {privileged: true, readOnlyRootFilesystem: true}\n");
    await using world = await story({ "k8s/two.yaml": both }, {});
    const { github, run } = world;
    const result = await run(suggest);
    const bodies = github.reviewComments.map(({ body }) => body).join("\n");
    expect(bodies).not.toContain("ends with the others");
    for (const { body } of github.reviewComments) {
      const names = /for `(.+?)`/.exec(body)?.[1]?.split(", ") ?? [];
      const items = body.match(/^- `[a-z-]+`: .*$/gm) ?? [];
      expect(items.length).toBeGreaterThan(0);
      for (const item of items) expect(/, in (container `|containers `|`Pod two`)/.test(item)).toBe(names.length > 1);
    }
    const page = github.checkRuns[0];
    for (const text of [result.summary, page?.summary ?? ""])
      expect(text).toMatch(
        /\*\*What you can do:\*\* \d+ of \d+ findings have a fix: commit the suggestions in the pull request's files.*, or save the patch below and `git apply` it on this commit\. \d+ findings? (has|have) no fix: /,
      );
    expect(result.summary).not.toMatch(/(?<!npx )secctx fix/);
    expect(result.stdout).toMatch(/\n\d+ failures.*: http:\/\/127\.0\.0\.1:\d+\/octo-org\/shop\/runs\/\d+\n$/);
    expect(result.stdout.trimEnd().endsWith(result.outputs["check-run-url"] ?? "none")).toBe(true);
  });

  it("give back each line that the change took out of a context, wherever it was in that", async () => {
    const full = hardened.replace("        runAsGroup: 10001\n", "        runAsGroup: 10001\n        fsGroup: 10001\n");
    const taken = ["runAsNonRoot: true", "seccompProfile:\n          type: RuntimeDefault"].map(
      (key) => `        ${key}\n`,
    );
    const own = ["allowPrivilegeEscalation: false", "readOnlyRootFilesystem: true"].map(
      (key) => `            ${key}\n`,
    );
    const files = [...taken, ...own].map((line, index): [string, string] => [
      `k8s/${index}.yaml`,
      full.replaceAll("catalog", `catalog-${index}`).replace(line, ""),
    ]);
    const base = files.map(([file], index): [string, string] => [file, full.replaceAll("catalog", `catalog-${index}`)]);
    await using world = await story(Object.fromEntries(files), Object.fromEntries(base));
    const { github, run } = world;
    await run(suggest);
    expect(github.reviewComments.map(({ path }) => path).toSorted()).toEqual(files.map(([file]) => file));
    expect(github.issueComments).toEqual([]);
    await github.applySuggestions(github.reviewComments.map(({ id }) => id));
    expect((await run(suggest)).outputs.findings).toBe("0");
    expect(github.violations).toEqual([]);
  });

  it("speak of what the change brings; with `all` also of what was there", async () => {
    const old = pod("old");
    await using world = await story(
      { "k8s/old.yaml": old.replace("app:1", "app:2"), "k8s/new.yaml": pod("new") },
      { "k8s/old.yaml": old },
    );
    const { github, run } = world;
    for (const gate of ["new", "all"]) {
      await run({ ...suggest, gate });
      expect(github.reviewComments.map(({ path }) => path)).toEqual(["k8s/new.yaml"]);
      expect(github.issueComments).toEqual([]);
    }
    await run({ suggest: "all" });
    expect(github.reviewComments.map(({ path }) => path).toSorted()).toEqual(["k8s/new.yaml", "k8s/old.yaml"]);
    const wrong = await run({ suggest: "new" });
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stdout).toContain('The input suggest is "new": use one of true, false, all.');
    expect(github.violations).toEqual([]);
  });

  it("make a red pull request green", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a") }, {});
    const { github, run } = world;
    expect((await run(suggest)).exitCode).toBe(1);
    expect(github.reviewComments).toHaveLength(1);
    await github.applySuggestion(github.reviewComments[0]?.id ?? 0);
    expect((await run(suggest)).exitCode).toBe(0);
  });

  it("never cover a line outside of the diff: that goes into one patch, which git applies", async () => {
    const lines = goodPod("a").split("\n");
    // The change edits the image and deletes a line above it. The container's context is far below, outside of the hunk.
    const old = pod("a").replace(
      "      image: registry.example.com/app:1\n",
      `      image: registry.example.com/app:0\n${"      # note\n".repeat(20)}`,
    );
    const now = old.replace("app:0", "app:1");
    await using world = await story({ "k8s/a.yaml": now }, { "k8s/a.yaml": old });
    expect(lines.length).toBeGreaterThan(10);
    const { github, run } = world;
    expect((await run({ suggest: "all", gate: "all" })).exitCode).toBe(1);
    expect(github.reviewComments).toEqual([]);
    expect(github.issueComments).toHaveLength(1);
    expect(github.issueComments[0]?.body).toContain("Patch of 1 file");
    expect(await applyPatch(world)).toEqual(["k8s/a.yaml"]);
    expect((await run({ suggest: "all", gate: "all" })).exitCode).toBe(0);
    expect(github.issueComments).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  it("never reach across a line that the change deletes: there are two instead of one", async () => {
    const lines = ["allowPrivilegeEscalation: true", "procMount: Default", "runAsNonRoot: false"];
    const indented = (kept: readonly string[]) =>
      pod(
        "a",
        kept.map((line) => `        ${line}`),
      );
    const now = indented(lines.filter((line) => !line.startsWith("procMount")));
    await using world = await story({ "k8s/a.yaml": now }, { "k8s/a.yaml": indented(lines) });
    const { github, run } = world;
    await run({ suggest: "all", gate: "all" });
    const anchors = github.reviewComments.map(
      ({ anchor: { startLine, line } }) => (line ?? 0) - (startLine ?? line ?? 0),
    );
    expect(anchors).toEqual([0, 0]);
    await github.applySuggestions(github.reviewComments.map(({ id }) => id));
    expect((await run({ suggest: "all", gate: "all" })).exitCode).toBe(0);
    expect(github.violations).toEqual([]);
  });

  it("are at most max-suggestions, the most serious first; the patch has the others", async () => {
    const files = { "k8s/a.yaml": pod("a"), "k8s/b.yaml": pod("b"), "k8s/z.yaml": bad };
    await using world = await story(files, {});
    const { github, run } = world;
    await run({ ...suggest, "max-suggestions": "1" });
    expect(github.reviewComments).toHaveLength(1);
    expect(github.issueComments[0]?.body).toContain("Patch of 2 files");
    await applyPatch(world);
    await run({ ...suggest, "max-suggestions": "1" });
    expect(github.issueComments).toEqual([]);
    expect(github.reviewComments).toHaveLength(1);
    await run({ ...suggest, "max-suggestions": "0" });
    expect(github.reviewComments).toEqual([]);
    expect(github.issueComments).toHaveLength(1);
  });

  it("are at most thirty in a review, whatever the input says", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`k8s/p${index}.yaml`, pod(`p${index}`)]),
    );
    await using world = await story(files, {});
    await world.run({ ...suggest, "max-suggestions": "60" });
    expect(world.github.reviews).toHaveLength(1);
    expect(world.github.reviewComments).toHaveLength(30);
    expect(world.github.issueComments[0]?.body).toContain("Patch of 10 files");
    expect(world.github.violations).toEqual([]);
  }, 60_000);

  it("are not made for a draft, which gets the gate", async () => {
    await using world = await story(undefined, undefined, { pull: { draft: true } });
    const result = await world.run(suggest);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain("The pull request is a draft: suggestions wait");
    expect(world.github.checkRuns).toHaveLength(1);
    expect(world.github.reviewComments).toEqual([]);
  });

  it("are not made unless asked for, and not on a closed pull request", async () => {
    await using world = await story();
    await world.run();
    world.github.closePullRequest(world.pull);
    const result = await world.run(suggest);
    expect(result.summary).toContain("The pull request is closed");
    expect(world.github.reviewComments).toEqual([]);
    expect(world.github.issueComments).toEqual([]);
  });

  it("are not made for CRLF files and hidden characters: the comment names these files", async () => {
    await using world = await story(
      {
        "k8s/crlf.yaml": pod("a").replaceAll("\n", "\r\n"),
        "k8s/bidi.yaml": `# \u202e\n${pod("b")}`,
        "k8s/web\u202elmay.yaml": pod("c"),
      },
      {},
    );
    const { github } = world;
    await world.run(suggest);
    expect(github.checkRuns[0]?.text).toContain("- `k8s/bidi.yaml`: its line endings or hidden characters");
    expect(github.issueComments[0]?.body).toContain(
      "the line ends or hidden characters of `k8s/crlf.yaml`. On a checkout of this branch, `npx secctx fix`",
    );
    // A name in the head of a patch turns no text, and git reads it.
    expect(github.checkRuns[0]?.text).toContain('+++ "b/k8s/web\\342\\200\\256lmay.yaml"\n');
    expect(`${github.checkRuns[0]?.text}${github.issueComments[0]?.body}`).not.toContain("\u202e");
    expect(github.reviewComments.map(({ path }) => path)).toEqual(["k8s/bidi.yaml", "k8s/web\u202elmay.yaml"]);
    expect(github.violations).toEqual([]);
  });

  it("are not made if GitHub's patch is missing or cut: the fix goes into the comment", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a") }, {}, { github: { limits: { patchLines: 5 } } });
    await world.run(suggest);
    expect(world.github.reviewComments).toEqual([]);
    expect(await applyPatch(world)).toEqual(["k8s/a.yaml"]);
    expect((await world.run(suggest)).exitCode).toBe(0);
  });

  it("have fences that no content can close", async () => {
    const text = pod("a").replace(
      "      securityContext:\n        capabilities",
      "      # ```\n      # ````` and @everyone <!-- -->\n      securityContext:\n        capabilities",
    );
    await using world = await story({ "k8s/a.yaml": text }, {});
    const { github } = world;
    await world.run(suggest);
    const [comment] = github.reviewComments;
    await github.applySuggestion(comment?.id ?? 0);
    const head = await github.repository.git("show", `${github.headOf(world.pull)}:k8s/a.yaml`);
    expect(head.toString()).toContain("      # ````` and @everyone <!-- -->\n");
    expect((await world.run(suggest)).exitCode).toBe(0);
  });

  it("keep a last line without a line end as it is", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a").trimEnd() }, {});
    await world.run(suggest);
    const { github } = world;
    if (github.reviewComments[0]) await github.applySuggestion(github.reviewComments[0].id);
    else await applyPatch(world);
    const head = await github.repository.git("show", `${github.headOf(world.pull)}:k8s/a.yaml`);
    expect(head.toString()).not.toMatch(/\n$/);
    expect((await world.run(suggest)).exitCode).toBe(0);
  });

  it("bring a volume together with its mount, whichever suggestion is applied", async () => {
    await using world = await story({ "k8s/two.yaml": twoContainers }, {});
    const { github, pull, run } = world;
    await run(suggest);
    expect(github.reviewComments.length).toBeGreaterThan(1);
    const start = github.headOf(pull);
    for (const { id } of [...github.reviewComments]) {
      await github.applySuggestion(id);
      const { spec } = parse(String(await github.repository.git("show", `${github.headOf(pull)}:k8s/two.yaml`)));
      const volumes = (spec.volumes ?? []).map(({ name }: { name: string }) => name);
      for (const { volumeMounts = [] } of spec.containers)
        for (const { name } of volumeMounts) expect(volumes).toContain(name);
      await github.repository.move(pull.head, start);
    }
    for (const comment of github.reviewComments) comment.resolved = false;
    await github.applySuggestions(github.reviewComments.map(({ id }) => id));
    expect((await run(suggest)).outputs.fixable).toBe("0");
    expect(github.violations).toEqual([]);
  });
});
