import { describe, expect, it } from "vitest";
import { annotationsOf, bad, goodPod, hardened, pod, story } from "../../action/story.ts";
import { type FileContent, faults, runAction } from "../../fake-github/index.ts";

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 1234\n`;

describe("a text that can't be read is never taken for clean", () => {
  const cases: readonly (readonly [string, FileContent, string])[] = [
    // GitHub gives no text of it; in a checkout it is YAML that Kubernetes refuses.
    [
      "a binary file",
      `\0\0\n${pod("binary")}`,
      "(This file could not be read: it is a binary file, not a manifest|This is not YAML: control characters are not allowed)",
    ],
    [
      "a link out of the repository",
      { symlink: "../../web.yaml" },
      "This file could not be read: it is a symbolic link that leads to no file in the repository",
    ],
    [
      "a link to a place of the disk",
      { symlink: "/etc/web.yaml" },
      "This file could not be read: it is a symbolic link that leads to no file in the repository",
    ],
    [
      "a link to nothing",
      { symlink: "../elsewhere/web.txt" },
      "This file could not be read: it is a symbolic link that leads to no file in the repository",
    ],
    [
      "links in a circle",
      { symlink: "../elsewhere/circle" },
      "This file could not be read: it is a symbolic link that leads to no file in the repository",
    ],
    [
      "more than 2 MiB",
      `# ${"x".repeat(2 ** 21)}\n${pod("big")}`,
      "This file could not be read: it is larger than 2 MiB",
    ],
    [
      "bytes that are not UTF-8",
      Buffer.from(`# \xe9\n${pod("latin")}`, "latin1"),
      "This file could not be read: it is not UTF-8 text",
    ],
  ];
  it.each(cases)("%s", async (_, content, sentence) => {
    await using world = await story({
      "k8s/odd.yaml": content,
      "k8s/catalog.yaml": bad,
      "elsewhere/circle": { symlink: "../k8s/../elsewhere/circle" },
    });
    for (const workspace of [{ commit: world.github.headOf(world.pull) }, { folder: "/nowhere" }]) {
      const result = await world.run(
        {},
        { workspace: "folder" in workspace ? { commit: world.github.repository.tip("main") ?? "" } : workspace },
      );
      expect(result).toMatchObject({ exitCode: 2, outputs: { conclusion: "failure", enforced: "3" } });
      expect(result.summary).toContain(`k8s/odd.yaml:1`);
      expect(result.stdout).toMatch(new RegExp(`k8s/odd\\.yaml:1: ${sentence}`));
      const check = world.github.checkRuns.at(-1);
      expect(check).toMatchObject({
        conclusion: "failure",
        title: expect.stringContaining("Could not evaluate everything: 1 problem"),
      });
      expect(annotationsOf(world.github)).toContain("failure k8s/catalog.yaml:29 privileged");
    }
    expect(world.github.violations).toEqual([]);
  });

  it("broken YAML, reported with its line beside everything that could be judged", async () => {
    await using world = await story({
      "k8s/broken.yaml": "apiVersion: v1\nkind: Pod\nspec: [\n",
      "k8s/catalog.yaml": bad,
    });
    const result = await world.run();
    expect(result.exitCode).toBe(2);
    expect(result.summary).toContain("k8s/broken.yaml:");
    expect(result.summary).toContain("privileged");
  });

  it("a tree that GitHub cuts, in a merge group with more files than a comparison lists", async () => {
    await using world = await story(undefined, undefined, { github: { limits: { treeEntries: 200 } } });
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`docs/${index}.md`, "x\n"]));
    await world.github.push(world.pull, many);
    const event = await world.github.mergeGroupEvent([world.pull]);
    const result = await runAction({ github: world.github, event });
    expect(result.exitCode).toBe(2);
    expect(result.stdout).toContain("could not be listed: there are more in docs/ than GitHub lists");
  });
});

