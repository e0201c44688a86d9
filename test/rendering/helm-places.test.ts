import { describe, expect, it } from "vitest";
import { chartOf, type Files, helms, judge, missingHelm, podWith, repositoryWith, wayOf } from "./charts.ts";

const privileged = (value: string) => podWith(`      securityContext:\n        privileged: ${value}\n`);
const block = (name: string) => podWith(`      securityContext:\n        {{- toYaml ${name} | nindent 8 }}\n`);
const worker = `{{- define "worker.container" -}}
- name: app
  image: nginx:1
  securityContext:
    privileged: true
    readOnlyRootFilesystem: {{ .Values.readOnly }}
{{- end -}}
{{- define "worker.spec" -}}
containers:
  {{- include "worker.container" . | nindent 2 }}
{{- end -}}
`;

/** A chart, and the way of a finding of one rule, from where a person would edit. */
interface Case {
  readonly files: Files;
  readonly rule?: string;
  readonly way: string;
  readonly values?: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  "literal text": { files: { "templates/d.yaml": privileged("true") }, way: "app/templates/d.yaml:9" },
  "text with comments and braces in strings before it": {
    files: {
      "templates/d.yaml": `{{/* }} {{ "a" }}\n */}}{{- $x := "}}" -}}{{- $y := \`{{\` }}{{ if eq $x "{{" }}{{ $y }}{{ end }}\n${privileged("true")}`,
    },
    way: "app/templates/d.yaml:11",
  },
  "text with carriage returns": {
    files: { "templates/d.yaml": privileged("true").replaceAll("\n", "\r\n") },
    way: "app/templates/d.yaml:9",
  },
  "a value": {
    files: {
      "templates/d.yaml": privileged("{{ .Values.debug.flag }}"),
      "values.yaml": "a: 1\ndebug:\n  flag: true\n",
    },
    way: "app/values.yaml:3 < app/templates/d.yaml:9",
  },
  "a value with a default that is not needed": {
    files: { "templates/d.yaml": privileged("{{ .Values.flag | default false }}"), "values.yaml": "flag: true\n" },
    way: "app/values.yaml:1 < app/templates/d.yaml:9",
  },
  "a default in the template": {
    files: { "templates/d.yaml": privileged("{{ .Values.flag | default true }}"), "values.yaml": "flag: false\n" },
    way: "app/templates/d.yaml:9",
  },
  "nothing, before another container that a value switches on": {
    files: {
      "templates/d.yaml": podWith(
        `{{- if .Values.proxy }}\n    - name: proxy\n      image: proxy:1\n      securityContext: {allowPrivilegeEscalation: false}\n{{- end }}\n`,
      ),
      "values.yaml": "proxy: false\n",
    },
    rule: "allow-privilege-escalation",
    way: "app/templates/d.yaml:6",
  },
  "a value in quotes": {
    files: {
      "templates/d.yaml": podWith(`      ports: [{containerPort: 80, hostPort: {{ .Values.port | int }}}]\n`),
      "values.yaml": `port: "8080"\n`,
    },
    rule: "host-ports",
    way: "app/values.yaml:1 < app/templates/d.yaml:8",
  },
  "a value of the last file that has it": {
    files: {
      "templates/d.yaml": privileged("{{ .Values.flag }}"),
      "values.yaml": "flag: true\n",
      "a.yaml": "# a\nflag: true\n",
      "b.yaml": "other: 1\n",
    },
    values: ["app/a.yaml", "app/b.yaml"],
    way: "app/a.yaml:2 < app/templates/d.yaml:9",
  },
  "a mapping of values": {
    files: { "templates/d.yaml": block(".Values.sc"), "values.yaml": "sc:\n  privileged: true\n" },
    way: "app/values.yaml:2 < app/templates/d.yaml:9",
  },
  "a mapping that a variable holds": {
    files: {
      "templates/d.yaml": `{{- $sc := .Values.sc }}\n${block("$sc")}`,
      "values.yaml": "sc:\n  privileged: true\n",
    },
    way: "app/values.yaml:2 < app/templates/d.yaml:10",
  },
  "a scalar that a variable holds": {
    files: {
      "templates/d.yaml": `{{- $flag := .Values.flag }}\n${privileged("{{ $flag }}")}`,
      "values.yaml": "a: 1\nflag: true\n",
    },
    way: "app/values.yaml:2 < app/templates/d.yaml:10",
  },
  "a scalar that `with` holds": {
    files: {
      "templates/d.yaml": `{{- with .Values.flag }}\n${privileged("{{ . }}")}{{ end }}`,
      "values.yaml": "flag: true\n",
    },
    way: "app/values.yaml:1 < app/templates/d.yaml:10",
  },
  "an item of a list that `range` goes through": {
    files: {
      "templates/d.yaml": `{{- range $i, $w := .Values.workers }}\n---\n${privileged("{{ $w.flag }}").replace("web", "web{{ $i }}")}{{ end }}`,
      "values.yaml": "workers:\n  - flag: false\n  - flag: true\n",
    },
    way: "app/values.yaml:3 < app/templates/d.yaml:11",
  },
  "an item of a mapping that `range` goes through": {
    files: {
      "templates/d.yaml": `{{- range $k, $w := .Values.workers }}\n---\n${privileged("{{ .flag }}").replace("web", "{{ $k }}")}{{ end }}`,
      "values.yaml": "workers:\n  a: {flag: false}\n  b:\n    flag: true\n",
    },
    way: "app/values.yaml:4 < app/templates/d.yaml:11",
  },
  "a container of a list behind another": {
    files: {
      "templates/d.yaml": podWith("    {{- toYaml .Values.more | nindent 4 }}\n"),
      "values.yaml": "more:\n  - name: b\n    image: b:1\n    securityContext:\n      privileged: true\n",
    },
    way: "app/values.yaml:5 < app/templates/d.yaml:8",
  },
  "a template in the values": {
    files: {
      "templates/d.yaml": "{{ tpl .Values.pod . }}",
      "values.yaml": `pod: |\n${privileged("{{ true }}").replaceAll(/^/gm, "  ").replace("{{ true }}", "true")}`,
    },
    way: "app/values.yaml:10 < app/templates/d.yaml:1",
  },
  "a values file with anchors": {
    files: { "templates/d.yaml": block(".Values.sc"), "values.yaml": "x: &sc\n  privileged: true\nsc: *sc\n" },
    way: "app/values.yaml:2 < app/templates/d.yaml:9",
  },
  "what is missing in a mapping of values": {
    files: { "templates/d.yaml": block(".Values.sc"), "values.yaml": "sc:\n  runAsUser: 1\n" },
    rule: "drop-all-capabilities",
    way: "app/values.yaml:1 < app/templates/d.yaml:9",
  },
  "what is missing in an empty mapping of values": {
    files: { "templates/d.yaml": block(".Values.sc"), "values.yaml": "a: 1\nsc: {}\n" },
    rule: "drop-all-capabilities",
    way: "app/values.yaml:2 < app/templates/d.yaml:9",
  },
  "what is missing because a mapping of values is empty, in the container's `with`": {
    files: {
      "templates/d.yaml": podWith(
        "      {{- with .Values.sc }}\n      securityContext: {{ toYaml . | nindent 8 }}\n      {{- end }}\n  {{- with .Values.podSc }}\n  securityContext:\n    {{- toYaml . | nindent 4 }}\n  {{- end }}\n",
      ),
      "values.yaml": "sc: {}\npodSc: {}\n",
    },
    rule: "drop-all-capabilities",
    way: "app/values.yaml:1 < app/templates/d.yaml:9",
  },
  "what is missing because a mapping of values is empty, in the pod's `with`": {
    files: {
      "templates/d.yaml": podWith(
        "      {{- with .Values.sc }}\n      securityContext: {{ toYaml . | nindent 8 }}\n      {{- end }}\n  {{- with .Values.podSc }}\n  securityContext:\n    {{- toYaml . | nindent 4 }}\n  {{- end }}\n",
      ),
      "values.yaml": "sc: {}\npodSc: {}\n",
    },
    rule: "run-as-non-root",
    way: "app/values.yaml:2 < app/templates/d.yaml:13",
  },
  "what is missing because a condition is false": {
    files: {
      "templates/d.yaml": podWith(
        `      {{- if .Values.sc.enabled }}\n      securityContext: {{ omit .Values.sc "enabled" | toYaml | nindent 8 }}\n      {{- end }}\n`,
      ),
      "values.yaml": "sc:\n  enabled: false\n  privileged: false\n",
    },
    rule: "drop-all-capabilities",
    way: "app/values.yaml:2 < app/templates/d.yaml:9",
  },
  "what is missing in the second of two containers": {
    files: {
      "templates/d.yaml": podWith(
        "      {{- with .Values.a }}\n      securityContext: {{ toYaml . | nindent 8 }}\n      {{- end }}\n    - name: b\n      image: b:1\n      {{- with .Values.b }}\n      securityContext: {{ toYaml . | nindent 8 }}\n      {{- end }}\n",
      ),
      "values.yaml": "a: {capabilities: {drop: [ALL]}}\nb: {}\n",
    },
    rule: "drop-all-capabilities",
    way: "app/values.yaml:2 < app/templates/d.yaml:14",
  },
  "what is missing and no value brings": {
    files: {
      "templates/d.yaml": podWith(
        "      {{- with .Values.labels }}\n      resources: {{ toYaml . | nindent 8 }}\n      {{- end }}\n",
      ),
      "values.yaml": "labels: {}\n",
    },
    rule: "drop-all-capabilities",
    way: "app/templates/d.yaml:6",
  },
  "what is missing where a value would switch off the defaults": {
    files: {
      "templates/d.yaml": podWith(
        "      securityContext:\n        {{- if .Values.sc }}\n        {{- toYaml .Values.sc | nindent 8 }}\n        {{- else }}\n        runAsNonRoot: true\n        {{- end }}\n",
      ),
      "values.yaml": "sc: {}\n",
    },
    rule: "drop-all-capabilities",
    way: "app/templates/d.yaml:8",
  },
  "text of a helper, included by another": {
    files: {
      "templates/_worker.tpl": worker,
      "templates/d.yaml": `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  {{- include "worker.spec" . | nindent 2 }}\n`,
    },
    way: "app/templates/_worker.tpl:5 < app/templates/_worker.tpl:10 < app/templates/d.yaml:5",
  },
  "a value that a helper reads": {
    files: {
      "templates/_worker.tpl": worker,
      "templates/d.yaml": `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  {{- include "worker.spec" . | nindent 2 }}\n`,
      "values.yaml": "readOnly: false\n",
    },
    rule: "read-only-root-filesystem",
    way: "app/values.yaml:1 < app/templates/_worker.tpl:6 < app/templates/_worker.tpl:10 < app/templates/d.yaml:5",
  },
  "text of a library chart's helper": {
    files: {
      "charts/worker/Chart.yaml": chartOf("worker", "type: library\n"),
      "charts/worker/templates/_worker.tpl": worker,
      "templates/d.yaml": `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  {{- include "worker.spec" . | nindent 2 }}\n`,
    },
    way: "app/charts/worker/templates/_worker.tpl:5 < app/charts/worker/templates/_worker.tpl:10 < app/templates/d.yaml:5",
  },
  "a helper whose output is read": {
    files: {
      "templates/_sc.tpl": `{{- define "sc" -}}\nprivileged: true\n{{- end -}}\n`,
      "templates/d.yaml": podWith(`      securityContext: {{ include "sc" . | fromYaml | toJson }}\n`),
    },
    way: "app/templates/d.yaml:8",
  },
  "a helper that is named at run time, and kept": {
    files: {
      "templates/_sc.tpl": `{{- define "sc" -}}\nprivileged: true\n{{- end -}}\n`,
      "templates/d.yaml": `{{- $sc := include (print "s" "c") . | fromYaml }}\n${privileged("{{ $sc.privileged }}")}`,
    },
    way: "app/templates/d.yaml:10",
  },
  "a value of a chart in it": {
    files: {
      "charts/sub/Chart.yaml": chartOf("sub"),
      "charts/sub/templates/d.yaml": privileged("{{ .Values.flag }}"),
      "charts/sub/values.yaml": "flag: true\n",
    },
    way: "app/charts/sub/values.yaml:1 < app/charts/sub/templates/d.yaml:9",
  },
  "a value of a chart in it that has the name of a folder of charts": {
    files: {
      "charts/crds/Chart.yaml": chartOf("crds"),
      "charts/crds/crds/x.yaml": "a: 1\n",
      "charts/crds/templates/d.yaml": privileged("{{ .Values.flag }}"),
      "charts/crds/values.yaml": "flag: true\n",
    },
    way: "app/charts/crds/values.yaml:1 < app/charts/crds/templates/d.yaml:9",
  },
  "a value that the chart above gives": {
    files: {
      "charts/sub/Chart.yaml": chartOf("sub"),
      "charts/sub/templates/d.yaml": privileged("{{ .Values.flag }}"),
      "charts/sub/values.yaml": "flag: false\n",
      "values.yaml": "sub:\n  flag: true\n",
    },
    way: "app/values.yaml:2 < app/charts/sub/templates/d.yaml:9",
  },
  "a value under an alias": {
    files: {
      "Chart.yaml": chartOf("app", "dependencies: [{name: sub, version: 0.1.0, alias: one}]\n"),
      "charts/sub/Chart.yaml": chartOf("sub"),
      "charts/sub/templates/d.yaml": privileged("{{ .Values.flag }}"),
      "charts/sub/values.yaml": "flag: false\n",
      "values.yaml": "sub: {flag: false}\none:\n  flag: true\n",
    },
    way: "app/values.yaml:3 < app/charts/sub/templates/d.yaml:9",
  },
  "a global value": {
    files: {
      "charts/sub/Chart.yaml": chartOf("sub"),
      "charts/sub/templates/d.yaml": privileged("{{ .Values.global.flag }}"),
      "charts/sub/values.yaml": "global: {flag: false}\n",
      "values.yaml": "global:\n  flag: true\n",
    },
    way: "app/values.yaml:2 < app/charts/sub/templates/d.yaml:9",
  },
  "a document with random values": {
    files: {
      "templates/d.yaml": `${privileged("true")}      env:\n        - {name: A, value: {{ randAlpha 20 | quote }}}\n`,
    },
    way: "app/templates/d.yaml:9",
  },
  "a random value": {
    files: {
      "templates/d.yaml": podWith(`      securityContext: {privileged: true, procMount: {{ randAlpha 20 }}}\n`),
    },
    way: "app/templates/d.yaml:1 (not exact)",
  },
  "letters that marks are made of": {
    files: { "templates/d.yaml": `# \uA510\uA501\n${privileged("true")}` },
    way: "app/templates/d.yaml:1 (not exact)",
  },
  "a value that has the letters of marks": {
    files: { "templates/d.yaml": `# {{ .Values.a }}\n${privileged("true")}`, "values.yaml": `a: "\uA510\uA501"\n` },
    way: "app/templates/d.yaml:1 (not exact)",
  },
};

describe.for(helms)("a finding stands where a person would edit, with %s:", (helm) => {
  it.for(Object.entries(cases))("%s", async ([, { files, rule = "privileged", way, values }], { skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
    const repository = repositoryWith(files);
    const { problems, placed } = await judge(`${repository}/app`, repository, { helm, ...(values ? { values } : {}) });
    expect(problems).toEqual([]);
    expect(placed.filter((each) => each.rule === rule).map(({ placement }) => wayOf(placement))).toEqual([way]);
  });
});
