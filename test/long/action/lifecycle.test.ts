import { describe, expect, it } from "vitest";
import { bad, commentWrites, goodPod, hardened, pod, type Story, story } from "../../action/story.ts";
import { faults } from "../../fake-github/index.ts";

const suggest = { suggest: "all" };
/** A Pod whose fix is far from the changed line, so that it goes into the comment with the patch. */
const far = (image: string) =>
  pod("far").replace(
    "      image: registry.example.com/app:1\n",
    `      image: registry.example.com/${image}\n${"      # note\n".repeat(20)}`,
  );

/** Runs the Action, and gives what it wrote besides the check run. */
async function writes(world: Story, inputs: Readonly<Record<string, string>> = suggest): Promise<string[]> {
  world.github.clearCalls();
  await world.run(inputs);
  expect(world.github.violations).toEqual([]);
  return commentWrites(world.github);
}

const both = [{ "k8s/a.yaml": pod("a"), "k8s/far.yaml": far("app:2") }, { "k8s/far.yaml": far("app:1") }] as const;
const posted = ["POST /repos/octo-org/shop/pulls/N/reviews", "POST /repos/octo-org/shop/issues/N/comments"];

describe("what is offered", () => {
  it("stays as it is when the run is repeated on the same head", async () => {
    await using world = await story(...both);
    expect(await writes(world)).toEqual(posted);
    expect(await writes(world)).toEqual([]);
    await world.run(suggest, { attempt: 2 });
    expect([world.github.reviewComments.length, world.github.issueComments.length]).toEqual([1, 1]);
  });

  it("stays when the head moves on and its lines are still there", async () => {
    await using world = await story(...both);
    await writes(world);
    const [before] = world.github.reviewComments;
    await world.github.push(world.pull, { "README.md": "# later\n" });
    expect(await writes(world)).toEqual([]);
    expect(world.github.reviewComments).toEqual([before]);
  });

  it("is removed when it is fixed", async () => {
    await using world = await story(...both);
    await writes(world);
    await world.github.push(world.pull, {
      "k8s/a.yaml": goodPod("a"),
      "k8s/far.yaml": `${far("app:2")}        allowPrivilegeEscalation: false\n`,
    });
    expect(await writes(world)).toEqual([
      "DELETE /repos/octo-org/shop/pulls/comments/N",
      "DELETE /repos/octo-org/shop/issues/comments/N",
    ]);
    expect([world.github.reviewComments, world.github.issueComments, world.github.reviews]).toEqual([[], [], []]);
    expect(await writes(world)).toEqual([]);
  });

  it("is removed when the change no longer has the file", async () => {
    await using world = await story(...both);
    await writes(world);
    await world.github.push(world.pull, { "k8s/a.yaml": null, "k8s/far.yaml": far("app:1"), "README.md": "# more\n" });
    expect(await writes(world)).toEqual([
      "DELETE /repos/octo-org/shop/pulls/comments/N",
      "DELETE /repos/octo-org/shop/issues/comments/N",
    ]);
  });

  it("stays if people have replied, and gets one reply when it is fixed", async () => {
    await using world = await story(...both);
    const { github, pull } = world;
    await writes(world);
    const [comment] = github.reviewComments;
    if (comment) github.reply(comment, "Why is this needed?");
    await github.push(pull, { "k8s/a.yaml": goodPod("a") });
    expect(await writes(world)).toEqual(["POST /repos/octo-org/shop/pulls/N/comments/N/replies"]);
    expect(github.reviewComments.map(({ body }) => body.split("\n")[0])).toEqual([
      "**Hardened YAML** for `container app of Pod a`. It fixes:",
      "Why is this needed?",
      `Fixed in ${github.headOf(pull)}.`,
    ]);
    await github.push(pull, { "README.md": "# later\n" });
    expect(await writes(world)).toEqual([]);
  });

  it("is posted again if its lines have changed", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a") }, {});
    const { github, pull } = world;
    await writes(world);
    const edited = pod("a").replace("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: true # kept");
    await github.push(pull, { "k8s/a.yaml": edited });
    expect(await writes(world)).toEqual([
      "DELETE /repos/octo-org/shop/pulls/comments/N",
      "POST /repos/octo-org/shop/pulls/N/reviews",
    ]);
    expect(github.reviewComments).toHaveLength(1);
    await github.applySuggestion(github.reviewComments[0]?.id ?? 0);
    expect((await world.run(suggest)).exitCode).toBe(0);
    expect(github.reviewComments).toEqual([]);
  });

  it("does not come back on the same head if somebody deletes it, but on the next", async () => {
    await using world = await story(...both);
    const { github, pull } = world;
    await writes(world);
    const remove = (list: unknown): void => {
      (list as unknown[]).length = 0;
    };
    remove(github.reviewComments);
    remove(github.issueComments);
    expect(await writes(world)).toEqual([]);
    expect(await writes(world)).toEqual([]);
    await github.push(pull, { "README.md": "# later\n" });
    expect(await writes(world)).toEqual(posted);
  });

  it("stays resolved if somebody has resolved it", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a") }, {});
    await writes(world);
    const [comment] = world.github.reviewComments;
    if (comment) world.github.resolveThread(comment);
    expect(await writes(world)).toEqual([]);
  });

  it("comes when a draft is ready for review, and goes from a draft", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a") }, {}, { pull: { draft: true } });
    const { github, pull } = world;
    expect(await writes(world)).toEqual([]);
    pull.draft = false;
    expect(await writes(world)).toEqual(posted.slice(0, 1));
    pull.draft = true;
    await github.push(pull, { "k8s/a.yaml": goodPod("a"), "k8s/b.yaml": pod("b") });
    expect(await writes(world)).toEqual(["DELETE /repos/octo-org/shop/pulls/comments/N"]);
  });

  it("stays as it is while its file can't be read, and is not called fixed", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a") }, {});
    const { github, pull } = world;
    await writes(world);
    const [comment] = github.reviewComments;
    if (comment) github.reply(comment, "Why?");
    await github.push(pull, { "k8s/a.yaml": `${pod("a")}  broken: [\n` });
    expect(await writes(world)).toEqual([]);
    await github.push(pull, { "k8s/a.yaml": pod("a").replace("Filesystem: true", "Filesystem: true # now") });
    expect(await writes(world)).toEqual([
      "POST /repos/octo-org/shop/pulls/N/comments/N/replies",
      "POST /repos/octo-org/shop/pulls/N/reviews",
    ]);
    expect(github.reviewComments.at(-2)?.body).toMatch(/^The lines have changed in [0-9a-f]{40}: a newer comment/);
    expect(await writes(world)).toEqual([]);
  });

  it("is read by REST where GraphQL does not tell", async () => {
    await using world = await story(...both);
    const { github, pull } = world;
    await writes(world);
    await github.push(pull, { "k8s/a.yaml": goodPod("a") });
    const isConversation = ({ body }: { readonly body?: unknown }) =>
      JSON.stringify(body ?? "").includes("reviewThreads");
    github.fail(isConversation, faults.graphqlTimeout, 99);
    expect(await writes(world)).toEqual(["DELETE /repos/octo-org/shop/pulls/comments/N"]);
    expect(github.issueComments).toHaveLength(1);
  });
});

