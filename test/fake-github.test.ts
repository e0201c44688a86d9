import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FakeGitHub, type FakeGitHubOptions, faults, runAction, startFakeGitHub } from "./fake-github/index.ts";
import { maskSecrets, parseOutputs } from "./fake-github/run-action.ts";
import { suggestionIn } from "./fake-github/suggestions.ts";
import { parseCommands } from "./fake-github/workflow-commands.ts";

interface Asked {
  readonly token?: string | null;
  readonly body?: unknown;
  readonly accept?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

// Answers are read as their tests know them.
// biome-ignore lint/suspicious/noExplicitAny: what comes over HTTP has no type
type Json = any;

async function send(github: FakeGitHub, request: string, asked: Asked = {}) {
  const [method = "", path = ""] = request.split(/ (.*)/s);
  const { owner, name } = github.repository;
  const { token = github.token, body, accept = "application/vnd.github+json", headers } = asked;
  const url = path.startsWith("http") ? path : `${github.apiUrl}/repos/${owner}/${name}${path}`;
  return await fetch(url, {
    method,
    headers: { accept, ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function ask(github: FakeGitHub, request: string, asked: Asked = {}): Promise<{ status: number; json: Json }> {
  const response = await send(github, request, asked);
  const text = await response.text();
  return { status: response.status, json: text === "" ? undefined : JSON.parse(text) };
}

async function query(github: FakeGitHub, text: string, variables = {}, token = github.token) {
  const response = await fetch(github.graphqlUrl, {
    method: "POST",
    headers: { authorization: `bearer ${token}` },
    body: JSON.stringify({ query: text, variables }),
  });
  return { status: response.status, json: (await response.json()) as Json };
}

const lines = (count: number, change: Readonly<Record<number, string | null>> = {}) =>
  Array.from(
    { length: count },
    (_, index) => change[index + 1] ?? (change[index + 1] === null ? null : `line ${index + 1}`),
  )
    .filter((line) => line !== null)
    .map((line) => `${line}\n`)
    .join("");

/** A pull request that changes line 10 of a file of 40 lines and adds a file of 3. */
async function pullRequest(options: FakeGitHubOptions & { readonly fork?: string } = {}) {
  const { fork, ...others } = options;
  const github = await startFakeGitHub(others);
  const { repository } = github;
  await repository.commit({ "a.yaml": lines(40), "old.yaml": lines(20) }, { branch: "main" });
  const branch = fork === undefined ? "fix" : `${fork}:fix`;
  await repository.commit({ "a.yaml": lines(40, { 10: "changed" }), "new/b.yaml": lines(3) }, { branch });
  const pull = await github.openPullRequest({ head: "fix", ...(fork !== undefined && { fork }) });
  return { github, repository, pull, head: github.headOf(pull) };
}

describe("changed files", () => {
  test("come with their status, blob and patch", async () => {
    const { github, head, repository } = await pullRequest();
    await using _ = github;
    const { json } = await ask(github, "GET /pulls/1/files");
    const blob = (await repository.git("rev-parse", `${head}:a.yaml`)).toString().trim();
    expect(json[0]).toMatchObject({ filename: "a.yaml", status: "modified", sha: blob, additions: 1, deletions: 1 });
    expect(json[0].patch).toBe(
      "@@ -7,7 +7,7 @@ line 6\n line 7\n line 8\n line 9\n-line 10\n+changed\n line 11\n line 12\n line 13",
    );
    expect(json[1]).toMatchObject({
      filename: "new/b.yaml",
      status: "added",
      patch: "@@ -0,0 +1,3 @@\n+line 1\n+line 2\n+line 3",
    });
    expect(github.violations).toEqual([]);
  });

  test("are those since the merge base, also after the base has moved", async () => {
    const { github, repository } = await pullRequest();
    await using _ = github;
    await repository.commit({ "other.yaml": "x\n" }, { branch: "main" });
    const { json } = await ask(github, "GET /pulls/1/files");
    expect(json.map((file: Json) => file.filename)).toEqual(["a.yaml", "new/b.yaml"]);
  });

  test("may be removed, renamed, binary, empty, links, submodules and have any name", async () => {
    await using github = await startFakeGitHub();
    const { repository } = github;
    const base = await repository.commit({
      "gone.yaml": "a\n",
      "from.yaml": lines(20),
      "same.yaml": lines(30, { 1: "x" }),
    });
    await repository.commit(
      {
        "gone.yaml": null,
        "from.yaml": null,
        "to.yaml": lines(20, { 3: "changed" }),
        "same.yaml": null,
        "moved/same.yaml": lines(30, { 1: "x" }),
        "image.bin": Buffer.from([0, 1, 2, 0]),
        "empty.yaml": "",
        link: { symlink: "to.yaml" },
        module: { submodule: base },
        "run.sh": { executable: "#!/bin/sh\n" },
        'qu"o\nte ü.yaml': "a: 1",
      },
      { branch: "fix" },
    );
    await github.openPullRequest({ head: "fix" });
    const { json } = await ask(github, "GET /pulls/1/files");
    const files = Object.fromEntries(json.map((file: Json) => [file.filename, file]));
    expect(Object.keys(files).sort()).toEqual(
      [
        "empty.yaml",
        "gone.yaml",
        "image.bin",
        "link",
        "module",
        "moved/same.yaml",
        'qu"o\nte ü.yaml',
        "run.sh",
        "to.yaml",
      ].sort(),
    );
    expect(files["gone.yaml"]).toMatchObject({ status: "removed", patch: "@@ -1 +0,0 @@\n-a" });
    expect(files["to.yaml"]).toMatchObject({ status: "renamed", previous_filename: "from.yaml", changes: 2 });
    expect(files["moved/same.yaml"]).toMatchObject({ status: "renamed", previous_filename: "same.yaml", changes: 0 });
    expect(files["moved/same.yaml"]).not.toHaveProperty("patch");
    expect(files["image.bin"]).toMatchObject({ status: "added", additions: 0 });
    expect(files["image.bin"]).not.toHaveProperty("patch");
    expect(files["empty.yaml"]).not.toHaveProperty("patch");
    expect(files.link.patch).toBe("@@ -0,0 +1 @@\n+to.yaml\n\\ No newline at end of file");
    expect(files.module).toMatchObject({ sha: base });
    expect(files['qu"o\nte ü.yaml'].patch).toBe("@@ -0,0 +1 @@\n+a: 1\n\\ No newline at end of file");
    expect(github.violations).toEqual([]);
  });

  test("have the hunks that git shows, byte for byte, whatever is in them", async () => {
    await using github = await startFakeGitHub();
    const { repository } = github;
    const text = `a\r\nb\rdiff --git x\nc\r@@ -1 +1 @@\nd\u2028diff --git\n${lines(30)}`;
    const base = await repository.commit({ "x.yaml": text, "y.yaml": lines(3) });
    const changed = text.replace("line 20", "line\r@@ -5 +5 @@").replace("b\r", "B\r");
    const head = await repository.commit({ "x.yaml": changed, "y.yaml": lines(4) }, { branch: "fix" });
    await github.openPullRequest({ head: "fix" });
    const { json } = await ask(github, "GET /pulls/1/files");
    const diff = (await repository.git("diff", base, head, "--", "x.yaml")).toString();
    expect(json[0].patch).toBe(diff.slice(diff.indexOf("\n@@ ") + 1, -1));
    expect(json[1].patch).toBe("@@ -1,3 +1,4 @@\n line 1\n line 2\n line 3\n+line 4");
  });

  test("are listed in pages that link to each other", async () => {
    await using github = await startFakeGitHub();
    await github.repository.commit({ "README.md": "x\n" });
    const files = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`f${index}.yaml`, "a\n"]));
    await github.repository.commit(files, { branch: "fix" });
    await github.openPullRequest({ head: "fix" });
    const names: string[] = [];
    let next: string | undefined = "/pulls/1/files?per_page=3";
    while (next !== undefined) {
      const response = await send(github, `GET ${next}`);
      names.push(...((await response.json()) as Json).map((file: Json) => file.filename));
      next = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
    }
    expect(names).toEqual(Object.keys(files));
    expect(github.calls.map(({ path }) => path)).toEqual(Array(3).fill("/repos/octo-org/shop/pulls/1/files"));
    expect(github.violations).toEqual([]);
  });

  test("end at the limit, which the pull request's own count shows", async () => {
    const { github } = await pullRequest({ limits: { files: 1, patchLines: 1 } });
    await using _ = github;
    const { json } = await ask(github, "GET /pulls/1/files");
    expect(json).toHaveLength(1);
    expect(json[0]).not.toHaveProperty("patch");
    expect((await ask(github, "GET /pulls/1")).json.changed_files).toBe(2);
  });
});

describe("pull requests", () => {
  test("follow their head branch and have a test merge", async () => {
    const { github, pull, repository } = await pullRequest();
    await using _ = github;
    const base = await repository.commit({ "c.yaml": "c\n" }, { branch: "main" });
    const head = await github.push(pull, { "d.yaml": "d\n" });
    const { json } = await ask(github, "GET /pulls/1");
    expect(json).toMatchObject({
      state: "open",
      draft: false,
      mergeable: true,
      commits: 2,
      head: { sha: head },
      base: { sha: base },
    });
    const merged = (await repository.git("ls-tree", "--name-only", json.merge_commit_sha)).toString().split("\n");
    expect(merged).toEqual(["a.yaml", "c.yaml", "d.yaml", "new", "old.yaml", ""]);
    const followed = (await repository.git("rev-parse", "refs/pull/1/head")).toString().trim();
    expect(followed).toBe(head);
    expect((await ask(github, `GET /pulls?head=octo-org:fix`)).json).toHaveLength(1);
    expect((await ask(github, `GET /commits/${head}/pulls`)).json[0].number).toBe(1);
    expect(github.violations).toEqual([]);
  });

  test("in conflict have no test merge", async () => {
    const { github, repository } = await pullRequest();
    await using _ = github;
    await repository.commit({ "a.yaml": lines(40, { 10: "otherwise" }) }, { branch: "main" });
    expect((await ask(github, "GET /pulls/1")).json).toMatchObject({ mergeable: false, merge_commit_sha: null });
  });

  test("from a fork share the repository's objects and keep their head when the fork is gone", async () => {
    const { github, pull, head } = await pullRequest({ fork: "mallory" });
    await using _ = github;
    const { json } = await ask(github, "GET /pulls/1");
    expect(json.head).toMatchObject({ label: "mallory:fix", repo: { full_name: "mallory/shop", fork: true } });
    expect((await ask(github, `GET /git/commits/${head}`)).status).toBe(200);
    github.deleteFork(pull);
    expect((await ask(github, "GET /pulls/1")).json.head).toMatchObject({ sha: head, repo: null });
    expect(github.violations).toEqual([]);
  });

  test("give their diff as text, if it has not too many files", async () => {
    const { github } = await pullRequest({ limits: { comparedFiles: 2 } });
    await using _ = github;
    const accept = "application/vnd.github.diff";
    expect(await (await send(github, "GET /pulls/1", { accept })).text()).toContain("diff --git a/a.yaml b/a.yaml");
    await github.repository.commit({ "c.yaml": "c" }, { branch: "fix" });
    const { status, json } = await ask(github, "GET /pulls/1", { accept });
    expect([status, json.message]).toEqual([
      406,
      expect.stringContaining("the diff exceeded the maximum number of files (2)"),
    ]);
  });
});

describe("git's data", () => {
  test("has blobs as JSON and as they are", async () => {
    const { github, repository, head } = await pullRequest();
    await using _ = github;
    const blob = (await repository.git("rev-parse", `${head}:a.yaml`)).toString().trim();
    const { json } = await ask(github, `GET /git/blobs/${blob}`);
    expect(Buffer.from(json.content, "base64").toString()).toBe(lines(40, { 10: "changed" }));
    const raw = await send(github, `GET /git/blobs/${blob}`, { accept: "application/vnd.github.raw+json" });
    expect(await raw.text()).toBe(lines(40, { 10: "changed" }));
    expect((await ask(github, `GET /git/blobs/${"0".repeat(40)}`)).status).toBe(404);
    expect(github.violations).toEqual([]);
  });

  test("has trees, cut when they are too large", async () => {
    const { github } = await pullRequest({ limits: { treeEntries: 3 } });
    await using _ = github;
    const { json } = await ask(github, "GET /git/trees/main?recursive=1");
    expect(json).toMatchObject({
      truncated: false,
      tree: [{ path: "a.yaml", mode: "100644", type: "blob", size: 311 }, { path: "old.yaml" }],
    });
    const cut = await ask(github, "GET /git/trees/fix?recursive=1");
    expect(cut.json.tree.map((entry: Json) => entry.path)).toEqual(["a.yaml", "new", "new/b.yaml"]);
    expect(cut.json.truncated).toBe(true);
    expect(github.violations).toEqual([]);
  });

  test("has contents by path and revision, and follows links", async () => {
    await using github = await startFakeGitHub();
    const commit = await github.repository.commit({
      "k8s/a b#.yaml": "a: 1\n",
      "k8s/link": { symlink: "a b#.yaml" },
      "k8s/out": { symlink: "/etc/passwd" },
    });
    const { json } = await ask(github, `GET /contents/k8s/a%20b%23.yaml?ref=${commit}`);
    expect(json).toMatchObject({ type: "file", path: "k8s/a b#.yaml", content: "YTogMQo=\n" });
    const accept = "application/vnd.github.raw+json";
    expect(await (await send(github, "GET /contents/k8s/link", { accept })).text()).toBe("a: 1\n");
    expect((await ask(github, "GET /contents/k8s/out")).json).toMatchObject({ type: "symlink", target: "/etc/passwd" });
    expect((await ask(github, "GET /contents/k8s")).json.map((entry: Json) => entry.name)).toEqual([
      "a b#.yaml",
      "link",
      "out",
    ]);
    expect((await ask(github, "GET /contents/")).json).toMatchObject([{ type: "dir", name: "k8s" }]);
    expect((await ask(github, "GET /contents/none.yaml")).status).toBe(404);
    expect((await ask(github, "GET /contents/k8s?ref=none")).json.message).toBe("No commit found for the ref none");
    expect(github.violations).toEqual([]);
  });

  test("compares commits by their merge base, with files on the first page only", async () => {
    const { github, repository, head } = await pullRequest({ limits: { comparedFiles: 1 } });
    await using _ = github;
    const common = (await repository.git("merge-base", "main", "fix")).toString().trim();
    const base = await repository.commit({ "c.yaml": "c\n" }, { branch: "main" });
    await repository.commit({ "c.yaml": "c\n" }, { branch: "fix" });
    const { json } = await ask(github, `GET /compare/main...fix?per_page=1`);
    expect(json).toMatchObject({ status: "diverged", ahead_by: 2, behind_by: 1, total_commits: 2 });
    expect([json.base_commit.sha, json.merge_base_commit.sha, json.commits[0].sha]).toEqual([base, common, head]);
    expect(json.files.map((file: Json) => file.filename)).toEqual(["a.yaml"]);
    expect((await ask(github, `GET /compare/main...fix?per_page=1&page=2`)).json.files).toEqual([]);
    expect((await ask(github, `GET /compare/${"1".repeat(40)}...fix`)).status).toBe(404);
    const unrelated = await repository.commit({ "z.yaml": "z" }, { branch: "unrelated", parent: null });
    expect((await ask(github, `GET /compare/main...${unrelated}`)).status).toBe(404);
    expect(github.violations).toEqual([]);
  });

  test("has commits by any name", async () => {
    const { github, head } = await pullRequest();
    await using _ = github;
    expect((await ask(github, "GET /commits/fix")).json).toMatchObject({
      sha: head,
      stats: { additions: 4, deletions: 1 },
    });
    expect((await ask(github, "GET /commits/heads%2Ffix")).json.sha).toBe(head);
    expect(await (await send(github, "GET /commits/fix", { accept: "application/vnd.github.sha" })).text()).toBe(head);
    expect((await ask(github, "GET /commits/none")).json.message).toBe("No commit found for SHA: none");
    expect(github.violations).toEqual([]);
  });
});

describe("check runs", () => {
  const annotation = { path: "a.yaml", start_line: 1, end_line: 1, annotation_level: "failure", message: "wrong" };
  const annotations = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...annotation, start_line: index + 1, end_line: index + 1 }));
  const output = { title: "Findings", summary: "Many" };
  const completed = { name: "secctx", status: "completed", conclusion: "failure" };

