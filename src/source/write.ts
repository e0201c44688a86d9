import {
  chmodSync,
  closeSync,
  fchownSync,
  fsyncSync,
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
import { setImmediate } from "node:timers/promises";

/**
 * Writes a file so that a crash leaves what was there, or the new text, never a part. Links are followed; mode and owner of what is there are kept; a
 * pipe, a device and a link to nothing get the text as it is. Throws the system's error.
 */
export function writeWhole(file: string, parts: Iterable<string>): void {
  const before = statSync(file, { throwIfNoEntry: false });
  const isLinkToNothing = !before && lstatSync(file, { throwIfNoEntry: false });
  if (before?.isFile()) replace(realpathSync(file), parts, before);
  else if (before || isLinkToNothing) writeInto(file, parts);
  else replace(file, parts, undefined);
}

/** Puts a text in the place of a file that is no link, by way of another file beside it. */
export function replace(target: string, parts: Iterable<string>, before: Stats | undefined): void {
  // Not the process's id alone: in a container it is the same every time, and a run that was killed may have left its own.
  const temporary = join(dirname(target), `.secctx-${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`);
  const handle = openSync(temporary, "wx", before?.mode ?? 0o666);
  try {
    try {
      for (const part of parts) writeFileSync(handle, part);
      // Only root can hand a file over, and only root's files would change hands.
      if (before && process.getuid?.() === 0) fchownSync(handle, before.uid, before.gid);
      fsyncSync(handle);
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

function writeInto(file: string, parts: Iterable<string>): void {
  const handle = openSync(file, "w");
  try {
    for (const part of parts) writeFileSync(handle, part);
  } finally {
    closeSync(handle);
  }
}

/**
 * Does a piece of work that writes: SIGINT and SIGTERM wait for its end, and end the run then as they always do (130 and 143 to a shell), so that no
 * temporary file is left. Before and behind it they end the run at once.
 */
export async function uninterrupted<T>(work: () => T): Promise<T> {
  let pending: NodeJS.Signals | undefined;
  const wait = (signal: NodeJS.Signals) => {
    pending = signal;
  };
  for (const signal of ending) process.on(signal, wait);
  try {
    return work();
  } finally {
    // What came meanwhile is told now.
    await setImmediate();
    for (const signal of ending) process.off(signal, wait);
    if (pending) process.kill(process.pid, pending);
  }
}

const ending = ["SIGINT", "SIGTERM"] as const;
