#!/usr/bin/env node
import module from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { version } from "./version.ts";

/** Door 2: argv → a command → exit status. What `--version` does not need is loaded behind it. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no error.
  if (error.code === "EPIPE") return;
  process.stderr.write(`secctx: the output could not be written: ${error.message}.\n`);
  process.exit(2);
});
const [first] = process.argv.slice(2);
if (first === "--version" || first === "-V") process.stdout.write(`${version}\n`);
else {
  // Node.js 22 and later keep the compiled code between runs, in the user's own cache: a tenth of a start. NODE_DISABLE_COMPILE_CACHE=1 turns it off.
  module.enableCompileCache?.(join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "secctx"));
  process.exitCode = await (await import("./commands/index.ts")).run(process.argv.slice(2));
}
