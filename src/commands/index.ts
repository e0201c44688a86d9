import { existsSync } from "node:fs";
import { escapeControls } from "../report/escape.ts";
import { version } from "../report/version.ts";
import { UsageError } from "../source/errors.ts";
import { check } from "./check.ts";
import { remark, say } from "./streams.ts";

/** What a review does not need is loaded when it is asked for. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  check,
  fix: async (args) => (await import("./fix.ts")).fix(args),
  images: async (args) => (await import("./images.ts")).images(args),
  effective: async (args) => (await import("./effective.ts")).effective(args),
  explain: async (args) => (await import("./explain.ts")).explain(args),
  baseline: async (args) => (await import("./baseline.ts")).baseline(args),
  merge: async (args) => (await import("./merge.ts")).merge(args),
  init: async (args) => (await import("./init.ts")).init(args),
};

/** Runs a command line; `check` where it names no command. 0 the gate passes, 1 findings fail it, 2 the work could not be done. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    return await dispatch(argv);
  } catch (error) {
    await remark(`secctx: ${error instanceof UsageError ? escapeControls(error.message) : bugReport(error)}\n`);
    return 2;
  }
}

function dispatch(argv: readonly string[]): Promise<number> {
  const [first = "check", ...rest] = argv;
  const named = Object.hasOwn(commands, first) ? first : undefined;
  const options = argv.slice(0, argv.includes("--") ? argv.indexOf("--") : undefined);
  if (first === "help") return help(rest.find((word) => !word.startsWith("-")));
  if (options.includes("--help") || options.includes("-h")) return help(named);
  if (options.includes("--version")) return print(`${version}\n`);
  if (!named && /^[a-z]+$/.test(first) && !existsSync(first))
    throw new UsageError(`"${first}": there is no such command, file or folder. See secctx --help.`);
  return (commands[named ?? ""] ?? check)(named ? rest : argv);
}

async function help(command: string | undefined): Promise<number> {
  return print((await import("./help.ts")).help(command));
}

async function print(text: string): Promise<number> {
  await say(text);
  return 0;
}

function bugReport(error: unknown): string {
  return `this is a bug in secctx, please report it with these lines:\n${error instanceof Error ? error.stack : error}`;
}
