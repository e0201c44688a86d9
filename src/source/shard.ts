import type { Policy, Shard } from "../policy/index.ts";
import type { Collected } from "./files.ts";

/** The most shards: a matrix of GitHub's has no more jobs (docs.github.com, "Running variations of jobs in a workflow"). */
const mostShards = 256;

/** One of the shares of a full scan, such as the second of eight. */
export type Share = Pick<Shard, "index" | "count">;

/** How to write a share. */
export const shareForm = `I/N, such as 2/8 for the second of eight; I from 1 to N, N at most ${mostShards}`;

/** Parses a share such as `2/8`; `undefined` for what is not one. */
export function parseShare(text: string): Share | undefined {
  const [, first = "", second = ""] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
  const [index, count] = [Number(first), Number(second)];
  return index >= 1 && index <= count && count <= mostShards ? { index, count } : undefined;
}

/**
 * Takes the share of one shard. The files of the other shards stay for what they say about namespaces; their problems are theirs to report.
 * A share is a run of files in the order of their names, and the shares have as equal numbers of bytes as whole files allow. So one more file moves only
 * files at the borders, and every file and problem is in exactly one share.
 */
export async function selectShare(
  { sources, problems }: Collected,
  { index, count }: Share,
  policy: Policy,
): Promise<Collected & { readonly shard: Shard }> {
  const sizes = new Map(problems.map(({ file }) => [file, 1]));
  // An empty file is work, too.
  for (const { file, text } of sources) sizes.set(file, Buffer.byteLength(text) + 1);
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const own = new Set<string>();
  let before = 0;
  for (const [file, size] of [...sizes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // A file belongs to the share in which its middle lies.
    if (Math.floor(((before + size / 2) / total) * count) + 1 === index) own.add(file);
    before += size;
  }
  return {
    sources: sources.map((source) => (own.has(source.file) ? source : { ...source, elsewhere: true })),
    problems: problems.filter(({ file }) => own.has(file)),
    shard: { index, count, scan: await identifyScan({ sources, problems }, policy) },
  };
}

/** Identifies a scan by everything that decides its verdict, except for the day and the answers of registries. Only shards of the same scan can be joined. */
async function identifyScan({ sources, problems }: Collected, policy: Policy): Promise<string> {
  const { today: _, images: __, shard: ___, baseline, ...rest } = policy;
  // Loaded only here: a scan without shards does not need it.
  const { createHash } = await import("node:crypto");
  const hash = createHash("sha256").update(JSON.stringify([rest, [...baseline], problems]));
  for (const { file, text } of sources) hash.update(`\0${file}\0`).update(text);
  return hash.digest("hex").slice(0, 16);
}
