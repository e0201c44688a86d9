import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { bad, commentWrites, pod, type Story, story } from "../../action/story.ts";
import { type FaultResponse, faults, type Matcher } from "../../fake-github/index.ts";

const suggest = { suggest: "true" };
const reviews = "POST */pulls/*/reviews";
const checks = "POST */check-runs";
const otherLine = {
  status: 422,
  body: { message: "Unprocessable Entity", errors: ["Pull request review thread line must be part of the diff"] },
};

/** The same change under every fault: two containers to harden, and the gate fails. */
async function faulty(matcher: Matcher, response: FaultResponse, times = 1): Promise<Story> {
  const world = await story({ "k8s/a.yaml": pod("a"), "k8s/b.yaml": bad }, {});
  world.github.fail(matcher, response, times);
  return world;
}

describe("a write that GitHub does not take changes neither the verdict nor the exit status", () => {
  it.each([
    ["no permission for check runs", checks, faults.noPermission, "add `checks: write`"],
    ["no sight of check runs", checks, faults.noSight, "add `checks: write`"],
    ["a check run that is not understood", checks, otherLine, "GitHub refused it (Unprocessable Entity"],
    ["a bad token half-way", checks, faults.badCredentials, "GitHub does not accept the token (Bad credentials)"],
    ["the limit of the hour", checks, faults.primaryLimit, "rate limit is reached"],
    [
      "single sign-on",
      checks,
      faults.samlEnforcement,
      "refused it (Resource protected by organization SAML enforcement",
    ],
    ["a list of allowed addresses", checks, faults.ipAllowList, "refused it (Although you appear to have the correct"],
    ["an archived repository", checks, faults.archived, "GitHub refused it (Repository was archived so is read-only)"],
    ["a page instead of words", checks, { ...faults.badGateway, status: 403 }, "GitHub refused it (403): add `checks"],
  ] as const)("%s: commands replace the check run", async (_, matcher, response, sentence) => {
    await using world = await faulty(matcher, response, 9);
    const result = await world.run();
    expect(result).toMatchObject({ exitCode: 1, outputs: { conclusion: "failure", "check-run-url": "" } });
    expect(result.stdout.split("There is no check run")).toHaveLength(2);
    expect(result.stdout).toContain(sentence);
    expect(result.summary).toContain("There is no check run");
    expect(result.commands.filter(({ command }) => command === "error").length).toBeGreaterThan(0);
    expect(world.github.checkRuns).toEqual([]);
    expect(world.github.violations).toEqual([]);
  });

  it.each([
    ["no permission", faults.noPermission, "add `pull-requests: write`"],
    ["no sight", faults.noSight, "add `pull-requests: write`"],
    ["the limit of the hour", faults.primaryLimit, "rate limit is reached"],
  ] as const)("%s for reviews: one line, and no second attempt in another way", async (_, response, sentence) => {
    await using world = await faulty(
      ({ method, path }) => method !== "GET" && /\/(pulls|issues)\//.test(path),
      response,
      99,
    );
    const result = await world.run(suggest);
    expect(result.exitCode).toBe(1);
    expect(result.stdout.split("could not be posted")).toHaveLength(2);
    expect(result.stdout).toContain(sentence);
    expect(result.summary).toContain("could not be posted");
    expect(commentWrites(world.github)).toEqual(["POST /repos/octo-org/shop/pulls/N/reviews"]);
    expect(world.github.checkRuns).toHaveLength(1);
  });

  it("a check run about a change that can't be read: the log says that there is none, and why", async () => {
    await using world = await faulty("GET */files", faults.noPermission, 9);
    world.github.fail(checks, faults.archived, 9);
    const result = await world.run();
    expect(result).toMatchObject({ exitCode: 2, outputs: { conclusion: "failure" } });
    expect(result.stdout).toContain(
      "There is no check run: GitHub refused it (Repository was archived so is read-only)",
    );
    expect(result.stdout).toContain("The files of pull request 1 could not be listed");
  });

  it("batches of annotations that GitHub does not take are counted, and nothing is annotated twice", async () => {
    const pods = Array.from({ length: 120 }, (_, index) => pod(`p${index}`)).join("---\n");
    await using world = await story({ "k8s/a.yaml": pods }, {});
    world.github.fail("PATCH */check-runs/*", faults.badGateway, 9);
    const result = await world.run();
    expect(result.exitCode).toBe(1);
    expect(result.summary).toContain("GitHub took 50 of 120 annotations");
    expect(result.stdout).toContain(
      "GitHub took 50 of 120 annotations: GitHub did not answer (502): run the job again.",
    );
    expect(result.commands.filter(({ command }) => command === "error")).toEqual([]);
    expect(world.github.checkRuns[0]?.annotations).toHaveLength(50);
  });
});