  test("are created completed, and further annotations are added to the first", async () => {
    const { github, head } = await pullRequest();
    await using _ = github;
    const body = { ...completed, head_sha: head, output: { ...output, annotations: annotations(50) } };
    const created = await ask(github, "POST /check-runs", { body });
    expect(created).toMatchObject({
      status: 201,
      json: { status: "completed", conclusion: "failure", output: { annotations_count: 50 } },
    });
    const { id } = created.json;
    await ask(github, `PATCH /check-runs/${id}`, { body: { output: { ...output, annotations: annotations(20) } } });
    const last = await ask(github, `PATCH /check-runs/${id}`, {
      body: { output: { summary: "All", annotations: annotations(5) } },
    });
    expect(last.json.output).toMatchObject({ annotations_count: 75, title: null, summary: "All" });
    expect((await ask(github, `GET /check-runs/${id}/annotations?per_page=100`)).json).toHaveLength(75);
    expect((await ask(github, `GET /check-runs/${id}/annotations`)).json).toHaveLength(30);
    expect((await ask(github, `GET /check-runs/${id}`)).json.completed_at).toMatch(/Z$/);
    expect(github.violations).toEqual([]);
  });

  test("of a name on a commit are found, the newest only unless all are asked for", async () => {
    const { github, head } = await pullRequest();
    await using _ = github;
    for (const name of ["secctx", "other", "secctx"])
      await ask(github, "POST /check-runs", { body: { ...completed, name, head_sha: head } });
    const newest = await ask(github, `GET /commits/${head}/check-runs?check_name=secctx`);
    expect(newest.json.check_runs.map((run: Json) => run.id)).toEqual([github.checkRuns[2]?.id]);
    expect((await ask(github, "GET /commits/fix/check-runs?filter=all")).json.total_count).toBe(3);
    expect(github.violations).toEqual([]);
  });

