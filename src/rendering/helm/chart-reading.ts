import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Surroundings } from "../rendered.ts";
import type { RunResult } from "../run.ts";
import type { Chart, ChartNode } from "./charts.ts";
import type { ChartRequest, HelmInputs } from "./inputs.ts";
import { valuesFileOf, valuesFileOfParameters } from "./layers.ts";
import { type Mark, type MarkedTemplates, readMarks, type Site, type Template } from "./marks.ts";
import { mapSources, type TemplateMap } from "./source-map.ts";
import type { TemplateToken } from "./template-lexer.ts";
import { readValues, readValuesInForce, type ValuesFile, type ValuesFiles, type ValuesInForce } from "./values.ts";

/** All that is known of a chart's rendering with marks. */
export interface ChartReading {
  readonly sites: readonly Site[];
  readonly marks: readonly Mark[];
  readonly tokens: ReadonlyMap<Template, readonly TemplateToken[]>;
  readonly map: TemplateMap;
  readonly values: ValuesInForce;
  readonly files: ValuesFiles;
  /** What the user sees for a template. */
  readonly show: (template: Template) => string;
}

/** A run of Helm on a copy with marks. */
export interface MarkedRun {
  readonly run: RunResult;
  readonly marks: MarkedTemplates;
}

/** Reads what was rendered with marks; `undefined` where that does not tell the values. Call it within `withFullReader`. */
export function readMarked(
  plain: string,
  { run, marks: { sites, tokens } }: MarkedRun,
  chart: Chart,
  { values: layers, base, parameters = [], deployer }: ChartRequest,
  { names, texts, base: baseText = "" }: HelmInputs,
  show: Surroundings["show"],
): ChartReading | undefined {
  const output = readMarks(run.stdout);
  const values = readValuesInForce(output.text);
  if (!values) return undefined;
  const own = layers.map((layer, index) => valuesFileOf(layer, names[index] ?? "", texts[index] ?? ""));
  const more = [...own, ...valuesFileOfParameters(parameters, deployer?.file ?? "")];
  const found = readValuesFiles(chart, chart, show, more);
  const files = base ? { ...found, own: [valuesFileOf(base, show(base.path), baseText), ...more] } : found;
  const map = mapSources(plain, output, sites);
  return { map, sites, marks: output.marks, values, files, tokens, show: ({ file }) => show(file) };
}

function readValuesFiles(
  node: ChartNode,
  chart: Chart,
  show: Surroundings["show"],
  more: readonly ValuesFile[] = [],
): ValuesFiles {
  const path = join(node.folder, "values.yaml");
  const entry = chart.entries.find((each) => each.path === path);
  const own = entry ? [readValues(show(path), readFileSync(entry.target, "utf8"), node !== chart)] : [];
  const charts = new Map([...node.charts].map(([name, inner]) => [name, readValuesFiles(inner, chart, show)]));
  return { own: [...own, ...more], charts };
}
