import { readFileSync, realpathSync, statSync } from "node:fs";
import { reasonOf } from "./errors.ts";
import { replace } from "./write.ts";

/**
 * Replaces a file's text in one step: a crash leaves the old text or the new. Mode, owner and links are kept. Returns the reason where the file was
 * left as it was: it may not be written, or somebody changed it since it was read.
 */
export async function rewrite(file: string, before: string, after: string): Promise<string | undefined> {
  try {
    const target = realpathSync(file);
    const now = readFileSync(target, "utf8");
    // Two names of one file: the first has brought it.
    if (now === after) return undefined;
    if (now !== before) return "it changed while it was being fixed. Run the command again";
    const found = statSync(target);
    if ((found.mode & 0o222) === 0) return "it is read-only. Make it writable first";
    await replace(target, [after], found);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}
