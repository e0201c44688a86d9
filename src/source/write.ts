import {
  chmodSync,
  closeSync,
  fchownSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { reasonOf } from "./errors.ts";

/** The text of a file, in pieces; they may still be in the making. */
type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Writes a file so that a crash leaves either what was there or the new text, never a part of it. Links are followed, and an existing file keeps its mode
 * and owner. A pipe, a device and a link that leads nowhere are written into as they are. It does not wait for the disk, nor does git: for thousands of
 * files that would take a minute. Throws the system's error.
 */
export async function writeWhole(file: string, pieces: Pieces, stop?: AbortSignal): Promise<void> {
  const before = statSync(file, { throwIfNoEntry: false });
  const leadsNowhere = !before && lstatSync(file, { throwIfNoEntry: false });
  if (before?.isFile()) await replaceFile(realpathSync(file), pieces, before, stop);
  else if (before || leadsNowhere) await writeInto(file, pieces, stop);
  else await replaceFile(file, pieces, undefined, stop);
}

/**
 * Replaces the text of a file with a new one, as `writeWhole` does. Returns the reason where the file stays as it was: nobody may write it, or somebody
 * has changed it since it was read.
 */
export async function rewriteFile(file: string, before: string, after: string): Promise<string | undefined> {
  try {
    const target = realpathSync(file);
    const current = readFileSync(target, "utf8");
    // A file with two names has been written by its first one.
    if (current === after) return undefined;
    if (current !== before) return "it changed while it was being fixed. Run the command again";
    const stats = statSync(target);
    if ((stats.mode & 0o222) === 0) return "it is read-only. Make it writable first";
    await replaceFile(target, [after], stats);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Puts a new file in the place of one that is not a link. */
async function replaceFile(
  target: string,
  pieces: Pieces,
  before: Stats | undefined,
  stop?: AbortSignal,
): Promise<void> {
  // In a container the process id is always the same, and a run that was killed may have left its file. So the name has the time, too.
  const temporary = join(dirname(target), `.secctx-${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`);
  const handle = openSync(temporary, "wx", before?.mode ?? 0o666);
  try {
    try {
      await writePieces(handle, pieces, stop);
      // Only root can give a file to another user, and only where root writes would the owner change.
      if (before && process.getuid?.() === 0) fchownSync(handle, before.uid, before.gid);
    } finally {
      closeSync(handle);
    }
    if (before) chmodSync(temporary, before.mode);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

async function writeInto(file: string, pieces: Pieces, stop?: AbortSignal): Promise<void> {
  const handle = openSync(file, "w");
  try {
    await writePieces(handle, pieces, stop);
  } finally {
    closeSync(handle);
  }
}

async function writePieces(handle: number, pieces: Pieces, stop?: AbortSignal): Promise<void> {
  // What is there already is written at once, so that nothing comes in between.
  if (Symbol.iterator in pieces) {
    for (const piece of pieces) writeFileSync(handle, piece);
    return;
  }
  for await (const piece of pieces) {
    stop?.throwIfAborted();
    writeFileSync(handle, piece);
    await hearSignals();
  }
}

/**
 * Does work that writes files. SIGINT and SIGTERM abort it, and end the process only when it has cleaned up, so that no temporary file is left behind;
 * the exit status is the usual one (130 and 143 to a shell). Before and after the work they end the process at once.
 */
export async function deferSignals<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  let pending: NodeJS.Signals | undefined;
  const defer = (signal: NodeJS.Signals) => {
    pending = signal;
    stop.abort();
  };
  for (const signal of deferred) process.on(signal, defer);
  try {
    return await work(stop.signal);
  } finally {
    await hearSignals();
    for (const signal of deferred) process.off(signal, defer);
    if (pending) process.kill(process.pid, pending);
  }
}

const deferred = ["SIGINT", "SIGTERM"] as const;

/** Node.js delivers signals between two tasks. */
function hearSignals(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
