import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { badPod, type Folder, folder, goodPod } from "./cli/folder.ts";
import { builders } from "./rendering/overlays.ts";

const root = dirname(import.meta.dirname);
const isInstalled = spawnSync("pre-commit", ["--version"]).status === 0;

/** A repository that takes its hooks from a clone of this one, as users do: what a clone has is all that there is. */
function repository(hooksOf = "    hooks: [{id: secctx-fix}, {id: secctx}]\n"): Folder {
  const hooks = folder();
  for (const name of [".pre-commit-hooks.yaml", "package.json", "dist"])
    cpSync(join(root, name), join(hooks.path, name), { recursive: true });
  hooks.git("init");
  hooks.git("add", "--all", "--force");
  hooks.git("commit", "-m", "as released");
  const revision = hooks.git("rev-parse", "HEAD").trim();
  const place = folder({
    ".pre-commit-config.yaml": `repos:
  - repo: file://${hooks.path}
    rev: ${revision}
${hooksOf}`,
  });
  place.git("init");
  const identity = "git config user.name t; git config user.email t@t";
  const installed = place.shell(`${identity}; pre-commit install`, { env });
  expect(installed.status, installed.stderr).toBe(0);
  return place;
}

/** No package registry can be reached. */
const env = { npm_config_offline: "true", npm_config_registry: "http://127.0.0.1:9", PIP_NO_INDEX: "1" };

function commit(place: Folder) {
  const { status, stdout, stderr } = place.shell("git commit --quiet -m change", { env });
  return { status, said: stdout + stderr };
}

describe("the hooks for pre-commit", () => {
  beforeEach(({ skip }) => skip(!isInstalled, "pre-commit is not installed"));

  it("let a commit of good manifests pass, and hold up a bad one with its finding", () => {
    const place = repository();
    place.write("k8s/good.yaml", goodPod);
    place.write("charts/web/templates/pod.yaml", "{{- if .Values.x }}\nkind: Pod\n{{- end }}\n");
    place.write("k8s/unstaged.yaml", badPod);
    place.git("add", "k8s/good.yaml", "charts", ".pre-commit-config.yaml");
    expect(commit(place)).toMatchObject({ status: 0 });

    place.write("k8s/bad.yaml", badPod);
    place.git("add", "k8s/bad.yaml");
    const { status, said } = commit(place);
    expect(status).toBe(1);
    expect(said).toContain("k8s/bad.yaml:10:21  enforce  privileged  baseline");
    expect(said).not.toContain("unstaged.yaml");
    expect(place.git("log", "--oneline").trim().split("\n")).toHaveLength(1);
  });

  it("write safe fixes, which the next commit takes along, and say what they leave and why", () => {
    const place = repository();
    const open = goodPod.replace("    runAsNonRoot: true\n", "").replace(/ +readOnlyRootFilesystem: true\n/, "");
    place.write("k8s/pod.yaml", open);
    place.git("add", "--all");
    const first = commit(place);
    expect(first.status).toBe(1);
    expect(first.said).toContain("files were modified by this hook");
    expect(first.said).toContain("  fix   run-as-non-root: Set runAsNonRoot: true (safe)\n");
    expect(first.said).toContain(
      "--safe leaves 1 fix that needs a look:\n  1 × read-only-root-filesystem: fails if the process writes to a path that is not on a volume\n",
    );
    expect(place.read("k8s/pod.yaml")).toContain("    runAsNonRoot: true\n");
    place.git("add", "--all");
    expect(commit(place)).toMatchObject({ status: 0 });
  });

  it("judge by the repository's own configuration, ignores and baseline", () => {
    const place = repository();
    place.write("old.yaml", badPod);
    place.secctx(["baseline"]);
    place.write(".secctx.yaml", "rules: {privileged: off}\n");
    place.write(
      "new.yaml",
      goodPod
        .replace("readOnlyRootFilesystem: true", "privileged: true\n        readOnlyRootFilesystem: true")
        .replace("allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true"),
    );
    // The home folder is the repository's here: what is kept compiled there is no part of it.
    place.git("add", "--all", "--", ".", ":!.cache");
    const { status, said } = commit(place);
    expect(said).not.toContain("enforce");
    expect(status).toBe(0);
  });

  it("see a base through its overlay, as docs/rendering.md sets them up", ({ skip }) => {
    if (builders[0]?.missing) skip(builders[0].missing);
    const [, hooksOf = ""] =
      /^# \.pre-commit-config.*?\n( {4}hooks:.*?)^```$/ms.exec(readFileSync(join(root, "docs/rendering.md"), "utf8")) ??
      [];
    const place = repository(hooksOf);
    place.write("base/kustomization.yaml", "resources: [pod.yaml]\n");
    place.write("base/pod.yaml", goodPod);
    place.write("prod/kustomization.yaml", "resources: [../base]\nnamePrefix: prod-\n");
    place.git("add", "base", "prod", ".pre-commit-config.yaml");
    place.git("commit", "--quiet", "--no-verify", "--message", "before");
    place.write("base/pod.yaml", badPod);
    place.git("add", "base");
    const { status, said } = commit(place);
    expect(status).toBe(1);
    expect(said).toContain("base/pod.yaml:10:21  enforce  privileged  baseline");
    expect(said).toContain("Pod prod-bad");
  });
});