  test.each([
    ["51 annotations", { output: { ...output, annotations: annotations(51) } }, "must NOT have more than 50 items"],
    [
      "a summary of 65,536 characters",
      { output: { ...output, summary: "x".repeat(65_536) } },
      "must NOT have more than 65535 characters",
    ],
    ["no conclusion", { conclusion: undefined }, "conclusion is required when the status is completed"],
    ["no title", { output: { summary: "x" } }, "must have required property 'title'"],
    ["an empty summary", { output: { ...output, summary: "" } }, "output.summary can't be blank"],
    ["an unknown property", { output: { ...output, sumary: "x" } }, "must NOT have additional properties: sumary"],
    [
      "an unknown level",
      { output: { ...output, annotations: [{ ...annotation, annotation_level: "error" }] } },
      "must be equal to one of the allowed values",
    ],
    [
      "columns on two lines",
      { output: { ...output, annotations: [{ ...annotation, end_line: 2, start_column: 1, end_column: 2 }] } },
      "columns on more than one line",
    ],
    [
      "one column",
      { output: { ...output, annotations: [{ ...annotation, start_column: 1 }] } },
      "one column without the other",
    ],
    [
      "an end before the start",
      { output: { ...output, annotations: [{ ...annotation, start_line: 2 }] } },
      "end_line is before start_line",
    ],
    [
      "a path with ./",
      { output: { ...output, annotations: [{ ...annotation, path: "./a.yaml" }] } },
      "is not relative to the repository",
    ],
    [
      "an absolute path",
      { output: { ...output, annotations: [{ ...annotation, path: "/a.yaml" }] } },
      "is not relative to the repository",
    ],
    [
      "a long title",
      { output: { ...output, annotations: [{ ...annotation, title: "x".repeat(256) }] } },
      "title is over 255 characters",
    ],
  ])("with %s are refused and count as a violation", async (_name, change, violation) => {
    const { github, head } = await pullRequest();
    await using _ = github;
    const { status } = await ask(github, "POST /check-runs", { body: { ...completed, head_sha: head, ...change } });
    expect(status).toBe(422);
    expect(github.violations).toEqual([expect.stringContaining(violation)]);
    expect(github.checkRuns).toEqual([]);
  });

