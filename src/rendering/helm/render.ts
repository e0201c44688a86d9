import { mkdtempSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { listEntries } from "../../source/folders.ts";
import {
  type Document,
  type Path,
  type Placement,
  type Range,
  type Rendering,
  withFullReader,
} from "../../yaml/index.ts";
import { readParts } from "../parts.ts";
import type { Rendered, RenderOptions } from "../rendered.ts";
import type { RunResult } from "../run.ts";
import { doSideBySide } from "../side-by-side.ts";
import { copyChart, setBase, withFolder } from "./chart-copy.ts";
import type { Chart, ChartNode } from "./charts.ts";
import { explainHelm } from "./failures.ts";
import {
  type ChartRequest,
  filesOfRequest,
  type HelmInputs,
  prepareInputs,
  refuseNames,
  refuseValues,
  runHelm,
  shownFolder,
  writeText,
} from "./inputs.ts";
import { valuesFileOf, valuesFileOfParameters } from "./layers.ts";
import {
  hasMarks,
  type MarkedPart,
  type MarkedTemplates,
  markTemplates,
  readMarks,
  type Template,
  valuesTemplate,
  walkerTemplate,
} from "./marks.ts";
import { placeInChart } from "./place.ts";
import type { ChartReading } from "./reading.ts";
import { mapSources } from "./source-map.ts";
import { fileOfTemplate, listTemplates, placeAtTemplate, readTemplates } from "./template-files.ts";
import { readValues, readValuesInForce, type ValuesFile, type ValuesFiles } from "./values.ts";

/** All that is known of a chart's rendering. */
export interface ChartRendering {
  readonly chart: Chart;
  readonly request: ChartRequest;
  readonly kubernetesVersion: string;
  /** Nothing where the marks are not believed. */
  readonly reading: ChartReading | undefined;
}

const renderings = new WeakMap<Rendering, ChartRendering>();

/** What is known of the chart behind a rendering; `undefined` for one that Helm did not make. */
export function chartBehind(rendering: Rendering): ChartRendering | undefined {
  return renderings.get(rendering);
}

/** A chart, and the copies of it that Helm reads: renderings share them, and nothing in them changes. */
interface Prepared {
  /** All of the chart, as it was found. */
  readonly found: Chart;
  /** Without what git ignores: templates can ask for every file beside them, and that is nobody's to print. */
  readonly chart: Chart;
  /** Those of all of the chart. */
  readonly templates: readonly Template[];
  /** The texts of the chart's files, by the names that are shown. */
  readonly parts: ReadonlyMap<string, string>;
  readonly folder: string;
  /** By the text in the place of the chart's own values. */
  readonly plain: Map<string | undefined, string>;
  /** By that text and what is marked. */
  readonly marked: Map<string, MarkedCopy>;
}

interface MarkedCopy {
  readonly copy: string;
  readonly marks: MarkedTemplates;
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
    const chart = await withoutIgnored(found);
    const paths = chart.entries.map(({ path }) => path);
    const prepared: Prepared = {
      found,
      chart,
      templates: readTemplates(found),
      parts: readParts(paths, first.options.show),
      folder,
      plain: new Map(),
      marked: new Map(),
    };
    return await doSideBySide(asked, ({ request, options }) => renderPrepared(prepared, request, options));
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
  const failed = failureOf({ ...plain, stderr: plain.stderr.replaceAll(copy, chart.folder) }, chart, inputs, options);
  if (failed) return failed;
  const reading =
    marked && !hasMarks(plain.stdout)
      ? await readMarked(plain.stdout, marked, chart, request, inputs, options)
      : undefined;
  const place = (document: Document, path: Path, range: Range): Placement =>
    (reading && placeInChart(document, path, range, reading)) ?? placeAtTemplate(plain.stdout, chart, range, options);
  const rendering: Rendering = {
    tool: "helm",
    root: shownFolder(chart, options),
    values: [...new Set([...inputs.names, ...(request.deployer ? [request.deployer.file] : [])])],
    ...(request.deployer && { deployer: request.deployer.name }),
    // `default` is what Helm itself takes where nobody says anything.
    ...(request.namespace !== "default" && { namespace: request.namespace }),
    parts: partsOf(prepared, request, options),
    place,
  };
  renderings.set(rendering, { chart, request, kubernetesVersion: options.kubernetesVersion, reading });
  const ingredients = listTemplates(found, prepared.templates, plain.stdout, request, options);
  return { source: { file: chart.file, text: plain.stdout, rendering }, problems: [], ingredients };
}

/** The texts of a chart's files, and of those beside it that values come from. */
function partsOf(
  { chart, parts }: Prepared,
  request: ChartRequest,
  { show }: RenderOptions,
): ReadonlyMap<string, string> {
  const own = new Set(chart.entries.map(({ path }) => path));
  const others = filesOfRequest(request).filter((path) => !own.has(path));
  return others.length === 0 ? parts : new Map([...parts, ...readParts(others, show)]);
}

/** A chart without the files that git ignores, but for the charts that `helm dependency build` put into it. */
async function withoutIgnored(chart: Chart): Promise<Chart> {
  const known = new Set((await listEntries(chart.folder)).map(({ name }) => name));
  const isKnown = (name: string) =>
    name.startsWith("charts/") ||
    name.split("/").some((_, index, steps) => known.has(steps.slice(0, index + 1).join("/")));
  const entries = chart.entries.filter(({ path }) => isKnown(relative(chart.folder, path).replaceAll("\\", "/")));
  return { ...chart, entries };
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

function failureOf(run: RunResult, chart: Chart, inputs: HelmInputs, options: RenderOptions): Rendered | undefined {
  const root = shownFolder(chart, options);
  if (run.excess !== undefined)
    return {
      problems: [
        { severity: "error", file: chart.file, line: 1, message: `${root} could not be rendered: helm ${run.excess}.` },
      ],
    };
  if (run.status === 0) return undefined;
  const nameOf = (name: string) => {
    const copy = inputs.copies.indexOf(name);
    if (copy !== -1) return inputs.names[copy];
    if (/^(?:Chart|values)\.yaml$/.test(name)) return options.show(join(chart.folder, name));
    if (name.startsWith(chart.folder)) return options.show(name);
    const file = fileOfTemplate(chart, name);
    return file && options.show(file);
  };
  return explainHelm({ stderr: run.stderr, root, file: chart.file, values: inputs.names, nameOf });
}

interface Marked {
  readonly run: RunResult;
  readonly marks: MarkedTemplates;
}

/** Renders a copy with marks; first also in what templates include, then, if that does not render, only in the files themselves. */
async function renderMarked(
  prepared: Prepared,
  inputs: HelmInputs,
  options: RenderOptions,
): Promise<Marked | undefined> {
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

function plainCopyOf({ chart, folder, plain }: Prepared, base: string | undefined): string {
  const known = plain.get(base);
  if (known !== undefined) return known;
  const copy = join(folder, `plain-${plain.size}`);
  copyChart(chart, copy);
  setBase(copy, base);
  plain.set(base, copy);
  return copy;
}

function markedCopyOf(
  { chart, folder, marked }: Prepared,
  templates: readonly Template[],
  part: MarkedPart,
  base: string | undefined,
): MarkedCopy {
  const key = JSON.stringify([part, base]);
  const known = marked.get(key);
  if (known) return known;
  const made = writeMarked(chart, templates, part, join(folder, `marked-${marked.size}`));
  setBase(made.copy, base);
  marked.set(key, made);
  return made;
}

/** Writes a copy with marks, of all that templates can ask for. */
function writeMarked(chart: Chart, templates: readonly Template[], part: MarkedPart, copy: string): MarkedCopy {
  const marks = markTemplates(templates, part);
  const texts = new Map(templates.map(({ file, text }) => [file, marks.texts.get(file) ?? text]));
  // A schema is left out, and so is what could leave out what is added, and what Helm does not render.
  const isWanted = (path: string) => !notCopied.test(relative(chart.folder, path).replaceAll("\\", "/"));
  copyChart(chart, copy, texts, isWanted);
  writeText(join(copy, "templates", "_secctx.tpl"), walkerTemplate);
  writeText(join(copy, "templates", "zz-secctx-values.yaml"), valuesTemplate);
  // Helm prints what the templates made, in full and in no order, when one of them is not YAML.
  writeText(join(copy, "templates", "zz-secctx.yaml"), "a: b: c\n");
  return { copy, marks };
}

const notCopied = /^(?:charts\/[^/]+\/)*(?:values\.schema\.json$|\.helmignore$|(?:crds|ci)\/)/;

async function readMarked(
  plain: string,
  { run, marks: { sites, tokens } }: Marked,
  chart: Chart,
  { values: layers, base, parameters = [], deployer }: ChartRequest,
  { names, texts, base: baseText = "" }: HelmInputs,
  { show }: RenderOptions,
): Promise<ChartReading | undefined> {
  const output = readMarks(run.stdout);
  const values = readValuesInForce(output.text);
  if (!values) return undefined;
  const files = await withFullReader(() => {
    const own = layers.map((layer, index) => valuesFileOf(layer, names[index] ?? "", texts[index] ?? ""));
    const more = [...own, ...valuesFileOfParameters(parameters, deployer?.file ?? "")];
    const found = readValuesFiles(chart, chart, show, more);
    return base ? { ...found, own: [valuesFileOf(base, show(base.path), baseText), ...more] } : found;
  });
  const map = mapSources(plain, output, sites);
  return { map, sites, marks: output.marks, values, files, tokens, show: ({ file }) => show(file) };
}

function readValuesFiles(
  node: ChartNode,
  chart: Chart,
  show: RenderOptions["show"],
  more: readonly ValuesFile[] = [],
): ValuesFiles {
  const path = join(node.folder, "values.yaml");
  const entry = chart.entries.find((each) => each.path === path);
  const own = entry ? [readValues(show(path), readFileSync(entry.target, "utf8"), node !== chart)] : [];
  const charts = new Map([...node.charts].map(([name, inner]) => [name, readValuesFiles(inner, chart, show)]));
  return { own: [...own, ...more], charts };
}
