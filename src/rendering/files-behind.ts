import type { Source } from "../yaml/index.ts";
import { filesOfRequest } from "./helm/inputs.ts";
import { chartBehind } from "./helm/render.ts";
import { buildBehind } from "./kustomize/build.ts";
import type { Closure } from "./kustomize/closure.ts";
import type { Root } from "./roots.ts";

/** Absolute paths of files, and of links with what each leads to. */
export interface FilesBehind {
  readonly files: ReadonlySet<string>;
  readonly links: ReadonlyMap<string, string>;
}

/** The files that renderings are made of, and those of overlays that could not be built. */
export function filesBehind(rendered: readonly Source[], roots: readonly Root[]): FilesBehind {
  const files = new Set<string>();
  const links = new Map<string, string>();
  const addClosure = (closure: Closure) => {
    for (const file of closure.files) files.add(file);
    for (const [link, target] of closure.links) links.set(link, target);
  };
  for (const root of roots)
    if (root.kind === "overlay") for (const each of [root, ...root.deployed]) addClosure(each.closure);
  for (const { rendering } of rendered) {
    const known = rendering && { ...chartBehind(rendering), ...buildBehind(rendering) };
    if (known?.closure) addClosure(known.closure);
    for (const file of known?.request ? filesOfRequest(known.request) : []) files.add(file);
    for (const { path, target } of known?.chart?.entries ?? []) {
      files.add(target);
      if (path !== target) links.set(path, target);
    }
  }
  for (const link of links.keys()) files.delete(link);
  return { files, links };
}
