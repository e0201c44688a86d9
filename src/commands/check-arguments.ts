import { existsSync } from "node:fs";
import { type Format, formats } from "../report/formats.ts";
import { UsageError } from "../source/errors.ts";
import { readChoice } from "./options.ts";

/**
 * Joins a bare `--changed` to the revision behind it, because the parser knows no options whose value may be left out. The next argument is the revision
 * unless it is an option or a path. Throws a UsageError if it could be both.
 */
export async function joinRevision(args: readonly string[]): Promise<string[]> {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const index = args.slice(0, end).indexOf("--changed");
  if (index === -1) return [...args];
  const next = index + 1 < end ? args[index + 1] : undefined;
  if (next === undefined || next.startsWith("-")) return args.toSpliced(index, 1, "--changed=");
  if (!isPath(next)) return args.toSpliced(index, 2, `--changed=${next}`);
  const { isCommit } = await import("../source/git.ts");
  if (await isCommit(next))
    throw new UsageError(
      `--changed ${next}: this is a revision and a path: write --changed=${next} or --changed= ${next}.`,
    );
  return args.toSpliced(index, 1, "--changed=");
}

function isPath(word: string): boolean {
  return existsSync(word) || /[*?[{]/.test(word);
}

/** A format, and the file that the report goes to; `undefined` is standard output. */
export interface Output {
  readonly format: Format;
  readonly file: string | undefined;
}

/** An argument as the parser saw it. Only options have a name. */
interface Token {
  readonly kind: string;
  readonly name?: string;
}

/**
 * Pairs each `--format` with its `--output`, in the order in which they stand. One format may have no output: the first without one right behind it goes to
 * standard output. Throws a UsageError for other numbers of them.
 */
export function pairOutputs(names: readonly string[], files: readonly string[], tokens: readonly Token[]): Output[] {
  const wanted = names.map((name) => readChoice("--format", name, formats));
  if (files.length > wanted.length)
    throw new UsageError(`--output "${files[wanted.length]}": give it a --format of its own.`);
  if (files.length < wanted.length - 1)
    throw new UsageError("Only one --format can go to standard output: give the others an --output FILE.");
  const isComplete = files.length === wanted.length;
  const targets = isComplete ? files : files.toSpliced(findBareFormat(tokens), 0, "-");
  return wanted.map((format, index) => ({ format, file: targets[index] === "-" ? undefined : targets[index] }));
}

/** Finds the first `--format` that has no `--output` right behind it, by its index among the formats. */
function findBareFormat(tokens: readonly Token[]): number {
  const options = tokens.filter(({ name }) => name === "format" || name === "output");
  const isBare = options.flatMap(({ name }, index) =>
    name === "format" ? [options[index + 1]?.name !== "output"] : [],
  );
  return Math.max(0, isBare.indexOf(true));
}
