import {
  chmodSync,
  closeSync,
  fchownSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes a file so that a crash leaves what was there, or the new text, never a part. Links are followed; mode and owner of what is there are kept; a
 * pipe, a device and a link to nothing get the text as it is. The disk is not waited for, as git does not: that would take a minute for thousands of
 * files. Throws the system's error.
 */
export async function writeWhole(file: string, parts: Parts, stop?: AbortSignal): Promise<void> {
  const before = statSync(file, { throwIfNoEntry: false });
  const isLinkToNothing = !before && lstatSync(file, { throwIfNoEntry: false });
  if (before?.isFile()) await replace(realpathSync(file), parts, before, stop);
  else if (before || isLinkToNothing) await writeInto(file, parts, stop);
  else await replace(file, parts, undefined, stop);
}

/** What a file is made of; it may still be in the making. */
type Parts = Iterable<string> | AsyncIterable<string>;

/** Puts a text in the place of a file that is no link, by way of another file beside it. */
export async function replace(
  target: string,
  parts: Parts,
  before: Stats | undefined,
  stop?: AbortSignal,
): Promise<void> {
  // Not the process's id alone: in a container it is the same every time, and a run that was killed may have left its own.
  const temporary = join(dirname(target), `.secctx-${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`);
  const handle = openSync(temporary, "wx", before?.mode ?? 0o666);
  try {
    try {
      await writeAll(handle, parts, stop);
      // Only root can hand a file over, and only root's files would change hands.
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

async function writeInto(file: string, parts: Parts, stop?: AbortSignal): Promise<void> {
  const handle = openSync(file, "w");
  try {
    await writeAll(handle, parts, stop);
  } finally {
    closeSync(handle);
  }
}

async function writeAll(handle: number, parts: Parts, stop?: AbortSignal): Promise<void> {
  // What is there already is written at once: nothing can come in between.
  if (Symbol.iterator in parts) {
    for (const part of parts) writeFileSync(handle, part);
    return;
  }
  for await (const part of parts) {
    stop?.throwIfAborted();
    writeFileSync(handle, part);
    await signals();
  }
}

/**
 * Does a piece of work that writes: SIGINT and SIGTERM are told to it, and end the run behind it as they always do (130 and 143 to a shell), so that no
 * temporary file is left. Before and behind it they end the run at once.
 */
export async function uninterrupted<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  let pending: NodeJS.Signals | undefined;
  const wait = (signal: NodeJS.Signals) => {
    pending = signal;
    stop.abort();
  };
  for (const signal of ending) process.on(signal, wait);
  try {
    return await work(stop.signal);
  } finally {
    // What came meanwhile is told now.
    await signals();
    for (const signal of ending) process.off(signal, wait);
    if (pending) process.kill(process.pid, pending);
  }
}

/** Signals are heard between two tasks. */
function signals(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

const ending = ["SIGINT", "SIGTERM"] as const;
