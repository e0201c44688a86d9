import type { Policy, Shard } from "../policy/index.ts";
import type { Problem, Source } from "../yaml/index.ts";

/** Most shards: as many as a matrix of GitHub's has jobs (docs.github.com, "Running variations of jobs in a workflow"). */
const mostShards = 256;

/** Which share of a scan is meant: the second of eight, say. */
export type Share = Pick<Shard, "index" | "count">;

/** The allowed form of a share. */
export const shardForm = `I/N, such as 2/8 for the second of eight; I from 1 to N, N at most ${mostShards}`;

/** What `2/8` means; `undefined` for what is no share. */
export function shardFrom(text: string): Share | undefined {
  const [, first = "", second = ""] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
  const [index, count] = [Number(first), Number(second)];
  return index >= 1 && index <= count && count <= mostShards ? { index, count } : undefined;
}

/** What is there to be judged, in the order of its names. */
interface Found {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/**
 * Leaves a shard its share: the files of others are kept for what they say of namespaces, and what is wrong with them is for others to say.
 * A share is a run of files in the order of their names, and all have as many bytes as files that are not cut allow: one more file moves only what
 * stands at the borders. Everything that was found goes in, problems too, and comes out in one shard.
 */
export async function shareOf(
  { sources, problems }: Found,
  { index, count }: Share,
  policy: Policy,
): Promise<Found & { readonly shard: Shard }> {
  const sizes = new Map(problems.map(({ file }) => [file, 1]));
  // An empty file is work too.
  for (const { file, text } of sources) sizes.set(file, Buffer.byteLength(text) + 1);
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const own = new Set<string>();
  let before = 0;
  for (const [file, size] of [...sizes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // Where a file's middle lies says whose it is.
    if (Math.floor(((before + size / 2) / all) * count) + 1 === index) own.add(file);
    before += size;
  }
  return {
    sources: sources.map((source) => (own.has(source.file) ? source : { ...source, elsewhere: true })),
    problems: problems.filter(({ file }) => own.has(file)),
    shard: { index, count, scan: await scanOf({ sources, problems }, policy) },
  };
}

/** Whether this shard judges a file, rather than another. */
export function isOwn({ elsewhere }: Source): boolean {
  return !elsewhere;
}

/** Names a scan by all that its verdict comes from, save the day and what registries answer: shards of another one can't be joined with its own. */
async function scanOf({ sources, problems }: Found, policy: Policy): Promise<string> {
  const { today: _, images: __, shard: ___, baseline, ...rest } = policy;
  // Loaded here: a scan that is not divided needs none of it.
  const { createHash } = await import("node:crypto");
  const hash = createHash("sha256").update(JSON.stringify([rest, [...baseline], problems]));
  for (const { file, text } of sources) hash.update(`\0${file}\0`).update(text);
  return hash.digest("hex").slice(0, 16);
}
