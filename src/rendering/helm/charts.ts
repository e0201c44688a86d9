import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { isWithin } from "../../source/links.ts";
import {
  isFields,
  isList,
  type Location,
  lineAt,
  lineText,
  locationOf,
  type Problem,
  pointAt,
  read,
  type Value,
  valueAt,
} from "../../yaml/index.ts";
import type { Surroundings } from "../rendered.ts";

/** A chart, with all that Helm would read of it. Paths are absolute. */
export interface Chart extends ChartNode {
  readonly type: "application" | "library";
  /** Its `Chart.yaml`, as the user sees it. */
  readonly file: string;
  /** Every file that it is made of, those of the charts in it too. */
  readonly entries: readonly ChartEntry[];
  /** The values files of each rendering that the chart brings along: none but its own, then each of `ci/`. */
  readonly values: readonly (readonly string[])[];
}

export interface ChartEntry {
  /** Where Helm finds it. */
  readonly path: string;
  /** Where it is, with links resolved. */
  readonly target: string;
}

/** A chart, or one in it. */
export interface ChartNode {
  readonly name: string;
  readonly folder: string;
  /** The charts in it, by the name that their values have in its own: an alias, where it gives one. */
  readonly charts: ReadonlyMap<string, ChartNode>;
  /** The archives in `charts/`. */
  readonly archives: readonly string[];
  readonly dependencies: readonly Dependency[];
}

/** What a chart's folder may hold at most. */
export const mostOfChart = { files: 2000, bytes: 20e6 };

/** Reads a chart's folder: what it is made of, or why it can't be rendered. Both paths are absolute, with links resolved. */
export function readChart(
  folder: string,
  surroundings: Surroundings,
): Chart | { readonly problems: readonly Problem[] } {
  const file = surroundings.show(join(folder, "Chart.yaml"));
  const { entries, problems: unread } = listChartFiles(folder, surroundings);
  if (unread.length > 0) return { problems: unread };
  const problems: Problem[] = [];
  const paths = entries.map(({ path }) => path);
  const node = readNode(folder, paths, surroundings, problems);
  if (problems.length > 0 || !node) return { problems };
  const ci = paths.filter((path) => /^ci[\\/][^\\/]*-values\.yaml$/.test(relative(folder, path))).toSorted();
  return { ...node.chart, type: node.type, file, entries, values: [[], ...ci.map((path) => [path])] };
}

/** Every file of a chart's folder, or why it can't be read whole. */
export function listChartFiles(folder: string, surroundings: Surroundings): Pick<Walk, "entries" | "problems"> {
  const walk: Walk = { entries: [], problems: [], bytes: 0, ...surroundings };
  listFolder(folder, folder, walk, [realpathSync(folder)]);
  if (walk.entries.length > mostOfChart.files || walk.bytes > mostOfChart.bytes)
    walk.problems.push(
      chartProblem(
        surroundings.show(join(folder, "Chart.yaml")),
        `has more than ${mostOfChart.files} files or 20 MB: not evaluated`,
      ),
    );
  return walk;
}

interface Walk extends Surroundings {
  readonly entries: ChartEntry[];
  readonly problems: Problem[];
  bytes: number;
}

/** Lists a folder's files. A link is followed within the repository only, and never into a folder that it stands in. */
function listFolder(folder: string, target: string, walk: Walk, above: readonly string[]): void {
  for (const name of readdirSync(target).toSorted()) {
    if (walk.entries.length > mostOfChart.files) return;
    if (name === ".git" || name === "node_modules") continue;
    const path = join(folder, name);
    const real = resolveEntry(path, join(target, name), walk);
    if (real === undefined) continue;
    const stats = statSync(real);
    if (stats.isDirectory()) {
      if (above.includes(real))
        walk.problems.push(chartProblem(walk.show(path), "is a link to a folder that it stands in"));
      else listFolder(path, real, walk, [...above, real]);
    } else if (stats.isFile()) {
      walk.bytes += stats.size;
      walk.entries.push({ path, target: real });
    } else walk.problems.push(chartProblem(walk.show(path), "is neither a file nor a folder"));
  }
}

