#!/usr/bin/env node
import { loadPart } from "./commands/engine.ts";
import { say } from "./commands/streams.ts";
import { version } from "./report/version.ts";

/** Door 2: argv → a command → exit status. What `--version` does not need is loaded behind it. */
async function main(args: readonly string[]): Promise<number> {
  const [first] = args;
  if (first === "--version" || first === "-V") {
    await say(`${version}\n`);
    return 0;
  }
  // What the bundle loads its parts with.
  Object.assign(globalThis, { loadPart });
  const { run } = await import("./commands/index.ts");
  return run(args);
}

// What ends without an answer has not passed.
process.exitCode = 2;
// All is written by then. Left to itself Node would take its heap apart before it ends: a fourteenth of a short run.
void main(process.argv.slice(2)).then((status) => process.exit(status));
