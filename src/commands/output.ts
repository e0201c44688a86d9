import { codeOf, reasonOf, UsageError } from "../source/errors.ts";
import { deferSignals, writeWhole } from "../source/write.ts";
import { say } from "./streams.ts";

type Report = Iterable<string> | AsyncIterable<string>;

/** Writes a report to a file, or to standard output, as its pieces come. Throws a UsageError if the file can't be written. */
export async function writeReport(file: string | undefined, report: Report): Promise<void> {
  if (file === undefined) return print(report);
  const batches = joinPieces(report);
  // The file that is there stays until there is something to write.
  const first = await batches.next();
  try {
    await deferSignals((stop) => writeWhole(file, prepend(first, batches), stop));
  } catch (error) {
    if (error instanceof UsageError || codeOf(error) === "") throw error;
    throw new UsageError(`--output "${file}": the report could not be written: ${reasonOf(error)}.`);
  }
}

async function* prepend(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (!first.done) yield first.value;
  yield* rest;
}

async function print(report: Report): Promise<void> {
  for await (const batch of joinPieces(report)) await say(batch);
}

/** Joins thousands of small pieces into batches of 64 kB: each is one write. */
async function* joinPieces(report: Report): AsyncGenerator<string> {
  let text = "";
  for await (const piece of report) {
    text += piece;
    if (text.length < 65_536) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}
