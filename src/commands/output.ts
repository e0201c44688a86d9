import { isAbsolute, resolve } from "node:path";
import type { Piece } from "../report/by-manifest.ts";
import { codeOf, reasonOf, UsageError } from "../source/errors.ts";
import { isWithin, leadsOut } from "../source/links.ts";
import { deferSignals, writeWhole } from "../source/write.ts";
import { say } from "./streams.ts";

type Report = Iterable<Piece> | AsyncIterable<Piece>;

/** Writes a report to a file, or to standard output, as its pieces come. Throws a UsageError if the file can't be written. */
export async function writeReport(file: string | undefined, report: Report): Promise<void> {
  if (file === undefined) return print(report);
  if (!isAbsolute(file)) refuseLinksOut(file);
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

/** Throws a UsageError for a path below the working directory that leads out of it by a link: whoever made the link is not who names the file. */
function refuseLinksOut(file: string): void {
  const folder = process.cwd();
  try {
    if (!isWithin(folder, resolve(file)) || !leadsOut(folder, file)) return;
  } catch (error) {
    throw new UsageError(`--output "${file}": the report could not be written: ${reasonOf(error)}.`);
  }
  throw new UsageError(
    `--output "${file}": a link takes it outside of the working directory, and no report is written there: give an absolute path, or remove the link.`,
  );
}

async function* prepend(first: IteratorResult<Piece>, rest: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  if (!first.done) yield first.value;
  yield* rest;
}

async function print(report: Report): Promise<void> {
  for await (const batch of joinPieces(report)) await say(batch);
}

/** Joins thousands of small texts into batches of 64 kB: each is one write. Bytes are batches already. */
async function* joinPieces(report: Report): AsyncGenerator<Piece> {
  let text = "";
  for await (const piece of report) {
    if (typeof piece === "string") text += piece;
    if (text.length >= 65_536 || (text !== "" && typeof piece !== "string")) {
      yield text;
      text = "";
    }
    if (typeof piece !== "string") yield piece;
  }
  if (text !== "") yield text;
}