function resolveEntry(path: string, target: string, { repository, show, problems }: Walk): string | undefined {
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (!stats) {
    problems.push(chartProblem(show(path), "can't be read: its name is not UTF-8"));
    return undefined;
  }
  if (!stats.isSymbolicLink()) return target;
  const real = realPath(target);
  if (real !== undefined && isWithin(repository, real) && !relative(repository, real).split(sep).includes(".git"))
    return real;
  const where = real === undefined ? "nowhere" : "out of the repository";
  problems.push(
    chartProblem(show(path), `is a link that leads ${where}: Helm would follow it, so nothing is rendered`),
  );
  return undefined;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function chartProblem(file: string, what: string, line = 1): Problem {
  return { severity: "error", file, line, message: `${file} ${what}.` };
}

/** What a chart says of a chart that it needs. */
export interface Dependency {
  readonly name: string;
  readonly alias: string | undefined;
  readonly repository: string;
  readonly file: string;
  readonly line: number;
  /** Whether values can switch it off. */
  readonly isOptional: boolean;
  /** Whether it is there as an archive. */
  readonly isArchived: boolean;
  readonly location: Location;
  readonly excerpt: string;
}

/** The line where a chart names a dependency. */
export function placeOfDependency({ location, excerpt }: Dependency): Pick<Dependency, "location" | "excerpt"> {
  return { location, excerpt };
}

function readNode(folder: string, paths: readonly string[], surroundings: Surroundings, problems: Problem[]) {
  const file = join(folder, "Chart.yaml");
  if (!paths.includes(file)) return undefined;
  const { metadata, dependencies: named } = readMetadata(folder, paths, surroundings, problems);
  const below = paths.filter((path) => path.startsWith(join(folder, "charts") + sep));
  // Helm passes over what starts with a dot or an underscore.
  const names = new Set(below.map((path) => relative(join(folder, "charts"), path).split(sep)[0] ?? ""));
  const vendored = [...names].filter((name) => !/^[._]/.test(name));
  const archives = vendored.filter((name) => name.endsWith(".tgz")).map((name) => join(folder, "charts", name));
  const isPacked = (name: string) => archives.some((path) => basename(path).startsWith(`${name}-`));
  const dependencies = named.map((each) => ({ ...each, isArchived: isPacked(each.name) }));
  const charts = new Map<string, ChartNode>();
  const unpacked = vendored.flatMap(
    (name) => readNode(join(folder, "charts", name), below, surroundings, problems)?.chart ?? [],
  );
  for (const chart of unpacked) {
    const aliases = dependencies.filter(({ name }) => name === chart.name).map(({ alias, name }) => alias ?? name);
    for (const name of aliases.length > 0 ? aliases : [chart.name]) charts.set(name, chart);
  }
  for (const dependency of dependencies) {
    const { name, isArchived } = dependency;
    if (isArchived || unpacked.some((chart) => chart.name === name)) continue;
    const origin = dependency.repository === "" ? "" : ` (${dependency.repository.replace(/\/\/[^/@]*@/, "//")})`;
    const message = `depends on "${name}"${origin}, which is missing in charts/: run "helm dependency build" before.`;
    problems.push({ severity: "error", file: dependency.file, line: dependency.line, message: `The chart ${message}` });
  }
  const name = textOf(metadata, "name") || basename(folder);
  const type = textOf(metadata, "type") === "library" ? ("library" as const) : ("application" as const);
  return { chart: { name, folder, charts, archives, dependencies }, type };
}

function readMetadata(folder: string, paths: readonly string[], { show }: Surroundings, problems: Problem[]) {
  let metadata: Value | undefined;
  const dependencies: Dependency[] = [];
  // `requirements.yaml` is where charts of apiVersion v1 name them.
  for (const path of ["Chart.yaml", "requirements.yaml"].map((name) => join(folder, name))) {
    if (!paths.includes(path)) continue;
    const file = show(path);
    const manifest = read({ file, text: readFileSync(path, "utf8") });
    const [document] = manifest.documents;
    if (!document) problems.push(...manifest.problems.slice(0, 1));
    metadata ??= document?.value;
    const listed = document && valueAt(document.value, ["dependencies"]);
    for (const [index, each] of isList(listed) && document ? listed.entries() : []) {
      if (!document) continue;
      const range = pointAt(document, ["dependencies", index, "name"]);
      const place = {
        line: lineAt(document, range.start),
        location: locationOf(document, range),
        excerpt: lineText(document, range.start),
      };
      const [name, alias, repository] = [textOf(each, "name"), textOf(each, "alias"), textOf(each, "repository")];
      const isOptional = isFields(each) && (each.condition !== undefined || each.tags !== undefined);
      const own = { name, alias: alias === "" ? undefined : alias, repository, file };
      dependencies.push({ ...own, ...place, isOptional, isArchived: false });
    }
  }
  return { metadata, dependencies };
}

function textOf(value: Value | undefined, key: string): string {
  const found = isFields(value) ? value[key] : undefined;
  return typeof found === "string" ? found : "";
}

/** A folder in the repository that a `file://` dependency names: a change of it is a change of what the chart will be. */
export interface Neighbour {
  /** With links resolved. */
  readonly folder: string;
  readonly dependency: Dependency;
}

/** The neighbours of a chart. */
export function neighboursOf({ folder, dependencies }: ChartNode, { repository }: Surroundings): Neighbour[] {
  return dependencies.flatMap((dependency) => {
    const [, way] = /^file:\/\/(.*)$/s.exec(dependency.repository) ?? [];
    const path = way === undefined ? undefined : realPath(join(folder, way));
    return path !== undefined && isWithin(repository, path) ? [{ folder: path, dependency }] : [];
  });
}
