import type { Hunk } from "./diff.ts";
import type { Anchor, PullRequest, Side, World } from "./types.ts";
import { baseOf, commitsBetween, headOf, hunksOf } from "./world.ts";

/** Where a request puts its comment. A position is the older way to name a line. */
export interface AnchorBody {
  readonly path: string;
  readonly line?: number;
  readonly side?: string;
  readonly start_line?: number;
  readonly start_side?: string;
  readonly position?: number;
}

export type Placed =
  | { readonly anchor: Anchor; readonly position: number; readonly diffHunk: string }
  | { readonly mistakes: readonly Mistake[] };

/** Why a comment can't be put there: GitHub's sentence in a review, and its words for a single comment. */
export interface Mistake {
  readonly sentence: string;
  readonly field: string;
  readonly code: string;
  readonly message?: string;
}

const thread = "Pull request review thread";

/** Finds a comment's lines in the diff as it was at a commit of the pull request. */
export async function place(world: World, pull: PullRequest, commit: string, body: AnchorBody): Promise<Placed> {
  const head = headOf(world, pull);
  const known = commit === head || (await commitsBetween(world, baseOf(world, pull), head)).includes(commit);
  if (!known)
    return only("end_commit_oid is not part of the pull request", "end_commit_oid", "is not part of the pull request");
  const hunks = await hunksOf(world, pull, body.path, commit);
  if (hunks === undefined) return only("Path could not be resolved", "path", "could not be resolved");
  const { line, side, startLine, startSide } = wanted(hunks, body);
  if (line === undefined) return only("Line could not be resolved", "line", "could not be resolved");
  if (startLine !== undefined && startSide === side && startLine >= line)
    return only(`${thread} start line must precede the end line.`, "start_line", "must precede the end line.");

  const hunk = hunks.find((each) => each[side].has(line));
  const started = startLine === undefined || hunk?.[startSide].has(startLine) === true;
  const at = hunk?.[side].get(line);
  if (hunk === undefined || at === undefined || !started)
    return { mistakes: outsideTheDiff(hunk !== undefined, started) };
  return {
    anchor: { line, side, startLine: startLine ?? null, startSide: startLine === undefined ? null : startSide },
    position: at.position,
    diffHunk: [hunk.header, ...hunk.lines.slice(0, at.position - hunk.position)].join("\n"),
  };
}

interface Wanted {
  readonly line: number | undefined;
  readonly side: Side;
  readonly startLine: number | undefined;
  readonly startSide: Side;
}

function wanted(hunks: readonly Hunk[], { line, side, start_line, start_side, position }: AnchorBody): Wanted {
  if (line !== undefined || position === undefined) {
    const end = asSide(side);
    return { line, side: end, startLine: start_line, startSide: start_side === undefined ? end : asSide(start_side) };
  }
  for (const end of ["RIGHT", "LEFT"] as const)
    for (const hunk of hunks)
      for (const [number, at] of hunk[end])
        if (at.position === position) return { line: number, side: end, startLine: undefined, startSide: end };
  return { line: undefined, side: "RIGHT", startLine: undefined, startSide: "RIGHT" };
}

function asSide(side: string | undefined): Side {
  return side === "LEFT" ? "LEFT" : "RIGHT";
}

function outsideTheDiff(lineInside: boolean, startInside: boolean): Mistake[] {
  const inDiff = { code: "custom", message: "must be part of the diff" };
  const sameHunk = { code: "custom", message: "must be part of the same hunk as the line." };
  return [
    ...(lineInside ? [] : [{ sentence: `${thread} line must be part of the diff`, field: "line", ...inDiff }]),
    ...(startInside
      ? []
      : [
          {
            sentence: `${thread} start line must be part of the same hunk as the line.`,
            field: "start_line",
            ...sameHunk,
          },
        ]),
    ...(lineInside
      ? []
      : [{ sentence: `${thread} diff hunk can't be blank`, field: "diff_hunk", code: "missing_field" }]),
  ];
}

function only(sentence: string, field: string, message: string): Placed {
  return { mistakes: [{ sentence, field, code: "custom", message }] };
}