  test("are on commits of the repository and belong to the app that made them", async () => {
    const { github, head } = await pullRequest();
    await using _ = github;
    const nowhere = await ask(github, "POST /check-runs", { body: { ...completed, head_sha: "1".repeat(40) } });
    expect(nowhere).toMatchObject({ status: 422, json: { message: `No commit found for SHA: ${"1".repeat(40)}` } });
    const { json } = await ask(github, "POST /check-runs", { body: { ...completed, head_sha: head } });
    const other = github.createToken({
      identity: { kind: "app", slug: "other", id: 7 },
      permissions: { checks: "write" },
    });
    const refused = await ask(github, `PATCH /check-runs/${json.id}`, {
      token: other,
      body: { output: { summary: "x" } },
    });
    expect(refused).toMatchObject({ status: 403, json: { message: expect.stringContaining("Invalid app_id") } });
    const user = github.createToken({ identity: { kind: "user", login: "octocat" }, permissions: { checks: "write" } });
    const byUser = await ask(github, "POST /check-runs", { token: user, body: { ...completed, head_sha: head } });
    expect(byUser).toMatchObject({ status: 403, json: { message: "You must authenticate via a GitHub App." } });
    expect(github.violations).toEqual([]);
  });
});

describe("reviews", () => {
  const thread = "Pull request review thread";
  const outside = `${thread} line must be part of the diff and ${thread} diff hunk can't be blank`;
  const review = (head: string, ...comments: object[]) => ({ commit_id: head, event: "COMMENT", body: "", comments });

  test("place their comments on added and context lines of a hunk", async () => {
    const { github, head } = await pullRequest();
    await using _ = github;
    const body = review(
      head,
      { path: "a.yaml", line: 7, side: "RIGHT", body: "context" },
      { path: "a.yaml", start_line: 9, start_side: "RIGHT", line: 10, side: "RIGHT", body: "range" },
    );
    const { status, json } = await ask(github, "POST /pulls/1/reviews", { body });
    expect(status).toBe(200);
    expect(json).toMatchObject({ state: "COMMENTED", user: { login: "github-actions[bot]", type: "Bot" } });
    const comments = (await ask(github, "GET /pulls/1/comments")).json;
    expect(comments).toMatchObject([
      { line: 7, start_line: null, side: "RIGHT", position: 1, diff_hunk: "@@ -7,7 +7,7 @@ line 6\n line 7" },
      { line: 10, start_line: 9, original_commit_id: head, position: 5, pull_request_review_id: json.id },
    ]);
    expect(comments[1].diff_hunk).toMatch(/\n-line 10\n\+changed$/);
    expect((await ask(github, "GET /pulls/1/reviews")).json).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });

  test.each([
    ["a line outside of the hunks", { path: "a.yaml", line: 14, side: "RIGHT" }, outside],
    [
      "a range that begins outside",
      { path: "a.yaml", start_line: 6, start_side: "RIGHT", line: 8 },
      `${thread} start line must be part of the same hunk as the line.`,
    ],
    [
      "a range outside",
      { path: "a.yaml", start_line: 20, line: 21 },
      `${thread} line must be part of the diff, ${thread} start line must be part of the same hunk as the line., and ${thread} diff hunk can't be blank`,
    ],
    [
      "a range of one line",
      { path: "a.yaml", start_line: 10, line: 10 },
      `${thread} start line must precede the end line.`,
    ],
    ["a file that the pull request does not touch", { path: "old.yaml", line: 1 }, "Path could not be resolved"],
    ["no line", { path: "a.yaml" }, "Line could not be resolved"],
  ])("with %s are refused as a whole", async (_name, comment, error) => {
    const { github, head } = await pullRequest();
    await using _ = github;
    const body = review(head, { path: "a.yaml", line: 10, side: "RIGHT", body: "fine" }, { ...comment, body: "not" });
    const { status, json } = await ask(github, "POST /pulls/1/reviews", { body });
    expect(status).toBe(422);
    expect(json).toMatchObject({ message: "Unprocessable Entity", errors: [error], status: "422" });
    expect([github.reviewComments, github.reviews]).toEqual([[], []]);
    expect(github.violations).toEqual([]);
  });

  test("are on commits of the pull request, and a range stays in one hunk", async () => {
    const { github, repository, pull, head } = await pullRequest();
    await using _ = github;
    const comment = { path: "a.yaml", line: 10, side: "RIGHT", body: "x" };
    const merge = await repository.merge(repository.tip("main") ?? "", head, "Merge");
    const onMerge = await ask(github, "POST /pulls/1/reviews", { body: review(merge ?? "", comment) });
    expect(onMerge.json.errors).toEqual(["end_commit_oid is not part of the pull request"]);
    const next = await github.push(pull, { "a.yaml": lines(40, { 10: "changed", 30: "changed" }) });
    const across = { ...comment, start_line: 10, line: 30 };
    const refused = await ask(github, "POST /pulls/1/reviews", { body: review(next, across) });
    expect(refused.json.errors).toEqual([`${thread} start line must be part of the same hunk as the line.`]);
    expect((await ask(github, "POST /pulls/1/reviews", { body: review(head, comment) })).status).toBe(200);
    expect((await ask(github, "POST /pulls/1/reviews", { body: review(head, { ...comment, line: 30 }) })).status).toBe(
      422,
    );
    expect(github.violations).toEqual([]);
  });

  test("without an event are pending: unseen by others, and one to a user", async () => {
    const { github, head } = await pullRequest();
    await using _ = github;
    const body = { commit_id: head, comments: [{ path: "a.yaml", line: 10, body: "x" }] };
    expect((await ask(github, "POST /pulls/1/reviews", { body })).json.state).toBe("PENDING");
    const again = await ask(github, "POST /pulls/1/reviews", { body });
    expect(again.json.errors).toEqual(["User can only have one pending review per pull request"]);
    const token = github.createToken({ identity: { kind: "user", login: "octocat" } });
    expect((await ask(github, "GET /pulls/1/comments", { token })).json).toEqual([]);
    expect((await ask(github, "GET /pulls/1/reviews", { token })).json).toEqual([]);
  });

  test("refuse a comment that is too long, an empty review, and approval by Actions", async () => {
    const { github, head } = await pullRequest();
    await using _ = github;
    const long = review(head, { path: "a.yaml", line: 10, body: "x".repeat(65_537) });
    expect((await ask(github, "POST /pulls/1/reviews", { body: long })).json.errors).toEqual([
      "Body is too long (maximum is 65536 characters)",
    ]);
    expect((await ask(github, "POST /pulls/1/reviews", { body: review(head) })).status).toBe(422);
    expect((await ask(github, "POST /pulls/1/reviews", { body: { event: "APPROVE" } })).status).toBe(422);
    expect(github.violations).toEqual([]);
  });

  test("take no property that only lone comments have", async () => {
    const { github, head } = await pullRequest();
    await using _ = github;
    const body = review(head, { path: "a.yaml", subject_type: "file", body: "x" });
    expect((await ask(github, "POST /pulls/1/reviews", { body })).status).toBe(422);
    expect(github.violations).toEqual([expect.stringContaining("additional properties: subject_type")]);
  });
});

