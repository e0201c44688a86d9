import { describe, expect, it } from "vitest";
import { commentWrites, goodPod, pod, type Story, story } from "../../action/story.ts";

/** What a job is told. Jobs of one matrix have nothing else to be told apart by. */
const job = (name: string, files = "**/*.yaml") => ({ suggest: "true", "check-name": name, files });
const ofAnother = { environment: { GITHUB_JOB: "other" } };

/** The comments on lines, by file and check. */
function standing({ github }: Story): string[] {
  return github.reviewComments.map(({ path, replyTo }) => (replyTo === undefined ? path : `${path} reply`)).toSorted();
}

/** The text of a comment as releases without authors wrote it. */
const withoutAuthor = (body: string) => body.replace(/<!-- secctx:v1 owner=[^>]*>\n/, "");

describe("a comment belongs to its check name and the files that it reviews", () => {
  it.each([
    ["other names and other files", job("left", "left/**"), job("right", "right/**")],
    ["one name and other files", job("secctx", "left/**"), job("secctx", "right/**")],
  ])("two jobs with %s leave each other's alone, whichever comes first", async (_, left, right) => {
    await using world = await story({ "left/a.yaml": pod("a"), "right/b.yaml": pod("b") }, {});
    const { github, pull, run } = world;
    await run(left);
    await run(right);
    expect(standing(world)).toEqual(["left/a.yaml", "right/b.yaml"]);
    await github.push(pull, { "left/a.yaml": goodPod("a") });
    await run(right);
    expect(standing(world)).toEqual(["left/a.yaml", "right/b.yaml"]);
    await run(left);
    expect(standing(world)).toEqual(["right/b.yaml"]);
    expect(github.violations).toEqual([]);
  });

  it("two jobs that review the same files under their own names each have their own patch", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a") }, {});
    const { github, pull, run } = world;
    const [one, two] = ["one", "two"].map((name) => ({ ...job(name), "max-suggestions": "0" }));
    await run(one);
    await run(two);
    expect(github.issueComments).toHaveLength(2);
    await github.push(pull, { "k8s/a.yaml": goodPod("a") });
    await run(two);
    expect(github.issueComments).toHaveLength(1);
    await run(one);
    expect(github.issueComments).toEqual([]);
  });

  it("comments of releases without owners are adopted by the default name, and by no other", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a") }, {});
    const { github, run } = world;
    await run({ suggest: "true" });
    const [comment] = github.reviewComments;
    if (comment) comment.body = withoutAuthor(comment.body);
    await run(job("staging", "staging/**"), ofAnother);
    expect(github.reviewComments).toEqual([comment]);
    github.clearCalls();
    await run({ suggest: "true" });
    expect(commentWrites(github)).toEqual(["PATCH /repos/octo-org/shop/pulls/comments/N"]);
    expect(comment?.body).toContain("owner=");
    github.clearCalls();
    await run({ suggest: "true" });
    expect(commentWrites(github)).toEqual([]);
  });
});

describe("what a job wrote before it was changed is taken over by what it is now", () => {
  it.each([
    ["check-name", job("before"), job("now")],
    ["files", job("same", "**/*.yaml"), job("same", "k8s/**")],
  ])("after another %s", async (_, before, now) => {
    await using world = await story({ "k8s/a.yaml": pod("a"), "k8s/b.yaml": pod("b") }, {});
    const { github, pull, run } = world;
    await run(before);
    await github.push(pull, { "k8s/b.yaml": goodPod("b") });
    github.clearCalls();
    await run(now);
    expect(commentWrites(github)).toEqual([
      "PATCH /repos/octo-org/shop/pulls/comments/N",
      "DELETE /repos/octo-org/shop/pulls/comments/N",
    ]);
    expect(standing(world)).toEqual(["k8s/a.yaml"]);
    await github.push(pull, { "k8s/a.yaml": goodPod("a") });
    await run(now);
    expect(standing(world)).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  it("but not what another job of the workflow writes, or one of the same matrix that is still to run", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a") }, {});
    const { github, pull, run } = world;
    await run(job("one"));
    await run(job("two"));
    await run(job("three"), ofAnother);
    expect(github.reviewComments).toHaveLength(3);
    await github.push(pull, { "README.md": "# later\n" });
    await run(job("two"));
    await run(job("four"), { environment: { GITHUB_JOB: "fourth" } });
    expect(github.reviewComments).toHaveLength(4);
  });

  it("and is removed once suggestions are switched off, by no other job", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a"), "k8s/b.yaml": pod("b") }, {});
    const { github, run } = world;
    await run({ suggest: "true", "max-suggestions": "1" });
    const [comment] = github.reviewComments;
    if (comment) github.reply(comment, "Wait.");
    await run({}, ofAnother);
    expect([github.reviewComments.length, github.issueComments.length]).toEqual([2, 1]);
    await run();
    expect(github.issueComments).toEqual([]);
    expect(github.reviewComments.at(-1)?.body).toContain("No longer suggested as of");
    expect(github.reviewComments).toHaveLength(3);
    await run();
    expect(github.reviewComments).toHaveLength(3);
    expect(github.violations).toEqual([]);
  });
});

describe("a record in a check run", () => {
  it("is believed from our own app alone", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a") }, {});
    const { github, run } = world;
    await run({ suggest: "true" });
    const [check] = github.checkRuns;
    const planted = { ...check, app: { slug: "mallory", id: 7 } };
    (github.checkRuns as unknown[]).splice(0, 1, planted);
    (github.reviewComments as unknown[]).length = 0;
    await run({ suggest: "true" });
    expect(github.reviewComments).toHaveLength(1);
  });
});
