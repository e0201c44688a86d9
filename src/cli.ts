#!/usr/bin/env node
import { UsageError } from "./source/errors.ts";
import { version } from "./version.ts";

/** Door 2: argv → a command → exit status. 0 the gate passes, 1 findings fail it, 2 the work could not be done. */
async function main(argv: readonly string[]): Promise<number> {
  const [first, ...rest] = argv;
  if (first === "--version" || first === "-V") return print(`${version}\n`);
  if (first === undefined || first === "--help" || first === "-h" || first === "help") {
    const { help } = await import("./commands/help.ts");
    return first === undefined ? run("check", []) : print(help(rest[0]));
  }
  return commands.has(first) ? run(first, rest) : run("check", argv);
}

const commands: ReadonlySet<string> = new Set(["check", "fix", "effective"]);

async function run(command: string, args: readonly string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    const { help } = await import("./commands/help.ts");
    return print(help(command));
  }
  switch (command) {
    case "fix":
      return (await import("./commands/fix.ts")).fix(args);
    case "effective":
      return (await import("./commands/effective.ts")).effective(args);
    default:
      return (await import("./commands/check.ts")).check(args);
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`secctx: ${error.message}\n`);
  process.exitCode = 2;
}
