/** The user asked for something that can't be done. The message is a sentence that says what to do next; the doors print it and end with status 2. */
export class UsageError extends Error {}

/** The system's name for an error, such as `ENOENT`; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Why the system refuses, in words that a user can act on. */
export function reasonOf(error: unknown): string {
  return reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of its path is not a folder",
  EACCES: "you may not read or write it",
  EPERM: "you may not read or write it",
  EISDIR: "it is a folder",
  ELOOP: "its links go in a circle",
  ENAMETOOLONG: "its name is longer than the system allows",
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is full",
  EFBIG: "the system allows no file of this size here",
  EROFS: "the disk is read-only",
};
