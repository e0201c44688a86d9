import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** What registries hold, by digest: such content never changes. What a tag stands for does, and is never kept. */
export interface Cache {
  readonly get: (digest: string) => Buffer | undefined;
  readonly put: (digest: string, content: Buffer) => void;
}

/** The user's own cache. Content is verified when it is read, too; a cache that can't be used is none. */
export function diskCache(): Cache {
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "secctx", "images");
  const fileOf = (digest: string) => join(folder, ...digest.split(":"));
  return {
    get: (digest) => {
      try {
        const content = readFileSync(fileOf(digest));
        return isOf(digest, content) ? content : undefined;
      } catch {
        return undefined;
      }
    },
    put: (digest, content) => {
      const file = fileOf(digest);
      const temporary = `${file}.${process.pid}.tmp`;
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(temporary, content, { mode: 0o600 });
        renameSync(temporary, file);
      } catch {
        // Read-only or full: the next run asks again.
      }
    },
  };
}

/** Whether content is what a digest was made of. */
export function isOf(digest: string, content: Buffer): boolean {
  const [algorithm = "", hex] = digest.split(":");
  return createHash(algorithm).update(content).digest("hex") === hex;
}