const actions = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\nspec: {containers: []}\n`;
const lockFile = JSON.stringify({ packages: Array(70_000).fill({ name: "testcontainers", kind: "library" }) });

/** What says no apiVersion and no kind, or is a template: by what is in the pull request, and by what the note says. */
const noManifests: readonly (readonly [string, FileContent, string])[] = [
  ["a binary file", "\0\0", "It is a binary file, not a manifest."],
  [
    "a link to a file that is judged itself",
    { symlink: "../elsewhere/web.yaml" },
    "It is a link, and its target is judged",
  ],
  ["a submodule", { submodule: "1".repeat(40) }, "It is not a file, but a submodule."],
  ["a pointer of Git LFS", pointer, "It is a Git LFS pointer"],
  ["a lock file of 3 MB", lockFile, "It is larger than 2 MiB."],
  ["Latin-1", Buffer.from("containers: \xe9\n", "latin1"), "It is not UTF-8 text from this line on."],
  ["UTF-16", Buffer.from("\ufeffcontainers: 1\n", "utf16le"), "It is UTF-16 text."],
  ["a template", actions, "This is a template, not YAML"],
  ["YAML that is none", "containers: [\n", "This is not YAML"],
];

describe("what can't be a manifest fails no run", () => {
  it.each(noManifests)("%s", async (_, content, sentence) => {
    await using world = await story({ "k8s/odd.yaml": content, "k8s/catalog.yaml": hardened });
    const ways = [
      { gate: "new", commit: world.github.headOf(world.pull) },
      { gate: "all", commit: world.github.repository.tip("main") ?? "" },
    ];
    for (const { gate, commit } of ways) {
      const result = await world.run({ gate }, { workspace: { commit } });
      expect(result).toMatchObject({ exitCode: 0, outputs: { conclusion: "success" } });
      expect(result.stdout).toContain(sentence);
      expect(result.summary).toContain("This was passed over, because it can't be a manifest.");
    }
    expect(world.github.violations).toEqual([]);
  });

  it.each(noManifests)("but it does where a manifest was before: %s", async (what, content) => {
    await using world = await story({ "k8s/catalog.yaml": content }, { "k8s/catalog.yaml": hardened });
    const gate = what.startsWith("a ") ? "all" : "new";
    expect(await world.run({ gate })).toMatchObject({ exitCode: 2, outputs: { conclusion: "failure" } });
    expect(world.github.violations).toEqual([]);
  });

  it("nor what was the same before, as large as it is", async () => {
    const before: Record<string, FileContent> = {
      "package-lock.json": lockFile,
      "k8s/pointer.yaml": pointer,
      "k8s/utf16.yaml": Buffer.from("\ufeffcontainers: 1\n", "utf16le"),
      "k8s/latin.yaml": Buffer.from("containers: \xe9\n", "latin1"),
    };
    const touched = Object.entries(before).map(([file, content]) => [
      file,
      Buffer.concat([Buffer.from(content as string), Buffer.from(" \n")]),
    ]);
    await using world = await story(Object.fromEntries(touched), before);
    const { github } = world;
    for (const commit of [github.headOf(world.pull), github.repository.tip("main") ?? ""])
      expect(await world.run({}, { workspace: { commit } })).toMatchObject({ exitCode: 0, stderr: "" });
    expect(github.violations).toEqual([]);
  });

  it("a template that was one before", async () => {
    await using world = await story({ "k8s/a.yaml": `${actions}# touched\n` }, { "k8s/a.yaml": actions });
    expect(await world.run()).toMatchObject({ exitCode: 0 });
  });

  it("in a full scan, where the title says that nothing was judged", async () => {
    await using world = await story(undefined, { "a.yaml": pointer, "b.yaml": actions });
    const event = world.github.workflowDispatchEvent();
    const result = await runAction({ github: world.github, event, workspace: { commit: event.sha } });
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain("2 files were passed over, because they can't be manifests: ");
    expect(result.stdout).toMatch(
      /Nothing to report; nothing was judged in 2 files; 1 file with something like a workload was not judged\n$/,
    );
  });
});