describe("review comments", () => {
  test("are made alone, on a line or a file, answered, changed and deleted", async () => {
    const { github, head } = await pullRequest();
    await using _ = github;
    const line = { commit_id: head, path: "a.yaml", line: 10, side: "RIGHT", body: "line" };
    const first = await ask(github, "POST /pulls/1/comments", { body: line });
    expect(first).toMatchObject({ status: 201, json: { line: 10, subject_type: "line" } });
    const file = { commit_id: head, path: "a.yaml", subject_type: "file", body: "file" };
    expect((await ask(github, "POST /pulls/1/comments", { body: file })).json).toMatchObject({
      line: null,
      subject_type: "file",
    });
    const { id } = first.json;
    const reply = await ask(github, `POST /pulls/1/comments/${id}/replies`, { body: { body: "yes" } });
    expect(reply).toMatchObject({ status: 201, json: { in_reply_to_id: id, line: 10 } });
    expect((await ask(github, `PATCH /pulls/comments/${id}`, { body: { body: "changed" } })).json.body).toBe("changed");
    expect((await send(github, `DELETE /pulls/comments/${id}`)).status).toBe(204);
    expect((await ask(github, `GET /pulls/comments/${id}`)).status).toBe(404);
    expect(github.reviewComments.map(({ body }) => body)).toEqual(["file", "yes"]);
    expect(github.reviews).toHaveLength(2);
    expect(github.violations).toEqual([]);
  });

  test("outside of the diff are refused with errors that are objects", async () => {
    const { github, head } = await pullRequest();
    await using _ = github;
    const body = { commit_id: head, path: "a.yaml", line: 30, side: "RIGHT", body: "x" };
    const { status, json } = await ask(github, "POST /pulls/1/comments", { body });
    expect([status, json.message]).toEqual([422, "Validation Failed"]);
    expect(json.errors).toMatchObject([
      { resource: "PullRequestReviewComment", code: "custom", field: "pull_request_review_thread.line" },
      { code: "missing_field", field: "pull_request_review_thread.diff_hunk" },
    ]);
  });

  test("move with their line, and are outdated when it changes or leaves the diff", async () => {
    const { github, pull } = await pullRequest();
    await using _ = github;
    const onChange = await github.comment(pull, { path: "a.yaml", line: 10, body: "x" });
    const onContext = await github.comment(pull, { path: "a.yaml", startLine: 11, line: 12, body: "x" });
    const lineNow = async () => [await github.lineOf(onChange), await github.lineOf(onContext)];
    await github.push(pull, { "a.yaml": `first\n${lines(40, { 10: "changed" })}` });
    expect(await lineNow()).toEqual([11, 13]);
    await github.push(pull, { "a.yaml": lines(40, { 10: "changed again" }) });
    expect(await lineNow()).toEqual([null, 12]);
    await github.push(pull, { "a.yaml": lines(40, { 10: "changed", 11: "line 11\nbetween" }) });
    expect(await lineNow()).toEqual([10, null]);
    const head = await github.push(pull, { "a.yaml": lines(40) });
    expect(await lineNow()).toEqual([null, null]);
    const { json } = await ask(github, "GET /pulls/1/comments");
    expect(json[0]).toMatchObject({
      line: null,
      position: null,
      original_line: 10,
      original_commit_id: onChange.commit,
    });
    expect(json[0].commit_id).not.toBe(head);
    expect(github.violations).toEqual([]);
  });
});

test("comments on the pull request as a whole are made, listed, changed and deleted", async () => {
  const { github, pull } = await pullRequest();
  await using _ = github;
  github.commentOnPullRequest(pull, "hello");
  const { status, json } = await ask(github, "POST /issues/1/comments", { body: { body: "report" } });
  expect([status, json.user.login]).toEqual([201, "github-actions[bot]"]);
  expect((await ask(github, "GET /issues/1/comments")).json.map((comment: Json) => comment.user.login)).toEqual([
    "octocat",
    "github-actions[bot]",
  ]);
  expect((await ask(github, `PATCH /issues/comments/${json.id}`, { body: { body: "new" } })).json.body).toBe("new");
  expect((await ask(github, `PATCH /issues/comments/${json.id}`, { body: { body: "x".repeat(65_537) } })).status).toBe(
    422,
  );
  expect((await send(github, `DELETE /issues/comments/${json.id}`)).status).toBe(204);
  expect(github.issueComments).toHaveLength(1);
  expect((await ask(github, "GET /issues/2/comments")).status).toBe(404);
  expect(github.violations).toEqual([]);
});

describe("suggestions", () => {
  const suggest = (text: string) => `Better:\n\n\`\`\`suggestion\n${text}\`\`\`\n`;

  test("replace exactly the lines of their comment on the head branch", async () => {
    const { github, repository, pull } = await pullRequest();
    await using _ = github;
    const one = await github.comment(pull, { path: "a.yaml", line: 10, body: suggest("changed\nadded\n") });
    const range = await github.comment(pull, { path: "a.yaml", startLine: 12, line: 13, body: suggest("") });
    const head = await github.applySuggestion(one.id);
    expect(github.headOf(pull)).toBe(head);
    expect((await repository.read("fix:a.yaml"))?.content.toString()).toBe(lines(40, { 10: "changed\nadded" }));
    await expect(github.applySuggestion(one.id)).rejects.toThrow("has been applied or marked resolved");
    await github.applySuggestion(range.id);
    expect((await repository.read("fix:a.yaml"))?.content.toString()).toBe(
      lines(40, { 10: "changed\nadded", 12: null, 13: null }),
    );
  });

  test("are applied in a batch as one commit, unless they overlap", async () => {
    const { github, repository, pull, head } = await pullRequest();
    await using _ = github;
    const low = await github.comment(pull, { path: "a.yaml", line: 8, body: suggest("eight\nand more\n") });
    const high = await github.comment(pull, { path: "a.yaml", startLine: 10, line: 11, body: suggest("ten\n") });
    const overlapping = await github.comment(pull, { path: "a.yaml", line: 11, body: suggest("eleven\n") });
    await expect(github.applySuggestions([high.id, overlapping.id])).rejects.toThrow("Only one suggestion per line");
    const next = await github.applySuggestions([low.id, high.id]);
    expect((await repository.git("rev-parse", `${next}^`)).toString().trim()).toBe(head);
    expect((await repository.read("fix:a.yaml"))?.content.toString()).toBe(
      lines(40, { 8: "eight\nand more", 10: "ten", 11: null }),
    );
  });

  test("are refused when outdated, without effect, across deleted lines, or on a closed pull request", async () => {
    const { github, pull } = await pullRequest();
    await using _ = github;
    const same = await github.comment(pull, { path: "a.yaml", line: 10, body: suggest("changed\n") });
    await expect(github.applySuggestion(same.id)).rejects.toThrow("no changes were made to the code");
    const deleted = await github.comment(pull, { path: "a.yaml", startLine: 9, line: 10, body: suggest("x\n") });
    await expect(github.applySuggestion(deleted.id)).rejects.toThrow(
      "Applying suggestions on deleted lines is not supported.",
    );
    const none = await github.comment(pull, { path: "a.yaml", line: 10, body: "no suggestion" });
    await expect(github.applySuggestion(none.id)).rejects.toThrow("no suggestion");
    const outdated = await github.comment(pull, { path: "a.yaml", line: 10, body: suggest("x\n") });
    await github.push(pull, { "a.yaml": lines(40, { 10: "otherwise" }) });
    await expect(github.applySuggestion(outdated.id)).rejects.toThrow("Outdated suggestions cannot be applied.");
    github.closePullRequest(pull);
    await expect(github.applySuggestion(same.id)).rejects.toThrow("while the pull request is closed");
  });

  test.each([
    ["an empty one", "```suggestion\n```", []],
    ["one empty line", "```suggestion\n\n```", [""]],
    ["a longer fence around a shorter", "````suggestion\n```yaml\n````", ["```yaml"]],
    ["one after another code block", "```yaml\n```suggestion\n```\n```suggestion\nx\n```", ["x"]],
    ["the first of two", "```suggestion\na\n```\n```suggestion\nb\n```", ["a"]],
    ["indentation", "```suggestion\n    a: 1\n```", ["    a: 1"]],
    ["none", "```yaml\na\n```", undefined],
  ])("are read from a body: %s", (_name, body, expected) => {
    expect(suggestionIn(body)).toEqual(expected);
  });
});

