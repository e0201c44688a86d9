import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { annotationsOf, hardened, story } from "../../action/story.ts";
import { type ActionRunOptions, type Files, runAction, startFakeGitHub } from "../../fake-github/index.ts";
import { missingHelm } from "../../rendering/charts.ts";
import { builders } from "../../rendering/overlays.ts";

beforeEach(({ skip }) => {
  const missing = missingHelm("helm3") ?? builders[0]?.missing;
  if (missing) skip(missing);
});

const strict = hardened.replace("            allowPrivilegeEscalation: false\n", "");

/** A chart whose container may escalate as its values say; all else is as it should be. Its other file is not a manifest. */
const chart = (escalation: string, helper = "") => ({
  "shop/Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\n",
  "shop/values.yaml": `# Whether programs may gain rights.\nescalation: ${escalation}\n`,
  "shop/templates/_names.tpl": `{{- define "image" -}}\nregistry.example.com/catalog:2\n{{- end -}}\n${helper}`,
  "shop/templates/web.yaml": strict
    .replace("registry.example.com/catalog:2", '{{ include "image" . }}')
    .replace(
      "            capabilities:",
      "            allowPrivilegeEscalation: {{ .Values.escalation }}\n            capabilities:",
    ),
});

/** A base, and an overlay whose patch says whether the container may escalate. */
const overlay = (escalation: string) => ({
  "base/kustomization.yaml": "resources: [web.yaml]\n",
  "base/web.yaml": hardened,
  "dev/kustomization.yaml": "resources: [../base]\npatches:\n  - path: patch.yaml\n",
  "dev/patch.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: catalog}
spec:
  template:
    spec:
      containers:
        - name: catalog
          securityContext:
            allowPrivilegeEscalation: ${escalation}
`,
});

/** What the job's checkout is of: the merge of the change with its base, as actions/checkout makes it, or the head; all commits, or the last. */
type Checkout = "merge" | "shallow merge" | "head" | "shallow head" | "base" | "none";

interface Review {
  readonly checkout?: Checkout;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly isTarget?: boolean;
  /** Commits to the base after the pull request was opened. */
  readonly meanwhile?: Files;
}

/** Reviews a pull request that changes files of a base. */
async function reviewed(base: Files, head: Files, { checkout = "merge", isTarget = false, ...more }: Review = {}) {
  await using world = await story(head, base);
  const { github, pull } = world;
  if (more.meanwhile) await github.repository.commit(more.meanwhile);
  const event = await github.pullRequestEvent(pull, "synchronize", { target: isTarget });
  const merge = /^[0-9a-f]{40}$/.exec(String((event.payload.pull_request as Record<string, unknown>).merge_commit_sha));
  const commits = { merge: merge?.[0], head: github.headOf(pull), base: github.repository.tip("main") };
  const commit = checkout === "none" ? undefined : commits[checkout.replace("shallow ", "") as keyof typeof commits];
  const workspace: Partial<ActionRunOptions> =
    commit === undefined ? {} : { workspace: { commit, full: !checkout.startsWith("shallow") } };
  const { inputs = {}, environment = {} } = more;
  const run = await runAction({ github, event, inputs, environment, ...workspace });
  expect({ stderr: run.stderr, violations: github.violations }).toEqual({ stderr: "", violations: [] });
  return {
    ...run,
    annotations: github.checkRuns.length > 0 ? annotationsOf(github) : [],
    check: github.checkRuns.at(-1),
    comments: github.issueComments.map(({ body }) => body),
    suggestions: github.reviewComments,
    report: inputs["json-file"]
      ? JSON.parse(readFileSync(join(run.workspace, inputs["json-file"]), "utf8"))
      : undefined,
  };
}

const isWrong = (file: string, line: number, level = "failure") =>
  `${level} ${file}:${line} allow-privilege-escalation`;

describe("a pull request's charts and overlays", () => {
  it.for(["merge", "head", "shallow merge", "shallow head"] as const)(
    "are rendered in a checkout of the %s, and found where a person would edit them",
    async (checkout) => {
      const { annotations, exitCode, outputs, summary } = await reviewed(
        { ...chart("false"), ...overlay("false") },
        { ...chart("true"), ...overlay("true") },
        { checkout },
      );
      expect(annotations).toEqual([isWrong("dev/patch.yaml", 10), isWrong("shop/values.yaml", 2)]);
      expect(exitCode).toBe(1);
      expect(outputs).toMatchObject({ findings: "2", new: "2", conclusion: "failure" });
      expect(JSON.parse(outputs.files ?? "")).toEqual(expect.arrayContaining(["dev/patch.yaml", "shop/values.yaml"]));
      expect(summary.includes("counts as new")).toBe(checkout.startsWith("shallow"));
    },
  );

  it("are compared with what the base renders: what was there before is a notice", async () => {
    const moved = { "shop/values.yaml": `# More.\n${chart("true")["shop/values.yaml"]}` };
    const old = await reviewed(chart("true"), moved);
    expect(old.annotations).toEqual([isWrong("shop/values.yaml", 3, "notice")]);
    expect(old).toMatchObject({ exitCode: 0, outputs: { new: "0" } });
    const blind = await reviewed(chart("true"), moved, { checkout: "shallow merge" });
    expect(blind.annotations).toEqual([isWrong("shop/values.yaml", 3)]);
    expect(blind.summary).toMatch(/counts as new: .* Give actions\/checkout .*fetch\\-depth: 0/);
  });

  it("are rendered for a change of a file that is not a manifest", async () => {
    const helper = { "shop/templates/_names.tpl": chart("true", "{{/* more */}}\n")["shop/templates/_names.tpl"] };
    const { annotations } = await reviewed(chart("true"), helper, { inputs: { gate: "all" } });
    expect(annotations).toEqual([isWrong("shop/values.yaml", 2)]);
  });

  it("are rendered only where the change touches them", async () => {
    const broken = { "other/Chart.yaml": "name: [\n", "third/kustomization.yaml": "resources: [nowhere.yaml]\n" };
    const { annotations, exitCode, summary } = await reviewed(
      { ...chart("true"), ...broken, ...overlay("false") },
      { "base/web.yaml": `# More.\n${hardened}` },
    );
    expect({ annotations, exitCode }).toEqual({ annotations: [], exitCode: 0 });
    expect(summary).not.toContain("third");
  });

  it("that are rendered with a copy of what the change touches have a note", async () => {
    const base = {
      ...chart("false"),
      "shop/Chart.yaml":
        "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - {name: lib, repository: file://../lib}\n",
      "shop/charts/lib/Chart.yaml": "apiVersion: v2\nname: lib\nversion: 1.0.0\n",
      "lib/Chart.yaml": "apiVersion: v2\nname: lib\nversion: 1.0.0\n",
    };
    const head = { "lib/templates/_more.tpl": '{{ define "more" }}hostPID: true{{ end }}\n' };
    const { report, outputs } = await reviewed(base, head, { inputs: { "json-file": "report.json" } });
    expect(outputs.conclusion).toBe("success");
    expect(report.problems).toMatchObject([{ severity: "note", file: "shop/Chart.yaml", line: 5 }]);
    expect(report.problems[0].message).toContain("lib/templates/_more.tpl is not in the copy");
  });

  it("that can't be rendered are an error in the tool's words", async () => {
    const { exitCode, summary } = await reviewed(chart("false"), {
      "shop/templates/more.yaml": 'a: {{ required "host is needed" .Values.host }}\n',
    });
    expect(exitCode).toBe(2);
    expect(summary).toContain("host is needed");
  });

  it("get their fixes as suggestions where they lie in the diff", async () => {
    await using world = await story(overlay("true"), overlay("false"));
    const { github, pull } = world;
    const event = await github.pullRequestEvent(pull, "synchronize");
    const workspace = { commit: event.sha, full: true };
    const run = await runAction({ github, event, workspace, inputs: { suggest: "true" } });
    expect({ stderr: run.stderr, violations: github.violations }).toEqual({ stderr: "", violations: [] });
    expect(github.reviewComments).toMatchObject([{ path: "dev/patch.yaml" }]);
    expect(github.reviewComments[0]?.body).toContain("container catalog of Deployment catalog");
    expect(github.issueComments).toEqual([]);
    const fixed = await github.applySuggestions(github.reviewComments.map(({ id }) => id));
    expect(String(await github.repository.git("show", `${fixed}:dev/patch.yaml`))).toBe(
      overlay("false")["dev/patch.yaml"],
    );
  });

  it("get their other fixes as a patch of the files that people edit", async () => {
    const touched = { "base/kustomization.yaml": "# More.\nresources: [web.yaml]\n" };
    const { comments, summary, suggestions } = await reviewed(overlay("true"), touched, {
      inputs: { suggest: "all", gate: "all" },
    });
    const patch = "+            allowPrivilegeEscalation: false";
    expect(suggestions).toEqual([]);
    expect(summary).toContain(patch);
    expect(comments).toEqual([expect.stringContaining(patch)]);
    expect(comments[0]).toContain("--- a/dev/patch.yaml");
  });

  it("are in the reports, with the renderings that show a finding", async () => {
    const { report } = await reviewed(chart("false"), chart("true"), { inputs: { "json-file": "out/report.json" } });
    expect(report.findings).toMatchObject([
      { file: "shop/values.yaml", new: true, rendered: [{ root: "shop", values: [] }] },
    ]);
    expect(report.workloads).toMatchObject([{ source: "helm", file: "shop/templates/web.yaml" }]);
  });

  it("are read by the base's configuration, which a change can't loosen", async () => {
    const { exitCode, annotations } = await reviewed(chart("false"), {
      ...chart("true"),
      ".secctx.yaml": "render: false\n",
    });
    expect(annotations).toEqual([isWrong("shop/values.yaml", 2)]);
    expect(exitCode).toBe(1);
  });
});

