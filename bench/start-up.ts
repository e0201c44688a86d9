import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { atMost, compare, type Entry } from "./compare.ts";
import { program } from "./program.ts";
import { deploymentNames, deployments } from "./sets.ts";
import type { Table } from "./table.ts";

/** What a user waits for before the first byte is reviewed, with this project's Node and with the user's. */
export function* startUp(): Generator<Table> {
  for (const node of new Set([process.execPath, ...bareNode()]))
    yield compare({
      title: `Start-up, Node ${execFileSync(node, ["--version"], { encoding: "utf8" }).trim()}`,
      about: "What everybody waits for, before the first byte is reviewed; the file is one Deployment.",
      entries: startUpEntries(node),
      runs: 20,
    });
}

/** The runtime's own start, and the two shortest runs. */
export function startUpEntries(node: string): Entry[] {
  const [file = ""] = deploymentNames(1);
  const other = "`node -e 0`";
  return [
    { name: other, file: node, arguments: ["-e", "0"] },
    { ...program(["--version"], node), goals: [atMost(1.3, other)] },
    {
      ...program(["check", "--format", "json", file], node),
      name: "`check` one file",
      cwd: deployments(1),
      goals: [atMost(2, other)],
    },
  ];
}

/** The `node` that users have: the first on the PATH that is not this project's own. */
function bareNode(): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => !/[\\/]node_modules[\\/]/.test(folder));
  const found = folders.map((folder) => join(folder, "node")).find(isExecutable);
  return found === undefined ? [] : [found];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
