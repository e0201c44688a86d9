import { spawnSync } from "node:child_process";

/** A program to be measured. It has done its work when it ends with 0 or 1. */
export interface Command {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Added to this process's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** What each run needs anew; no part of the measured time. */
  readonly prepare?: () => void;
}

/**
 * The least milliseconds that each command took from its start to its end: what it takes where nothing else runs. The commands run in turn, so that whatever
 * else the machine does slows all of them. Their output is thrown away.
 */
export function leastTimes(commands: readonly Command[], runs: number): number[] {
  // The first round is not counted: it fills the system's caches of files and programs.
  for (const command of commands) timeOf(command);
  const rounds = Array.from({ length: runs }, () => commands.map(timeOf));
  return commands.map((_, index) => Math.min(...rounds.map((times) => times[index] ?? Number.NaN)));
}

function timeOf(command: Command): number {
  command.prepare?.();
  const start = performance.now();
  run(command, command.file, command.args);
  return performance.now() - start;
}

/** The most bytes of memory that a command held at a time (its peak resident set); undefined where there is no GNU time to ask. */
export function peakMemory(command: Command): number | undefined {
  command.prepare?.();
  const { error, stderr } = run(command, "time", ["-f", "%M", command.file, ...command.args]);
  const kilobytes = Number(stderr.trim().split("\n").at(-1));
  return error || Number.isNaN(kilobytes) ? undefined : kilobytes * 1024;
}

function run({ name, cwd, env }: Command, file: string, args: readonly string[]) {
  const outcome = spawnSync(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (!outcome.error && outcome.status !== 0 && outcome.status !== 1)
    throw new Error(`${name} ended with ${outcome.status ?? outcome.signal}: ${outcome.stderr}`);
  return outcome;
}
