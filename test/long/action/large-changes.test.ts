import { describe, expect, it } from "vitest";
import { annotationsOf, bad, goodPod, hardened, pod, story } from "../../action/story.ts";
import { type FakeGitHub, type Files, faults, runAction } from "../../fake-github/index.ts";

function notes(folder: string, count: number): Files {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${folder}/${index}.md`, `${index}\n`]));
}

function failures(github: FakeGitHub): string[] {
  return annotationsOf(github).filter((line) => line.startsWith("failure"));
}

const found = [
  "failure k8s/catalog.yaml:29 privileged",
  "failure k8s/catalog.yaml:30 run-as-non-root",
  "failure k8s/catalog.yaml:28 drop-all-capabilities",
];

const old = bad.replace("name: catalog\nspec", "name: old\nspec");

/** A change of every kind: one manifest that gets worse, and one that only moves. */
const base: Files = {
  "k8s/catalog.yaml": hardened,
  "k8s/old.yaml": old,
  "k8s/gone.yaml": pod("gone"),
  "run.yaml": "a: 1\n",
};
const head: Files = {
  "k8s/catalog.yaml": bad,
  "k8s/old.yaml": null,
  "team/moved.yaml": old,
  "k8s/gone.yaml": null,
  "run.yaml": { executable: "a: 1\n" },
  "k8s/module.yaml": { submodule: "1".repeat(40) },
  "k8s/link.yaml": { symlink: "catalog.yaml" },
};

describe("a change that is longer than GitHub lists is read whole", () => {
  it.each<readonly [string, Files, { readonly treeEntries?: number }, number]>([
    ["a comparison", notes("docs", 20), {}, 0],
    ["the trees of both commits", notes("docs", 310), {}, 2],
    [
      "trees that GitHub cuts, folder by folder",
      { ...notes("docs/a", 180), ...notes("docs/b", 180) },
      { treeEntries: 200 },
      11,
    ],
  ])("from %s: what moved is not new", async (_, more, limits, trees) => {
    await using world = await story({ ...head, ...more }, base, { github: { limits: { files: 5, ...limits } } });
    const { github, pull } = world;
    const result = await world.run({ suggest: "true" });
    expect(result).toMatchObject({ exitCode: 1, stderr: "", outputs: { new: "3", conclusion: "failure" } });
    expect(JSON.parse(result.outputs.files ?? "")).toEqual([
      "k8s/catalog.yaml",
      "k8s/link.yaml",
      "k8s/module.yaml",
      "run.yaml",
      "team/moved.yaml",
    ]);
    expect(failures(github)).toEqual(found);
    expect(github.checkRuns[0]).toMatchObject({ headSha: github.headOf(pull) });
    expect(result.summary).not.toContain("newer head");
    expect(github.callsTo("GET */git/trees/*")).toHaveLength(trees);
    expect(github.violations).toEqual([]);
  });

  it.each([
    ["is too long for it", { status: 422, body: { message: "Sorry, this diff is taking too long to generate." } }],
    ["takes it too long", faults.badGateway],
  ])("although its diff %s", async (_, fault) => {
    await using world = await story(head, base);
    world.github.fail("GET */pulls/*/files", fault, 9);
    expect(await world.run()).toMatchObject({ exitCode: 1, outputs: { new: "3" } });
    expect(failures(world.github)).toEqual(found);
  });

  it("although its head has moved, and even if nothing is left there", async () => {
    await using world = await story(head, base);
    const { github, pull } = world;
    const event = await github.pullRequestEvent(pull, "synchronize");
    const judged = github.headOf(pull);
    await github.push(pull, { "README.md": "# shop\n" }, { parent: github.repository.tip("main") ?? "" });
    const result = await runAction({ github, event, inputs: { suggest: "true" } });
    expect(result).toMatchObject({ exitCode: 1, outputs: { new: "3" } });
    expect(result.summary).toContain("newer head");
    expect(github.checkRuns.map(({ headSha }) => headSha)).toEqual([judged]);
    expect(failures(github)).toEqual(found);
    expect(github.reviewComments).toEqual([]);
  });
});

describe("a link within the repository", () => {
  it("is passed over where what it leads to is judged itself, and else judged as that", async () => {
    const links = {
      "k8s/a.yaml": { symlink: "catalog.yaml" },
      "k8s/b.yaml": { symlink: "../base" },
      "k8s/c.yaml": { symlink: "next.yaml" },
      "k8s/next.yaml": { symlink: "../base/{web}: x.txt" },
      // Its way is one of files that are judged, until a folder on it turns out to be a link.
      "k8s/d.yaml": { symlink: "way/hidden.yaml" },
      "k8s/way": { symlink: "../elsewhere" },
    };
    await using world = await story(
      { ...links, "base/readme.txt": "x\n" },
      { "k8s/catalog.yaml": hardened, "base/{web}: x.txt": "x\n", "elsewhere/hidden.yaml": goodPod("hidden") },
    );
    const { github, pull } = world;
    const inputs = { files: "k8s/**/*.yaml" };
    expect(await world.run(inputs)).toMatchObject({ exitCode: 0, stderr: "", outputs: { conclusion: "success" } });
    await github.push(pull, { "base/{web}: x.txt": bad, "elsewhere/hidden.yaml": pod("hidden") });
    for (const commit of [github.headOf(pull), github.repository.tip("main") ?? ""]) {
      const result = await world.run(inputs, { workspace: { commit } });
      expect(result).toMatchObject({ exitCode: 1, stderr: "", outputs: { enforced: "4" } });
      expect(failures(github)).toContain("failure elsewhere/hidden.yaml:15 allow-privilege-escalation");
      expect(failures(github)).toContain("failure base/{web}: x.txt:29 privileged");
      expect(result.summary).toContain("links to other files");
    }
    expect(github.violations).toEqual([]);
  });
});
