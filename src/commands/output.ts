import type { Piece } from "../report/pieces.ts";
import { codeOf, reasonOf, UsageError } from "../source/errors.ts";
import { uninterrupted, writeWhole } from "../source/write.ts";
import { say } from "./streams.ts";

type Report = Iterable<Piece> | AsyncIterable<Piece>;

/** Writes a report piece by piece, to a file or to standard output. */
export async function writeReport(file: string | undefined, report: Report): Promise<void> {
  if (file === undefined) return print(report);
  const parts = inBulk(report);
  // No file is begun before there is something to write.
  const first = await parts.next();
  try {
    await uninterrupted((stop) => writeWhole(file, resumed(first, parts), stop));
  } catch (error) {
    if (error instanceof UsageError || codeOf(error) === "") throw error;
    throw new UsageError(`--output "${file}": the report could not be written: ${reasonOf(error)}.`);
  }
}

async function* resumed(first: IteratorResult<Piece>, rest: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  if (!first.done) yield first.value;
  yield* rest;
}

/** As fast as the reader takes it; one that goes away has seen enough. */
async function print(report: Report): Promise<void> {
  for await (const part of inBulk(report)) await say(part);
}

/** Thousands of small pieces in few writes. */
async function* inBulk(report: Report): AsyncGenerator<Piece> {
  let text = "";
  for await (const piece of report) {
    if (typeof piece === "string") text += piece;
    else {
      if (text !== "") yield text;
      text = "";
      yield piece;
    }
    if (text.length < 65536) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}
