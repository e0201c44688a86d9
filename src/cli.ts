#!/usr/bin/env node
import { keptCompiled } from "./commands/engine.ts";
import { say } from "./commands/streams.ts";
import { version } from "./version.ts";

/** Door 2: argv → a command → exit status. What `--version` does not need is loaded behind it. */
const [first] = process.argv.slice(2);
if (first === "--version" || first === "-V") await say(`${version}\n`);
else {
  const { run } = await keptCompiled(() => import("./commands/index.ts"));
  process.exitCode = await run(process.argv.slice(2));
}
