import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { WantedFix } from "../../review/source-edits.ts";
import {
  type Document,
  isEmpty,
  lineAt,
  locate,
  type Path,
  patchTogether,
  type Value,
  valueAt,
  withFullReader,
  withLines,
} from "../../yaml/index.ts";
import { type Fault, readRendered } from "../carry.ts";
import { findLoss, isSameObject, withoutNoise } from "../object-equality.ts";
import type { RenderOptions } from "../rendered.ts";
import { withFolder } from "../scratch.ts";
import type { FindUnrendered } from "../unrendered.ts";
import { applyToChart, type ChartPatch } from "./apply-changes.ts";
import { copyChart } from "./chart-copy.ts";
import { filesOfRequest } from "./inputs.ts";
import { type ChartRendering, renderCopy } from "./render.ts";

/** Fixes that change the same places of a chart in the same way. */
export interface ChartChange {
  readonly wanted: WantedFix[];
  readonly patches: readonly ChartPatch[];
}

/** A chart with one list of values, and what it renders. */
export interface RenderedChart {
  readonly rendering: ChartRendering;
  readonly documents: readonly Document[];
  /** What it renders another time: passwords and dates differ. */
  again?: Promise<readonly Document[]>;
}

/** All that is rendered of a chart, and all that is wanted of it. */
export interface Proving {
  /** Those that failed last come first. */
  readonly roots: RenderedChart[];
  readonly wanted: readonly WantedFix[];
  /** The absolute paths of files, by the names that are shown. */
  readonly paths: ReadonlyMap<string, string>;
  /** A folder for copies of the chart. */
  readonly copies: string;
  readonly options: RenderOptions;
  readonly findUnrendered: FindUnrendered;
}

/** Why some changes of a chart are not the fixes of what is rendered of it; `undefined` where they are, with every list of values. */
export async function findChartFault(
  changes: readonly ChartChange[],
  proving: Proving,
): Promise<Fault<ChartChange> | undefined> {
  const changed = await withFullReader(() => applyToChart(changes.flatMap(({ patches }) => patches)));
  if ("declined" in changed) return { reason: changed.declined };
  const { paths, roots, findUnrendered } = proving;
  const texts = new Map([...changed.texts].map(([file, text]) => [paths.get(file) ?? file, text]));
  const unrendered = await findUnrendered([...texts.keys()]);
  if (unrendered !== undefined) return { reason: unrendered };
  // Values files of other renderings change nothing here.
  const isTouched = ({ rendering }: RenderedChart) => {
    const own = filesOfRequest(rendering.request);
    return [...texts.keys()].some((path) => own.includes(path) || !lists.has(path));
  };
  const lists = new Set(roots.flatMap(({ rendering }) => filesOfRequest(rendering.request)));
  // What failed last is likely to fail again: the others wait for it.
  const [first, ...others] = roots.filter(isTouched);
  if (!first) return undefined;
  return await withFolder(async (copy) => {
    copyChart(first.rendering.chart, copy, texts);
    const faultIn = (root: RenderedChart) => findFaultIn(root, { copy, texts, changes }, proving);
    const fault = await faultIn(first);
    if (fault) return fault;
    const most = Math.min(4, availableParallelism());
    for (let at = 0; at < others.length; at += most) {
      const some = others.slice(at, at + most);
      const faults = await Promise.all(some.map(faultIn));
      const index = faults.findIndex(Boolean);
      const failed = some[index];
      if (!failed) continue;
      roots.splice(roots.indexOf(failed), 1);
      roots.unshift(failed);
      return faults[index];
    }
    return undefined;
  });
}

/** Changes that are tried, and a copy of the chart with the texts that they make. */
interface Trial {
  readonly changes: readonly ChartChange[];
  readonly texts: ReadonlyMap<string, string>;
  readonly copy: string;
}

