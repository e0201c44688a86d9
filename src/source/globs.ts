import { defectOf, matches } from "../pod/patterns.ts";
import { UsageError } from "./errors.ts";

/** Whether a path fits a pattern of files, as minimatch has it with `dot`. A UsageError for what patterns can't say here. */
export function fits(file: string, glob: string): boolean {
  // From the working directory upwards the steps are no names.
  const [up = ""] = /^(\.\.\/)*/.exec(glob) ?? [];
  const own = withinNames(glob.slice(up.length).replace(/^\.\//, ""));
  const defect = defectOf(own) ?? (beyond.test(own) ? "says something that patterns can't say here" : undefined);
  if (defect === undefined) return file.startsWith(up) && matches(own, file.slice(up.length));
  throw new UsageError(
    `The pattern "${glob.slice(0, 100)}" ${defect}. Use *, **, ?, [a-z], [!a-z] and {a,b}: no backslash, no +( ) and its kin, no {1..9}, no empty braces, and no slash at an end.`,
  );
}

/** A backslash, `+(a|b)` and its kin, `{1..9}`, braces that may be nothing, classes by name, `**` beside a brace, what is special about `.` and slashes. */
const beyond =
  /\\|[@?*+!]\(|\.\.|\{,|,[,}]|\{[^,{}]*\}|\[[[^]|\[[^\]]*[\\/{}]|[{},]\*\*|\*\*[{},]|^\.?\/|\/\.?\/|\/\.?$/;

/** `**` that is no whole step of a path means `*`. */
function withinNames(glob: string): string {
  if (glob.length > 1000) return glob;
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
