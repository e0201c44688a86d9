import { UsageError } from "../source/errors.ts";
import { check } from "./check.ts";
import { effective } from "./effective.ts";
import { explain } from "./explain.ts";
import { fix } from "./fix.ts";
import { help } from "./help.ts";

const commands: Readonly<Record<string, (args: readonly string[]) => number | Promise<number>>> = {
  check,
  fix,
  effective,
  explain,
};

/** Runs a command line; `check` where it names no command. 0 the gate passes, 1 findings fail it, 2 the work could not be done. */
export async function run(argv: readonly string[]): Promise<number> {
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  const [first = "check", ...rest] = argv;
  const named = Object.hasOwn(commands, first) ? first : undefined;
  if (first === "help" || argv.includes("--help") || argv.includes("-h")) {
    process.stdout.write(help(first === "help" ? rest[0] : named));
    return 0;
  }
  try {
    const command = commands[named ?? "check"] ?? check;
    return await command(named ? rest : argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`secctx: ${error.message}\n`);
    return 2;
  }
}
