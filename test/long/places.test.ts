import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Path, type Placement, read, type Value, valueAt, withFullReader } from "../../src/yaml/index.ts";
import { judge, missingHelm, podWith, repositoryWith } from "../rendering/charts.ts";
import { builders, deployment, kustomization, reviewOverlay, withFiles } from "../rendering/overlays.ts";

/**
 * The oracle for places, which knows nothing of marks and probes: change the line that is claimed for a finding, and the rendered path that the finding is
 * about must change.
 */
beforeEach(({ skip }) => {
  const missing = missingHelm("helm3") ?? builders[0]?.missing;
  if (missing) skip(missing);
});

interface Claim {
  readonly rule: string;
  readonly path: Path;
  readonly placement: Placement;
}

interface Rendered {
  readonly text: string;
  readonly problems: readonly unknown[];
  readonly placed: readonly Claim[];
}

/** A text with another value, or one more key, at the claimed place. */
function changeAt(text: string, { location: { range }, excerpt }: Placement): string {
  const { start, end } = range;
  const word = text.slice(start, end);
  const replace = (from: number, to: number, by: string) => text.slice(0, from) + by + text.slice(to);
  const flipped = { true: "false", false: "true" }[word] ?? (/^\d+$/.test(word) ? String(Number(word) + 1) : undefined);
  if (flipped !== undefined) return replace(start, end, flipped);
  // An operation of a patch is known by its path.
  if (word.startsWith("/")) return replace(start, end, `${word}Other`);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = lineStart + excerpt.length;
  const flow = /: (\{)(?!\{)/.exec(excerpt);
  if (flow) {
    const open = lineStart + flow.index + ": {".length;
    return replace(open, open, text[open] === "}" ? "oracle: oracle" : "oracle: oracle, ");
  }
  const next = text.slice(lineEnd + 1).split("\n", 1)[0] ?? "";
  const own = /^[ -]*/.exec(excerpt)?.[0] ?? "";
  const indent = excerpt.trimEnd().endsWith(":") ? (/^ */.exec(next)?.[0] ?? "") : " ".repeat(own.length);
  return replace(lineEnd, lineEnd, `\n${indent}oracle: oracle`);
}

/** Changes the claimed place in its file, and puts it back after `work`. */
async function withChange<T>(repository: string, placement: Placement, work: () => Promise<T>): Promise<T> {
  const file = join(repository, placement.location.file);
  const before = readFileSync(file, "utf8");
  writeFileSync(file, changeAt(before, placement));
  try {
    return await work();
  } finally {
    writeFileSync(file, before);
  }
}

/** What stands at the path of a claim, or else at the nearest place above it, in a rendered text. */
function around(text: string, path: Path): Promise<string> {
  return withFullReader(() => {
    const [document] = read({ file: "", text }).documents;
    const value: Value = document?.value ?? null;
    for (let depth = path.length; depth >= 0; depth--) {
      const found = valueAt(value, path.slice(0, depth));
      if (found !== undefined) return JSON.stringify(found);
    }
    return "";
  });
}

const template = podWith(
  `      {{- with .Values.securityContext }}
      securityContext:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    - name: other
      image: {{ .Values.image | quote }}
      securityContext: {{ toYaml .Values.other | nindent 8 }}
    {{- range .Values.sidecars }}
    - name: {{ .name }}
      image: nginx:1
      securityContext: {privileged: {{ .privileged }}}
    {{- end }}
    - name: helped
      image: nginx:1
      securityContext:
        {{- include "app.sc" . | nindent 8 }}
`,
  "  hostNetwork: {{ .Values.hostNetwork }}\n",
);

const chart = {
  "templates/d.yaml": template,
  "templates/_helpers.tpl": '{{- define "app.sc" -}}\nprivileged: true\nrunAsUser: {{ .Values.user }}\n{{- end -}}\n',
  "values.yaml": `hostNetwork: true
image: nginx:1
user: 0
securityContext:
  privileged: true
  allowPrivilegeEscalation: true
other: {}
sidecars:
  - name: a
    privileged: false
  - name: b
    privileged: true
`,
};

const base = {
  "base/kustomization.yaml": kustomization("resources: [web.yaml]\n"),
  "base/web.yaml": deployment(
    "- name: app\n  image: nginx:1\n  securityContext:\n    privileged: true\n- name: other\n  image: nginx:1\n  securityContext: {runAsUser: 0}\n",
    { spec: "hostNetwork: true\n" },
  ),
  "prod/kustomization.yaml": kustomization(`resources: [../base]
patches:
  - path: worse.yaml
  - target: {kind: Deployment}
    patch: |-
      - op: add
        path: /spec/template/spec/hostIPC
        value: true
  - patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        template:
          spec:
            containers:
              - name: other
                securityContext:
                  allowPrivilegeEscalation: true
`),
  "prod/worse.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      hostPID: true
      containers:
        - name: more
          image: nginx:1
`,
};

/** The findings at whose claimed line a change changes nothing of what they are about. */
async function findWrong(repository: string, render: () => Promise<Rendered>): Promise<string[]> {
  const { placed, text, problems } = await render();
  expect(problems).toEqual([]);
  expect(placed.length).toBeGreaterThan(10);
  const wrong: string[] = [];
  for (const { rule, path, placement } of placed) {
    const after = await withChange(repository, placement, render);
    if ((await around(text, path)) === (await around(after.text, path)))
      wrong.push(`${rule} ${path.join(".")} at ${placement.location.file}:${placement.location.start.line}`);
  }
  return wrong;
}

describe("the claimed line makes the claimed rendered path", () => {
  it("of a chart: values, items, helpers and literal lines", async () => {
    const repository = repositoryWith(chart);
    const wrong = await findWrong(repository, async () => {
      const { placed, ...rest } = await judge(join(repository, "app"), repository, { helm: "helm3" });
      const toSteps = (path: string) => path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      return { ...rest, placed: placed.map((each) => ({ ...each, path: toSteps(each.path) })) };
    });
    expect(wrong).toEqual([]);
  });

  it("of an overlay: its base, patches in files and in the kustomization, and operations", async () => {
    const tool = builders[0]?.tool;
    if (!tool) throw new Error("no kustomize");
    const wrong = await withFiles(base, (repository) =>
      findWrong(repository, () => reviewOverlay(repository, "prod", tool)),
    );
    expect(wrong).toEqual([]);
  });
});
