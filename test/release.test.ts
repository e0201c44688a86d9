import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { version } from "../src/report/version.ts";
import { badPod, type Folder, folder } from "./cli/folder.ts";
import { commandsOf, ownWorkflow } from "./workflow-files.ts";

const root = dirname(import.meta.dirname);
const github = {
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_REPOSITORY: "octo/secctx",
  GITHUB_REF_NAME: `v${version}`,
  GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
};

/** The commands of a workflow's step, run as GitHub's runner runs them. Programs of `bin/` in the folder come first. */
function run(place: Folder, workflow: string, step: string, variables: Readonly<Record<string, string>> = {}) {
  const commands = commandsOf(ownWorkflow(workflow), step);
  const path = [join(place.path, "bin"), dirname(process.execPath), process.env.PATH].join(delimiter);
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", commands], {
    cwd: place.path,
    encoding: "utf8",
    env: { ...github, PATH: path, HOME: place.path, RUNNER_TEMP: join(place.path, "temp"), ...variables },
  });
  return { status, stdout, stderr };
}

/** Puts a program into `bin/` that writes down what it is called with, and ends with a status. */
function stub({ path, write }: Folder, name: string, status = "0"): void {
  write(`bin/${name}`, `#!/bin/sh\necho "${name} $*" >> "${path}/calls"\nexit ${status}\n`);
  chmodSync(join(path, "bin", name), 0o755);
}

/** What a checkout of the tag has, with a changelog. */
function checkout(changelog: string): Folder {
  const place = folder({ "CHANGELOG.md": changelog, "temp/notes.md": "notes\n" });
  const names = ["package.json", "README.md", "LICENSE", "dist", "docs", "schema", "scripts"];
  for (const name of names) cpSync(join(root, name), join(place.path, name), { recursive: true });
  return place;
}

const changelog = `# Changelog\n\n## [${version}] - 2026-12-01\n\n### Added\n\n- A thing.\n\n## [0.9.0] - 2026-11-01\n\n- Another.\n`;

describe("a release", () => {
  it("is of the version that its tag names", () => {
    const place = checkout(changelog);
    expect(run(place, "release.yml", "The tag is the version").status).toBe(0);
    expect(run(place, "release.yml", "The tag is the version", { GITHUB_REF_NAME: "v9.9.9" }).status).toBe(1);
  });

  it("has the changes of its version as notes, and the commit to use", () => {
    const place = checkout(changelog);
    expect(run(place, "release.yml", "The notes are written")).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(place.read("temp/notes.md")).toBe(
      `### Added\n\n- A thing.\n\n## In a workflow\n\n\`\`\`yaml\n- uses: octo/secctx@${github.GITHUB_SHA} # v${version}\n\`\`\`\n`,
    );
  });

  it.each([
    ["no part", changelog.replace(`[${version}]`, "[9.9.9]"), `CHANGELOG.md has no heading for ${version}\n`],
    ["no day", changelog.replace("2026-12-01", "unreleased"), /does not say the day of the release/],
    ["an empty part", changelog.replace("### Added\n\n- A thing.\n", ""), /says nothing about/],
  ])("is none where its changelog has %s", (_, text, complaint) => {
    const { status, stderr } = run(checkout(text), "release.yml", "The notes are written");
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(complaint) });
  });

  it("is a package that says where it is from, and runs where nothing else is installed", () => {
    const place = checkout(changelog);
    expect(run(place, "release.yml", "Pack")).toMatchObject({ status: 0 });
    const archive = `secctx-${version}.tgz`;
    expect(readdirSync(join(place.path, "release")).toSorted()).toEqual(["dist", "notes.md", archive]);

    const user = folder({ "package.json": "{}", "bad.yaml": badPod });
    const { PATH = "" } = process.env;
    const env = { PATH: `${dirname(process.execPath)}${delimiter}${PATH}`, npm_config_offline: "true" };
    const installed = user.shell(`npm install "${join(place.path, "release", archive)}"`, { env });
    expect(installed.status, installed.stderr).toBe(0);
    expect(JSON.parse(user.read("node_modules/secctx/package.json"))).toMatchObject({
      version,
      repository: { type: "git", url: "git+https://github.com/octo/secctx.git" },
    });
    const secctx = (args: string) => user.shell(`node_modules/.bin/secctx ${args}`, { env });
    expect(secctx("--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
    expect(secctx("check bad.yaml")).toMatchObject({ status: 1, stderr: "" });
    expect(secctx("check --format html bad.yaml").stdout).toMatch(/^<!doctype html>/i);
    expect(secctx("explain run-as-non-root")).toMatchObject({ status: 0, stderr: "" });
  });

  it("is published with its provenance, and announced with its notes", () => {
    const place = folder({ [`release/secctx-${version}.tgz`]: "", "release/notes.md": "notes\n" });
    for (const name of ["npm", "gh"]) stub(place, name);
    expect(run(place, "release.yml", "Publish").status).toBe(0);
    expect(run(place, "release.yml", "Make the release").status).toBe(0);
    expect(place.read("calls").trimEnd().split("\n")).toEqual([
      `npm publish ./release/secctx-${version}.tgz --provenance --access public`,
      `gh release create v${version} --verify-tag --title v${version} --notes-file release/notes.md ./release/secctx-${version}.tgz`,
    ]);
  });

  it("moves the tag of its major version, and makes the first", () => {
    const place = folder();
    const [major] = `v${version}`.split(".");
    const move = `gh api --method PATCH repos/octo/secctx/git/refs/tags/${major} --field sha=${github.GITHUB_SHA} --field force=true`;
    stub(place, "gh");
    expect(run(place, "release.yml", "Move the tag of the major version").status).toBe(0);
    expect(place.read("calls")).toBe(`${move}\n`);
    stub(place, "gh", '$(test "$3" = POST; echo $?)');
    expect(run(place, "release.yml", "Move the tag of the major version").status).toBe(0);
    expect(place.read("calls").trimEnd().split("\n").slice(1)).toEqual([
      move,
      `gh api --method POST repos/octo/secctx/git/refs --field ref=refs/tags/${major} --field sha=${github.GITHUB_SHA}`,
    ]);
  });
});

