#!/usr/bin/env node
import { version } from "./version.ts";

/** Door 2: argv → a command → exit status. What `--version` does not need is loaded behind it. */
const [first] = process.argv.slice(2);
if (first === "--version" || first === "-V") process.stdout.write(`${version}\n`);
else process.exitCode = await (await import("./commands/index.ts")).run(process.argv.slice(2));
