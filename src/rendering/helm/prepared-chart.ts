import { join, relative } from "node:path";
import { listEntries } from "../../source/folders.ts";
import { readParts } from "../parts.ts";
import type { Surroundings } from "../rendered.ts";
import { writeText } from "../scratch.ts";
import { copyChart, setBase } from "./chart-copy.ts";
import type { Chart } from "./charts.ts";
import { type ChartRequest, filesOfRequest } from "./inputs.ts";
import {
  type MarkedPart,
  type MarkedTemplates,
  markTemplates,
  type Template,
  valuesTemplate,
  walkerTemplate,
} from "./marks.ts";
import { readTemplates } from "./template-files.ts";

/** A chart, and the copies of it that Helm reads: renderings share them, and nothing in them changes. */
export interface Prepared {
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

export interface MarkedCopy {
  readonly copy: string;
  readonly marks: MarkedTemplates;
}

/** Reads what all renderings of a chart share; their copies go into a folder. */
export async function prepareChart(found: Chart, folder: string, show: Surroundings["show"]): Promise<Prepared> {
  const chart = await withoutIgnored(found);
  const parts = readParts(
    chart.entries.map(({ path }) => path),
    show,
  );
  return { found, chart, templates: readTemplates(found), parts, folder, plain: new Map(), marked: new Map() };
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

/** The texts of a chart's files, but not the lists of values of its other renderings, and of the files beside it that values come from. */
export function readPartsFor(
  { chart, parts }: Prepared,
  request: ChartRequest,
  show: Surroundings["show"],
): ReadonlyMap<string, string> {
  const own = new Set(chart.entries.map(({ path }) => path));
  const used = filesOfRequest(request);
  const others = used.filter((path) => !own.has(path));
  const unused = new Set(chart.values.flat().flatMap((path) => (used.includes(path) ? [] : [show(path)])));
  if (others.length === 0 && unused.size === 0) return parts;
  return new Map([...[...parts].filter(([file]) => !unused.has(file)), ...readParts(others, show)]);
}

/** The copy of a chart as it is, with what stands in the place of its own values. */
export function plainCopyOf({ chart, folder, plain }: Prepared, base: string | undefined): string {
  const known = plain.get(base);
  if (known !== undefined) return known;
  const copy = join(folder, `plain-${plain.size}`);
  copyChart(chart, copy);
  setBase(copy, base);
  plain.set(base, copy);
  return copy;
}

/** The copy with marks. */
export function markedCopyOf(
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
