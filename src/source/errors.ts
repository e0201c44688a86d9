/** The caller asked for something that can't be done: a sentence with what to do next. The doors print it and end with status 2. */
export class UsageError extends Error {}

/** The system's name for what went wrong, such as `ENOENT`. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}

/** The system's reason, in words that a user can act on. */
export function reasonOf(error: unknown): string {
  return reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of its path is no folder",
  EACCES: "you may not read or write it",
  EPERM: "you may not read or write it",
  EISDIR: "it is a folder",
  ELOOP: "its links go in a circle",
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is full",
  EFBIG: "the system allows no file of this size here",
  EROFS: "the disk is read-only",
};