describe("GraphQL", () => {
  test("knows who asks, by another login than authors have", async () => {
    const { github, pull } = await pullRequest();
    await using _ = github;
    expect((await query(github, "{ viewer { login } }")).json.data.viewer.login).toBe("github-actions[bot]");
    const comment = await github.comment(pull, { path: "a.yaml", line: 10, body: "x", author: "github-actions[bot]" });
    github.reply(comment, "thanks");
    github.resolveThread(comment);
    const text = `query($owner: String!, $number: Int!, $after: String) {
      repository(owner: $owner, name: "shop") { pullRequest(number: $number) { reviewThreads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { id isResolved isOutdated line comments(first: 10) { nodes { databaseId body author { login __typename } viewerDidAuthor } } }
      } } }
    }`;
    const { json } = await query(github, text, { owner: "octo-org", number: 1, after: null });
    const { nodes, pageInfo } = json.data.repository.pullRequest.reviewThreads;
    expect(pageInfo.hasNextPage).toBe(false);
    expect(nodes).toMatchObject([{ isResolved: true, isOutdated: false, line: 10 }]);
    expect(nodes[0].comments.nodes).toEqual([
      {
        databaseId: comment.id,
        body: "x",
        author: { login: "github-actions", __typename: "Bot" },
        viewerDidAuthor: true,
      },
      {
        databaseId: comment.id + 2,
        body: "thanks",
        author: { login: "octocat", __typename: "User" },
        viewerDidAuthor: false,
      },
    ]);
    expect(github.violations).toEqual([]);
  });

  test("reads many blobs at once, by id and by expression", async () => {
    const { github, repository, head } = await pullRequest({ limits: { blobText: 10 } });
    await using _ = github;
    await repository.commit({ "x.bin": Buffer.from([0, 1]) }, { branch: "fix" });
    const blob = (await repository.git("rev-parse", `${head}:new/b.yaml`)).toString().trim();
    const text = `{ repository(owner: "octo-org", name: "shop") {
      f0: object(oid: "${blob}") { ...content }
      f1: object(expression: "${head}:none.yaml") { ...content }
      f2: object(expression: "fix:x.bin") { ...content }
      f3: object(expression: "fix:new") { __typename oid ...content }
    } }
    fragment content on Blob { text byteSize isTruncated isBinary oid }`;
    const { json } = await query(github, text);
    const { f0, f1, f2, f3 } = json.data.repository;
    expect(f0).toEqual({ text: "line 1\nlin", byteSize: 21, isTruncated: true, isBinary: false, oid: blob });
    expect(f1).toBeNull();
    expect(f2).toMatchObject({ text: null, isBinary: true });
    expect(f3).toEqual({ __typename: "Tree", oid: expect.any(String) });
    expect(github.violations).toEqual([]);
  });

  test.each([
    ["an unknown field", "{ viewer { name } }", "Field 'name' doesn't exist"],
    ["bad syntax", "{ viewer { login }", "ends too early"],
    ["a directive", "{ viewer @include(if: true) { login } }", "expected a name, found @"],
    [
      "no page size",
      '{ repository(owner: "octo-org", name: "shop") { pullRequest(number: 1) { reviewThreads { totalCount } } } }',
      "needs `first`",
    ],
    ["an undeclared variable", "query { repository(owner: $o, name: $n) { name } }", "used but not declared"],
  ])("answers %s with 400 and counts it as a violation", async (_name, text, violation) => {
    const { github } = await pullRequest();
    await using _ = github;
    expect((await query(github, text)).status).toBe(400);
    expect(github.violations).toEqual([expect.stringContaining(violation)]);
  });

  test("lets only those who may change content resolve a thread", async () => {
    const { github, pull } = await pullRequest();
    await using _ = github;
    const comment = await github.comment(pull, { path: "a.yaml", line: 10, body: "x" });
    const id = Buffer.from(`PullRequestReviewThread:${comment.id}`).toString("base64url");
    const text = `mutation { resolveReviewThread(input: {threadId: "${id}"}) { thread { isResolved } } }`;
    const refused = await query(github, text);
    expect(refused.json.errors).toMatchObject([
      { type: "FORBIDDEN", message: "Resource not accessible by integration" },
    ]);
    const token = github.createToken({ permissions: { contents: "write" } });
    expect((await query(github, text, {}, token)).json.data.resolveReviewThread.thread.isResolved).toBe(true);
  });
});

