import { existsSync } from "node:fs";
import { visible } from "../report/escape.ts";
import { UsageError } from "../source/errors.ts";
import { version } from "../version.ts";
import { check } from "./check.ts";
import { effective } from "./effective.ts";
import { explain } from "./explain.ts";
import { fix } from "./fix.ts";
import { help } from "./help.ts";
import { images } from "./images.ts";

const commands: Readonly<Record<string, (args: readonly string[]) => number | Promise<number>>> = {
  check,
  fix,
  images,
  effective,
  explain,
  baseline: async (args) => (await import("./baseline.ts")).baseline(args),
  merge: async (args) => (await import("./merge.ts")).merge(args),
  init: async (args) => (await import("./init.ts")).init(args),
};

/** Runs a command line; `check` where it names no command. 0 the gate passes, 1 findings fail it, 2 the work could not be done. */
export async function run(argv: readonly string[]): Promise<number> {
  // That nobody reads what is said beside the work is no reason to leave it half done.
  process.stderr.on("error", () => {});
  try {
    return await dispatch(argv);
  } catch (error) {
    process.stderr.write(`secctx: ${error instanceof UsageError ? visible(error.message) : bugReport(error)}\n`);
    return 2;
  }
}

function dispatch(argv: readonly string[]): Promise<number> | number {
  const [first = "check", ...rest] = argv;
  const named = Object.hasOwn(commands, first) ? first : undefined;
  const options = argv.slice(0, argv.includes("--") ? argv.indexOf("--") : undefined);
  if (first === "help") return print(help(rest.find((word) => !word.startsWith("-"))));
  if (options.includes("--help") || options.includes("-h")) return print(help(named));
  if (options.includes("--version")) return print(`${version}\n`);
  if (!named && /^[a-z]+$/.test(first) && !existsSync(first))
    throw new UsageError(`"${first}": there is no such command, file or folder. See secctx --help.`);
  return (commands[named ?? ""] ?? check)(named ? rest : argv);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function bugReport(error: unknown): string {
  return `this is a bug in secctx, please report it with these lines:\n${error instanceof Error ? error.stack : error}`;
}
