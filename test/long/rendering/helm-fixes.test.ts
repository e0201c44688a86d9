import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../src/policy/index.ts";
import { carryToChartFiles } from "../../../src/rendering/helm/fixes.ts";
import { renderChart } from "../../../src/rendering/helm/render.ts";
import type { RenderOptions } from "../../../src/rendering/rendered.ts";
import { findTool } from "../../../src/rendering/run.ts";
import { fixRenderings } from "../../../src/review/fix-renderings.ts";
import { reviewRenderings } from "../../../src/review/review.ts";
import type { CarryFixes, RenderAgain } from "../../../src/review/source-edits.ts";
import type { Source } from "../../../src/yaml/index.ts";
import {
  chartIn,
  chartOf,
  type Files,
  type Helm,
  helms,
  missingHelm,
  podWith,
  repositoryWith,
} from "../../rendering/charts.ts";

/** A chart, what is to be fixed of it, and what becomes of its files and of what it renders. */
interface Case {
  readonly files: Files;
  readonly rules?: readonly string[];
  /** The changed files, in full. */
  readonly becomes?: Readonly<Record<string, string>>;
  /** The lines of all renderings that go and come; those with random values are left out. */
  readonly rendered?: readonly string[];
  /** The reason, where a finding stays. */
  readonly declined?: string;
}

const privileged = (value: string) => podWith(`      securityContext:\n        privileged: ${value}\n`);
const setFalse = ["-privileged: true", "+privileged: false"];
const withBlock = (name: string) =>
  podWith(`      {{- with ${name} }}\n      securityContext:\n        {{- toYaml . | nindent 8 }}\n      {{- end }}\n`);
const dropAll = ["+capabilities:", "+drop:", "+- ALL"];
const escalation = ["allow-privilege-escalation"];
const addEscalation = ["+allowPrivilegeEscalation: false"];
const image = "registry.example/app:1";
const own = (text: string) => text.replace("nginx:1", image);
const elseBranch = own(
  podWith(
    "      securityContext:\n        {{- if .Values.sc }}\n        {{- toYaml .Values.sc | nindent 8 }}\n        {{- else }}\n        runAsNonRoot: true\n        {{- end }}\n",
  ),
);

/** Lists of the templates to which values add items. */
const withLists = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: app
      image: ${image}
      args:
      - serve
      {{- with .Values.extraArgs }}
        {{- toYaml . | nindent 6 }}
      {{- end }}
      securityContext:
        {{- toYaml .Values.securityContext | nindent 8 }}
      {{- with .Values.mounts }}
      volumeMounts:
        {{- toYaml . | nindent 8 }}
      {{- end }}
  volumes:
    - name: data
      configMap: {name: data}
    {{- if .Values.volumes }}
    {{- toYaml .Values.volumes | nindent 4 }}
    {{- end }}