describe("what is built anew for Dependabot", () => {
  it("is committed to its branch, unless that has moved on, and checked", () => {
    const place = folder({
      "dist/cli/index.js": "old",
      "dist/stale.js": "",
      "docs/index.html": "old",
      "docs/a.md": "",
    });
    place.write("docs/capabilities.html", "old");
    const { git, write, read, path } = place;
    const origin = folder().path;
    git("init", "--quiet", "--bare", origin);
    git("init", "--quiet");
    git("add", "dist", "docs");
    git("commit", "--quiet", "--message=packages");
    git("push", "--quiet", origin, "HEAD:refs/heads/dependabot/npm/a");
    mkdirSync(join(path, "built/docs"), { recursive: true });
    write("built/dist/cli/index.js", "new");
    for (const page of ["index", "capabilities"]) write(`built/docs/${page}.html`, "new");
    stub(place, "gh");
    const variables = {
      BUILT: join(path, "built"),
      BRANCH: "dependabot/npm/a",
      GH_TOKEN: "token",
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: `url.${origin}.insteadOf`,
      GIT_CONFIG_VALUE_0: "https://x-access-token:token@github.com/octo/secctx.git",
    };
    expect(run(place, "dist.yml", "Commit and push", variables)).toMatchObject({ status: 0 });
    expect(git("show", "--name-status", "--format=%s", "HEAD")).toBe(
      "dist/ and the pages are what src/ gives with the new packages [dependabot skip]\n\nM\tdist/cli/index.js\nD\tdist/stale.js\nM\tdocs/capabilities.html\nM\tdocs/index.html\n",
    );
    expect(git("ls-tree", "HEAD", "dist/cli/index.js")).toMatch(/^100755 /);
    expect(git("ls-remote", origin, "dependabot/npm/a")).toContain(git("rev-parse", "HEAD").trim());
    expect(read("calls")).toBe("gh workflow run checks.yml --ref dependabot/npm/a\n");

    git("reset", "--quiet", "--hard", "HEAD~1");
    writeFileSync(join(path, "built/dist/cli/index.js"), "newer");
    expect(run(place, "dist.yml", "Commit and push", variables).status).not.toBe(0);
    expect(read("calls")).toBe("gh workflow run checks.yml --ref dependabot/npm/a\n");
  });
});
