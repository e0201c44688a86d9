import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { explainFailure } from "../../../src/github/failures.ts";
import { type Connection, connect, type GitHub, type Octokit } from "../../../src/github/octokit.ts";
import { story } from "../../action/story.ts";
import { type FakeGitHub, faults, startFakeGitHub } from "../../fake-github/index.ts";

/** A client as the Action makes it. */
function client(github: FakeGitHub, connection: Connection = {}): GitHub {
  return connect(github.token, { ...connection, baseUrl: github.apiUrl });
}

const repository = { owner: "octo-org", repo: "shop" };
const readRepository = ({ rest }: Octokit) => rest.repos.get(repository);
const createCheckRun = ({ rest }: Octokit) =>
  rest.checks.create({ ...repository, name: "x", head_sha: "0".repeat(40), status: "queued" });

describe("the connection to GitHub", () => {
  it("gives up on a slow answer, and asks again if that does no harm", async () => {
    await using github = await startFakeGitHub();
    await github.repository.commit({ "README.md": "x\n" });
    const api = client(github, { timeout: 1000 });
    github.fail("GET *", { delayMs: 5000 });
    expect(await api.ask(readRepository)).toMatchObject({ ok: true });
    expect(github.calls).toHaveLength(2);
    github.clearCalls();
    github.fail("POST */check-runs", { delayMs: 5000 });
    expect(await api.ask(createCheckRun)).toMatchObject({ ok: false, why: "unreachable" });
    expect(github.calls).toHaveLength(1);
  });

  it("waits for limits as long as it has patience, and says why it gives up", async () => {
    await using github = await startFakeGitHub();
    const api = client(github, { patience: 3 });
    github.fail("GET *", faults.secondaryLimit, 2);
    expect(await api.ask(readRepository)).toMatchObject({ ok: true });
    github.fail("GET *", { ...faults.secondaryLimit, headers: { "retry-after": "2" } }, 1);
    const answer = await api.ask(readRepository);
    expect(answer).toMatchObject({ ok: false, why: "limit" });
    expect(answer.ok ? "" : explainFailure(answer, "x")).toBe(
      "GitHub's rate limit is reached (You have exceeded a secondary rate limit. Please wait a few minutes before you try again): run the job again later",
    );
  });

  it("waits until the hour's limit ends, if that is soon", async () => {
    await using github = await startFakeGitHub();
    const api = client(github);
    const reset = String(Math.floor(Date.now() / 1000) + 1);
    github.fail("GET *", {
      ...faults.primaryLimit,
      headers: { ...faults.primaryLimit.headers, "x-ratelimit-reset": reset },
    });
    expect(await api.ask(readRepository)).toMatchObject({ ok: true });
    expect(github.calls).toHaveLength(2);
  });

  it("stops waiting when the job is cancelled, and asks nothing more", async () => {
    await using github = await startFakeGitHub();
    const stop = new AbortController();
    const api = client(github, { signal: stop.signal });
    github.fail("GET *", { ...faults.secondaryLimit, headers: { "retry-after": "60" } });
    setTimeout(() => stop.abort(), 300);
    const start = performance.now();
    expect(await api.ask(readRepository)).toMatchObject({ ok: false, why: "stopped" });
    expect(await api.ask(createCheckRun)).toMatchObject({ ok: false, why: "stopped" });
    expect(performance.now() - start).toBeLessThan(5000);
    expect(github.calls).toHaveLength(1);
  });

  it("tells data of GraphQL from what it refuses", async () => {
    await using github = await startFakeGitHub();
    const api = client(github);
    expect(await api.query("query { viewer { login } }")).toMatchObject({
      ok: true,
      data: { viewer: { login: "github-actions[bot]" } },
    });
    const other = 'query { repository(owner: "octo-org", name: "other") { name } }';
    expect(await api.query(other)).toMatchObject({ ok: false, why: "permission" });
    expect(github.calls).toHaveLength(2);
  });

  it("names the version of the API that it was written for", async () => {
    await using github = await startFakeGitHub();
    await client(github).ask(readRepository);
    expect(github.calls[0]?.headers["x-github-api-version"]).toBe("2022-11-28");
    expect(github.violations).toEqual([]);
  });
});