describe("other people's comments", () => {
  it("are never taken for ours, whatever markers they have", async () => {
    await using world = await story(...both);
    const { github, pull } = world;
    await writes(world);
    const [own, patch] = [github.reviewComments[0], github.issueComments[0]];
    (github.reviewComments as unknown[]).length = 0;
    (github.issueComments as unknown[]).length = 0;
    (github.checkRuns as unknown[]).length = 0;
    // A contributor plants markers to make the next run believe that everything was posted.
    await github.comment(pull, {
      path: "k8s/a.yaml",
      line: own?.anchor.line ?? 1,
      body: own?.body ?? "",
      author: "mallory",
    });
    github.commentOnPullRequest(pull, patch?.body ?? "", "mallory");
    expect(await writes(world)).toEqual(posted);
    await github.push(pull, { "k8s/a.yaml": goodPod("a"), "k8s/far.yaml": hardened });
    await writes(world);
    expect(github.reviewComments.map(({ author }) => author)).toEqual([{ kind: "user", login: "mallory" }]);
    expect(github.issueComments.map(({ author }) => author)).toEqual([{ kind: "user", login: "mallory" }]);
  });

  it("of another app, and without markers, are left alone", async () => {
    await using world = await story({ "k8s/a.yaml": bad }, {});
    const { github, pull } = world;
    await github.comment(pull, { path: "k8s/a.yaml", line: 2, body: "nit", author: "octocat" });
    await github.comment(pull, {
      path: "k8s/a.yaml",
      line: 3,
      body: "from us, but no marker",
      author: "github-actions[bot]",
    });
    await writes(world);
    await github.push(pull, { "k8s/a.yaml": hardened });
    await writes(world);
    expect(github.reviewComments.map(({ body }) => body)).toEqual(["nit", "from us, but no marker"]);
  });
});
