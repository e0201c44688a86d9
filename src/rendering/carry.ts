import { isDefinitionText } from "../pod/index.ts";
import type { SourceEdit } from "../review/source-edits.ts";
import { type Document, read, type Source, usualLimits } from "../yaml/index.ts";

/** Why a fix goes nowhere, as a clause, where a rendering can't tell what it is made of. */
export const unknownLine = "the line that it comes from is not known";

/** Reads the objects of a rendering. Call it within `withFullReader`. */
export function readRendered(source: Source): readonly Document[] {
  return read(source, { matters: (text) => !isDefinitionText(text), limits: usualLimits }).documents;
}

/** The smallest single edit that turns one text into another. */
export function editBetween(before: string, after: string): Omit<SourceEdit, "file"> {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { range: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}

/** Why some changes together are not what is wanted. */
export interface Fault<Change> {
  /** A clause. */
  readonly reason: string;
  /** Those that it may lie with, where that is known. */
  readonly suspects?: ReadonlySet<Change>;
}

/**
 * Proves changes, all at once, and where that fails, in parts, each beside those that are proven: what is not suspected, then the suspects, in halves. Adds
 * what is proven to `done` and gives what keeps each of the others away.
 */
export async function proveInParts<Change>(
  open: readonly Change[],
  done: Change[],
  findFault: (changes: readonly Change[]) => Promise<Fault<Change> | undefined>,
): Promise<Map<Change, string>> {
  const [only] = open;
  if (only === undefined) return new Map();
  const fault = await findFault([...done, ...open]);
  if (!fault) done.push(...open);
  if (!fault) return new Map();
  if (open.length === 1) return new Map([[only, fault.reason]]);
  const suspects = open.filter((change) => fault.suspects?.has(change) ?? true);
  const isPart = suspects.length > 0 && suspects.length < open.length;
  const middle = open.length >> 1;
  const first = isPart ? open.filter((change) => !suspects.includes(change)) : open.slice(0, middle);
  const reasons = await proveInParts(first, done, findFault);
  return new Map([...reasons, ...(await proveInParts(isPart ? suspects : open.slice(middle), done, findFault))]);
}