describe("an answer on its way", () => {
  it("is fetched from where a repository has moved, a write stays a write, and the token goes to no other host", async () => {
    await using other = await server((_, response) => response.end("{}"));
    await using github = await server(({ url = "" }, response) => {
      if (url.startsWith("/repositories/1")) response.end('{"id": 7}');
      else if (url.startsWith("/repos/octo-org/away"))
        response.writeHead(307, { location: `${other.url}/x` }).end("{}");
      else if (url.startsWith("/repos/octo-org/round")) response.writeHead(302, { location: url }).end("{}");
      else response.writeHead(301, { location: "/repositories/1/check-runs" }).end("{}");
    });
    const api = connect("secret", { baseUrl: github.url });
    const moved = { ok: true, data: { id: 7 } };
    expect(await api.ask(readRepository)).toEqual(moved);
    expect(await api.ask(createCheckRun)).toEqual(moved);
    expect(github.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET /repos/octo-org/shop",
      "GET /repositories/1/check-runs",
      "POST /repos/octo-org/shop/check-runs",
      "POST /repositories/1/check-runs",
    ]);
    const body = { name: "x", head_sha: "0".repeat(40), status: "queued" };
    expect(github.requests.slice(2).map((request) => JSON.parse(request.body ?? ""))).toEqual([body, body]);
    expect(github.requests[3]).toMatchObject({ authorization: "token secret" });
    expect(await api.ask(({ rest }) => rest.repos.get({ ...repository, repo: "away" }))).toMatchObject({
      ok: false,
      why: "refused",
    });
    expect(other.requests).toEqual([]);
    expect(await api.ask(({ rest }) => rest.repos.get({ ...repository, repo: "round" }))).toMatchObject({
      ok: false,
      why: "refused",
    });
  });

  it("may be compressed", async () => {
    await using github = await server((_, response) => {
      response.setHeader("content-encoding", "gzip").end(gzipSync(JSON.stringify({ name: "sh\u00f6p" })));
    });
    const api = connect("secret", { baseUrl: github.url });
    expect(await api.ask(readRepository)).toEqual({ ok: true, data: { name: "sh\u00f6p" } });
    expect(github.requests[0]?.["accept-encoding"]).toMatch(/\bgzip\b/);
  });

  const begun = (response: ServerResponse, then?: () => unknown) =>
    response.writeHead(200, { "content-type": "application/json", "content-length": 100 }).write("{}", then);

  it.each<[string, (response: ServerResponse) => unknown]>([
    ["not JSON", (response) => response.end("{")],
    ["a page", (response) => response.setHeader("content-type", "text/html").end("<html>Log in to the network</html>")],
    ["cut off", (response) => begun(response, () => response.destroy())],
    ["cut off by a broken connection", (response) => begun(response, () => response.socket?.resetAndDestroy())],
    ["never ended", (response) => begun(response)],
  ])("is asked for again if it is %s", async (_, answer) => {
    await using github = await server((_, response) => {
      if (github.requests.length > 1) response.end('{"data": {}}');
      else answer(response);
    });
    const api = connect("secret", { baseUrl: github.url, timeout: 1000 });
    expect(await api.query("query { viewer { login } }")).toEqual({ ok: true, data: {} });
    expect(github.requests).toHaveLength(2);
  });

  it("is not followed to another host by a page's link", async () => {
    await using other = await server((_, response) => response.end("[]"));
    await using github = await server((_, response) => {
      response.setHeader("link", `<${other.url}/next>; rel="next"`).end("[]");
    });
    const pages = ({ paginate, rest }: Octokit) =>
      paginate(rest.issues.listComments, { ...repository, issue_number: 1 }).then((data) => ({ data }));
    expect(await connect("secret", { baseUrl: github.url }).ask(pages)).toMatchObject({ ok: false, why: "refused" });
    expect(other.requests).toEqual([]);
  });
});

