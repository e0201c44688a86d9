import { dirname, resolve } from "node:path";
import type { Problem, Source } from "../../yaml/index.ts";
import { listNames } from "../names.ts";
import type { RenderOptions } from "../rendered.ts";

/** One note on the charts of the repository that Helmfile deploys: the values that it gives them are not evaluated. Charts are named by their folders. */
export function noteHelmfile(
  sources: readonly Source[],
  charts: readonly string[],
  { show, pathOf }: Pick<RenderOptions, "show"> & { readonly pathOf: (file: string) => string },
): Problem[] {
  const releases = sources
    .filter(({ file, rendering }) => !rendering && isHelmfile.test(file))
    .flatMap(({ file, text }) =>
      // Many are templates, which YAML can't read.
      [...text.matchAll(releaseChart)].map(({ index, 1: chart = "" }) => ({
        file,
        line: text.slice(0, index).split("\n").length,
        folder: resolve(dirname(pathOf(file)), chart),
      })),
    )
    .filter(({ folder }) => charts.includes(folder));
  const [first] = releases;
  if (!first) return [];
  const names = [...new Set(releases.map(({ folder }) => show(folder) || "."))];
  const message = `Helmfile deploys ${listNames(names)} with values that are not evaluated: what is judged is rendered without them. Name their files in .secctx.yaml (helm.charts[].values), or give them with --values.`;
  return [{ severity: "note", file: first.file, line: first.line, message }];
}

const isHelmfile = /(^|\/)(helmfile\.ya?ml|helmfile\.d\/[^/]+\.ya?ml)$/;
/** The line that names a release's chart by a path. */
const releaseChart = /^[ \t]*(?:- +)?chart: *["']?([^\s"'{}#]+)/gm;
