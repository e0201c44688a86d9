import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compare } from "./compare.ts";
import type { Command } from "./measure.ts";
import { type Section, unmeasured } from "./tables.ts";

const bundle = join(dirname(import.meta.dirname), "dist/cli/index.js");

/** What charts cost, beside Helm's own time for them. */
export const charts: Section[] = [
  {
    title: "A chart",
    measure: () =>
      withCharts(10, (folder) =>
        compare({
          about:
            "A chart of 20 Deployments, each with a helper and values of its own. secctx renders it twice to judge and to place, and once more to prove the fixes that it offers.",
          reference: { name: "`helm template`", file: "helm", args: ["template", join(folder, "chart-0")] },
          rows: [
            { ...check(folder, "chart-0"), most: 2.4 },
            { ...check(folder, "."), name: "`check` of ten charts", most: 24 },
          ],
          runs: 5,
        }),
      ),
  },
];

function check(cwd: string, path: string): Command {
  const args = [bundle, "check", "--no-config", "--format", "json", path];
  return { name: "`check`", file: process.execPath, args, cwd };
}

/** Charts in a folder of their own while they are measured. */
async function withCharts(count: number, measure: (folder: string) => ReturnType<Section["measure"]>) {
  if (spawnSync("helm", ["version"]).error) return unmeasured("helm is not on the PATH");
  const folder = mkdtempSync(join(tmpdir(), "secctx-bench-charts-"));
  try {
    for (let index = 0; index < count; index++) writeChart(join(folder, `chart-${index}`));
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeChart(folder: string): void {
  mkdirSync(join(folder, "templates"), { recursive: true });
  const names = [...Array(20).keys()].map((index) => `app${index}`);
  const files = {
    "Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\n",
    "values.yaml": names.map((name) => `${name}:\n  replicas: 2\n  securityContext: {}\n`).join(""),
    "templates/_helpers.tpl": '{{- define "labels" -}}\napp.kubernetes.io/name: {{ . }}\n{{- end -}}\n',
    ...Object.fromEntries(names.map((name) => [`templates/${name}.yaml`, templateOf(name)])),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

function templateOf(name: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels:
    {{- include "labels" "${name}" | nindent 4 }}
spec:
  replicas: {{ .Values.${name}.replicas }}
  selector:
    matchLabels:
      {{- include "labels" "${name}" | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "labels" "${name}" | nindent 8 }}
    spec:
      containers:
        - name: ${name}
          image: registry.example.com/${name}:1
          {{- with .Values.${name}.securityContext }}
          securityContext:
            {{- toYaml . | nindent 12 }}
          {{- end }}
`;
}
