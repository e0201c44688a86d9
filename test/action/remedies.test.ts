import { describe, expect, it } from "vitest";
import { pod, story } from "./story.ts";

const suggest = { suggest: "true" };
const developer = { kind: "user", login: "octocat" } as const;
const all = { checks: "write", contents: "write", pullRequests: "write" } as const;

describe("a refusal is shown in GitHub's words, with the remedy that fits", () => {
  it("in a private repository: `pull-requests: read` to list, and then nothing more", async () => {
    await using world = await story(undefined, undefined, { github: { private: true } });
    const { github } = world;
    const token = github.createToken({ permissions: { checks: "write", pullRequests: "none" } });
    const result = await world.run({}, { token });
    expect(result).toMatchObject({ exitCode: 2, stderr: "", outputs: { conclusion: "failure" } });
    expect(result.stdout).toContain(
      "The files of pull request 1 could not be listed: GitHub refused it (Resource not accessible by integration): add `pull-requests: read` to the job's permissions.",
    );
    expect(result.summary).toContain("pull\\-requests: read");
    expect(github.checkRuns.map(({ title }) => title)).toEqual(["Could not evaluate"]);
  });

  it("for a personal token: no permission of the job lets it write check runs", async () => {
    await using world = await story(undefined, undefined, { github: { private: true } });
    const { github } = world;
    const classic = await world.run({}, { token: github.createToken({ identity: developer, permissions: all }) });
    expect(classic).toMatchObject({ exitCode: 1, stderr: "" });
    expect(classic.stdout).toContain(
      "There is no check run: GitHub refused it (You must authenticate via a GitHub App): a personal token can't write check runs: leave out the input github-token to use the job's own token, or give it an app's token. Findings go to workflow commands instead.",
    );
    const narrow = github.createToken({ identity: developer, permissions: { ...all, pullRequests: "none" } });
    const refused = await world.run({}, { token: narrow });
    expect(refused.exitCode).toBe(2);
    expect(refused.stdout).toContain(
      "(Resource not accessible by personal access token): give the personal token `pull-requests: read`, or leave the input github-token out, and add `pull-requests: read` to the job's permissions.",
    );
  });

  it("in a locked conversation: suggestions are not posted, and the verdict stands", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a") }, {});
    world.github.lockConversation(world.pull);
    const result = await world.run(suggest);
    expect(result).toMatchObject({ exitCode: 1, stderr: "" });
    expect(result.stdout).toContain(
      "The suggestions could not be posted: GitHub refused it (Unable to create comment because issue is locked): unlock the conversation, and run the job again.",
    );
    expect(world.github.checkRuns).toHaveLength(1);
    expect(world.github.violations).toEqual([]);
  });

  it("in a fork nothing can be added; a private repository may still send it tokens that write", async () => {
    await using world = await story(undefined, undefined, { pull: { fork: "stranger" } });
    const { github } = world;
    const result = await world.run({}, { token: github.createToken() });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain(
      "There is no check run: GitHub refused it (Resource not accessible by integration): the token of a pull request from a fork can only read, whatever the permissions say; a workflow on pull_request_target may write. Findings go to workflow commands instead.",
    );
    expect(result.stdout + result.summary).not.toContain("checks: write");
    expect((await world.run()).exitCode).toBe(1);
    expect(github.checkRuns).toHaveLength(1);
    const event = await github.pullRequestEvent(world.pull, "opened", { target: true });
    const target = await world.run({}, { event, token: github.createToken() });
    expect(target.stdout).toContain("add `checks: write` to the job's permissions");
  });
});
