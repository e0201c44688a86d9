import { describe, expect, it } from "vitest";
import { type Api, type Connection, connect, reason } from "../../src/github/api.ts";
import { type FakeGitHub, faults, startFakeGitHub } from "../fake-github/index.ts";
import { story } from "./story.ts";

const route = "/repos/{owner}/{repo}";

/** A client as the Action has it; the package reads the address when it is loaded, so that a client is told again here. */
function client(github: FakeGitHub, connection: Connection = {}): Promise<Api> {
  return connect(github.token, { ...connection, baseUrl: github.apiUrl });
}

const repository = { owner: "octo-org", repo: "shop" };

describe("the connection to GitHub", () => {
  it("gives a slow answer up and asks again, where that does no harm", async () => {
    await using github = await startFakeGitHub();
    await github.repository.commit({ "README.md": "x\n" });
    const api = await client(github, { timeout: 1000 });
    github.fail("GET *", { delayMs: 5000 });
    expect(await api.get(route, repository)).toMatchObject({ ok: true });
    expect(github.calls).toHaveLength(2);
    github.clearCalls();
    github.fail("POST */check-runs", { delayMs: 5000 });
    const head = github.repository.tip("main");
    const parameters = { ...repository, name: "x", head_sha: head, status: "queued" };
    expect(await api.write(`POST ${route}/check-runs`, parameters)).toMatchObject({ ok: false, why: "unreachable" });
    expect(github.calls).toHaveLength(1);
  });

  it("waits for limits as long as it has patience, and says why it gives up", async () => {
    await using github = await startFakeGitHub();
    const api = await client(github, { patience: 3 });
    github.fail("GET *", faults.secondaryLimit, 2);
    expect(await api.get(route, repository)).toMatchObject({ ok: true });
    github.fail("GET *", { ...faults.secondaryLimit, headers: { "retry-after": "2" } }, 1);
    const answer = await api.get(route, repository);
    expect(answer).toMatchObject({ ok: false, why: "limit" });
    expect(answer.ok ? "" : reason(answer, "x")).toBe("GitHub's rate limit is reached: run the job again later");
  });

  it("waits until the hour's limit ends where that is soon", async () => {
    await using github = await startFakeGitHub();
    const api = await client(github);
    const reset = String(Math.floor(Date.now() / 1000) + 1);
    github.fail("GET *", {
      ...faults.primaryLimit,
      headers: { ...faults.primaryLimit.headers, "x-ratelimit-reset": reset },
    });
    expect(await api.get(route, repository)).toMatchObject({ ok: true });
    expect(github.calls).toHaveLength(2);
  });

  it("waits for nothing any more when the job is cancelled, and asks nothing", async () => {
    await using github = await startFakeGitHub();
    const stop = new AbortController();
    const api = await client(github, { signal: stop.signal });
    github.fail("GET *", { ...faults.secondaryLimit, headers: { "retry-after": "60" } });
    setTimeout(() => stop.abort(), 300);
    const start = performance.now();
    expect(await api.get(route, repository)).toMatchObject({ ok: false, why: "stopped" });
    expect(await api.write(`POST ${route}/check-runs`, repository)).toMatchObject({ ok: false, why: "stopped" });
    expect(performance.now() - start).toBeLessThan(5000);
    expect(github.calls).toHaveLength(1);
  });

  it("tells what GraphQL does not give from what it can't", async () => {
    await using github = await startFakeGitHub();
    const api = await client(github);
    expect(await api.query("query { viewer { login } }")).toMatchObject({
      ok: true,
      data: { viewer: { login: "github-actions[bot]" } },
    });
    const other = 'query { repository(owner: "octo-org", name: "other") { name } }';
    expect(await api.query(other)).toMatchObject({ ok: false, why: "permission" });
    expect(github.calls).toHaveLength(2);
  });

  it("asks in the version that it knows", async () => {
    await using github = await startFakeGitHub();
    await (await client(github)).get(route, repository);
    expect(github.calls[0]?.headers["x-github-api-version"]).toBe("2022-11-28");
    expect(github.violations).toEqual([]);
  });
});

describe("GitHub Enterprise Server", () => {
  it("is reached below its own paths, links and all", async () => {
    await using world = await story(undefined, undefined, { github: { basePath: "/api/v3" } });
    const { github, run } = world;
    const result = await run({ suggest: "true" }, { workspace: { commit: github.repository.tip("main") ?? "" } });
    expect(result.exitCode).toBe(1);
    expect(github.reviewComments).toHaveLength(1);
    expect(github.checkRuns[0]?.summary).toContain(`](${github.serverUrl}/octo-org/shop/blob/`);
    expect(result.stdout + result.summary + JSON.stringify(github.checkRuns)).not.toContain("github.com");
    expect(github.violations).toEqual([]);
  });
});