describe("tokens", () => {
  test("that may only read get 403 for a write", async () => {
    const { github, head } = await pullRequest();
    await using _ = github;
    const token = github.createToken();
    const body = { name: "secctx", head_sha: head };
    const { status, json } = await ask(github, "POST /check-runs", { token, body });
    expect(status).toBe(403);
    expect(json).toMatchObject({
      message: "Resource not accessible by integration",
      documentation_url: expect.any(String),
    });
    expect((await ask(github, "POST /issues/1/comments", { token, body: { body: "x" } })).status).toBe(403);
    expect((await ask(github, "GET /pulls/1/files", { token })).status).toBe(200);
    expect(github.violations).toEqual([]);
  });

  test("need a permission to read what is private", async () => {
    const { github } = await pullRequest({ private: true });
    await using _ = github;
    const token = github.createToken({ permissions: { pullRequests: "none" } });
    expect((await ask(github, "GET /pulls/1/files", { token })).status).toBe(403);
    expect((await ask(github, "GET /contents/a.yaml", { token })).status).toBe(200);
  });

  test("need one for each part of what a query asks for in private", async () => {
    const { github, head } = await pullRequest({ private: true });
    await using _ = github;
    const text = `{ repository(owner: "octo-org", name: "shop") {
      isPrivate
      file: object(expression: "${head}:a.yaml") { ... on Blob { byteSize } }
      pull: pullRequest(number: 1) { files(first: 1) { totalCount } }
    } }`;
    const pull = { files: { totalCount: 2 } };
    const file = { byteSize: expect.any(Number) };
    const refusal = (path: string) => ({
      type: "FORBIDDEN",
      path: ["repository", path],
      extensions: { saml_failure: false },
      message: "Resource not accessible by integration",
    });
    for (const [permissions, expected] of [
      [{}, { data: { repository: { isPrivate: true, file, pull } } }],
      [{ contents: "none" }, { data: { repository: { file: null, pull } }, errors: [refusal("file")] }],
      [{ pullRequests: "none" }, { data: { repository: { file, pull: null } }, errors: [refusal("pull")] }],
    ] as const) {
      const answer = await query(github, text, {}, github.createToken({ permissions }));
      expect(answer).toMatchObject({ status: 200, json: expected });
    }
    expect(github.violations).toEqual([]);
  });

  test("say with a refusal which permission was missing", async () => {
    const { github } = await pullRequest();
    await using _ = github;
    const response = await send(github, "POST /issues/1/comments", {
      token: github.createToken(),
      body: { body: "x" },
    });
    expect(response.headers.get("x-accepted-github-permissions")).toBe("pull_requests=write");
  });

  test.each([null, "wrong"])("that are missing or unknown get 401: %s", async (token) => {
    const { github } = await pullRequest();
    await using _ = github;
    expect(await ask(github, "GET /pulls/1", { token })).toMatchObject({
      status: 401,
      json: { message: "Bad credentials" },
    });
  });

  test("say who wrote a comment", async () => {
    const { github } = await pullRequest();
    await using _ = github;
    const permissions = { pullRequests: "write" } as const;
    const app = github.createToken({ identity: { kind: "app", slug: "my-app", id: 5 }, permissions });
    const user = github.createToken({ identity: { kind: "user", login: "hubot" }, permissions });
    for (const token of [app, user]) await ask(github, "POST /issues/1/comments", { token, body: { body: "x" } });
    const { json } = await ask(github, "GET /issues/1/comments");
    expect(json.map(({ user: { login, type } }: Json) => [login, type])).toEqual([
      ["my-app[bot]", "Bot"],
      ["hubot", "User"],
    ]);
  });
});

