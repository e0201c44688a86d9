import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** Contents of registries by digest, which never change. What a tag stands for may change, and is never kept. */
export interface Cache {
  readonly get: (digest: string) => Buffer | undefined;
  readonly put: (digest: string, content: Buffer) => void;
}

/** Opens the user's cache on disk. Content is verified when it is read; a cache that can't be used is empty. */
export function openDiskCache(): Cache {
  const files = openDiskFiles("images");
  return {
    get: (digest) => {
      const content = files.get(digest);
      return content && hasDigest(content, digest) ? content : undefined;
    },
    put: files.put,
  };
}

/** Opens the part of the user's cache on disk that keeps what was found out about contents, by their digests. It can't be verified. */
export function openDiskFiles(part: string): Cache {
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "secctx", part);
  const pathOf = (digest: string) => join(folder, ...digest.split(":"));
  return {
    get: (digest) => {
      try {
        return readFileSync(pathOf(digest));
      } catch {
        return undefined;
      }
    },
    put: (digest, content) => {
      const file = pathOf(digest);
      const temporary = `${file}.${process.pid}.tmp`;
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(temporary, content, { mode: 0o600 });
        renameSync(temporary, file);
      } catch {
        // The disk is read-only or full: the next run asks again.
      }
    },
  };
}

/** Whether a digest is the one of some content. */
export function hasDigest(content: Buffer, digest: string): boolean {
  const [algorithm = "", hex] = digest.split(":");
  return createHash(algorithm).update(content).digest("hex") === hex;
}
