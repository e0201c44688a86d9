import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { onTestFinished } from "vitest";
import { defaultPolicy } from "../../src/policy/index.ts";
import { type Chart, readChart } from "../../src/rendering/helm/charts.ts";
import type { ChartRequest } from "../../src/rendering/helm/inputs.ts";
import { renderChart } from "../../src/rendering/helm/render.ts";
import { findTool } from "../../src/rendering/run.ts";
import { review } from "../../src/review/review.ts";
import { type Placement, type Problem, pointAt, read, withFullReader } from "../../src/yaml/index.ts";

/** The releases of Helm that the tests run: each by the name that it has on PATH. */
export const helms = ["helm3", "helm4"] as const;
export type Helm = (typeof helms)[number];

/** Why a test with a release of Helm is skipped. */
export function missingHelm(helm: Helm): string | undefined {
  const tool = findTool("helm", helm, import.meta.dirname);
  return "reason" in tool ? `${tool.reason}: it is what this test renders with` : undefined;
}

/** Files by their paths; a link is `{ link: TARGET }`. What every chart has is added where it is left out. */
export type Files = Readonly<Record<string, string | { readonly link: string }>>;

/** Writes a repository with a chart in its folder `app`, which the test's end removes. */
export function repositoryWith(files: Files): string {
  const root = mkdtempSync(join(realpathSync(tmpdir()), "secctx-charts-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries<Files[string]>({ "Chart.yaml": chartOf("app"), ...files })) {
    const path = join(root, "app", name);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof content === "string") writeFileSync(path, content);
    else symlinkSync(content.link, path);
  }
  return root;
}

export function chartOf(name: string, more = ""): string {
  return `apiVersion: v2\nname: ${name}\nversion: 0.1.0\n${more}`;
}

/** A pod with one container. Its own lines start on line 8, with six spaces. */
export function podWith(container: string, spec = ""): string {
  return `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
${spec}  containers:
    - name: app
      image: nginx:1
${container}`;
}

export interface Placed {
  readonly rule: string;
  readonly path: string;
  readonly placement: Placement;
}

export interface Judged {
  readonly problems: readonly Problem[];
  readonly placed: readonly Placed[];
  readonly text: string;
}

export interface JudgeOptions extends Partial<Omit<ChartRequest, "values">> {
  readonly helm: Helm;
  /** Paths below the repository, or the chart's own list by its number. */
  readonly values?: readonly string[];
  readonly seconds?: number;
  readonly megabytes?: number;
}

/** Reads, renders and judges a chart: what is wrong with it, and where each finding stands. */
export async function judge(folder: string, repository: string, options: JudgeOptions): Promise<Judged> {
  const chart = await chartIn(folder, repository);
  if ("problems" in chart) return { ...chart, placed: [], text: "" };
  const { helm, values = [], seconds = 60, megabytes = 64, ...more } = options;
  const tool = findTool("helm", helm, repository);
  if ("reason" in tool) throw new Error(tool.reason);
  const request = { release: "web", namespace: "default", apiVersions: [], skipTests: false, ...more };
  const [{ source, problems } = { problems: [] }] = await renderChart(chart, [
    {
      request: { ...request, values: values.map((name) => ({ path: join(repository, name) })) },
      options: {
        tool,
        limits: { seconds, megabytes },
        repository,
        show: shownFrom(repository),
        kubernetesVersion: "1.34",
      },
    },
  ]);
  if (!source?.rendering) return { problems, placed: [], text: "" };
  const { rendering, ...plain } = source;
  const manifest = await withFullReader(() => read(plain));
  const { findings } = await review([plain], null, defaultPolicy);
  const placed = findings.flatMap(({ rule, document, path }): Placed[] => {
    const found = manifest.documents.find(({ index }) => index === document);
    const placement = found && rendering.place(found, path, pointAt(found, path));
    return placement ? [{ rule: rule.id, path: path.join("."), placement }] : [];
  });
  return { problems, placed, text: source.text };
}

export function chartIn(
  folder: string,
  repository: string,
): Promise<Chart | { readonly problems: readonly Problem[] }> {
  return withFullReader(() => readChart(folder, { repository, show: shownFrom(repository) }));
}

function shownFrom(repository: string): (path: string) => string {
  return (path) => relative(repository, path).replaceAll("\\", "/");
}

/** `app/values.yaml:3`, and the way from there: `app/values.yaml:3 < app/templates/d.yaml:8`. */
export function wayOf({ location, via, isExact }: Placement): string {
  const places = [location, ...via.map((each) => each.location)];
  return places.map(({ file, start }) => `${file}:${start.line}`).join(" < ") + (isExact ? "" : " (not exact)");
}
