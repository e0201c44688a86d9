import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { Readable } from "node:stream";
import { gunzipSync } from "node:zlib";
import { findPatternDefect, matchesPattern } from "../../pod/patterns.ts";
import { codeOf } from "../../source/errors.ts";
import { ArchiveError, readTar } from "../../source/tar.ts";
import type { Surroundings } from "../rendered.ts";
import { type ChartEntry, mostOfChart } from "./charts.ts";

/** Files by their paths, with `/`. */
export type PackedFiles = ReadonlyMap<string, Buffer>;

/** The files of a folder among those of a chart as Helm packs them, the archives in its `charts/` unpacked; a reason as a sentence where one can't be. */
export async function packFolder(
  folder: string,
  entries: readonly ChartEntry[],
  { show }: Surroundings,
): Promise<PackedFiles | string> {
  const packed = new Map<string, Buffer>();
  for (const { path, target } of entries.filter((entry) => entry.path.startsWith(folder + sep))) {
    const name = relative(folder, path).replaceAll("\\", "/");
    const bytes = readFileSync(target);
    if (!/^charts\/[^/]+\.tgz$/.test(name)) packed.set(name, bytes);
    else {
      const inner = await unpackArchive(bytes);
      if (!inner) return `${show(path)} is not an archive that can be read.`;
      for (const [each, content] of inner) packed.set(`charts/${each}`, content);
    }
  }
  return packed;
}

/** The files in an archive; `undefined` for what is not one, or is larger than a chart may be. */
export async function unpackArchive(archive: Buffer): Promise<PackedFiles | undefined> {
  const files = new Map<string, Buffer>();
  try {
    const unpacked = gunzipSync(archive, { maxOutputLength: mostOfChart.bytes });
    for await (const { path, type, take } of readTar(Readable.from([unpacked])))
      if (type === "file") files.set(path, await take());
  } catch (error) {
    if (error instanceof ArchiveError || /^Z_|^ERR_BUFFER_TOO_LARGE$/.test(codeOf(error))) return undefined;
    throw error;
  }
  return files;
}

/** Tells the paths that Helm leaves out of a chart, by its `.helmignore`; a reason as a clause for one that Helm refuses. */
export function readIgnoreRules(text: string): ((path: string) => boolean) | string {
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  const rules = [...lines.map((line) => line.trim()), "templates/.?*"]
    .filter((line) => /^[^#]/.test(line))
    .map(readRule);
  const refused = rules.find(({ pattern }) => pattern.includes("**") || findPatternDefect(pattern) !== undefined);
  if (refused) return `it can't have the pattern ${JSON.stringify(refused.pattern)}`;
  // The first rule that says something decides: one with a `!` leaves out all that it does not match.
  const leavesOut = (path: string, isFolder: boolean) =>
    rules.some(({ isNegated, isForFolders, isOfName, pattern }) => {
      const fits = matchesPattern(pattern, isOfName ? path.slice(path.lastIndexOf("/") + 1) : path);
      return isNegated ? !fits || (isForFolders && !isFolder) : fits && (isFolder || !isForFolders);
    });
  return (path) => {
    const steps = path.split("/");
    return steps.some((_, index) => leavesOut(steps.slice(0, index + 1).join("/"), index + 1 < steps.length));
  };
}

function readRule(line: string) {
  const isNegated = line.startsWith("!");
  const rule = isNegated ? line.slice(1) : line;
  const pattern = rule.replace(/^\/|\/$/g, "");
  return { isNegated, isForFolders: rule.endsWith("/"), isOfName: !rule.replace(/\/$/, "").includes("/"), pattern };
}
