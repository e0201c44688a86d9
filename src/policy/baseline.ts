import { levels } from "../pod/index.ts";
import { isFields, lineAt, type Source, withLines } from "../yaml/index.ts";
import { type Accepted, type Fact, factText, type Occurrence } from "./facts.ts";
import type { Defect } from "./schema.ts";

const form = "secctx-baseline/v2";
/** What was written before entries named their file: it is read once more, to be written anew. */
const oldForm = "secctx-baseline/v1";

/** What a baseline accepts, by workload (`workloadKey`). */
export type Baseline = ReadonlyMap<string, readonly Accepted[]>;

/** What a baseline accepts; or the first thing that is wrong with it, and then nothing of it holds. */
export function readBaseline(source: Source): Baseline | Defect {
  return isOldBaseline(source)
    ? {
        line: 1,
        message: `It has the old format ${oldForm}, which names no files: run \`secctx baseline\` once. It rewrites what is accepted, and accepts nothing else.`,
      }
    : readEntries(source, form);
}

/** Whether a text is a baseline of the old form. */
export function isOldBaseline({ text }: Pick<Source, "text">): boolean {
  const content = parseJson(text);
  return isFields(content) && content.schema === oldForm;
}

/**
 * Whether a change writes a baseline of the old form anew. It must be able to pass, and what was there before does not fail it: so nothing is accepted until
 * the new form is merged.
 */
export function isWrittenAnew(before: Source, after: Source | undefined): boolean {
  return isOldBaseline(before) && after !== undefined && !("line" in readBaseline(after));
}

/** What a baseline of the old form accepts: each of its entries in any file, however often. */
export function readOldBaseline(source: Source): Baseline | Defect {
  return readEntries(source, oldForm);
}

/** What mends a baseline without accepting anything new. */
const remedy = "restore it from git, or remove it";

function readEntries({ file, text }: Source, wanted: string): Baseline | Defect {
  const conflict = /^(<{7}|={7}|>{7})( |\r?$)/m.exec(text);
  const lined = withLines(text);
  const defect = (message: string, offset = 0): Defect => ({ line: lineAt(lined, offset), message });
  if (conflict)
    return defect(
      "It holds merge conflict markers: keep the entries of both sides, then run `secctx baseline --prune`.",
      conflict.index,
    );
  const content = parseJson(text);
  if (content === undefined) return defect(`It is not JSON: ${remedy}.`);
  const { schema, findings } = isFields(content) ? content : {};
  if (typeof schema === "string" && /^secctx-baseline\/v\d+$/.test(schema) && schema !== wanted)
    return defect(`It was written by a newer version of secctx (${schema}): use that version.`);
  if (schema !== wanted || !Array.isArray(findings)) return defect(`Its format is not ${form}: ${remedy}.`);

  const accepted = new Map<string, Accepted[]>();
  const lineByKey = new Map<string, number>();
  // An entry's line is the one that names its workload.
  const starts = [...text.matchAll(/"workload"\s*:/g)].map(({ index }) => index);
  for (const [index, entry] of findings.entries()) {
    const start = starts[index] ?? 0;
    const { workload, fact } = readFact(entry) ?? {};
    if (workload === undefined || !fact) return defect(`This entry is not one that secctx wrote: ${remedy}.`, start);
    const place = wanted === form ? readPlace(entry) : { file: null, count: Number.POSITIVE_INFINITY };
    if (typeof place === "string") return defect(`This entry ${place}: ${remedy}.`, start);
    const line = lineAt(lined, start);
    const key = JSON.stringify([place.file, workload, fact]);
    const double = lineByKey.get(key);
    if (double !== undefined && wanted === form)
      return defect(`It accepts the same as line ${double} (${factText(fact)}): keep one of the two entries.`, start);
    lineByKey.set(key, line);
    const like = accepted.get(workload) ?? [];
    like.push({ ...fact, ...place, entry: index, written: { file, line } });
    accepted.set(workload, like);
  }
  return accepted;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function readFact(entry: unknown): { readonly workload: string; readonly fact: Fact } | undefined {
  if (!isFields(entry)) return undefined;
  const { workload, container = null, rule, level, field, value = null, extent = "" } = entry;
  const known = levels.find((each) => each === level);
  if (typeof workload !== "string" || typeof rule !== "string" || typeof field !== "string" || !known) return undefined;
  if (typeof extent !== "string" || (container !== null && typeof container !== "string")) return undefined;
  if (value !== null && typeof value !== "string" && typeof value !== "number") return undefined;
  const fact = { rule, level: known, container, field, value, extent: extent.split(" ").filter(Boolean) };
  return { workload, fact };
}

/** The file and the count of an entry, or what is wrong with them, as the end of a sentence. */
function readPlace(entry: unknown): Pick<Accepted, "file" | "count"> | string {
  const { file, count } = isFields(entry) ? entry : {};
  if (typeof file !== "string" || file === "") return "does not name its file";
  if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 1)
    return `has the count ${JSON.stringify(count) ?? "of nothing"}, which is not a whole number above 0`;
  return { file, count };
}