describe("texts are those of the head and the merge base, byte for byte", () => {
  it.each([
    ["a byte order mark", `\ufeff${bad}`, 29],
    ["CRLF line ends", bad.replaceAll("\n", "\r\n"), 29],
    ["more than GraphQL gives", `# ${"x".repeat(600_000)}\n${bad}`, 30],
    ["a name that shells and URLs would mangle", bad, 29],
  ])("%s", async (what, text, line) => {
    const file = what.startsWith("a name") ? "k8s/$(id) 'a' \"b\" %41#?é&|;.yaml" : "k8s/catalog.yaml";
    await using world = await story({ [file]: text }, { "k8s/x.yaml": hardened });
    const { github, pull } = world;
    for (const commit of [github.headOf(pull), github.repository.tip("main") ?? ""]) {
      expect(await world.run({}, { workspace: { commit } })).toMatchObject({ exitCode: 1 });
      expect(annotationsOf(github)).toContain(`failure ${file}:${line} privileged`);
    }
    expect(github.violations).toEqual([]);
  });

  it("a base that GraphQL cuts, and still old is told from new", async () => {
    const large = `# ${"x".repeat(600_000)}\n${bad}`;
    await using world = await story({ "k8s/catalog.yaml": `${large}# touched\n` }, { "k8s/catalog.yaml": large });
    expect(await world.run()).toMatchObject({ exitCode: 0, outputs: { new: "0" } });
    expect(world.github.violations).toEqual([]);
  });

  it("the base is the merge base, not the branch's tip", async () => {
    await using world = await story({ "k8s/catalog.yaml": `# touched\n${bad}` }, { "k8s/catalog.yaml": bad });
    // Somebody hardens the base meanwhile: what is wrong does not come from the pull request.
    await world.github.repository.commit({ "k8s/catalog.yaml": hardened });
    expect(await world.run()).toMatchObject({ exitCode: 0, outputs: { new: "0" } });
  });

  it.each(["badGateway", "graphqlTimeout"] as const)(
    "queries that are too much for GitHub are halved: %s",
    async (fault) => {
      const files = Object.fromEntries(
        Array.from({ length: 8 }, (_, index) => [`k8s/p${index}.yaml`, pod(`p${index}`)]),
      );
      const base = Object.fromEntries(Object.keys(files).map((file) => [file, goodPod(file.slice(4, -5))]));
      await using world = await story(files, base);
      const { github } = world;
      github.fail(
        ({ path, body }) => path === "/graphql" && /f3:/.test((body as { query: string }).query),
        faults[fault],
        100,
      );
      const result = await world.run({}, { workspace: { commit: github.repository.tip("main") ?? "" } });
      expect(result).toMatchObject({ exitCode: 1, outputs: { new: "8" } });
    },
    60_000,
  );
});

describe("which files", () => {
  it("are chosen by patterns: the last one that matches decides", async () => {
    await using world = await story({
      "a/x.yaml": pod("x"),
      "b/y.yaml": pod("y"),
      "b/z.txt": pod("z"),
      "b/keep/w.yaml": pod("w"),
    });
    const of = async (files?: string) =>
      JSON.parse((await world.run(files === undefined ? {} : { files })).outputs.files ?? "");
    expect(await of()).toEqual(["a/x.yaml", "b/keep/w.yaml", "b/y.yaml"]);
    expect(await of("**/*\n!b/**\nb/keep/**\n!**/README.md")).toEqual(["a/x.yaml", "b/keep/w.yaml"]);
    expect(await of("b/z.txt")).toEqual(["b/z.txt"]);
  });

  it("are judged under their new name if renamed, and not at all if deleted", async () => {
    await using world = await story(
      { "k8s/catalog.yaml": null, "k8s/renamed.yaml": bad, "k8s/gone.yaml": null },
      { "k8s/catalog.yaml": bad, "k8s/gone.yaml": pod("gone") },
    );
    expect(await world.run({ gate: "all" })).toMatchObject({ exitCode: 1, outputs: { files: '["k8s/renamed.yaml"]' } });
    expect(annotationsOf(world.github)).toContain("failure k8s/renamed.yaml:29 privileged");
  });
});
