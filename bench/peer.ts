import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Command } from "./measure.ts";

/** The release that the goals are about; `.ci/run` installs it. */
export const peer = "kube-score 1.20.0";

/** The peer's program on the PATH; undefined where there is none of that release. Go writes into a program what it was built from. */
export const peerFile = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "kube-score"))
  .find((file) => existsSync(file) && readFileSync(file).includes("github.com/zegl/kube-score\tv1.20.0\t"));

/** The peer on files below a folder, which it can't walk by itself. `ci` is its shortest format: `json` takes it a third longer and twice the memory. */
export function scoring(file: string, cwd: string, names: readonly string[]): Command {
  return { name: "kube-score", file, args: ["score", "-o", "ci", ...names], cwd };
}
