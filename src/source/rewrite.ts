import {
  chmodSync,
  closeSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { reasonOf } from "./errors.ts";

/**
 * Replaces a file's text in one step: a crash leaves the old text or the new. Mode, owner and links are kept. Returns the reason where the file was
 * left as it was: it may not be written, or somebody changed it since it was read.
 */
export function rewrite(file: string, before: string, after: string): string | undefined {
  let temporary: string | undefined;
  try {
    const target = realpathSync(file);
    const now = readFileSync(target, "utf8");
    // Two names of one file: the first has brought it.
    if (now === after) return undefined;
    if (now !== before) return "it changed while it was being fixed. Run the command again";
    const { mode, uid, gid } = statSync(target);
    if ((mode & 0o222) === 0) return "it is read-only. Make it writable first";
    temporary = join(dirname(target), `.secctx-${process.pid}.tmp`);
    const handle = openSync(temporary, "wx", mode);
    try {
      writeFileSync(handle, after);
      // Only root can hand a file over, and only root's files would change hands.
      if (process.getuid?.() === 0) fchownSync(handle, uid, gid);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    chmodSync(temporary, mode);
    renameSync(temporary, target);
    return undefined;
  } catch (error) {
    if (temporary) rmSync(temporary, { force: true });
    return reasonOf(error);
  }
}
