import { join, relative } from "node:path";
import { copyFile, writeText } from "../scratch.ts";
import type { Chart } from "./charts.ts";

/** Copies a chart's files into a folder; `changed` has other texts for some, by their paths. Only those with wanted paths, where that is said. */
export function copyChart(
  { folder, entries }: Chart,
  copy: string,
  changed: ReadonlyMap<string, string> = new Map(),
  isWanted: (path: string) => boolean = () => true,
): void {
  for (const { path, target } of entries)
    if (isWanted(path)) copyFile(target, join(copy, relative(folder, path)), changed.get(path));
}

/** Writes into a copy what stands in the place of the chart's own values, if anything does. */
export function setBase(copy: string, base: string | undefined): void {
  if (base !== undefined) writeText(join(copy, "values.yaml"), base);
}