/** Marks the entries whose files are no longer in the tree: they stand for the files that those became. */
export function markGone(baseline: Baseline, isThere: (file: string) => boolean): Baseline {
  const known = new Map<string, boolean>();
  const isGone = (file: string) => {
    const answer = known.get(file) ?? (file === "-" || isThere(file));
    known.set(file, answer);
    return !answer;
  };
  return mapEntries(baseline, (entry, like) => {
    if (entry.file === null || !isGone(entry.file)) return [entry];
    const others = like.flatMap(({ file }) => (file === null || isGone(file) ? [] : [file]));
    return [{ ...entry, gone: { notIn: [...new Set(others)] } }];
  });
}

/** The baseline with something else in the place of each entry. `like` are all entries for its workload. */
export function mapEntries(
  baseline: Baseline,
  replace: (entry: Accepted, like: readonly Accepted[], workload: string) => readonly Accepted[],
): Baseline {
  return new Map(
    [...baseline].map(([workload, like]) => [workload, like.flatMap((entry) => replace(entry, like, workload))]),
  );
}

/** An entry as it stands in the file: one line of JSON that does not depend on the order of findings. */
export type BaselineEntry = string;

/** Facts that are to be accepted. */
export interface Acceptance {
  readonly workload: string;
  readonly fact: Fact;
  readonly file: string;
  readonly count: number;
}

/** What accepts each fact as often as it was found in a file. */
export function acceptAll(occurrences: readonly Occurrence[]): Acceptance[] {
  const byKey = new Map<string, { readonly first: Occurrence; readonly places: Set<string> }>();
  for (const occurrence of occurrences) {
    const { workload, fact, file, place } = occurrence;
    const key = entryText({ workload, fact, file, count: 1 });
    const like = byKey.get(key) ?? { first: occurrence, places: new Set() };
    like.places.add(place);
    byKey.set(key, like);
  }
  return [...byKey.values()].map(({ first: { workload, fact, file }, places }) => {
    return { workload, fact, file, count: places.size };
  });
}

/** What accepts the same as a baseline. */
export function acceptAgain(baseline: Baseline): Acceptance[] {
  return [...baseline].flatMap(([workload, like]) =>
    like.flatMap(({ file, count, ...fact }) => (file === null ? [] : [{ workload, fact, file, count }])),
  );
}

/** The entries for what is to be accepted, in byte order. Of two that say the same the larger count holds. */
export function entriesFor(acceptances: readonly Acceptance[]): BaselineEntry[] {
  const byKey = new Map<string, Acceptance>();
  for (const each of acceptances) {
    const key = entryText({ ...each, count: 1 });
    const known = byKey.get(key);
    if (!known || known.count < each.count) byKey.set(key, each);
  }
  return [...byKey.values()].map(entryText).toSorted();
}

/** The baseline as a file: each entry on a line of its own, so that the file reviews and merges well. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const list = entries.map((entry) => `    ${entry}`).join(",\n");
  return `{\n  "schema": "${form}",\n  "findings": [${entries.length > 0 ? `\n${list}\n  ` : ""}]\n}\n`;
}

function entryText({ workload, fact, file, count }: Acceptance): BaselineEntry {
  const { container, rule, level, field, value, extent } = fact;
  return JSON.stringify({
    file,
    workload,
    ...(container !== null && { container }),
    rule,
    level,
    field,
    ...(value !== null && { value }),
    ...(extent.length > 0 && { extent: extent.join(" ") }),
    count,
  });
}