describe("what is not the head is not rendered", () => {
  it("a chart of which the base has changed a file since", async () => {
    const meanwhile = { "shop/templates/_names.tpl": chart("true", "{{/* new */}}\n")["shop/templates/_names.tpl"] };
    const { annotations, exitCode, summary } = await reviewed(
      { ...chart("false"), ...overlay("false") },
      { "shop/values.yaml": chart("true")["shop/values.yaml"], "dev/patch.yaml": overlay("true")["dev/patch.yaml"] },
      { meanwhile },
    );
    expect(summary).toContain("shop: not evaluated: in the checkout this file is not what the head has");
    expect(annotations).toEqual([isWrong("dev/patch.yaml", 10)]);
    expect(exitCode).toBe(1);
  });

  it("a chart of which a step of the job has changed a file; what the step has made beside them counts", async () => {
    await using world = await story(chart("true"), chart("false"));
    const { github, pull } = world;
    const event = await github.pullRequestEvent(pull, "synchronize");
    const folder = await github.repository.checkout(event.sha, { full: true });
    const run = () => runAction({ github, event, workspace: { folder } });
    writeFileSync(join(folder, "shop/templates/made.yaml"), strict.replace("name: catalog", "name: made"));
    const beside = await run();
    expect(beside.stderr).toBe("");
    expect(annotationsOf(github)).toEqual(expect.arrayContaining([isWrong("shop/values.yaml", 2)]));
    expect(annotationsOf(github)).toHaveLength(2);
    writeFileSync(join(folder, "shop/values.yaml"), "escalation: false\n");
    const { summary } = await run();
    expect(summary).toContain("shop: not evaluated: in the checkout this file is not what the head has");
  });

  it("a checkout of something else", async () => {
    const { summary, exitCode } = await reviewed(chart("false"), chart("true"), { checkout: "base" });
    expect(summary).toContain("which is neither the head");
    expect(exitCode).toBe(0);
  });
});

