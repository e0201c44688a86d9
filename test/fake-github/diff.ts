import type { Repository } from "./repository.ts";

export type FileStatus = "added" | "removed" | "modified" | "renamed" | "copied" | "changed";

export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly status: FileStatus;
  /** The blob at the head, or at the base if the file was removed. */
  readonly blob: string;
  readonly additions: number;
  readonly deletions: number;
  /** The hunks, without file headers and final newline; undefined for binary files, and if no line differs. */
  readonly patch: string | undefined;
}

export interface DiffLine {
  /** The line's place below the file's first `@@`, which old clients know as the position. */
  readonly position: number;
  readonly text: string;
}

export interface Hunk {
  readonly header: string;
  /** The header's own position. */
  readonly position: number;
  readonly lines: readonly string[];
  /** The lines that a comment may be on, by their number in the old and in the new text. */
  readonly LEFT: ReadonlyMap<number, DiffLine>;
  readonly RIGHT: ReadonlyMap<number, DiffLine>;
  /** New lines that have deleted lines directly above them. */
  readonly belowDeletion: ReadonlySet<number>;
}

export interface Shift {
  readonly line: number;
  readonly removed: number;
  readonly added: number;
}

const statuses: Readonly<Record<string, FileStatus>> = {
  A: "added",
  C: "copied",
  D: "removed",
  M: "modified",
  R: "renamed",
  T: "changed",
};

const diff = ["-c", "core.quotepath=on", "diff", "--no-color", "--no-ext-diff", "--no-textconv", "-M"];

/** The files that differ between two commits, in git's order, each with the patch that GitHub shows. */
export async function changedFiles(
  repository: Repository,
  base: string,
  head: string,
  { copies = false }: { readonly copies?: boolean } = {},
): Promise<ChangedFile[]> {
  const options = [...diff, ...(copies ? ["-C"] : [])];
  const [list, text] = await Promise.all([
    repository.git(...options, "--raw", "--no-abbrev", "--numstat", "-z", base, head),
    repository.git(...options, base, head),
  ]);
  const tokens = list.toString().split("\0").slice(0, -1);
  const blocks = text
    .toString()
    .split(/(?<=^|\n)(?=diff --git )/)
    .filter((block) => block !== "");
  const entries = rawEntries(tokens);
  return entries.map(({ status, oldBlob, newBlob, path, previousPath }) => {
    const counts = tokens.shift() ?? "";
    const [added = "", deleted = "", name = ""] = counts.split("\t");
    if (name === "") tokens.splice(0, 2);
    const block = blocks.splice(0, status === "T" ? 2 : 1).join("");
    const hunks = block.indexOf("\n@@ ");
    return {
      path,
      previousPath,
      status: statuses[status] ?? "changed",
      blob: status === "D" ? oldBlob : newBlob,
      additions: Number(added) || 0,
      deletions: Number(deleted) || 0,
      patch: hunks < 0 || status === "T" ? undefined : block.slice(hunks + 1).replace(/\n$/, ""),
    };
  });
}

/** Takes the entries of `--raw -z` off the front of the tokens. */
function rawEntries(tokens: string[]) {
  const entries: {
    status: string;
    oldBlob: string;
    newBlob: string;
    path: string;
    previousPath: string | undefined;
  }[] = [];
  while (tokens[0]?.startsWith(":")) {
    const [, , oldBlob = "", newBlob = "", change = ""] = (tokens.shift() ?? "").split(" ");
    const status = change.charAt(0);
    const previousPath = status === "R" || status === "C" ? tokens.shift() : undefined;
    entries.push({ status, oldBlob, newBlob, path: tokens.shift() ?? "", previousPath });
  }
  return entries;
}

/** The hunks of a patch with the lines that a review may point at. */
export function parseHunks(patch: string): Hunk[] {
  const hunks: Hunk[] = [];
  let position = -1;
  for (const part of patch.split(/(?<=\n)(?=@@ )/)) {
    const [header = "", ...lines] = part.replace(/\n$/, "").split("\n");
    const [, from = "", to = ""] = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(header) ?? [];
    const LEFT = new Map<number, DiffLine>();
    const RIGHT = new Map<number, DiffLine>();
    const belowDeletion = new Set<number>();
    let oldLine = Number(from);
    let newLine = Number(to);
    position++;
    const start = position;
    for (const line of lines) {
      position++;
      const entry = { position, text: line.slice(1) };
      if (line.startsWith("-")) belowDeletion.add(newLine);
      if (line.startsWith("-") || line.startsWith(" ")) LEFT.set(oldLine++, entry);
      if (line.startsWith("+") || line.startsWith(" ")) RIGHT.set(newLine++, entry);
    }
    hunks.push({ header, position: start, lines, LEFT, RIGHT, belowDeletion });
  }
  return hunks;
}

/** Where lines of one file were removed and added between two commits; undefined if the file is gone. */
export async function shifts(
  repository: Repository,
  base: string,
  head: string,
  path: string,
): Promise<Shift[] | undefined> {
  if ((await repository.read(`${head}:${path}`)) === null) return undefined;
  const text = await repository.git(...diff.slice(0, -1), "--no-renames", "-U0", base, head, "--", `:(literal)${path}`);
  const headers = text.toString().matchAll(/(?<=\n)@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/g);
  return Array.from(headers, ([, line = "", removed = "1", added = "1"]) => ({
    line: Number(line),
    removed: Number(removed),
    added: Number(added),
  }));
}

/** Where a range of lines is after the shifts; undefined if one of its lines was changed, or one was inserted between them. */
export function moved(from: number, to: number, changes: readonly Shift[]): { from: number; to: number } | undefined {
  let offset = 0;
  for (const { line, removed, added } of changes) {
    if (removed === 0 ? line >= to : line > to) break;
    const before = removed === 0 ? line < from : line + removed - 1 < from;
    if (!before) return undefined;
    offset += added - removed;
  }
  return { from: from + offset, to: to + offset };
}
