import type { Source } from "../yaml/index.ts";
import { filesOfRequest } from "./helm/inputs.ts";
import { type ChartRendering, isOfChart } from "./helm/render.ts";
import { buildBehind } from "./kustomize/build.ts";
import type { Root } from "./roots.ts";
import type { FilesAndLinks } from "./scratch.ts";

/** The files that renderings are made of, and those of overlays that could not be built. */
export function filesBehind(rendered: readonly Source[], roots: readonly Root[]): FilesAndLinks {
  const made = rendered.flatMap(({ rendering }) => rendering ?? []);
  const closures = [
    ...roots.flatMap((root) => (root.kind === "overlay" ? [root, ...root.deployed] : [])),
    ...made.flatMap((rendering) => buildBehind(rendering) ?? []),
  ].map(({ closure }) => closure);
  const all = [...closures, ...made.filter(isOfChart).map(filesOfChart)];
  const links = new Map(all.flatMap((each) => [...each.links]));
  const files = new Set(all.flatMap((each) => [...each.files]).filter((file) => !links.has(file)));
  return { files, links };
}

function filesOfChart({ chart: { entries }, request }: ChartRendering): FilesAndLinks {
  const linked = entries.filter(({ path, target }) => path !== target);
  return {
    files: [...filesOfRequest(request), ...entries.map(({ target }) => target)],
    links: new Map(linked.map(({ path, target }) => [path, target])),
  };
}
