import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { isDefinitionText, looksLikeWorkload, mayHoldWorkload } from "../../pod/index.ts";
import { pointAt, type Rendering, read, usualLimits, type Value, valueAt, withFullReader } from "../../yaml/index.ts";
import { readParts } from "../parts.ts";
import type { Ingredient, Rendered, RenderOptions } from "../rendered.ts";
import { type RunResult, runTool } from "../run.ts";
import { copyFiles, scratchFolder, withFolder } from "../scratch.ts";
import { type Closure, closureOf } from "./closure.ts";
import { type MarkedSources, markSources } from "./contributors.ts";
import { problemOf } from "./failures.ts";
import type { Kustomization } from "./kustomizations.ts";
import { readOverridden } from "./overrides.ts";
import { plainJson, probesOf } from "./probes.ts";
import { type OverlayMap, placeInOverlay } from "./source-map.ts";
import { fillVariables, readVariables } from "./variables.ts";

/** What the configuration says of a build. */
export interface BuildSettings {
  /** Whether files above a kustomization may be read: `none` lets them be. */
  readonly loadRestrictor: "root" | "none";
}

/** What kustomize built of an overlay, with all that is known of it. */
export interface Build extends Rendering {
  readonly closure: Closure;
  readonly map: OverlayMap;
  readonly settings: BuildSettings;
}

/** The build that a rendering is; `undefined` for one that kustomize did not make. */
export function buildBehind(rendering: Rendering): Build | undefined {
  return rendering.tool === "kustomize" ? (rendering as Build) : undefined;
}

/** For whom an overlay is built, where an object of Argo CD or Flux deploys it. */
export interface BuiltFor {
  /** The object, in words, and its file as the user sees it. */
  readonly name: string;
  readonly file: string;
  /** The namespace of what names none. */
  readonly namespace: string | undefined;
}

/** Builds an overlay as kustomize does, and beside it once more with probes, which tell where each part comes from. */
export async function buildOverlay(
  root: Kustomization,
  settings: BuildSettings,
  options: RenderOptions,
  deployer?: BuiltFor,
): Promise<Rendered> {
  const closure = await withFullReader(() => closureOf(root, options));
  if (closure.problems.length > 0) return { problems: closure.problems };
  const isAsWritten = root.overrides === undefined && !root.isGenerated;
  const building = isAsWritten ? build(root.folder, settings, options) : buildWith(closure, noTexts, settings, options);
  const sources = await withFullReader(() => markSources(closure, options));
  const [plain, marked] = await Promise.all([building, buildCopy(closure, sources.texts, settings, options)]);
  if (plain.status !== 0) return { problems: [problemOf(plain, closure, options)] };
  const variables = readVariables(root.overrides);
  const text = plain.stdout;
  const filled = { ...marked, stdout: fillVariables(marked.stdout, variables, root.overrides) };
  const map = await withFullReader(() => mapOf(closure, sources, text, filled));
  const rendering: Build = {
    tool: "kustomize",
    root: options.show(root.folder) || ".",
    values: deployer ? [deployer.file] : [],
    ...(deployer && { deployer: deployer.name }),
    ...(deployer?.namespace !== undefined && { namespace: deployer.namespace }),
    parts: readParts(closure.files, options.show),
    place: (document, path) => placeInOverlay(map, document, path),
    closure,
    map,
    settings,
  };
  const ingredients = marked.status === 0 ? listObjects(map, rendering.root) : [];
  return { source: { file: root.document.file, text, rendering }, problems: [], ingredients };
}

/** The objects that it is made of and that may be workloads, and whether they came through. */
function listObjects({ probes, marked }: OverlayMap, root: string): Ingredient[] {
  const there = new Set([...marked.values()].flatMap((value) => probesOf(value, probes).map(({ number }) => number)));
  return probes.all.flatMap(({ number, path, contributor: { document, place, isPatch }, operation }): Ingredient[] => {
    const { text, range, value } = document;
    const isObject = path.length === 0 && !isPatch && !operation && mayHoldWorkload(text.slice(range.start, range.end));
    // The items of a List come through without it.
    const isList = valueAt(value, ["kind"]) === "List";
    if (!isObject || isList || !looksLikeWorkload(text.slice(range.start, range.end))) return [];
    const { location } = place(pointAt(document, []));
    const name = `${valueAt(value, ["kind"])} ${JSON.stringify(valueAt(value, ["metadata", "name"]) ?? "")}`;
    const { file, start } = location;
    return [{ of: "overlay", root, name, file, line: start.line, isRendered: there.has(number) }];
  });
}

const noTexts: ReadonlyMap<string, string> = new Map();

/** Builds a copy in which some files have other texts, with what an object of Argo CD or Flux makes of the kustomization then. */
export async function buildWith(
  closure: Closure,
  texts: ReadonlyMap<string, string>,
  settings: BuildSettings,
  options: RenderOptions,
): Promise<RunResult> {
  const { root } = closure;
  if (root.overrides === undefined && !root.isGenerated) return buildCopy(closure, texts, settings, options);
  const own = await withFullReader(() => plainJson(readOverridden(root, texts)));
  const run = await buildCopy(closure, new Map([...texts, [root.file, own]]), settings, options);
  const variables = await withFullReader(() => readVariables(root.overrides, texts));
  return { ...run, stdout: fillVariables(run.stdout, variables, root.overrides) };
}

/** Runs the tool in a folder of its own: nothing but the kustomization is named to it. */
function build(folder: string, { loadRestrictor }: BuildSettings, { tool, limits }: RenderOptions): Promise<RunResult> {
  const restrictor = loadRestrictor === "root" ? "LoadRestrictionsRootOnly" : "LoadRestrictionsNone";
  const command = tool.kind === "kubectl" ? "kustomize" : "build";
  return runTool(tool, [command, `--load-restrictor=${restrictor}`, "--", folder], { folder: scratchFolder(), limits });
}

/** Builds a copy in which some files have other texts. */
async function buildCopy(
  { root, repository, kustomizations, files, links }: Closure,
  texts: ReadonlyMap<string, string>,
  settings: BuildSettings,
  options: RenderOptions,
): Promise<RunResult> {
  return await withFolder(async (copy) => {
    const inCopy = (path: string) => join(copy, relative(repository, path));
    for (const folder of kustomizations.keys()) mkdirSync(inCopy(folder), { recursive: true });
    copyFiles({ files: new Set([...files, root.file]), links }, inCopy, (file) => texts.get(file));
    const run = await build(inCopy(root.folder), settings, options);
    return { ...run, stderr: run.stderr.replaceAll(copy, repository) };
  });
}

function mapOf(
  { root, kustomizations }: Closure,
  { probes, order }: MarkedSources,
  text: string,
  { status, stdout }: RunResult,
): OverlayMap {
  const matters = (each: string) => !isDefinitionText(each);
  const { documents } = read(
    { file: root.document.file, text: status === 0 ? stdout : "" },
    { matters, limits: usualLimits },
  );
  const values = new Map(documents.map(({ index, value }): [number, Value] => [index, value]));
  const users = new Map<string, { by: Kustomization; use: Kustomization["uses"][number] }[]>();
  for (const by of kustomizations.values())
    for (const use of by.uses) {
      const known = users.get(use.target ?? "") ?? [];
      if (use.kind === "folder") users.set(use.target ?? "", [...known, { by, use }]);
    }
  return {
    root,
    text,
    probes,
    order,
    marked: values,
    beliefs: new Map(),
    users,
    variables: readVariables(root.overrides),
  };
}
