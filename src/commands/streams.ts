import { fstatSync, statSync, writeSync } from "node:fs";
import { codeOf } from "../source/errors.ts";
import type { Stream } from "./terminal.ts";

/** Writes to standard output; who waits for it writes no faster than it is read. What can't be written ends the run with 2. */
export const say = writerTo("stdout", (error) => {
  // A reader that has seen enough (`| head`) is no error.
  if (error.code === "EPIPE") return;
  void remark(`secctx: the output could not be written: ${error.message}.\n`);
  process.exit(2);
});

/** Writes to standard error. That nobody reads what is said beside the work is no reason to leave it half done. */
export const remark = writerTo("stderr", () => {});

/** What is known of a standard stream: only a terminal has anything to say of itself. */
export function standard(name: Name): Stream {
  return isPlain(name) ? {} : process[name];
}

type Name = "stdout" | "stderr";
const handles = { stdout: 1, stderr: 2 } as const;

/**
 * A file or a pipe is written to by its number: the stream that Node makes of it loads modules for 3 ms, and writes at once too. A terminal gets the
 * stream, and a pipe that is full and that somebody set not to wait.
 */
function writerTo(
  name: Name,
  lost: (error: NodeJS.ErrnoException) => void,
): (text: string | Uint8Array) => Promise<void> {
  let stream: NodeJS.WriteStream | undefined;
  let isDirect: boolean | undefined;
  let isLost = false;
  const fail = (error: NodeJS.ErrnoException) => {
    isLost = true;
    lost(error);
  };
  return async (text) => {
    let rest = typeof text === "string" ? Buffer.from(text) : text;
    isDirect ??= isPlain(name);
    try {
      while (isDirect && !isLost && rest.length > 0) rest = rest.subarray(writeSync(handles[name], rest));
    } catch (error) {
      isDirect = false;
      if (codeOf(error) !== "EAGAIN") fail(error as NodeJS.ErrnoException);
    }
    if (isLost || rest.length === 0) return;
    stream ??= process[name].on("error", fail);
    await new Promise((resolve) => stream?.write(rest, resolve));
  };
}

/** Whether a standard stream is a file, a pipe or nothing at all, and no terminal. */
function isPlain(name: Name): boolean {
  try {
    const stats = fstatSync(handles[name]);
    return stats.isFile() || stats.isFIFO() || stats.isSocket() || stats.rdev === statSync("/dev/null").rdev;
  } catch {
    // What the system has no answer for, as for a console of Windows, is left to Node.
    return false;
  }
}
