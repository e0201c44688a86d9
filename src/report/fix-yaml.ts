import type { Finding } from "../review/finding.ts";
import { groupBy } from "../review/groups.ts";
import type { Fix } from "../rules/index.ts";
import { formatFlow, type Patch, type Path, patchValue, startsWith, type Value } from "../yaml/index.ts";
import { describeSafety } from "./words.ts";

/** A line of YAML, and what is to be known of it, which stands behind it as a comment. */
export interface YamlLine {
  readonly code: string;
  readonly note: string;
}

/**
 * Writes the fixes of findings on one place as one piece of YAML: what several of them write is a block, and what one writes under a key stands on one line,
 * with its risk. Nothing where they don't make one: there is only one fix, or one takes something away, or two write the same place, or they go
 * into the text that a chart or an overlay is made of, which has a form of its own.
 */
export function writeFixes(findings: readonly Pick<Finding, "fix" | "edits">[]): YamlLine[] {
  const fixes = findings.flatMap(({ fix }) => fix ?? []);
  const patches = dropRepeated(fixes.flatMap((fix) => fix.patches.map((patch) => ({ fix, patch }))));
  const fields = patches.map(({ fix, patch }) => addBy(fix, patch));
  const [first] = fields;
  if (fixes.length < 2 || findings.some(({ edits }) => edits)) return [];
  if (!first || !fields.every((each) => each !== undefined) || meet(fields)) return [];
  const byHolder = groupBy(fields, ({ holder }) => holder.join("/"));
  const told = new Set<Fix>();
  return [...byHolder.values()].flatMap((group) => writeFields(group, "", first.holder, told));
}

/** What two findings need alike, as the new and the old containers of a pod, is written once. */
function dropRepeated<T extends { readonly patch: Patch }>(all: readonly T[]): T[] {
  return [...groupBy(all, ({ patch }) => JSON.stringify(patch)).values()].map(([first]) => first);
}

/** Whether two fixes write into the same value. */
function meet(fields: readonly AddedField[]): boolean {
  const placed = fields.map(({ fix, holder, patch }) => ({ fix, path: [...holder, ...patch.path] }));
  return placed.some((one) => placed.some((other) => one.fix !== other.fix && startsWith(one.path, other.path)));
}

/** The line with its comment. */
export function formatYamlLine({ code, note }: YamlLine): string {
  return note === "" ? code : `${code}  # ${note}`;
}

/** What a fix adds to an object. */
interface AddedField {
  readonly fix: Fix;
  /** The object that holds the security context, or else the key. */
  readonly holder: Path;
  /** The patch, as seen from the object. */
  readonly patch: Patch;
}

function addBy(fix: Fix, patch: Patch): AddedField | undefined {
  const context = patch.path.indexOf("securityContext");
  const depth = context === -1 ? patch.path.length - 1 : context;
  const path = patch.path.slice(depth);
  if (patch.op === "remove" || path.some((step) => typeof step === "number")) return undefined;
  return { fix, holder: patch.path.slice(0, depth), patch: { ...patch, path } };
}

function writeFields(fields: readonly AddedField[], indent: string, main: Path, told: Set<Fix>): YamlLine[] {
  const byKey = groupBy(fields, ({ patch }) => String(patch.path[0]));
  return [...byKey].flatMap(([key, group]): YamlLine[] => {
    const inner = group.map((each) => ({ ...each, patch: { ...each.patch, path: each.patch.path.slice(1) } }));
    const [{ fix, holder }] = group;
    if (group.some((each) => each.fix !== fix))
      return [{ code: `${indent}${key}:`, note: "" }, ...writeFields(inner, `${indent}  `, main, told)];
    const value = inner.reduce<Value>((all, { patch }) => patchValue(all, patch), null);
    const note = told.has(fix) ? describeTarget(group, holder, main) : describeSafety(fix);
    told.add(fix);
    return [{ code: `${indent}${key}: ${formatFlow(value)}`, note }];
  });
}

/** Where something goes that comes along with a fix: a pod's volume comes with a container's mount. */
function describeTarget([{ patch }]: readonly [AddedField, ...AddedField[]], holder: Path, main: Path): string {
  const owner = holder.length < main.length && startsWith(main, holder) ? "the pod's " : "the ";
  return patch.op === "append" ? `add to ${owner}list` : "";
}
