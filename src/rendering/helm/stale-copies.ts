import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  isEmpty,
  isFields,
  isList,
  type Problem,
  read,
  sameValue,
  type Value,
  withFullReader,
} from "../../yaml/index.ts";
import type { Surroundings } from "../rendered.ts";
import { type PackedFiles, packFolder, readIgnoreRules, unpackArchive } from "./archives.ts";
import { type Chart, type Dependency, listChartFiles, type Neighbour, neighboursOf } from "./charts.ts";

/** A note on each copy of a neighbour in a chart's `charts/` that is not what the neighbour is now: Helm renders the copy. */
export async function noteStaleCopies(chart: Chart, surroundings: Surroundings): Promise<Problem[]> {
  const notes: Problem[] = [];
  for (const neighbour of neighboursOf(chart, surroundings)) {
    const { folder, dependency } = neighbour;
    const { entries, problems } = listChartFiles(folder, surroundings);
    // Without what follows from it for a chart that is rendered.
    const defect = problems[0]?.message.replace(/: [^:]*$/, ".");
    const now = defect ?? (await packFolder(folder, entries, surroundings));
    for (const copy of await findCopies(chart, dependency, surroundings)) {
      const message = await describeStale(copy, now, neighbour, chart, surroundings);
      const { file, line } = dependency;
      if (message !== undefined) notes.push({ severity: "note", file, line, message });
    }
  }
  return notes;
}

/** A neighbour as it was when somebody put it into `charts/`. */
interface Copy {
  readonly path: string;
  readonly isFolder: boolean;
  /** A reason as a sentence where they can't be told. */
  readonly files: PackedFiles | string;
}

async function findCopies(
  chart: Chart,
  { name, alias = name }: Dependency,
  surroundings: Surroundings,
): Promise<Copy[]> {
  const copies: Copy[] = [];
  const { folder: path } = chart.charts.get(alias) ?? {};
  if (path !== undefined)
    copies.push({ path, isFolder: true, files: await packFolder(path, chart.entries, surroundings) });
  const archives = chart.entries.filter((entry) => chart.archives.includes(entry.path));
  for (const { path: archive, target } of archives.filter((entry) => basename(entry.path).startsWith(`${name}-`))) {
    const all = await unpackArchive(readFileSync(target));
    const files = all && [...all].filter(([each]) => each.startsWith(`${name}/`));
    // `common-lib-1.0.0.tgz` is not a copy of `common`.
    if (files?.length === 0) continue;
    const own = files && new Map(files.map(([each, content]) => [each.slice(name.length + 1), content]));
    const unreadable = `${surroundings.show(archive)} is not an archive that can be read.`;
    copies.push({ path: archive, isFolder: false, files: own ?? unreadable });
  }
  return copies;
}

/** What is said of a copy; `undefined` where it is what the neighbour is now. */
async function describeStale(
  { path, isFolder, files }: Copy,
  now: PackedFiles | string,
  { folder }: Neighbour,
  chart: Chart,
  { show }: Surroundings,
): Promise<string | undefined> {
  const [copy, neighbour] = [show(path), show(folder)];
  const uncompared = (why: string) => `Helm renders ${copy}, which can't be compared with ${neighbour}: ${why}`;
  if (typeof now === "string") return uncompared(now);
  if (typeof files === "string") return uncompared(files);
  const isLeftOut = readIgnoreRules(now.get(".helmignore")?.toString() ?? "");
  if (typeof isLeftOut === "string") return uncompared(`${show(join(folder, ".helmignore"))}: ${isLeftOut}.`);
  const different = await withFullReader(() => listDifferent(files, now));
  const [first, ...more] = different.filter((each) => !isLeftOut(each));
  if (first === undefined) return undefined;
  const what = !files.has(first) ? "is not in the copy" : now.has(first) ? "differs" : "is only in the copy";
  const others = more.length === 0 ? "" : `, the first of ${more.length + 1} files that differ`;
  const advice = `${isFolder ? `Remove ${copy}, and run` : "Run"} "helm dependency update ${show(chart.folder) || "."}"`;
  return `Helm renders ${copy}, a copy of ${neighbour} that is not what ${neighbour} is now: ${show(join(folder, first))} ${what}${others}. Only the copy is judged. ${advice}.`;
}

/** The paths of files that a copy and a neighbour do not have in common, those of templates first. */
function listDifferent(copy: PackedFiles, now: PackedFiles): string[] {
  // Helm passes over what starts with a dot or an underscore. Where git ignores `charts/`, the neighbour may have nothing of it here.
  const isOfChart = (path: string) => /^charts\/[^._]/.test(path);
  const isPassedOver = [...now.keys()].some(isOfChart) ? /^charts\/[._]/ : /^charts\//;
  const paths = [...new Set([...copy.keys(), ...now.keys()])].filter((path) => !isPassedOver.test(path));
  const different = paths.filter((path) => !isSame(path, copy.get(path), now.get(path)));
  const rank = (path: string) => `${/(^|\/)templates\//.test(path) ? 0 : 1}${path}`;
  return different.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** Whether two files are the same to Helm. It leaves out byte order marks, and writes each `Chart.yaml` in its own way. */
function isSame(path: string, a: Buffer | undefined, b: Buffer | undefined): boolean {
  // These say which dependencies were chosen, and when.
  if (/(^|\/)(Chart|requirements)\.lock$/.test(path)) return true;
  if (!a || !b) return false;
  const [one, other] = [a, b].map((bytes) =>
    bytes
      .toString("latin1")
      .replace(/^\xEF\xBB\xBF/, "")
      .replaceAll("\r\n", "\n"),
  );
  return one === other || (/^(charts\/[^/]+\/)*Chart\.yaml$/.test(path) && sameValue(metadataIn(a), metadataIn(b)));
}

/** What a `Chart.yaml` says that changes what is rendered. Versions may be those that `helm package` was given. */
function metadataIn(bytes: Buffer): Value {
  const value = read({ file: "Chart.yaml", text: bytes.toString() }).documents[0]?.value;
  const fields = isFields(value) ? value : {};
  return withoutEmpty(
    Object.fromEntries(["type", "kubeVersion", "annotations", "dependencies"].map((key) => [key, fields[key] ?? null])),
  );
}

/** A value as Helm writes it: scalars are texts, and what is empty is left out. */
function withoutEmpty(value: Value): Value {
  if (isList(value)) return value.map(withoutEmpty);
  if (!isFields(value)) return String(value ?? "");
  const entries = Object.entries(value).map(([key, inner]) => [key, withoutEmpty(inner)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== "" && !isEmpty(inner)));
}
