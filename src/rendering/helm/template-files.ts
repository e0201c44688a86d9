import { readFileSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { looksLikeWorkload } from "../../pod/index.ts";
import { lineText, locationOf, type Placement, type Range, withLines } from "../../yaml/index.ts";
import type { Ingredient, RenderOptions } from "../rendered.ts";
import { type Chart, type ChartNode, placeOfDependency } from "./charts.ts";
import { type ChartRequest, shownFolder } from "./inputs.ts";
import type { Template } from "./marks.ts";

/** The file of a template by Helm's name, such as `app/charts/sub/templates/d.yaml`; `undefined` for one in an archive. */
export function fileOfTemplate(chart: Chart, name: string): string | undefined {
  const [first, ...rest] = name.split("/");
  let node: ChartNode | undefined = first === chart.name ? chart : undefined;
  while (node && rest[0] === "charts") {
    node = node.charts.get(rest[1] ?? "");
    rest.splice(0, 2);
  }
  const file = node && join(node.folder, ...rest);
  return file && chart.entries.some(({ path }) => path === file) ? file : undefined;
}

/** The templates of a chart, and of the charts in it, that are text. */
export function readTemplates(chart: Chart): Template[] {
  return chart.entries.flatMap(({ path, target }): Template[] => {
    if (!relative(chart.folder, path).split(sep).slice(0, -1).includes("templates")) return [];
    const bytes = readFileSync(target);
    const text = bytes.toString();
    // What is not text stays as it is.
    if (!Buffer.from(text).equals(bytes)) return [];
    return [{ file: path, text, isPartial: basename(path).startsWith("_") }];
  });
}

/** Those of a chart's templates that look as if they made a workload, and the charts in it that can be switched off. */
export function listTemplates(
  chart: Chart,
  templates: readonly Template[],
  text: string,
  { skipTests }: ChartRequest,
  options: RenderOptions,
): Ingredient[] {
  const names = new Set([...text.matchAll(/^---\n# Source: (.*)$/gm)].map(([, name = ""]) => name.trim()));
  const rendered = new Set([...names].map((name) => fileOfTemplate(chart, name)));
  const root = shownFolder(chart, options);
  const suspects = templates.filter(
    ({ file, text: own, isPartial }) =>
      !isPartial &&
      /\.(ya?ml|json|tpl)$/.test(file) &&
      looksLikeWorkload(own) &&
      !(skipTests && /[\\/]tests[\\/]/.test(file)),
  );
  const ofTemplates = suspects.map(({ file }): Ingredient => {
    const name = options.show(file);
    return { of: "chart", root, name, file: name, line: 1, isRendered: rendered.has(file) };
  });
  const archived = chart.dependencies.filter(({ isOptional, isArchived }) => isOptional && isArchived);
  const ofArchives = archived.map(({ name, alias = name, file, line }): Ingredient => {
    const isRendered = [...names].some((each) => each.startsWith(`${chart.name}/charts/${alias}/`));
    return { of: "chart", root, name: `the dependency ${JSON.stringify(alias)}`, file, line, isRendered };
  });
  return [...ofTemplates, ...ofArchives];
}

/** The first line of the template, where the marks say nothing; of what is in an archive, the line that names it as a dependency. */
export function placeAtTemplate(text: string, chart: Chart, { start }: Range, { show }: RenderOptions): Placement {
  // Helm writes it below a separator; a template may print the like of its own.
  const header = text.lastIndexOf("---\n# Source: ", start);
  const name = header === -1 ? "" : lineText(withLines(text), header + 4).slice("# Source: ".length);
  const file = fileOfTemplate(chart, name.trim());
  const [, inner] = /^[^/]+\/charts\/([^/]+)\//.exec(name) ?? [];
  const dependency =
    file === undefined ? chart.dependencies.find((each) => (each.alias ?? each.name) === inner) : undefined;
  if (dependency) return { ...placeOfDependency(dependency), via: [], isExact: true };
  const entry = chart.entries.find(({ path }) => path === (file ?? join(chart.folder, "Chart.yaml")));
  const lined = withLines(entry ? readFileSync(entry.target, "utf8") : "");
  const location = locationOf({ ...lined, file: entry ? show(entry.path) : chart.file }, { start: 0, end: 0 });
  return { location, excerpt: lineText(lined, 0), via: [], isExact: false };
}