describe("what GitHub says of a failure becomes what to do about it", () => {
  const permission = "add `checks: write` to the job's permissions";

  it.each([
    ["noPermission", "permission", `GitHub refused it (Resource not accessible by integration): ${permission}`],
    ["noTokenPermission", "permission", "a personal token can't write check runs: leave the input github-token out"],
    ["noSight", "permission", `GitHub refused it (Not Found): ${permission}`],
    ["samlEnforcement", "refused", "refused it (Resource protected by organization SAML enforcement. You must grant"],
    ["ipAllowList", "refused", "the `octo-org` organization has an IP allow list enabled, and your IP address"],
    ["archived", "refused", "(Repository was archived so is read-only): nothing can be written there until"],
    ["badCredentials", "token", "GitHub does not accept the token (Bad credentials): check the input github-token"],
    ["secondaryLimit", "limit", "(You have exceeded a secondary rate limit. Please wait a few minutes before you try"],
    ["contentLimit", "limit", "temporarily blocked from content creation. Please retry your request again later)"],
    ["abuseDetection", "limit", "(You have triggered an abuse detection mechanism. Please wait a few minutes"],
    ["primaryLimit", "limit", "GitHub's rate limit is reached (API rate limit exceeded for installation)"],
    ["badGateway", "unreachable", "GitHub did not answer (502): run the job again"],
  ] as const)("of a write: %s", async (fault, why, sentence) => {
    await using github = await startFakeGitHub();
    github.fail("POST *", faults[fault], 9);
    const answer = await client(github, { patience: 0 }).ask(createCheckRun);
    expect(answer).toMatchObject({ ok: false, why });
    expect(answer.ok ? "" : explainFailure(answer, "checks: write")).toContain(sentence);
    expect(github.calls).toHaveLength(1);
  });

  it("of a read that gets no JSON", async () => {
    await using github = await server((_, response) => response.end("{"));
    const answer = await connect("secret", { baseUrl: github.url }).ask(readRepository);
    expect(answer).toMatchObject({ ok: false, status: 200, why: "unreachable" });
    expect(answer.ok ? "" : explainFailure(answer, "contents: read")).toBe(
      "GitHub could not answer (the answer is not JSON): run the job again",
    );
  });

  it.each([
    ["graphqlNoPermission", "permission", 1, "(Resource not accessible by integration): add `contents: read`"],
    ["graphqlSamlEnforcement", "refused", 1, "(Resource protected by organization SAML enforcement. You must grant"],
    ["graphqlIpAllowList", "refused", 1, "run the job on a runner whose address is on that list"],
    ["graphqlLimit", "limit", 1, "(API rate limit already exceeded for installation ID 1)"],
    ["graphqlSecondaryLimit", "limit", 1, "(You have exceeded a secondary rate limit"],
    ["graphqlTimeout", "unreachable", 3, "GitHub could not answer (Something went wrong while executing your query"],
    ["graphqlResourceLimits", "unreachable", 3, "GitHub could not answer (Resource limits for this query exceeded)"],
    [
      "graphqlFault",
      "unreachable",
      3,
      "(Something went wrong while executing your query on 2026-07-01T10:00:00Z. Please",
    ],
    ["graphqlValidationTimeout", "unreachable", 3, "GitHub could not answer (Timeout on validation of query): run the"],
    ["graphqlUnknownField", "refused", 1, "refused it (Field 'shape' doesn't exist on type 'Repository')"],
  ] as const)("of a query, with status 200: %s", async (fault, why, calls, sentence) => {
    await using github = await startFakeGitHub();
    github.fail("POST /graphql", faults[fault], 9);
    const answer = await client(github, { patience: 5 }).query("query { viewer { login } }");
    expect(answer).toMatchObject({ ok: false, status: 200, why });
    expect(answer.ok ? "" : explainFailure(answer, "contents: read")).toContain(sentence);
    expect(github.calls).toHaveLength(calls);
  });
});

type Seen = Readonly<Record<string, string | undefined>>;

/** A server that records its requests. */
async function server(answer: (request: IncomingMessage, response: ServerResponse) => unknown) {
  const requests: Seen[] = [];
  const listening = createServer(async (request, response) => {
    const body = await text(request);
    const { authorization, "accept-encoding": accepted } = request.headers;
    requests.push({
      method: request.method,
      url: request.url,
      body,
      authorization,
      "accept-encoding": String(accepted),
    });
    response.setHeader("content-type", "application/json");
    answer(request, response);
  });
  listening.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  const close = () => {
    listening.closeAllConnections();
    listening.close();
    return Promise.resolve();
  };
  return { url: `http://127.0.0.1:${port}`, requests, [Symbol.asyncDispose]: close };
}

describe("GitHub Enterprise Server", () => {
  it("is reached below its own paths, and linked by its own address", async () => {
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
