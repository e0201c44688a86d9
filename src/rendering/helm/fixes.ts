import { relative } from "node:path";
import type { CarriedFix, CarriedFixes, WantedFix } from "../../review/source-edits.ts";
import { type Document, type Patch, type Source, withFullReader } from "../../yaml/index.ts";
import { proveInParts, readRendered, unknownLine } from "../carry.ts";
import type { RenderOptions } from "../rendered.ts";
import { withFolder } from "../scratch.ts";
import { doSideBySide } from "../side-by-side.ts";
import type { FindUnrendered } from "../unrendered.ts";
import { applyToChart, type ChartPatch, keyOfPatch } from "./apply-changes.ts";
import { carryToTemplate } from "./carry-templates.ts";
import { carryToValues } from "./carry-values.ts";
import type { ChartReading } from "./chart-reading.ts";
import type { Chart } from "./charts.ts";
import { filesOfRequest } from "./inputs.ts";
import { type ChartChange, findChartFault, type Proving, type RenderedChart } from "./proof.ts";
import { isOfChart } from "./render.ts";

/**
 * Carries fixes of rendered documents to the charts that they are made of: to the values that feed them, else to the templates. Proven: with every list of
 * values the chart then renders what fixing its rendering gives. `sources` are all renderings of all charts.
 */
export async function carryToChartFiles(
  sources: readonly Source[],
  wanted: readonly WantedFix[],
  options: RenderOptions,
  findUnrendered: FindUnrendered,
): Promise<CarriedFixes> {
  const roots = await withFullReader(() => sources.flatMap(renderedChartOf));
  const folders = [...new Set(roots.map(({ rendering }) => rendering.chart.folder))];
  const carried = await doSideBySide(folders, (folder) =>
    withFolder((copies) => {
      const own = roots.filter(({ rendering }) => rendering.chart.folder === folder);
      return carryToChart({
        roots: own,
        wanted: wanted.filter(({ document }) => own.some(({ rendering }) => rendering === document.rendering)),
        paths: editablePaths(own, options),
        copies,
        options,
        findUnrendered,
      });
    }),
  );
  const fixes = new Map<string, CarriedFix>(carried.flatMap((each) => [...each.fixes]));
  const texts = new Map(carried.flatMap((each) => [...each.texts]));
  for (const { id } of wanted) if (!fixes.has(id)) fixes.set(id, { declined: unknownLine });
  return { fixes, texts };
}

function renderedChartOf(source: Source): RenderedChart[] {
  const { rendering, ...plain } = source;
  return rendering && isOfChart(rendering) ? [{ rendering, documents: readRendered(plain) }] : [];
}

/** The files that may be changed. What a link leads to may not. */
function editablePaths(roots: readonly RenderedChart[], { show }: RenderOptions): ReadonlyMap<string, string> {
  const entries = roots.flatMap(({ rendering }) => rendering.chart.entries);
  const linked = new Set(entries.filter(({ path, target }) => path !== target).map(({ path }) => path));
  const values = roots.flatMap(({ rendering }) => filesOfRequest(rendering.request));
  const paths = [...entries.map(({ path }) => path), ...values].filter((path) => !linked.has(path));
  return new Map(paths.map((path) => [show(path), path]));
}

async function carryToChart(proving: Proving): Promise<CarriedFixes> {
  const { wanted, roots } = proving;
  const choices = await withFullReader(() => new Map(wanted.map((each) => [each, choicesFor(each, roots, proving)])));
  const reasons = new Map<WantedFix, string>();
  const proven = new Map<WantedFix, ChartChange>();
  const done: ChartChange[] = [];
  for (const turn of [0, 1]) {
    const changes = new Map<string, ChartChange>();
    for (const each of wanted) {
      const patches = proven.has(each) ? undefined : choices.get(each)?.[turn];
      if (typeof patches === "string" && !reasons.has(each)) reasons.set(each, patches);
      if (!patches || typeof patches === "string") continue;
      const key = patches.map(keyOfPatch).join();
      const known = changes.get(key);
      if (known) known.wanted.push(each);
      else changes.set(key, { wanted: [each], patches });
    }
    const faults = await proveInParts([...changes.values()], done, (some) => findChartFault(some, proving));
    for (const change of changes.values()) {
      const fault = faults.get(change);
      for (const each of change.wanted)
        if (fault === undefined) proven.set(each, change);
        else if (!reasons.has(each)) reasons.set(each, fault);
    }
  }
  return await withFullReader(() => {
    const all = applyToChart(done.flatMap(({ patches }) => patches));
    const carried = new Map(done.map((change) => [change, carriedBy(change)]));
    const fixOf = (each: WantedFix): CarriedFix => {
      const change = proven.get(each);
      return (change && carried.get(change)) ?? { declined: reasons.get(each) ?? unknownLine };
    };
    const fixes = new Map(wanted.map((each) => [each.id, fixOf(each)]));
    return { fixes, texts: "declined" in all ? new Map() : all.texts };
  });
}

/** What a change is by itself, without the others. */
function carriedBy({ patches }: ChartChange): CarriedFix {
  const changed = applyToChart(patches);
  return "declined" in changed ? changed : { edits: changed.edits };
}

/** Where a fix may go, the best first: patches, or a reason as a clause. */
function choicesFor(
  { document, patches }: WantedFix,
  roots: readonly RenderedChart[],
  { paths }: Proving,
): (readonly ChartPatch[] | string)[] {
  const root = roots.find(({ rendering }) => rendering === document.rendering);
  if (!root?.rendering.reading) return [unknownLine];
  const { reading, chart } = root.rendering;
  const inValues = patches.map((patch) => carryToValues(document, patch, reading));
  const inTemplates = patches.map((patch) => toTemplate(document, patch, chart, reading));
  const all = (each: readonly (ChartPatch | string)[]): readonly ChartPatch[] | string => {
    const refusal = each.find((patch) => typeof patch === "string");
    if (refusal !== undefined) return String(refusal);
    const found = each.filter((patch) => typeof patch !== "string");
    const linked = found.find(({ file }) => !paths.has(file));
    return linked ? `${linked.file} is a link` : found;
  };
  const first = inTemplates.map((patch, index) => inValues[index] ?? patch);
  return inValues.some(Boolean) ? [all(first), all(inTemplates)] : [all(inTemplates)];
}

function toTemplate(document: Document, patch: Patch, { folder }: Chart, reading: ChartReading): ChartPatch | string {
  const carried = carryToTemplate(document, patch, reading);
  if (typeof carried === "string") return carried;
  const file = reading.show(carried.template);
  return /^charts[\\/]/.test(relative(folder, carried.template.file))
    ? `no value sets it, and ${file} came with a chart of others`
    : { ...carried, file, reading };
}
