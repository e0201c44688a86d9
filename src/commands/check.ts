import { existsSync } from "node:fs";
import type { Gate } from "../policy/index.ts";
import { replay } from "../report/by-manifest.ts";
import { type Format, formats, type ReportOptions, renderReport } from "../report/formats.ts";
import { type Conclusion, exitStatus, type Result } from "../review/result.ts";
import { streamReview } from "../review/review.ts";
import { addProblems, collectReview, type ReviewStream } from "../review/stream.ts";
import { withoutTemplates } from "../source/charts.ts";
import { UsageError } from "../source/errors.ts";
import { collect, liesAt } from "../source/files.ts";
import type { LocalChange } from "../source/git.ts";
import { htmlPage, rulePage } from "../source/pages.ts";
import { isOwn, type Share, shardForm, shardFrom, shareOf } from "../source/shard.ts";
import { withImages } from "./images.ts";
import { imageOptions, oneOf, parse, policyOptions } from "./options.ts";
import { writeReport } from "./output.ts";
import { chosenBy, type InForce, policyOf, shownPolicy } from "./policy.ts";
import { say } from "./streams.ts";
import { textOptions } from "./terminal.ts";

/** What `secctx check` takes. */
export const checkOptions = {
  ...policyOptions,
  ...imageOptions,
  changed: { type: "string" },
  shard: { type: "string" },
  gate: { type: "string" },
  "show-config": { type: "boolean" },
  format: { type: "string", multiple: true },
  output: { type: "string", multiple: true },
  "exit-zero": { type: "boolean" },
} as const;

/** `secctx check`: findings on standard output or in files; the status is the gate. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals, tokens } = parse("check", await withRevision(args), checkOptions);
  const outputs = outputsOf(values.format ?? ["text"], values.output ?? [], tokens);
  const { changed } = values;
  const shard = shareFor(values, positionals);
  const gate = values.gate === undefined ? undefined : oneOf<Gate>("--gate", values.gate, ["all", "new"]);
  if (gate === "new" && changed === undefined)
    throw new UsageError("--gate new compares with what was before: give --changed too, or --gate all.");
  const inForce = await policyOf(values, { baseline: "asked", gate, compares: changed !== undefined });
  if (values["show-config"]) {
    await say(shownPolicy(inForce));
    return 0;
  }
  const review = await reviewOf(positionals, inForce, { changed, shard });
  const verdict = await written(outputs, review, (file) => ({
    text: textOptions(values, file === undefined ? process.stdout : {}),
    rulePage,
    htmlPage,
  }));
  return values["exit-zero"] && verdict !== "error" ? 0 : exitStatus[verdict];
}

/** Writes every report that is asked for. One alone is written while the review goes on; several need all of it. */
async function written(
  outputs: readonly Output[],
  review: ReviewStream,
  optionsFor: (file: string | undefined) => ReportOptions,
): Promise<Conclusion["verdict"]> {
  const [only, ...others] = outputs;
  if (only && others.length === 0) {
    let verdict: Conclusion["verdict"] = "error";
    const report = renderReport(only.format, review, optionsFor(only.file));
    await writeReport(
      only.file,
      ending(report, (conclusion) => (verdict = conclusion.verdict)),
    );
    return verdict;
  }
  const { result, sources } = await collectReview(review);
  for (const { format, file } of outputs)
    await writeReport(file, renderReport(format, replay(result, sources), optionsFor(file)));
  return result.verdict;
}

/** What a generator yields; its end is told. */
async function* ending<T, R>(all: AsyncGenerator<T, R>, tell: (end: R) => void): AsyncGenerator<T> {
  tell(yield* all);
}

/** What of the paths is reviewed: all of it, or what changed there since a revision, or a share. */
export interface Extent {
  readonly changed?: string | undefined;
  readonly shard?: Share | undefined;
}

/** What is at the paths, reviewed to its end. */
export async function reviewed(paths: readonly string[], inForce: InForce): Promise<Result> {
  return (await collectReview(await reviewOf(paths, inForce))).result;
}