describe("without a checkout", () => {
  it("one note says what to add to the workflow", async () => {
    const { summary, exitCode } = await reviewed(chart("false"), chart("true"), { checkout: "none" });
    expect(summary.match(/Charts and overlays are not evaluated/g)).toHaveLength(1);
    expect(summary).toMatch(/Put actions\/checkout with .*fetch\\-depth: 0.* before this step/);
    expect(exitCode).toBe(0);
  });

  it("the job fails if the workflow relies on rendering, for files of charts and overlays only", async () => {
    const inputs = { render: "true" };
    const { exitCode, outputs } = await reviewed(overlay("false"), overlay("true"), { checkout: "none", inputs });
    expect(exitCode).toBe(2);
    expect(outputs).toMatchObject({ conclusion: "failure" });
    const plain = await reviewed(overlay("false"), { "k8s/web.yaml": hardened }, { checkout: "none", inputs });
    expect(plain.exitCode).toBe(0);
  });

  it("nothing is said if nothing is to be rendered", async () => {
    const inputs = { render: "false" };
    const head = { ...chart("true"), "shop/templates/job.yaml": chart("true")["shop/templates/web.yaml"] };
    const { exitCode, summary } = await reviewed(chart("false"), head, { checkout: "none", inputs });
    expect(exitCode).toBe(0);
    expect(summary).not.toContain("actions/checkout");
    expect(summary).toContain("A Helm chart, not evaluated");
  });

  it("another word for the input is refused", async () => {
    const { exitCode, stdout } = await reviewed(chart("false"), chart("true"), { inputs: { render: "maybe" } });
    expect(exitCode).toBe(2);
    expect(stdout).toContain('The input render is "maybe": use one of true, false, auto.');
  });
});

