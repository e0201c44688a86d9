import { minimatch } from "minimatch";

const options = { dot: true, nocomment: true, nonegate: true };

/** Whether a path fits a pattern. This file is loaded where there is one: its package costs as much as a small run. */
export function fits(file: string, glob: string): boolean {
  return minimatch(file, glob, options);
}

/** Patterns in order, the last that matches decides; `!` takes away. */
export function isWanted(file: string, globs: readonly string[]): boolean {
  return globs.reduce((wanted, glob) => {
    if (glob.startsWith("!")) return wanted && !fits(file, glob.slice(1));
    return wanted || fits(file, glob);
  }, false);
}
