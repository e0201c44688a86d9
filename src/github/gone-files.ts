import { findOtherFiles } from "../review/moved-files.ts";
import type { Problem, Source } from "../yaml/index.ts";
import type { ChangedFile } from "./changed-files.ts";
import type { Trigger } from "./event.ts";
import { UnreadableChange } from "./failures.ts";
import type { GitHub } from "./octokit.ts";
import type { Options } from "./options.ts";
import { listTree } from "./trees.ts";

/** Files that the baseline names and that the head does not have any more. */
export interface GoneFiles {
  readonly gone: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Finds the files that are gone of which a change may have moved what the baseline accepts. The listing names those that the change itself takes away; whether
 * others are there costs one call, and is asked only where a changed file may hold what was accepted in one of them.
 */
export async function findGoneFiles(
  github: GitHub,
  trigger: Trigger,
  { policy }: Options,
  listed: readonly ChangedFile[],
  sources: readonly Source[],
): Promise<GoneFiles> {
  const present = new Set(listed.filter(({ status }) => status !== "removed").map(({ filename }) => filename));
  const takenAway = new Set(
    listed.flatMap(({ filename, status, previous_filename: previous }) =>
      status === "removed" ? filename : status === "renamed" && previous !== undefined ? previous : [],
    ),
  );
  const named = [...findOtherFiles(policy.baseline, sources)].filter((file) => !present.has(file));
  const unknown = named.filter((file) => !takenAway.has(file));
  const gone = named.filter((file) => takenAway.has(file));
  if (unknown.length === 0) return { gone: new Set(gone), problems: [] };
  try {
    const tree = await listTree(github, trigger, trigger.headSha);
    return { gone: new Set([...gone, ...unknown.filter((file) => !tree.has(file))]), problems: [] };
  } catch (error) {
    if (!(error instanceof UnreadableChange)) throw error;
    const message = `What the baseline accepts was not looked for in files that moved before this change: ${error.message} Run \`secctx baseline --prune\`, which writes the new names.`;
    return { gone: new Set(gone), problems: [{ severity: "note", file: sources[0]?.file ?? "", line: 1, message }] };
  }
}
