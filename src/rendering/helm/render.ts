import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import {
  type Document,
  type Path,
  type Placement,
  type Range,
  type Rendering,
  withFullReader,
} from "../../yaml/index.ts";
import type { Rendered, RenderOptions } from "../rendered.ts";
import type { RunResult } from "../run.ts";
import { withFolder } from "../scratch.ts";
import { doSideBySide } from "../side-by-side.ts";
import { copyChart, setBase } from "./chart-copy.ts";
import { type ChartReading, type MarkedRun, readMarked } from "./chart-reading.ts";
import type { Chart } from "./charts.ts";
import { explainFailures, explainHelm, failWith } from "./failures.ts";
import {
  type ChartRequest,
  type HelmInputs,
  prepareInputs,
  refuseNames,
  refuseValues,
  runHelm,
  shownFolder,
} from "./inputs.ts";
import { hasMarks } from "./marks.ts";
import { placeInChart } from "./place.ts";
import { markedCopyOf, type Prepared, plainCopyOf, prepareChart, readPartsFor } from "./prepared-chart.ts";
import { fileOfTemplate, listTemplates, placeAtTemplate } from "./template-files.ts";

/** What Helm rendered of a chart, with all that is known of it. */
export interface ChartRendering extends Rendering {
  readonly chart: Chart;
  readonly request: ChartRequest;
  readonly kubernetesVersion: string;
  /** Nothing where the marks are not believed. */
  readonly reading: ChartReading | undefined;
}

/** Whether Helm made a rendering. */
export function isOfChart(rendering: Rendering): rendering is ChartRendering {
  return rendering.tool === "helm";
}

/**
 * Renders a chart in each way that is asked for, as the user's own Helm does, and beside it a copy with marks that tell where each line comes from. Gives what
 * is rendered in the order of what is asked for.
 */
export async function renderChart(
  found: Chart,
  asked: readonly { readonly request: ChartRequest; readonly options: RenderOptions }[],
): Promise<Rendered[]> {
  const [first] = asked;
  if (!first) return [];
  return await withFolder(async (folder) => {
    const prepared = await prepareChart(found, folder, first.options.show);
    return explainFailures(
      await doSideBySide(asked, ({ request, options }) => renderPrepared(prepared, request, options)),
    );
  });
}

async function renderPrepared(prepared: Prepared, request: ChartRequest, options: RenderOptions): Promise<Rendered> {
  const { found, chart, folder } = prepared;
  const refusal = refuseNames(found, request) ?? refuseValues(found, request, options);
  if (refusal) return { problems: [refusal] };
  const own = mkdtempSync(join(folder, "inputs-"));
  const inputs = await withFullReader(() => prepareInputs(request, options, own));
  const copy = plainCopyOf(prepared, inputs.base);
  const [plain, marked] = await Promise.all([
    runHelm(copy, [], inputs, options),
    renderMarked(prepared, inputs, options),
  ]);
  const run = { ...plain, stderr: plain.stderr.replaceAll(copy, chart.folder) };
  const failed = failureOf(run, chart, request, inputs, options);
  if (failed) return failed;
  const reading =
    marked && !hasMarks(plain.stdout)
      ? await withFullReader(() => readMarked(plain.stdout, marked, chart, request, inputs, options.show))
      : undefined;
  const place = (document: Document, path: Path, range: Range): Placement =>
    (reading && placeInChart(document, path, range, reading)) ?? placeAtTemplate(plain.stdout, chart, range, options);
  const base = request.base ? [options.show(request.base.path)] : [];
  const deployer = request.deployer ? [request.deployer.file] : [];
  const rendering: ChartRendering = {
    tool: "helm",
    root: shownFolder(chart, options),
    values: [...new Set([...base, ...inputs.names, ...deployer])],
    ...(request.deployer && { deployer: request.deployer.name }),
    // `default` is what Helm itself takes where nobody says anything.
    ...(request.namespace !== "default" && { namespace: request.namespace }),
    parts: readPartsFor(prepared, request, options.show),
    place,
    chart,
    request,
    kubernetesVersion: options.kubernetesVersion,
    reading,
  };
  const ingredients = listTemplates(found, prepared.templates, plain.stdout, request, options);
  return { source: { file: chart.file, text: plain.stdout, rendering }, problems: [], ingredients };
}

/** Renders a copy of a chart that some files of it were changed in: `changed` has their texts, by their paths. */
export async function renderCopy(
  copy: string,
  { chart, request, kubernetesVersion }: ChartRendering,
  changed: ReadonlyMap<string, string>,
  options: RenderOptions,
): Promise<RunResult> {
  return await withFolder(async (folder) => {
    const own = { ...options, kubernetesVersion };
    const inputs = await withFullReader(() => prepareInputs(request, own, folder, changed));
    if (inputs.base === undefined) return await runHelm(copy, [], inputs, options);
    const other = join(folder, "chart");
    copyChart(chart, other, changed);
    setBase(other, inputs.base);
    return await runHelm(other, [], inputs, options);
  });
}

function failureOf(
  run: RunResult,
  chart: Chart,
  { deployer }: ChartRequest,
  { names, copies }: HelmInputs,
  options: RenderOptions,
): Rendered | undefined {
  if (run.status === 0) return undefined;
  const nameOf = (name: string) => {
    const copy = copies.indexOf(name);
    if (copy !== -1) return names[copy];
    if (/^(?:Chart|values)\.yaml$/.test(name)) return options.show(join(chart.folder, name));
    if (name.startsWith(chart.folder)) return options.show(name);
    const file = fileOfTemplate(chart, name);
    return file && options.show(file);
  };
  const fault =
    run.excess === undefined
      ? explainHelm({ stderr: run.stderr, file: chart.file, nameOf })
      : { file: chart.file, line: 1, words: `helm ${run.excess}` };
  return failWith({ ...fault, root: shownFolder(chart, options), values: names, deployer: deployer?.name });
}

/** Renders a copy with marks; first also in what templates include, then, if that does not render, only in the files themselves. */
async function renderMarked(
  prepared: Prepared,
  inputs: HelmInputs,
  options: RenderOptions,
): Promise<MarkedRun | undefined> {
  const wanted = new Set(prepared.chart.entries.map(({ path }) => path));
  const templates = prepared.templates.filter(({ file }) => wanted.has(file));
  if (templates.some(({ text }) => hasMarks(text))) return undefined;
  // The marks take room, and two runs share the machine.
  const limits = { ...options.limits, megabytes: options.limits.megabytes * 4 };
  for (const part of ["all", "files"] as const) {
    const { copy, marks } = markedCopyOf(prepared, templates, part, inputs.base);
    const run = await runHelm(copy, ["--debug"], inputs, { ...options, limits });
    if (run.excess === undefined && run.stdout.includes("\nvalues: {")) return { run, marks };
    if (run.excess !== undefined) return undefined;
  }
  return undefined;
}
