import { describe, expect, it } from "vitest";
import { bad, goodPod, hardened, pod, type Story, story } from "../../action/story.ts";
import { faults } from "../../fake-github/index.ts";

/** A workspace without what the change brings. */
function elsewhere({ github }: Story) {
  return { workspace: { commit: github.repository.tip("main") ?? "" } };
}

/** Sixty manifests that get worse. */
async function manyPods() {
  const names = Array.from({ length: 60 }, (_, index) => `p${index}`);
  const files = Object.fromEntries(names.map((name) => [`k8s/${name}.yaml`, pod(name)]));
  const base = Object.fromEntries(names.map((name) => [`k8s/${name}.yaml`, goodPod(name)]));
  return await story(files, base);
}

const isText = ({ path, body }: { path: string; body: unknown }) =>
  path === "/graphql" && /byteSize/.test((body as { query: string }).query);

describe("what GraphQL does not manage", () => {
  it.each(["graphqlTimeout", "graphqlResourceLimits", "graphqlHalf", "graphqlNotInTime"] as const)(
    "for good, is asked by REST, the configuration too: %s",
    async (fault) => {
      const files = { "k8s/a.yaml": pod("a"), "k8s/b.yaml": bad };
      const own = { ".secctx.yaml": "enforce: baseline\n", "k8s/a.yaml": goodPod("a"), "k8s/b.yaml": hardened };
      await using world = await story(files, own);
      world.github.fail("POST /graphql", faults[fault], 99);
      const result = await world.run({}, elsewhere(world));
      expect(result).toMatchObject({ exitCode: 1, stderr: "", outputs: { enforced: "1", new: "4" } });
      expect(world.github.callsTo("GET */git/blobs/*").length).toBe(5);
      expect(world.github.violations).toEqual([]);
    },
  );

  it("once, is asked again", async () => {
    await using world = await story();
    world.github.fail("POST /graphql", faults.graphqlFault, 1);
    expect(await world.run()).toMatchObject({ exitCode: 1, outputs: { new: "3" } });
    expect(world.github.callsTo("GET */git/*")).toEqual([]);
  });

  it("at once, is asked in halves", async () => {
    await using world = await manyPods();
    const { github } = world;
    github.fail(
      (call) => isText(call) && /f31:/.test((call.body as { query: string }).query),
      faults.graphqlResourceLimits,
      99,
    );
    const result = await world.run({}, elsewhere(world));
    expect(result).toMatchObject({ exitCode: 1, outputs: { new: "60" } });
    expect(github.callsTo("GET */git/*")).toEqual([]);
    expect(github.callsTo("POST /graphql").length).toBeLessThan(14);
  });

  it("of some files is asked by REST, and of no more", async () => {
    await using world = await manyPods();
    const { github } = world;
    const sha = (await github.repository.read(`${github.headOf(world.pull)}:k8s/p7.yaml`))?.oid ?? "";
    github.fail(
      (call) => isText(call) && (call.body as { query: string }).query.includes(sha),
      faults.graphqlFault,
      99,
    );
    const result = await world.run({}, elsewhere(world));
    expect(result).toMatchObject({ exitCode: 1, outputs: { new: "60" } });
    expect(github.callsTo("GET */git/blobs/*").length).toBeLessThanOrEqual(25);
  });

  it("is null for a file that is there: it is not taken for a submodule", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a") }, { "k8s/a.yaml": goodPod("a") });
    const { github } = world;
    const folder = { entries: [{ name: "a.yaml", mode: 0o100644 }] };
    const nothing = { status: 200, body: { data: { repository: { f0: null, f1: folder } } } };
    github.fail((call) => isText(call) && /oid: "/.test((call.body as { query: string }).query), nothing, 9);
    const result = await world.run({}, elsewhere(world));
    expect(result).toMatchObject({ exitCode: 2, outputs: { conclusion: "failure" } });
    expect(result.stdout).toContain("k8s/a.yaml:1: This file could not be read: GitHub has no text for it.");
  });

  it("is null in a list, is asked by REST: what was changed, and what was said", async () => {
    await using world = await story();
    const { github } = world;
    const headRefOid = github.headOf(world.pull);
    const hole = { totalCount: 1, nodes: [null], pageInfo: { hasNextPage: false, endCursor: null } };
    const answerWith = (asked: RegExp, data: object) =>
      github.fail(
        ({ path, body }) => path === "/graphql" && asked.test((body as { query: string }).query),
        { status: 200, body: { data } },
        1,
      );
    const texts = { f0: null, f1: null, f2: null };
    answerWith(/changeType/, { repository: { ...texts, pull: { headRefOid, files: hole } } });
    const comments = { ...hole, totalCount: 0, nodes: [] };
    const pullRequest = { headRefOid, state: "OPEN", reviewThreads: hole, comments };
    answerWith(/reviewThreads/, { viewer: { login: "someone" }, repository: { pullRequest } });
    expect(await world.run()).toMatchObject({ exitCode: 1, stderr: "", outputs: { new: "3" } });
    expect(github.callsTo("GET */pulls/*/files").length).toBe(1);
    expect(github.callsTo("GET */pulls/*/comments").length).toBeGreaterThan(0);
    expect(github.violations).toEqual([]);
  });

  it("and REST neither, could not be evaluated: one sentence, in GitHub's words", async () => {
    await using world = await story();
    world.github.fail("POST /graphql", faults.graphqlFault, 99);
    world.github.fail("GET */git/*", faults.badGateway, 99);
    const result = await world.run({}, elsewhere(world));
    expect(result).toMatchObject({ exitCode: 2, stderr: "", outputs: { conclusion: "failure" } });
    expect(result.stdout).toContain(
      "The configuration could not be read: GitHub could not answer (Something went wrong while executing your query",
    );
  });

  it("is refused, is not asked in another way", async () => {
    await using world = await story();
    world.github.fail("POST /graphql", faults.graphqlSamlEnforcement, 99);
    const result = await world.run();
    expect(result.exitCode).toBe(2);
    expect(world.github.callsTo("GET *")).toEqual([]);
  });
});