`;
const addTmp = [
  "+readOnlyRootFilesystem: true",
  "+volumeMounts:",
  "+- mountPath: /tmp",
  "+name: tmp",
  "+- emptyDir: {}",
  "+name: tmp",
];

const cases: Readonly<Record<string, Case>> = {
  "what a value switches on is switched off there": {
    files: {
      "templates/d.yaml": own(
        podWith(
          "      securityContext:\n        {{- if .Values.debug }}\n        privileged: true\n        {{- end }}\n",
        ),
      ),
      "values.yaml": "debug: true # For now.\n",
    },
    becomes: { "values.yaml": "debug: false # For now.\n" },
    rendered: ["-privileged: true"],
  },
  "a value that the templates read and no file has": {
    files: { "templates/d.yaml": own(withBlock(".Values.web.sc")), "values.yaml": "web:\n  debug: false\n" },
    rules: escalation,
    becomes: { "values.yaml": "web:\n  debug: false\n  sc:\n    allowPrivilegeEscalation: false\n" },
    rendered: ["+securityContext:", ...addEscalation],
  },
  "a value that a template which ranges over the others reads": {
    files: {
      "templates/d.yaml": `{{- range $name, $app := .Values.apps }}\n---\n${own(withBlock("$app.sc"))}{{- end }}\n`,
      "values.yaml": "apps:\n  web:\n    sc: {allowPrivilegeEscalation: false}\n  api: {}\n",
    },
    rules: escalation,
    becomes: {
      "values.yaml":
        "apps:\n  web:\n    sc: {allowPrivilegeEscalation: false}\n  api:\n    sc:\n      allowPrivilegeEscalation: false\n",
    },
    rendered: ["+securityContext:", ...addEscalation],
  },
  "no value that would only be waited for": {
    files: {
      "templates/d.yaml": own(
        podWith(
          "      {{- if .Values.hardened }}\n      securityContext:\n        allowPrivilegeEscalation: false\n      {{- end }}\n",
        ),
      ),
      "values.yaml": "debug: false\n",
    },
    rules: escalation,
    declined: "securityContext stands there under a condition",
  },
  "empty lists of values that add to those of the templates": {
    files: {
      "templates/d.yaml": withLists,
      "values.yaml": "extraArgs: []\nsecurityContext: {privileged: false}\nmounts: []\nvolumes: []\n",
    },
    rules: ["read-only-root-filesystem"],
    becomes: {
      "values.yaml":
        "extraArgs: []\nsecurityContext: {privileged: false, readOnlyRootFilesystem: true}\nmounts:\n  - name: tmp\n    mountPath: /tmp\nvolumes:\n  - name: tmp\n    emptyDir: {}\n",
    },
    rendered: addTmp,
  },
  "a list of values that has added to that of the templates": {
    files: {
      "templates/d.yaml": withLists,
      "values.yaml":
        "securityContext: {privileged: false}\nmounts: # none\nvolumes:\n  - name: more\n    configMap: {name: more}\n",
    },
    rules: ["read-only-root-filesystem"],
    becomes: {
      "values.yaml":
        "securityContext: {privileged: false, readOnlyRootFilesystem: true}\nmounts: # none\n  - name: tmp\n    mountPath: /tmp\nvolumes:\n  - name: more\n    configMap: {name: more}\n  - name: tmp\n    emptyDir: {}\n",
    },
    rendered: addTmp,
  },
  "a value": {
    files: { "templates/d.yaml": privileged("{{ .Values.flag }}"), "values.yaml": "a: 1\nflag: true # why\n" },
    becomes: { "values.yaml": "a: 1\nflag: false # why\n" },
    rendered: setFalse,
  },
  "an empty mapping of values, which is all there is": {
    files: { "templates/d.yaml": own(withBlock(".Values.sc")), "values.yaml": "sc: {}\n" },
    rules: escalation,
    becomes: { "values.yaml": "sc:\n  allowPrivilegeEscalation: false\n" },
    rendered: ["+securityContext:", ...addEscalation],
  },
  "two fixes of an empty mapping, above what is commented out": {
    files: {
      "templates/d.yaml": own(withBlock(".Values.sc")),
      "values.yaml": "sc: {}\n  # runAsNonRoot: true\n  # runAsUser: 1000\nother: 1\n",
    },
    rules: [...escalation, "drop-all-capabilities"],
    becomes: {
      "values.yaml":
        "sc:\n  allowPrivilegeEscalation: false\n  capabilities:\n    drop:\n      - ALL\n  # runAsNonRoot: true\n  # runAsUser: 1000\nother: 1\n",
    },
    rendered: ["+securityContext:", ...addEscalation, ...dropAll],
  },
  "a mapping of values in braces": {
    files: { "templates/d.yaml": own(withBlock(".Values.sc")), "values.yaml": "sc: {runAsUser: 1}\n" },
    rules: escalation,
    becomes: { "values.yaml": "sc: {runAsUser: 1, allowPrivilegeEscalation: false}\n" },
    rendered: addEscalation,
  },
  "a condition that is switched off": {
    files: {
      "templates/d.yaml": own(
        podWith(
          "      {{- if .Values.safe }}\n      securityContext:\n        allowPrivilegeEscalation: false\n      {{- end }}\n",
        ),
      ),
      "values.yaml": "safe: false\n",
    },
    rules: escalation,
    becomes: { "values.yaml": "safe: true\n" },
    rendered: ["+securityContext:", ...addEscalation],
  },
  "an item of a list that `range` goes through": {
    files: {
      "templates/d.yaml": `{{- range $i, $w := .Values.workers }}\n---\n${privileged("{{ $w.flag }}").replace("web", "web{{ $i }}")}{{ end }}`,
      "values.yaml": "workers:\n  - flag: false\n  - flag: true\n",
    },
    becomes: { "values.yaml": "workers:\n  - flag: false\n  - flag: false\n" },
    rendered: setFalse,
  },
  "values of a chart in it": {
    files: {
      "charts/sub/Chart.yaml": chartOf("sub"),
      "charts/sub/templates/d.yaml": privileged("{{ .Values.pod.flag }}"),
      "charts/sub/values.yaml": "pod: {flag: true}\n",
      "values.yaml": "a: 1\n",
    },
    becomes: { "values.yaml": "a: 1\nsub:\n  pod:\n    flag: false\n" },
    rendered: setFalse,
  },
  "a list in the values of a chart in it": {
    files: {
      "charts/sub/Chart.yaml": chartOf("sub"),
      "charts/sub/templates/d.yaml": own(withBlock(".Values.sc")),
      "charts/sub/values.yaml": "sc: {capabilities: {drop: [NET_RAW]}}\n",
      "values.yaml": "a: 1\n",
    },
    rules: ["drop-all-capabilities"],
    becomes: { "values.yaml": "a: 1\nsub:\n  sc:\n    capabilities:\n      drop:\n        - NET_RAW\n        - ALL\n" },
    rendered: ["+- ALL"],
  },
  "the text of a chart in it": {
    files: {
      "charts/sub/Chart.yaml": chartOf("sub"),
      "charts/sub/templates/d.yaml": privileged("true"),
      "values.yaml": "a: 1\n",
    },
    declined: "no value sets it, and app/charts/sub/templates/d.yaml came with a chart of others",
  },
  "literal text": {
    files: { "templates/d.yaml": privileged("true # why") },
    becomes: { "templates/d.yaml": privileged("false # why") },
    rendered: ["-privileged: true # why", "+privileged: false # why"],
  },
  "literal text in braces, beside an action": {
    files: {
      "templates/d.yaml": own(podWith("      securityContext: {runAsUser: {{ .Values.user }}}\n")),
      "values.yaml": "user: 1000\n",
    },
    rules: escalation,
    becomes: {
      "templates/d.yaml": own(
        podWith("      securityContext: {runAsUser: {{ .Values.user }}, allowPrivilegeEscalation: false}\n"),
      ),
    },
    rendered: [
      "-securityContext: {runAsUser: 1000}",
      "+securityContext: {runAsUser: 1000, allowPrivilegeEscalation: false}",
    ],
  },
  "what is missing beside literal keys": {
    files: {
      "templates/d.yaml": own(
        podWith(
          "      resources:\n        {{- toYaml .Values.resources | nindent 8 }}\n      {{- with .Values.mounts }}\n      volumeMounts:\n        {{- toYaml . | nindent 8 }}\n      {{- end }}\n",
        ),
      ),
      "values.yaml": "resources: {limits: {cpu: 1}}\n",
    },
    rules: [...escalation, "drop-all-capabilities"],
    becomes: {
      "templates/d.yaml": own(
        podWith(
          "      resources:\n        {{- toYaml .Values.resources | nindent 8 }}\n      securityContext:\n        allowPrivilegeEscalation: false\n        capabilities:\n          drop:\n            - ALL\n      {{- with .Values.mounts }}\n      volumeMounts:\n        {{- toYaml . | nindent 8 }}\n      {{- end }}\n",
        ),
      ),
    },
    rendered: ["+securityContext:", ...addEscalation, ...dropAll],
  },
  "what is missing in a helper that two pods include": {
    files: {
      "templates/_pod.tpl": `{{- define "pod" -}}\ncontainers:\n  - name: app\n    image: ${image}\n{{- end -}}\n`,
      "templates/d.yaml": ["a", "b"]
        .map(
          (name) =>
            `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  {{- include "pod" . | nindent 2 }}\n`,
        )
        .join(""),
    },
    rules: [...escalation, "seccomp-profile"],
    becomes: {
      "templates/_pod.tpl": `{{- define "pod" -}}\nsecurityContext:\n  seccompProfile:\n    type: RuntimeDefault\ncontainers:\n  - name: app\n    image: ${image}\n    securityContext:\n      allowPrivilegeEscalation: false\n{{- end -}}\n`,
    },
    rendered: Array(2)
      .fill([
        "+securityContext:",
        "+seccompProfile:",
        "+type: RuntimeDefault",
        "+securityContext:",
        "+allowPrivilegeEscalation: false",
      ])
      .flat(),
  },
  "literal keys in the arm in force, where a value would switch the defaults off": {
    files: { "templates/d.yaml": elseBranch, "values.yaml": "sc: {}\n" },
    rules: escalation,
    becomes: {
      "templates/d.yaml": elseBranch.replace("NonRoot: true\n", "$&        allowPrivilegeEscalation: false\n"),
    },
    rendered: addEscalation,
  },
  "a value that would switch the defaults of a chart in it off": {
    files: {
      "charts/sub/Chart.yaml": chartOf("sub"),
      "charts/sub/templates/d.yaml": elseBranch,
      "charts/sub/values.yaml": "sc: {}\n",
      "values.yaml": "a: 1\n",
    },
    rules: escalation,
    declined:
      "sc is empty in app/charts/sub/values.yaml, and setting it switches off the defaults of app/charts/sub/templates/d.yaml:12",
  },
  "a key that stands there already, under a condition that is more than a value": {
    files: {
      "templates/d.yaml": own(
        podWith(
          `      {{- if eq .Values.mode "hard" }}\n      securityContext: {readOnlyRootFilesystem: true}\n      {{- end }}\n`,
        ),
      ),
      "values.yaml": "mode: soft\n",
    },
    rules: escalation,
    declined: "securityContext stands there under a condition",
  },
  "an item of a literal list, with a condition behind it": {
    files: {
      "templates/d.yaml": own(
        podWith(
          "      securityContext:\n        capabilities:\n          drop:\n            - NET_RAW\n      {{- if .Values.ports }}\n      ports: {{ .Values.ports | toJson }}\n      {{- end }}\n",
        ),
      ),
      "values.yaml": "ports: []\n",
    },
    rules: ["drop-all-capabilities"],
    becomes: {
      "templates/d.yaml": own(
        podWith(
          "      securityContext:\n        capabilities:\n          drop:\n            - NET_RAW\n            - ALL\n      {{- if .Values.ports }}\n      ports: {{ .Values.ports | toJson }}\n      {{- end }}\n",
        ),
      ),
    },
    rendered: ["+- ALL"],
  },
  "a value that another object has, too": {
    files: {
      "templates/d.yaml": privileged("{{ .Values.flag }}"),
      "templates/c.yaml":
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {debug: {{ .Values.flag | quote }}}\n",
      "values.yaml": "flag: true\n",
    },
    declined: "the change would also change ConfigMap c of app",
  },
  "a value of the file that is in force": {
    files: {
      "templates/d.yaml": privileged("{{ .Values.flag }}"),
      "values.yaml": "flag: false\n",
      "ci/a-values.yaml": "flag: true\n",
    },
    becomes: { "ci/a-values.yaml": "flag: false\n" },
    rendered: setFalse,
  },
  "a value that another list has already": {
    files: {
      "templates/d.yaml": own(
        podWith("      securityContext:\n        runAsUser: 1\n        {{- toYaml .Values.more | nindent 8 }}\n"),
      ),
      "values.yaml": "more: {runAsGroup: 1}\n",
      "ci/a-values.yaml": "more: {allowPrivilegeEscalation: false}\n",
    },
    rules: escalation,
    becomes: { "values.yaml": "more: {runAsGroup: 1, allowPrivilegeEscalation: false}\n" },
    rendered: addEscalation,
  },
  "a value that is right with one list of values and wrong with another": {
    files: {
      "templates/d.yaml": privileged("{{ .Values.flag }}"),
      "templates/c.yaml":
        "{{ if .Values.more }}\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {debug: {{ .Values.flag | quote }}}\n{{ end }}",
      "values.yaml": "flag: true\n",
      "ci/a-values.yaml": "more: true\n",
    },
    declined: "the change would also change ConfigMap c of app with app/ci/a-values.yaml",
  },
  "one of two that can't be": {
    files: {
      "templates/d.yaml": privileged("{{ .Values.a }}"),
      "templates/e.yaml": privileged("{{ .Values.b }}").replace("web", "other"),
      "templates/c.yaml":
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {debug: {{ .Values.a | quote }}}\n",
      "values.yaml": "a: true\nb: true\n",
    },
    becomes: { "values.yaml": "a: true\nb: false\n" },
    rendered: setFalse,
    declined: "the change would also change ConfigMap c of app",
  },
  "a random password beside it": {
    files: {
      "templates/d.yaml": `${privileged("{{ .Values.flag }}")}      env:\n        - name: A\n          value: {{ randAlpha 20 | quote }}\n`,
      "templates/s.yaml": `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n  value: {{ randAlpha 20 | quote }}\n`,
      "values.yaml": "flag: true\n",
    },
    becomes: { "values.yaml": "flag: false\n" },
    rendered: setFalse,
  },
};

describe.for(helms)("fixes of what a chart renders, with %s", (helm) => {
  it.for(Object.entries(cases))("%s", async ([, example], { skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
    const { files, rules = ["privileged"], becomes = {}, rendered = [], declined } = example;
    const repository = repositoryWith(files);
    const before = await renderAll(repository, helm);
    const isWanted = ({ rule }: { readonly rule: { readonly id: string } }) => rules.includes(rule.id);
    const carry: CarryFixes = (sources, wanted) =>
      carryToChartFiles(sources, wanted, optionsFor(repository, helm), async () => undefined);
    const once: RenderAgain = () => Promise.resolve(undefined);
    const fixed = await fixRenderings({ sources: before, carry }, once, defaultPolicy, isWanted);
    const changed = fixed.filter((file) => file.text !== file.before);
    expect(Object.fromEntries(changed.map(({ file, text }) => [file.replace("app/", ""), text]))).toEqual(becomes);
    const reasons = new Set(fixed.flatMap((file) => file.declined.map(({ reason }) => reason)));
    expect([...reasons]).toEqual(declined === undefined ? [] : [declined]);
    for (const { file, text } of changed) writeFileSync(join(repository, file), text);
    const after = await renderAll(repository, helm);
    expect(linesBetween(before, after)).toEqual(rendered.toSorted());
    const left = (await reviewRenderings(after, { policy: defaultPolicy, uses: new Map() })).flatMap(({ findings }) =>
      findings.filter(isWanted),
    );
    expect(left).toHaveLength(declined === undefined ? 0 : 1);
  });
});

function optionsFor(repository: string, helm: Helm): RenderOptions {
  const tool = findTool("helm", helm, repository);
  if ("reason" in tool) throw new Error(tool.reason);
  const show = (path: string) => relative(repository, path).replaceAll("\\", "/");
  return { tool, limits: { seconds: 60, megabytes: 64 }, repository, show, kubernetesVersion: "1.34" };
}

/** A chart with each of its lists of values. */
async function renderAll(repository: string, helm: Helm): Promise<Source[]> {
  const chart = await chartIn(join(repository, "app"), repository);
  if ("problems" in chart) throw new Error(chart.problems[0]?.message);
  const request = { release: "web", namespace: "default", apiVersions: [], skipTests: false };
  const options = optionsFor(repository, helm);
  const rendered = await renderChart(
    chart,
    chart.values.map((values) => ({ request: { ...request, values: values.map((path) => ({ path })) }, options })),
  );
  return rendered.map(({ source, problems }) => {
    if (!source) throw new Error(problems[0]?.message);
    return source;
  });
}

/** The lines that go (`-`) and those that come (`+`). */
function linesBetween(before: readonly Source[], after: readonly Source[]): string[] {
  const lines = (sources: readonly Source[]) =>
    sources.flatMap(({ text }) => text.split("\n").map((line) => line.trim())).filter((line) => !/value:/.test(line));
  const come = lines(after);
  const go = lines(before).filter((line) => {
    const index = come.indexOf(line);
    if (index !== -1) come.splice(index, 1);
    return index === -1;
  });
  return [...go.map((line) => `-${line}`), ...come.map((line) => `+${line}`)].toSorted();
}
