import { expect, it } from "vitest";
import { goodPod, pod, story } from "./story.ts";

/** The jobs of a monorepo: each reviews a part of it under a name of its own. */
const jobs = [
  { "check-name": "shop", files: "shop/**", suggest: "true" },
  { "check-name": "bank", files: "bank/**", suggest: "true" },
];

it("two jobs, three pushes, a reply, a resolved thread and a revert: what stands on the pull request is what is true", async () => {
  await using world = await story({ "shop/a.yaml": pod("a"), "shop/b.yaml": pod("b"), "bank/c.yaml": pod("c") }, {});
  const { github, pull } = world;
  /** The jobs run in an order; gives the threads that stand, with what was replied. */
  const happen = async (...order: readonly (0 | 1)[]) => {
    for (const index of order) await world.run(jobs[index]);
    expect(github.issueComments).toEqual([]);
    expect(github.violations).toEqual([]);
    return describeThreads();
  };
  const describeThreads = () =>
    github.reviewComments
      .filter(({ replyTo }) => replyTo === undefined)
      .map(({ id, path, resolved }) => {
        const replies = github.reviewComments.filter(({ replyTo }) => replyTo === id);
        return [path, ...(resolved ? ["resolved"] : []), ...replies.map(({ body }) => body.split("\n")[0] ?? "")].join(
          ": ",
        );
      })
      .toSorted();
  const commentOn = (path: string) => {
    const found = github.reviewComments.findLast((each) => each.path === path && each.replyTo === undefined);
    if (!found) throw new Error(`nothing stands on ${path}`);
    return found;
  };

  expect(await happen(0, 1)).toEqual(["bank/c.yaml", "shop/a.yaml", "shop/b.yaml"]);

  github.reply(commentOn("shop/a.yaml"), "Why?");
  github.resolveThread(commentOn("shop/b.yaml"));
  expect(await happen(1, 0)).toEqual(["bank/c.yaml", "shop/a.yaml: Why?", "shop/b.yaml: resolved"]);

  // Lines move in the file whose thread is resolved: it is not said again. What is fixed goes, or is answered.
  await github.push(pull, {
    "shop/a.yaml": goodPod("a"),
    "shop/b.yaml": `# moved\n${pod("b").replace("Filesystem: true", "Filesystem: true # as it was")}`,
    "bank/c.yaml": goodPod("c"),
  });
  const first = github.headOf(pull);
  expect(await happen(1, 0)).toEqual([`shop/a.yaml: Why?: Fixed in ${first}.`, "shop/b.yaml: resolved"]);

  // The problem comes back, and is said anew.
  await github.push(pull, { "shop/a.yaml": pod("a"), "bank/c.yaml": pod("c") });
  expect(await happen(0, 1)).toEqual([
    "bank/c.yaml",
    "shop/a.yaml",
    `shop/a.yaml: Why?: Fixed in ${first}.`,
    "shop/b.yaml: resolved",
  ]);

  // Everything is reverted but one file that is no manifest: nothing is left to review.
  github.reply(commentOn("bank/c.yaml"), "We need this.");
  await github.push(pull, { "shop/a.yaml": null, "shop/b.yaml": null, "bank/c.yaml": null, "notes.txt": "none\n" });
  const last = github.headOf(pull);
  expect(await happen(1, 0, 1, 0)).toEqual([
    `bank/c.yaml: We need this.: Fixed in ${last}: the pull request no longer changes this file.`,
    `shop/a.yaml: Why?: Fixed in ${first}.`,
  ]);
}, 120_000);
