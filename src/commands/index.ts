import { existsSync } from "node:fs";
import { escapeControls } from "../report/escape.ts";
import { version } from "../report/version.ts";
import { UsageError } from "../source/errors.ts";
import { runBaseline } from "./baseline.ts";
import { runCheck } from "./check.ts";
import { runEffective } from "./effective.ts";
import { runExplain } from "./explain.ts";
import { runFix } from "./fix.ts";
import { getHelp } from "./help.ts";
import { runInit } from "./init.ts";
import { runMerge } from "./merge.ts";
import { runNamespaces } from "./namespaces.ts";
import { remark, say } from "./streams.ts";

/** Runs a command and returns the exit status. */
type Command = (args: readonly string[]) => Promise<number>;

/** The commands. They share nearly all of their code: loaded apart they would take more room and more time. Only `images` has much of its own. */
const commands: Readonly<Record<string, Command>> = {
  check: runCheck,
  fix: runFix,
  images: async (args) => (await import("./images.ts")).runImages(args),
  effective: runEffective,
  explain: runExplain,
  baseline: runBaseline,
  namespaces: runNamespaces,
  merge: runMerge,
  init: runInit,
};

/** Runs a command line, as `check` if it names no command. Returns the exit status: 0 the gate passes, 1 findings fail it, 2 the work could not be done. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    return await dispatch(argv);
  } catch (error) {
    await remark(`secctx: ${error instanceof UsageError ? escapeControls(error.message) : describeBug(error)}\n`);
    return 2;
  }
}

function dispatch(argv: readonly string[]): Promise<number> {
  const [first = "check", ...rest] = argv;
  const named = Object.hasOwn(commands, first) ? first : undefined;
  const options = argv.slice(0, argv.includes("--") ? argv.indexOf("--") : undefined);
  if (first === "help") return printHelp(rest.find((word) => !word.startsWith("-")));
  if (options.includes("--help") || options.includes("-h")) return printHelp(named);
  if (options.includes("--version")) return print(`${version}\n`);
  if (!named && /^[a-z]+$/.test(first) && !existsSync(first))
    throw new UsageError(`"${first}" is not a command, a file or a folder. See secctx --help.`);
  return (commands[named ?? ""] ?? runCheck)(named ? rest : argv);
}

function printHelp(command: string | undefined): Promise<number> {
  return print(getHelp(command));
}

async function print(text: string): Promise<number> {
  await say(text);
  return 0;
}

function describeBug(error: unknown): string {
  return `this is a bug in secctx. Please report it with these lines:\n${error instanceof Error ? error.stack : error}`;
}