describe("a change never runs anything with rights that its author lacks", () => {
  /** Programs of these names on PATH that write that they were started. */
  function trap() {
    const folder = mkdtempSync(join(tmpdir(), "secctx-trap-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const name of ["helm", "kustomize", "kubectl"]) {
      writeFileSync(join(folder, name), `#!/bin/sh\necho ${name} >>'${folder}/started'\nexit 1\n`);
      chmodSync(join(folder, name), 0o755);
    }
    const started = join(folder, "started");
    return {
      environment: { PATH: `${folder}${delimiter}${process.env.PATH}` },
      started: () => (existsSync(started) ? readFileSync(started, "utf8") : ""),
    };
  }

  it.for(["head", "merge", "none"] as const)("on pull_request_target, with a checkout of the %s", async (checkout) => {
    const { environment, started } = trap();
    const change = [
      { ...chart("false"), ...overlay("false") },
      { ...chart("true"), ...overlay("true") },
    ] as const;
    const { summary, exitCode } = await reviewed(...change, { checkout, environment, isTarget: true });
    expect(started()).toBe("");
    expect(summary).toContain("so nothing of the change is run");
    expect(exitCode).toBe(1);
    const asked = await reviewed(...change, { checkout, environment, isTarget: true, inputs: { render: "true" } });
    expect(started()).toBe("");
    expect(asked.exitCode).toBe(2);
  });

  it("on workflow_run", async () => {
    const { environment, started } = trap();
    await using world = await story(chart("true"), chart("false"));
    const { github, pull } = world;
    const event = await github.workflowRunEvent(pull);
    const workspace = { commit: github.headOf(pull), full: true };
    const { summary } = await runAction({ github, event, environment, workspace });
    expect(summary).toContain("so nothing of the change is run");
    expect(started()).toBe("");
  });

  it("and the trap works: on pull_request the programs are started", async () => {
    const { environment, started } = trap();
    const { exitCode } = await reviewed(chart("false"), chart("true"), { environment });
    expect(started()).toContain("helm");
    expect(exitCode).toBe(2);
  });
});

describe("other events", () => {
  it("a full scan renders all charts and overlays", async () => {
    await using github = await startFakeGitHub();
    const commit = await github.repository.commit({ ...chart("true"), ...overlay("true") });
    const run = await runAction({ github, event: github.workflowDispatchEvent(), workspace: { commit } });
    expect(run.stderr).toBe("");
    expect(annotationsOf(github)).toEqual([isWrong("dev/patch.yaml", 10), isWrong("shop/values.yaml", 2)]);
    expect(run.exitCode).toBe(1);
  });

  it("a merge group is rendered like a pull request", async () => {
    await using world = await story(chart("true"), chart("false"));
    const { github, pull } = world;
    const event = await github.mergeGroupEvent([pull]);
    const run = await runAction({ github, event, workspace: { commit: event.sha, full: true } });
    expect(run.stderr).toBe("");
    expect(annotationsOf(github)).toEqual([isWrong("shop/values.yaml", 2)]);
    expect(run.outputs).toMatchObject({ new: "1" });
  });

  it("a push is judged whole, as it is then", async () => {
    await using github = await startFakeGitHub();
    const before = await github.repository.commit(chart("false"));
    const commit = await github.repository.commit(chart("true"));
    const event = await github.pushEvent({ before });
    const run = await runAction({ github, event, workspace: { commit } });
    expect(run.stderr).toBe("");
    expect(annotationsOf(github)).toEqual([isWrong("shop/values.yaml", 2)]);
  });
});
