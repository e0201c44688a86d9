import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { scratchFolder } from "../run.ts";
import type { Chart } from "./charts.ts";
import { type HelmInputs, writeText } from "./inputs.ts";

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

/** Writes into a copy what stands in the place of the chart's own values, or these again: a copy may be used with several inputs. */
export function setBase(copy: string, { folder, entries }: Chart, { base }: HelmInputs): void {
  const [to, path] = [join(copy, "values.yaml"), join(folder, "values.yaml")];
  const own = entries.find((each) => each.path === path);
  if (base !== undefined) writeText(to, base);
  else if (own) copyTo(own.target, to);
  else rmSync(to, { force: true });
}

function copyTo(file: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(file, to);
}
