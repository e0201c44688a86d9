import { levels, type Workload } from "../pod/index.ts";
import { lineAt, type Source } from "../yaml/index.ts";
import { type Accepted, type Fact, workloadKey } from "./facts.ts";
import type { Defect } from "./schema.ts";

const schema = "secctx-baseline/v1";

/** What a baseline accepts, by workload; or what is wrong with it: nothing of it holds then. */
export function readBaseline({ file, text }: Source): ReadonlyMap<string, readonly Accepted[]> | Defect {
  const conflict = /^(<{7}|={7}|>{7})( |\r?$)/m.exec(text);
  const says = (message: string, at = 0): Defect => ({ line: lineAt(text, at), message });
  if (conflict)
    return says("It holds merge conflict markers: take either side, then run `secctx baseline`.", conflict.index);
  const content = parsed(text);
  if (typeof content !== "object" || content === null) return says(`It is not JSON: ${again}.`);
  const { schema: written, findings } = content as { schema?: unknown; findings?: unknown };
  if (typeof written === "string" && /^secctx-baseline\/v\d+$/.test(written) && written !== schema)
    return says(`It was written by a newer version of secctx (${written}): use that version, or write it anew.`);
  if (written !== schema || !Array.isArray(findings)) return says(`It is no baseline of the form ${schema}: ${again}.`);

  const accepted = new Map<string, Accepted[]>();
  // An entry starts where its workload is named.
  const starts = [...text.matchAll(/"workload"\s*:/g)].map(({ index }) => index);
  for (const [index, entry] of findings.entries()) {
    const start = starts[index] ?? 0;
    const fact = factOf(entry);
    if (!fact) return says(`This entry is not one that secctx wrote: ${again}.`, start);
    const known = accepted.get(fact.workload) ?? [];
    known.push({ ...fact.fact, entry: index, file, line: lineAt(text, start) });
    accepted.set(fact.workload, known);
  }
  return accepted;
}

const again = "remove it, and write it anew with `secctx baseline`";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function factOf(entry: unknown): { workload: string; fact: Fact } | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  const {
    workload,
    container = null,
    rule,
    level,
    field,
    value = null,
    extent = "",
  } = entry as Record<string, unknown>;
  const known = levels.find((each) => each === level);
  const isFact =
    [workload, rule, field, extent].every((each) => typeof each === "string") &&
    (container === null || typeof container === "string") &&
    (value === null || typeof value === "string" || typeof value === "number");
  if (!isFact || !known) return undefined;
  const fact = { rule, level: known, container, field, value, extent: (extent as string).split(" ").filter(Boolean) };
  return { workload: workload as string, fact: fact as Fact };
}

/** The entry that accepts a fact: one line, the same whatever the order of findings. */
export type Entry = string;

/** The entries for what is accepted already. */
export function entriesOf(baseline: ReadonlyMap<string, readonly Fact[]>): Entry[] {
  return [...baseline].flatMap(([workload, facts]) => facts.map((fact) => entryText(workload, fact)));
}

/** The entries that accept findings. */
export function entriesFor(
  findings: readonly { readonly workload: Workload; readonly facts: () => readonly Fact[] }[],
): Entry[] {
  return findings.flatMap(({ workload, facts }) => facts().map((fact) => entryText(workloadKey(workload), fact)));
}

/** The baseline as a file: each entry on its line, in an order of their own, so that it reviews and merges well. */
export function baselineText(entries: readonly Entry[]): string {
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
