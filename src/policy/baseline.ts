import { levels, type Workload } from "../pod/index.ts";
import { lineAt, type Source, withLines } from "../yaml/index.ts";
import { type Accepted, type Fact, workloadKey } from "./facts.ts";
import type { Defect } from "./schema.ts";

const schema = "secctx-baseline/v1";

/** What a baseline accepts, by workload (`workloadKey`); or the first thing that is wrong with it, and then nothing of it holds. */
export function readBaseline({ file, text }: Source): ReadonlyMap<string, readonly Accepted[]> | Defect {
  const conflict = /^(<{7}|={7}|>{7})( |\r?$)/m.exec(text);
  const lined = withLines(text);
  const defect = (message: string, offset = 0): Defect => ({ line: lineAt(lined, offset), message });
  if (conflict)
    return defect("It holds merge conflict markers: take either side, then run `secctx baseline`.", conflict.index);
  const content = parseJson(text);
  if (typeof content !== "object" || content === null) return defect(`It is not JSON: ${rewrite}.`);
  const { schema: written, findings } = content as { schema?: unknown; findings?: unknown };
  if (typeof written === "string" && /^secctx-baseline\/v\d+$/.test(written) && written !== schema)
    return defect(`It was written by a newer version of secctx (${written}): use that version, or write it anew.`);
  if (written !== schema || !Array.isArray(findings))
    return defect(`It is not a baseline of the form ${schema}: ${rewrite}.`);

  const accepted = new Map<string, Accepted[]>();
  // An entry begins where its workload is named.
  const starts = [...text.matchAll(/"workload"\s*:/g)].map(({ index }) => index);
  for (const [index, entry] of findings.entries()) {
    const start = starts[index] ?? 0;
    const { workload, fact } = readEntry(entry) ?? {};
    if (workload === undefined || !fact) return defect(`This entry is not one that secctx wrote: ${rewrite}.`, start);
    const like = accepted.get(workload) ?? [];
    like.push({ ...fact, entry: index, file, line: lineAt(lined, start) });
    accepted.set(workload, like);
  }
  return accepted;
}

const rewrite = "remove it, and write it anew with `secctx baseline`";

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function readEntry(entry: unknown): { readonly workload: string; readonly fact: Fact } | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  const { workload, container = null, rule, level, field, value = null, extent = "" }: Written = entry;
  const known = levels.find((each) => each === level);
  if (typeof workload !== "string" || typeof rule !== "string" || typeof field !== "string" || !known) return undefined;
  if (typeof extent !== "string" || (container !== null && typeof container !== "string")) return undefined;
  if (value !== null && typeof value !== "string" && typeof value !== "number") return undefined;
  const fact = { rule, level: known, container, field, value, extent: extent.split(" ").filter(Boolean) };
  return { workload, fact };
}

type Written = Readonly<Partial<Record<"workload" | keyof Fact, unknown>>>;

/** An entry as it stands in the file: one line of JSON that does not depend on the order of findings. */
export type BaselineEntry = string;

/** The entries for facts that are accepted already, by workload. */
export function entriesOf(baseline: ReadonlyMap<string, readonly Fact[]>): BaselineEntry[] {
  return [...baseline].flatMap(([workload, facts]) => facts.map((fact) => entryText(workload, fact)));
}

/** The entries that accept findings. */
export function entriesFor(
  findings: readonly { readonly workload: Workload; readonly facts: () => readonly Fact[] }[],
): BaselineEntry[] {
  return findings.flatMap(({ workload, facts }) => facts().map((fact) => entryText(workloadKey(workload), fact)));
}

/** The baseline as a file: the entries in byte order, each on a line of its own, so that the file reviews and merges well. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const unique = [...new Set(entries)].toSorted();
  const list = unique.map((entry) => `    ${entry}`).join(",\n");
  return `{\n  "schema": "${schema}",\n  "findings": [${unique.length > 0 ? `\n${list}\n  ` : ""}]\n}\n`;
}

function entryText(workload: string, { container, rule, level, field, value, extent }: Fact): string {
  return JSON.stringify({
    workload,
    ...(container !== null && { container }),
    rule,
    level,
    field,
    ...(value !== null && { value }),
    ...(extent.length > 0 && { extent: extent.join(" ") }),
  });
}
