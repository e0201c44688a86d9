import { once } from "node:events";
import { reasonOf, UsageError } from "../source/errors.ts";
import { uninterrupted, writeWhole } from "../source/write.ts";

/** Writes a report piece by piece, to a file or to standard output. */
export async function writeReport(file: string | undefined, parts: Iterable<string>): Promise<void> {
  if (file === undefined) return print(parts);
  try {
    await uninterrupted(() => writeWhole(file, parts));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--output "${file}": the report could not be written: ${reasonOf(error)}.`);
  }
}

/** As fast as the reader takes it; one that goes away has seen enough. */
async function print(parts: Iterable<string>): Promise<void> {
  const { stdout } = process;
  for (const part of parts) {
    if (stdout.destroyed) return;
    if (!stdout.write(part)) await Promise.race([once(stdout, "drain"), once(stdout, "close")]).catch(() => {});
  }
}