describe("a missing answer", () => {
  it.each([
    ["502, and nothing was made", { ...faults.badGateway }],
    ["502, and all of it was made", { ...faults.badGateway, afterEffect: true }],
    ["502, and a part of it was made", { ...faults.badGateway, afterEffect: { comments: 1 } }],
    ["a dropped connection", "drop-connection"],
    ["submitted too quickly, with a part made", { ...faults.submittedTooQuickly, afterEffect: { comments: 1 } }],
  ] as const)("to a review, %s: the comments are listed, and the missing ones are posted once", async (_, response) => {
    await using world = await faulty(reviews, response);
    const { github } = world;
    expect((await world.run(suggest)).exitCode).toBe(1);
    const paths = github.reviewComments.map(({ path }) => path).toSorted();
    expect(paths).toEqual(["k8s/a.yaml", "k8s/b.yaml"]);
    github.clearCalls();
    await world.run(suggest);
    expect(commentWrites(github)).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  it("to a review, again and again: one line says so", async () => {
    await using world = await faulty(reviews, faults.badGateway, 9);
    const result = await world.run(suggest);
    expect(result.exitCode).toBe(1);
    expect(world.github.callsTo(reviews)).toHaveLength(2);
    expect(result.stdout).toContain(
      "The suggestions could not be posted: GitHub did not answer (502): run the job again.",
    );
  });

  it.each([true, false])("to a check run, created: %s: there is one in the end", async (afterEffect) => {
    await using world = await faulty(checks, { ...faults.badGateway, afterEffect });
    const result = await world.run();
    expect(result).toMatchObject({ exitCode: 1, outputs: { "check-run-url": expect.stringContaining("http") } });
    expect(world.github.checkRuns).toHaveLength(1);
    expect(world.github.violations).toEqual([]);
  });

  it.each([true, false])("to the comment with the patch, created: %s: there is one in the end", async (afterEffect) => {
    await using world = await faulty("POST */issues/*/comments", { ...faults.badGateway, afterEffect });
    expect((await world.run({ ...suggest, "max-suggestions": "0" })).exitCode).toBe(1);
    expect(world.github.issueComments).toHaveLength(1);
  });

  it("to a read: it is sent again", async () => {
    await using world = await faulty(({ method }) => method === "GET", faults.badGateway, 2);
    expect((await world.run()).exitCode).toBe(1);
    expect(world.github.checkRuns).toHaveLength(1);
  });

  it("to anything, with the network gone: could not evaluate, and never green", async () => {
    await using world = await story({ "README.md": "# no manifest\n" });
    world.github.fail(() => true, "drop-connection", 99);
    const result = await world.run();
    expect(result).toMatchObject({ exitCode: 2, outputs: { conclusion: "failure" } });
    expect(result.stdout).toContain("could not be read: GitHub did not answer (other side closed): run the job again.");
    expect(result.stdout + result.stderr).not.toMatch(/^\s+at /m);
  }, 60_000);
});

describe("a review that does not fit the diff any more (422)", () => {
  it("is tried once more with what lies in the fresh diff", async () => {
    await using world = await faulty(reviews, otherLine);
    expect((await world.run(suggest)).exitCode).toBe(1);
    expect(world.github.callsTo(reviews)).toHaveLength(2);
    expect(world.github.reviewComments).toHaveLength(2);
  });

  it("is not tried a third time: the summary says why", async () => {
    await using world = await faulty(reviews, otherLine, 2);
    const result = await world.run(suggest);
    expect(result.exitCode).toBe(1);
    expect(world.github.callsTo(reviews)).toHaveLength(2);
    expect(result.summary).toContain("line must be part of the diff");
    expect(world.github.checkRuns).toHaveLength(1);
  });

  it("is given up if the head has moved in the middle of the run", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a") }, {});
    const { github, pull } = world;
    github.before(reviews, async () => {
      await github.push(pull, { "k8s/a.yaml": `# moved\n# moved\n${pod("a").replace("a:", "a: #")}` });
    });
    github.fail(reviews, otherLine);
    const result = await world.run(suggest);
    expect(result.exitCode).toBe(1);
    expect(github.reviewComments.length).toBeLessThanOrEqual(1);
    expect(github.violations).toEqual([]);
  });
});

describe("limits", () => {
  it.each([
    ["a secondary limit on a check run", checks, faults.secondaryLimit],
    ["429 on a check run", checks, faults.tooManyRequests],
    ["a secondary limit on a review", reviews, faults.secondaryLimit],
    ["a secondary limit on a listing", "GET */files", faults.secondaryLimit],
  ] as const)("%s: waits as long as GitHub asks, and goes on", async (_, matcher, response) => {
    await using world = await faulty(matcher, response);
    expect((await world.run(suggest)).exitCode).toBe(1);
    expect(world.github.checkRuns).toHaveLength(1);
    expect(world.github.reviewComments).toHaveLength(2);
    const [first, second] = world.github.callsTo(matcher);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
    expect(world.github.violations).toEqual([]);
  });

  it("of the hour, when nothing is listed yet: could not evaluate", async () => {
    await using world = await faulty("GET *", faults.primaryLimit, 9);
    const result = await world.run();
    expect(result.exitCode).toBe(2);
    expect(result.stdout).toContain(
      "GitHub's rate limit is reached (API rate limit exceeded for installation): run the job again later.",
    );
    expect(world.github.callsTo("GET *")).toHaveLength(1);
  });
});

describe("what GitHub does not let the token read is never taken for clean", () => {
  const refused = "GitHub refused it (Resource not accessible by integration)";

  it.each([
    ["contents", `The configuration could not be read: ${refused}: add \`contents: read\` to the job's permissions.`],
    [
      "pullRequests",
      `The files of pull request 1 could not be listed: ${refused}: add \`pull-requests: read\` to the job's permissions.`,
    ],
  ] as const)("in a private repository without %s", async (permission, sentence) => {
    await using world = await story(undefined, undefined, { github: { private: true } });
    const { github } = world;
    const permissions = { checks: "write", contents: "read", pullRequests: "read" } as const;
    const token = github.createToken({ permissions: { ...permissions, [permission]: "none" } });
    const result = await world.run({}, { token });
    expect(result).toMatchObject({ exitCode: 2, stderr: "", outputs: { conclusion: "failure" } });
    expect(result.stdout).toContain(sentence);
    expect(github.violations).toEqual([]);
    expect(await world.run({}, { token: github.createToken({ permissions }) })).toMatchObject({ exitCode: 1 });
  });

  it.each([
    [
      "graphqlSamlEnforcement",
      "authorize the token for the organization's single sign-on, or leave the input github-token out",
    ],
    ["graphqlIpAllowList", "organization has an IP allow list enabled"],
    ["graphqlLimit", "rate limit is reached (API rate limit already exceeded"],
  ] as const)("by a query: %s", async (fault, sentence) => {
    // No wait fits into the patience of a run.
    const headers = { "retry-after": "600" };
    await using world = await faulty("POST /graphql", { ...faults[fault], headers }, 9);
    const result = await world.run();
    expect(result).toMatchObject({ exitCode: 2, stderr: "", outputs: { conclusion: "failure" } });
    expect(result.stdout).toContain(`The configuration could not be read: `);
    expect(result.stdout).toContain(sentence);
    expect(world.github.checkRuns).toEqual([]);
  });
});

describe("the end of the job", () => {
  it.each(["POST */check-runs", "POST */reviews"])(
    "a cancelled job stops before the next write (%s)",
    async (matcher) => {
      await using world = await story(
        { "k8s/a.yaml": Array.from({ length: 120 }, (_, index) => pod(`p${index}`)).join("---\n") },
        {},
      );
      const { github } = world;
      const cancel = new AbortController();
      github.before(matcher, async () => {
        cancel.abort();
        await sleep(300);
      });
      const result = await world.run(suggest, { cancel: cancel.signal });
      expect(result.exitCode).toBe(1);
      expect(result.durationMs).toBeLessThan(8000);
      const after = github.callsTo(({ method, path }) => method !== "GET" && path !== "/graphql");
      expect(github.callsTo(matcher)).toHaveLength(1);
      expect(after.at(-1)).toBe(github.callsTo(matcher)[0]);
      expect(github.checkRuns.every(({ status }) => status === "completed")).toBe(true);
      expect(result.summary).toContain("120 failures");
    },
    60_000,
  );

  it("a job that is cancelled while GitHub is slow has evaluated nothing, and is red", async () => {
    await using world = await faulty("GET */files", { delayMs: 20_000 });
    const cancel = new AbortController();
    world.github.before("GET */files", () => cancel.abort());
    setTimeout(() => cancel.abort(), 2500);
    const result = await world.run({}, { cancel: cancel.signal });
    expect(result).toMatchObject({ exitCode: 2, outputs: { conclusion: "failure" } });
    expect(result.stdout).toContain("the job is being cancelled");
    expect(result.durationMs).toBeLessThan(15_000);
  }, 60_000);

  it("no token: the log says what to do, if GitHub has to be asked", async () => {
    await using world = await story();
    const result = await world.run({}, { token: null });
    expect(result.exitCode).toBe(2);
    expect(result.stdout).toContain("The input github-token is empty");
  });
});