async function findFaultIn(
  root: RenderedChart,
  { copy, texts, changes }: Trial,
  proving: Proving,
): Promise<Fault<ChartChange> | undefined> {
  const run = await renderCopy(copy, root.rendering, texts, proving.options);
  if (run.status !== 0) return { reason: `${nameOf(root)} could not be rendered with it` };
  const documents = await withFullReader(() => readRendered({ file: "", text: run.stdout }));
  if (documents.length !== root.documents.length) return { reason: `${nameOf(root)} would have other objects` };
  const suspects = new Set<ChartChange>();
  let reason: string | undefined;
  let isLocal = true;
  for (const [position, before] of root.documents.entries()) {
    const after = documents[position];
    const fault = after && (await compare(before, after, changes, root, proving, position));
    if (fault === undefined) continue;
    reason ??= fault;
    const own = changes.filter(({ wanted }) => wanted.some((each) => isOf(each, before, root)));
    for (const change of own) suspects.add(change);
    isLocal &&= own.length > 0;
  }
  return reason === undefined ? undefined : { reason, ...(isLocal ? { suspects } : {}) };
}

function isOf({ document }: WantedFix, { index }: Document, { rendering }: RenderedChart): boolean {
  return document.rendering === rendering && document.index === index;
}

function nameOf({ rendering: { root: folder, values } }: RenderedChart): string {
  const root = folder === "." ? "the chart" : folder;
  return values.length > 0 ? `${root} with ${values.join(", ")}` : root;
}

async function compare(
  before: Document,
  after: Document,
  changes: readonly ChartChange[],
  root: RenderedChart,
  { wanted, copies, options }: Proving,
  position: number,
): Promise<string | undefined> {
  const all = wanted.filter((each) => isOf(each, before, root));
  const chosen = new Set(changes.flatMap((change) => change.wanted));
  const own = all.filter((each) => chosen.has(each));
  const isSameText =
    before.text.slice(before.range.start, before.range.end) === after.text.slice(after.range.start, after.range.end);
  if (own.length === 0 && isSameText) return undefined;
  let made = own.flatMap(({ patches }) => patches);
  let fixed = patchTogether(before.value, made);
  // What a change brings along is right where it is wanted, too.
  for (const { patches } of all.filter((each) => !chosen.has(each))) {
    const next = patchTogether(before.value, [...made, ...patches]);
    const isThere = ({ path }: { readonly path: Path }) => isSame(valueAt(next, path), valueAt(after.value, path));
    if (!patches.every(isThere)) continue;
    made = [...made, ...patches];
    fixed = next;
  }
  if (isSameObject(fixed, after.value)) return undefined;
  root.again ??= renderAgain(root, copies, options);
  const again = (await root.again)[position]?.value;
  const settled = (value: Value) => withoutNoise(value, before.value, again);
  if (isSameObject(settled(fixed), settled(after.value))) return undefined;
  return explain(before, fixed, after.value, changes, own.length > 0, root);
}

async function renderAgain(root: RenderedChart, copies: string, options: RenderOptions): Promise<readonly Document[]> {
  const copy = join(copies, "unchanged");
  if (!existsSync(copy)) copyChart(root.rendering.chart, copy);
  const run = await renderCopy(copy, root.rendering, new Map(), options);
  return await withFullReader(() => readRendered({ file: "", text: run.stdout }));
}

function isSame(a: Value | undefined, b: Value | undefined): boolean {
  return isSameObject(a ?? null, b ?? null);
}

function explain(
  before: Document,
  fixed: Value,
  after: Value,
  changes: readonly ChartChange[],
  isOwn: boolean,
  root: RenderedChart,
): string {
  const [patch, other] = changes.flatMap(({ patches }) => patches);
  const loss = findLoss(fixed, after);
  const key = loss && locate(before, loss).key;
  const { reading } = root.rendering;
  const literal = key && reading?.map.originAt(key.start)?.literal;
  if (patch?.kind === "values" && !other && literal) {
    const { template } = literal.site;
    const place = `${reading.show(template)}:${lineAt(withLines(template.text), literal.offset)}`;
    const { document, path } = patch.fed;
    const value = valueAt(document.value, path) ?? null;
    const name = String(path.at(-1));
    return value === null || isEmpty(value)
      ? `${name} is empty in ${document.file}, and setting it switches off the defaults of ${place}`
      : `changing ${name} in ${document.file} switches off ${place}`;
  }
  const name = `${valueAt(before.value, ["kind"])} ${valueAt(before.value, ["metadata", "name"])}`;
  return isOwn
    ? `the change would not have this effect in ${nameOf(root)}`
    : `the change would also change ${name} of ${nameOf(root)}`;
}
