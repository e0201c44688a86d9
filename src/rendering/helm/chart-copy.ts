import { copyFileSync, mkdirSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { scratchFolder } from "../run.ts";
import type { Chart } from "./charts.ts";
import { writeText } from "./inputs.ts";

/** Gives a function a folder of its own, which is removed after it. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(scratchFolder(), "chart-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Copies a chart's files into a folder; `changed` has other texts for some, by their paths. Only those with wanted paths, where that is said. */
export function copyChart(
  { folder, entries }: Chart,
  copy: string,
  changed: ReadonlyMap<string, string> = new Map(),
  isWanted: (path: string) => boolean = () => true,
): void {
  for (const { path, target } of entries) {
    if (!isWanted(path)) continue;
    const to = join(copy, relative(folder, path));
    const text = changed.get(path);
    if (text === undefined) copyTo(target, to);
    else writeText(to, text);
  }
}

/** Writes into a copy what stands in the place of the chart's own values, if anything does. */
export function setBase(copy: string, base: string | undefined): void {
  if (base !== undefined) writeText(join(copy, "values.yaml"), base);
}

function copyTo(file: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(file, to);
}