/** The review of what is at the paths. What could not be read is a problem of its conclusion. */
async function reviewOf(
  paths: readonly string[],
  inForce: InForce,
  { changed, shard }: Extent = {},
): Promise<ReviewStream> {
  const found = changed === undefined ? { ...(await collect(paths)), base: null } : await changedAt(paths, changed);
  const isMeant = chosenBy(inForce);
  const all = { sources: found.sources.filter(isMeant), problems: found.problems.filter(isMeant) };
  const isWhole = changed === undefined && inForce.policy.folder === "" && paths.every((path) => path === ".");
  const share = shard && (await shareOf(all, shard, { ...inForce.policy, isWhole }));
  const { sources, problems } = share ?? all;
  const { manifests, notes } = withoutTemplates(sources);
  const before = found.base && withoutTemplates(found.base).manifests;
  const count = new Set([...sources.filter(isOwn), ...problems].map(({ file }) => file)).size;
  const policy = await withImages(inForce, [...manifests.filter(isOwn), ...(before ?? [])]);
  const review = await streamReview(manifests, before, { ...policy, isWhole, shard: share?.shard ?? null });
  return { ...review, manifests: concluded(review.manifests) };

  async function* concluded(parts: ReviewStream["manifests"]): ReviewStream["manifests"] {
    return addProblems(yield* parts, [...problems, ...notes], count);
  }
}

/** The share that --shard asks for. It is one of all that is there: what changed, or what comes through a pipe, is judged whole. */
function shareFor(
  { shard: text, changed }: { readonly shard?: string | undefined; readonly changed?: string | undefined },
  paths: readonly string[],
): Share | undefined {
  if (text === undefined) return undefined;
  const share = shardFrom(text);
  if (!share) throw new UsageError(`--shard "${text}": use ${shardForm}.`);
  if (changed !== undefined) throw new UsageError("--shard divides a full scan: leave out --changed.");
  if (paths.includes("-")) throw new UsageError("--shard divides files, and standard input is one: leave out -.");
  return share;
}

async function changedAt(paths: readonly string[], revision: string): Promise<LocalChange> {
  // Loaded here: what compares with nothing needs no git.
  const { changedSince } = await import("../source/git.ts");
  return changedSince(revision === "" ? undefined : revision, liesAt(paths));
}

/**
 * The revision behind a bare --changed joined to it, for a parser that knows no optional values: the next word is the revision, unless it is an
 * option or a path that exists.
 */
async function withRevision(args: readonly string[]): Promise<string[]> {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const at = args.slice(0, end).indexOf("--changed");
  if (at === -1) return [...args];
  const next = at + 1 < end ? args[at + 1] : undefined;
  const isOption = next === undefined || next.startsWith("-");
  if (isOption || isPath(next)) {
    if (!isOption && (await import("../source/git.ts").then(({ isCommit }) => isCommit(next))))
      throw new UsageError(
        `--changed ${next}: that is a revision and a path: write --changed=${next}, or --changed= ${next}.`,
      );
    return args.toSpliced(at, 1, "--changed=");
  }
  return args.toSpliced(at, 2, `--changed=${next}`);
}

function isPath(word: string): boolean {
  return existsSync(word) || /[*?[{]/.test(word);
}

/** What stood on the command line; an option has a name. */
interface Token {
  readonly kind: string;
  readonly name?: string;
}

interface Output {
  readonly format: Format;
  /** Standard output where none is named. */
  readonly file: string | undefined;
}

/** The first --output belongs to the first --format, and so on; the one --format that may go without is the first with no --output behind it. */
function outputsOf(names: readonly string[], files: readonly string[], options: readonly Token[]): Output[] {
  const wanted = names.map((name) => oneOf("--format", name, formats));
  if (files.length > wanted.length)
    throw new UsageError(`--output "${files[wanted.length]}": give it a --format of its own.`);
  if (files.length < wanted.length - 1)
    throw new UsageError("Only one --format can go to standard output: give the others an --output FILE.");
  const asked = options.filter(({ name }) => name === "format" || name === "output");
  const isBare = asked.flatMap(({ name }, index) => (name === "format" ? [asked[index + 1]?.name !== "output"] : []));
  const bare = files.length < wanted.length ? Math.max(0, isBare.indexOf(true)) : wanted.length;
  const all = files.toSpliced(bare, 0, "-");
  return wanted.map((format, index) => ({ format, file: all[index] === "-" ? undefined : all[index] }));
}
