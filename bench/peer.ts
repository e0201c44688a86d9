import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Entry } from "./compare.ts";
import { cache } from "./sets.ts";

/** The latest release, and what the goals are measured against. */
export const version = "1.20.0";
const folder = join(cache, `kube-score-${version}`);

/** The fastest of the tools that look at the same fields; or why it can't be measured. */
export type Peer = { readonly file: string } | { readonly missing: string };

/** The one that is there, or a new one where Go is. */
export function kubeScore(): Peer {
  const found = installedPeer();
  if ("file" in found) return found;
  const go = ["install", `github.com/zegl/kube-score/cmd/kube-score@v${version}`];
  const { error, status, stderr } = spawnSync("go", go, { env: { ...process.env, GOBIN: folder }, encoding: "utf8" });
  if (error) return { missing: `${found.missing}, and no Go to build it with` };
  return status === 0 ? { file: programIn(folder) } : { missing: `go install: ${stderr.trim().split("\n").at(-1)}` };
}

/** The one on the PATH, where `.ci/run` puts it, or that of an earlier run. */
export function installedPeer(): Peer {
  const file = [...(process.env.PATH ?? "").split(delimiter), folder].map(programIn).find(isOfVersion);
  return file === undefined ? { missing: `kube-score ${version} is not on the PATH` } : { file };
}

/**
 * With the files as its arguments, for it walks no folders, and in its shortest format: `-o json` takes it a third longer and
 * twice the memory. On standard input it would lose the names of the files, and could not say where its findings are.
 */
export function scoring({ file }: { readonly file: string }, cwd: string, names: readonly string[]): Entry {
  return { name: "kube-score", file, arguments: ["score", "-o", "ci", ...names], cwd, statuses: [0, 1] };
}

function programIn(place: string): string {
  return join(place, "kube-score");
}

/** Go writes into a program what it was built from; asked itself, one from `go install` says "development". */
function isOfVersion(file: string): boolean {
  return existsSync(file) && readFileSync(file).includes(`github.com/zegl/kube-score\tv${version}\t`);
}