describe("faults", () => {
  test("come in the place of the answer, so many times", async () => {
    const { github } = await pullRequest();
    await using _ = github;
    github.fail("GET */pulls/1", faults.badGateway, 2);
    github.fail(/files/, faults.secondaryLimit);
    const statuses: number[] = [];
    for (let time = 0; time < 3; time++) statuses.push((await send(github, "GET /pulls/1")).status);
    expect(statuses).toEqual([502, 502, 200]);
    const limited = await send(github, "GET /pulls/1/files");
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([403, "1"]);
    expect(github.callsTo("GET */pulls/1").map(({ status }) => status)).toEqual([502, 502, 200]);
  });

  test("come after the effect, or in the middle of it", async () => {
    const { github, head } = await pullRequest();
    await using _ = github;
    const comments = [7, 8, 9].map((line) => ({ path: "a.yaml", line, side: "RIGHT", body: `${line}` }));
    const body = { commit_id: head, event: "COMMENT", body: "", comments };
    github.fail("POST *", { ...faults.badGateway, afterEffect: { comments: 2 } });
    expect((await send(github, "POST /pulls/1/reviews", { body })).status).toBe(502);
    expect(github.reviewComments).toHaveLength(2);
    github.fail("POST *", { ...faults.badGateway, afterEffect: true });
    expect((await send(github, "POST /pulls/1/reviews", { body })).status).toBe(502);
    expect(github.reviewComments).toHaveLength(5);
    github.fail("POST *", faults.badGateway);
    expect((await send(github, "POST /pulls/1/reviews", { body })).status).toBe(502);
    expect(github.reviewComments).toHaveLength(5);
  });

  test("drop the connection or are slow", async () => {
    const { github } = await pullRequest();
    await using _ = github;
    github.fail("GET *", "drop-connection");
    await expect(send(github, "GET /pulls/1")).rejects.toThrow();
    github.fail("GET *", { delayMs: 60 });
    const start = performance.now();
    expect((await send(github, "GET /pulls/1")).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(50);
  });

  test("let something happen before an answer", async () => {
    const { github, pull, head } = await pullRequest();
    await using _ = github;
    github.before("GET */pulls/1", async () => void (await github.push(pull, { "z.yaml": "z" })));
    expect((await ask(github, "GET /pulls/1")).json.head.sha).not.toBe(head);
  });
});

describe("the log", () => {
  test("has no command that names a secret, and no secret behind it", () => {
    expect(maskSecrets("a s3cret\n::add-mask::s3cret\n::notice::s3cret is out\n::add-mask::out\nout\n")).toEqual({
      log: "a s3cret\n::notice::*** is out\n***\n",
      secrets: ["s3cret", "out"],
    });
  });
});

describe("violations", () => {
  test.each([
    ["an unknown route", "GET /branches", {}, "unknown route"],
    ["another method", "PUT /pulls/1", { body: {} }, "unknown route"],
    ["another repository", "GET http:repos/other/repo/pulls/1", {}, "unknown repository other/repo"],
    ["an unknown query parameter", "GET /pulls/1/files?perpage=1", {}, "must NOT have additional properties: perpage"],
    ["a page of over 100", "GET /pulls/1/files?per_page=101", {}, "per_page is over 100"],
    ["a number that is none", "GET /pulls/x", {}, "must be integer"],
    ["a missing property", "POST /issues/1/comments", { body: {} }, "must have required property 'body'"],
    [
      "an unknown API version",
      "GET /pulls/1",
      { headers: { "x-github-api-version": "2020-01-01" } },
      "unknown API version 2020-01-01",
    ],
  ] satisfies [string, string, Asked, string][])("are recorded for %s", async (_name, request, asked, violation) => {
    const { github } = await pullRequest();
    await using _ = github;
    const response = await send(github, request.replace("http:", `${github.apiUrl}/`), asked);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(github.violations).toEqual([expect.stringContaining(violation)]);
  });

  test("are not what GitHub itself refuses for its state", async () => {
    const { github } = await pullRequest();
    await using _ = github;
    expect((await send(github, "GET /pulls/2", { headers: { "x-github-api-version": "2022-11-28" } })).status).toBe(
      404,
    );
    expect(github.violations).toEqual([]);
  });
});

test("an Enterprise server has its paths below /api", async () => {
  const { github } = await pullRequest({ basePath: "/api/v3" });
  await using _ = github;
  expect(github.apiUrl).toBe(`${github.serverUrl}/api/v3`);
  expect(github.graphqlUrl).toBe(`${github.serverUrl}/api/graphql`);
  expect((await ask(github, "GET /pulls/1")).status).toBe(200);
  expect((await query(github, "{ viewer { login } }")).status).toBe(200);
  expect(github.violations).toEqual([]);
  expect((await fetch(`${github.serverUrl}/repos/octo-org/shop`)).status).toBe(404);
  expect(github.violations).toHaveLength(1);
});

describe("events", () => {
  test("of pull requests name the test merge, and the default branch for pull_request_target", async () => {
    const { github, pull, head, repository } = await pullRequest({ fork: "mallory" });
    await using _ = github;
    const event = await github.pullRequestEvent(pull, "opened");
    expect(event).toMatchObject({
      name: "pull_request",
      ref: "refs/pull/1/merge",
      headRef: "fix",
      baseRef: "main",
      actor: "mallory",
    });
    expect((await repository.git("rev-parse", `${event.sha}^2`)).toString().trim()).toBe(head);
    expect(event.payload).toMatchObject({
      action: "opened",
      number: 1,
      pull_request: {
        changed_files: 2,
        head: { sha: head, repo: { full_name: "mallory/shop" } },
        user: { login: "mallory" },
      },
      repository: { full_name: "octo-org/shop", default_branch: "main", private: false },
      sender: { login: "mallory" },
    });
    const target = await github.pullRequestEvent(pull, "synchronize", {
      target: true,
      before: repository.tip("main") ?? "",
    });
    expect(target).toMatchObject({ name: "pull_request_target", ref: "refs/heads/main", sha: repository.tip("main") });
    expect(target.payload).toMatchObject({ before: repository.tip("main"), after: head });
    github.deleteFork(pull);
    expect((await github.pullRequestEvent(pull, "edited")).payload).toMatchObject({
      pull_request: { head: { repo: null } },
    });
    expect((await github.workflowRunEvent(pull)).payload).toMatchObject({
      workflow_run: { head_sha: head, pull_requests: [] },
    });
  });

  test("of pushes, merge groups and the rest name their commits", async () => {
    const { github, pull, head, repository } = await pullRequest();
    await using _ = github;
    const before = repository.tip("main") ?? "";
    const after = await repository.commit({ "c.yaml": "c\n" });
    const push = await github.pushEvent({ before });
    expect(push).toMatchObject({ sha: after, ref: "refs/heads/main" });
    expect(push.payload).toMatchObject({ before, after, created: false, forced: false, commits: [{ id: after }] });
    const created = await github.pushEvent({ branch: "fix" });
    expect(created.payload).toMatchObject({ before: "0".repeat(40), after: head, created: true });
    const group = await github.mergeGroupEvent([pull]);
    expect(group.payload).toMatchObject({
      merge_group: { base_sha: after, head_sha: group.sha, base_ref: "refs/heads/main" },
    });
    expect((await ask(github, `GET /compare/${after}...${group.sha}`)).json.files).toHaveLength(2);
    expect(github.workflowDispatchEvent().sha).toBe(after);
    expect(github.scheduleEvent().payload).toMatchObject({ schedule: "17 3 * * 1" });
    expect(github.violations).toEqual([]);
  });
});

describe("running an action", () => {
  /** A program in the place of the bundle. */
  const program = (github: FakeGitHub, text: string) => {
    const file = join(dirname(github.repository.folder), "program", "index.mjs");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };

  test("gives it the runner's environment and reads what it leaves", async () => {
    const { github, pull, head } = await pullRequest();
    await using _ = github;
    const entry = program(
      github,
      `import { appendFileSync, readFileSync } from "node:fs";
       const { env } = process;
       appendFileSync(env.GITHUB_OUTPUT, "conclusion<<ghadelimiter_1\\nfail\\nure\\nghadelimiter_1\\nfindings=3\\n");
       appendFileSync(env.GITHUB_STEP_SUMMARY, "# Done");
       console.log("::error file=a.yaml,line=3,title=A%3A b::wrong%0A100%25");
       const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, "utf8"));
       const response = await fetch(env.GITHUB_API_URL + "/repos/" + env.GITHUB_REPOSITORY + "/pulls/" + event.number, {
         headers: { authorization: "token " + env["INPUT_GITHUB-TOKEN"] },
       });
       console.log(JSON.stringify({ version: process.version, cwd: readFileSync("a.yaml", "utf8").length, status: response.status, env }));
       process.exitCode = 1;`,
    );
    const event = await github.pullRequestEvent(pull, "opened");
    const run = await runAction({
      github,
      event,
      entry,
      inputs: { "max-annotations": "5", "my input": "x" },
      workspace: { commit: event.sha },
    });
    expect(run.stderr).toBe("");
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toEqual({ conclusion: "fail\nure", findings: "3" });
    expect(run.summary).toBe("# Done");
    expect(run.commands).toEqual([
      { command: "error", properties: { file: "a.yaml", line: "3", title: "A: b" }, message: "wrong\n100%" },
    ]);
    const { version, cwd, status, env } = JSON.parse(run.stdout.split("\n")[1] ?? "");
    expect(version).toMatch(/^v24\./);
    expect([status, cwd]).toEqual([200, 311]);
    expect(env).toMatchObject({
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_SHA: event.sha,
      GITHUB_REF: "refs/pull/1/merge",
      GITHUB_REPOSITORY: "octo-org/shop",
      GITHUB_ACTIONS: "true",
      "INPUT_MAX-ANNOTATIONS": "5",
      INPUT_MY_INPUT: "x",
    });
    expect(
      Object.keys(env).filter((name) => !/^(GITHUB_|INPUT_|RUNNER_|CI$|PATH$|HOME$|NODE_COMPILE_CACHE$)/.test(name)),
    ).toEqual([]);
    expect(readFileSync(join(run.workspace, "new/b.yaml"), "utf8")).toBe(lines(3));
    const history = execFileSync("git", ["-C", run.workspace, "rev-list", "--count", "HEAD"]).toString().trim();
    expect(history).toBe("1");
    expect(head).not.toBe(event.sha);
    expect(github.violations).toEqual([]);
  });

  test("can be cancelled and has an empty workspace without a checkout", async () => {
    const { github, pull } = await pullRequest();
    await using _ = github;
    const entry = program(
      github,
      `import { readdirSync } from "node:fs";
       console.log(readdirSync(".").length, process.env["INPUT_GITHUB-TOKEN"]);
       process.on("SIGINT", () => process.exit(130));
       await fetch(process.env.GITHUB_API_URL + "/cancel-me");
       setInterval(() => {}, 1000);`,
    );
    const cancel = new AbortController();
    github.before("GET /cancel-me", () => cancel.abort());
    const event = await github.pullRequestEvent(pull, "opened");
    const run = await runAction({ github, event, entry, token: null, cancel: cancel.signal });
    expect([run.exitCode, run.stdout]).toEqual([130, "0 undefined\n"]);
  });
});

test("workflow commands are read as the runner reads them", () => {
  const output = [
    "  ::warning file=a%2Cb%3Ac.yaml,line=3::one%0Atwo",
    "text ::error::not a command",
    "text ##[error file=x;line=2]old%5D one",
    "::unknown::no command",
    "::Group::Title",
    "::stop-commands::pause-1",
    "::error::unheard",
    "::pause-1::",
    "::endgroup::",
  ].join("\n");
  expect(parseCommands(output)).toEqual([
    { command: "warning", properties: { file: "a,b:c.yaml", line: "3" }, message: "one\ntwo" },
    { command: "error", properties: { file: "x", line: "2" }, message: "old] one" },
    { command: "Group", properties: {}, message: "Title" },
    { command: "stop-commands", properties: {}, message: "pause-1" },
    { command: "endgroup", properties: {}, message: "" },
  ]);
  expect(() => parseOutputs("name<<end\nvalue")).toThrow("Matching delimiter not found 'end'");
});
