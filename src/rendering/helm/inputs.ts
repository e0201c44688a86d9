import { copyFileSync, existsSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isWithin } from "../../source/links.ts";
import type { Problem } from "../../yaml/index.ts";
import type { RenderOptions } from "../rendered.ts";
import { type RunLimits, type RunResult, runTool } from "../run.ts";
import { scratchFolder } from "../scratch.ts";
import type { Chart } from "./charts.ts";
import { argumentOf, type Parameter, textOfLayer, type ValuesLayer } from "./layers.ts";

/** With what a chart is rendered. */
export interface ChartRequest {
  /** The last one wins; empty for the chart's own values only. */
  readonly values: readonly ValuesLayer[];
  /** What stands in the place of the chart's own `values.yaml`. */
  readonly base?: ValuesLayer;
  /** What is set after all values. */
  readonly parameters?: readonly Parameter[];
  readonly release: string;
  readonly namespace: string;
  readonly apiVersions: readonly string[];
  readonly skipTests: boolean;
  /** The object that asks for it, in words, and its file as the user sees it; left out where it is the chart itself. */
  readonly deployer?: { readonly name: string; readonly file: string };
}

/** The absolute paths of the files that a request takes values from. */
export function filesOfRequest({
  values,
  base,
  parameters = [],
}: Pick<ChartRequest, "values" | "base" | "parameters">): string[] {
  const paths = [...(base ? [base] : []), ...values, ...parameters].map(({ path }) => path);
  return [...new Set(paths)];
}

/** The folder of a chart, as it is shown. */
export function shownFolder(chart: Chart, { show }: RenderOptions): string {
  return show(chart.folder) || ".";
}

/** What the run is given. Helm reads the values from copies: it takes a comma in a name for the end of it, and an address for something to load. */
export interface HelmInputs {
  readonly args: readonly string[];
  /** What the user calls the values files. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
  /** The text in the place of the chart's `values.yaml`. */
  readonly base: string | undefined;
  readonly copies: readonly string[];
  readonly release: string;
}

/** A value of the configuration is never an option, nor anything that Helm reads more into. */
export function refuseNames(chart: Chart, { release, namespace, apiVersions }: ChartRequest): Problem | undefined {
  const wrong = [
    ...[release, namespace].filter((name) => !/^[a-z0-9](?:[a-z0-9.-]{0,51}[a-z0-9])?$/.test(name)),
    ...apiVersions.filter((name) => !/^[A-Za-z0-9][\w./-]*$/.test(name)),
  ];
  if (wrong.length === 0) return undefined;
  const message = `${JSON.stringify(wrong[0])} can't be the name of a release, a namespace or an API version.`;
  return { severity: "error", file: chart.file, line: 1, message };
}

/** A values file is one of the repository, wherever links lead. */
export function refuseValues(
  { file }: Chart,
  { values, base, parameters = [] }: ChartRequest,
  { repository, show }: RenderOptions,
): Problem | undefined {
  const files = parameters.flatMap((each) => each.file ?? []);
  for (const path of [...[...(base ? [base] : []), ...values].map((layer) => layer.path), ...files]) {
    const target = existsSync(path) ? realpathSync(path) : undefined;
    if (target !== undefined && isWithin(repository, target) && statSync(target).isFile()) continue;
    const why = target === undefined ? "is not there" : "is not a file of the repository";
    return { severity: "error", file, line: 1, message: `The values file ${show(path)} ${why}.` };
  }
  return undefined;
}

/** Writes the values files into a folder; `changed` has other texts for some, by their paths. Call it within `withFullReader`. */
export function prepareInputs(
  request: ChartRequest,
  options: RenderOptions,
  folder: string,
  changed: ReadonlyMap<string, string> = new Map(),
): HelmInputs {
  const { release, namespace, apiVersions, skipTests, values, base, parameters = [] } = request;
  const texts = values.map((layer) => textOfLayer(layer, changed));
  const files = parameters.map(({ file }, index) => {
    const copy = join(folder, `parameter-${index}`);
    if (file !== undefined) copyFileSync(file, copy);
    return copy;
  });
  const copies = values.map((_, index) => join(folder, `values-${index}.yaml`));
  for (const [index, copy] of copies.entries()) writeFileSync(copy, texts[index] ?? "");
  const args = [
    `--namespace=${namespace}`,
    // With a patch, as a cluster's version has one.
    `--kube-version=${options.kubernetesVersion.replace(/^\d+\.\d+$/, "$&.0")}`,
    ...apiVersions.map((name) => `--api-versions=${name}`),
    ...(skipTests ? ["--skip-tests"] : []),
    ...copies.map((copy) => `--values=${copy}`),
    ...parameters.map((parameter, index) => argumentOf(parameter, changed, files[index] ?? "")),
  ];
  const names = values.map(({ path }) => options.show(path));
  return { args, release, texts, copies, names, base: base && textOfLayer(base, changed) };
}

/** Runs `helm template`: nothing but the release and the chart is named to it. */
export function runHelm(
  chart: string,
  more: readonly string[],
  { args, release }: HelmInputs,
  { tool, limits }: { readonly tool: RenderOptions["tool"]; readonly limits: RunLimits },
): Promise<RunResult> {
  return runTool(tool, ["template", ...args, ...more, "--", release, chart], { folder: scratchFolder(), limits });
}
