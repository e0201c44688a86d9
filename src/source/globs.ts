import { minimatch } from "minimatch";
import { defectOf, matches } from "../glob.ts";
import { UsageError } from "./errors.ts";

const options = { dot: true, nocomment: true, nonegate: true };

/**
 * Whether a path fits a pattern. What our own matcher does not know is the package's to say, unless a name could keep it busy for ever: a UsageError then.
 * This file is loaded where there is a pattern: its package costs as much as a small run.
 */
export function fits(file: string, glob: string): boolean {
  const own = glob.length > 1000 ? glob : withinNames(glob);
  if (!beyondOurs.test(glob) && defectOf(own) === undefined) return matches(own, file);
  if (glob.length > 1000 || trap.test(glob))
    throw new UsageError(`The pattern "${glob.slice(0, 100)}" could take for ever to match. ${manageable}`);
  return minimatch(file, glob, options);
}

/** A backslash, `+(a|b)` and its kin, `{1..9}`, braces that may be nothing, classes by name, `**` beside a brace, what is special about `.` and slashes. */
const beyondOurs =
  /\\|[@?*+!]\(|\.\.|\{,|,[,}]|\{[^,{}]*\}|\[[[^]|\[[^\]]*[\\/{}]|[{},]\*\*|\*\*[{},]|^\.?\/|\/\.?\/|\/\.?$/;
/** What takes a regular expression more than the third power of a name's length, or makes more than a hundred or a thousand patterns of one. */
const trap = /[*+]\(|(\*[^*]*){3}|(\{[^{]*){7}|\.\.-?\d{4}/;
const manageable =
  "Use at most 1,000 characters; beside a backslash, ( ), .. and braces that may be nothing also no +( ) or *( ), two *, six { and numbers up to 999.";

/** `**` that is no whole step of a path means `*`. */
function withinNames(glob: string): string {
  return glob.replace(/\*{2,}/g, (stars, at: number) => {
    const isStep = /^(.*\/)?$/s.test(glob.slice(0, at)) && /^(\/|$)/.test(glob.slice(at + stars.length));
    return isStep && stars.length === 2 ? stars : "*";
  });
}

/** Patterns in order, the last that matches decides; `!` takes away. */
export function isWanted(file: string, globs: readonly string[]): boolean {
  return globs.reduce((wanted, glob) => {
    if (glob.startsWith("!")) return wanted && !fits(file, glob.slice(1));
    return wanted || fits(file, glob);
  }, false);
}
