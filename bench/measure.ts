import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Command {
  readonly name: string;
  readonly file: string;
  readonly arguments: readonly string[];
  readonly cwd?: string;
  /** Instead of this process's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Statuses with which it has done its work. */
  readonly statuses?: readonly number[];
  /** What it needs anew for each run, outside of the time. */
  readonly prepare?: () => void;
}

/** What one process, from its start to its end, has cost. */
export interface Cost {
  /** Milliseconds that passed. */
  readonly wall: number;
  /** Milliseconds of all its threads on a core, in its own code and in the kernel's. What else the machine does hardly moves it. */
  readonly cpu: number;
  /** Peak of the resident set, in bytes. */
  readonly memory: number;
}

export interface Measured {
  readonly name: string;
  readonly median: Cost;
  readonly min: Cost;
  /** What it wrote to its standard output. */
  readonly output: number;
}

/**
 * Node says nothing of what its children used; wait4 does, alike for programs in any language, and to the microsecond. So a
 * process of Python's starts the command, waits, and writes it down. Its own start is no part of the time; its own 10 MB are
 * the least that a command is said to have.
 */
const waiter = `
import os, signal, sys, time
os.set_inheritable(3, False)
start = time.monotonic()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, setsigdef=[signal.SIGPIPE])
_, status, usage = os.wait4(child, 0)
wall = time.monotonic() - start
unit = 1 if sys.platform == "darwin" else 1024
os.write(3, f"{os.waitstatus_to_exitcode(status)} {wall} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss * unit}".encode())
`;

const python = spawnSync("python3", ["-c", "import os, sys; os.waitstatus_to_exitcode; print(sys.executable)"], {
  encoding: "utf8",
});

/** Why nothing can be measured here, or undefined. */
export const unmeasurable = python.status === 0 ? undefined : "python3 (3.9 or later) is not on the PATH";

/** Runs the commands by turns, so that what else the machine does meets all of them alike. */
export function measure(commands: readonly Command[], runs: number): Measured[] {
  const outputs = commands.map(outputOf);
  const costs = commands.map(() => [] as Cost[]);
  for (let run = 0; run < runs; run++)
    for (const [index, command] of commands.entries()) costs[index]?.push(costOf(command));
  return commands.map(({ name }, index) => ({
    name,
    median: each(costs[index] ?? [], (sorted) => sorted[Math.floor(sorted.length / 2)]),
    min: each(costs[index] ?? [], (sorted) => sorted[0]),
    output: outputs[index] ?? 0,
  }));
}

/** One run of a command, its output thrown away. */
export function costOf(command: Command): Cost {
  return run(command, "ignore");
}

/** Also warms what the machine keeps of files and programs. */
function outputOf(command: Command): number {
  const folder = mkdtempSync(join(tmpdir(), "secctx-bench-"));
  try {
    const file = join(folder, "output");
    const output = openSync(file, "w");
    run(command, output);
    closeSync(output);
    return statSync(file).size;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command: Command, output: "ignore" | number): Cost {
  if (unmeasurable !== undefined) throw new Error(unmeasurable);
  command.prepare?.();
  const { error, output: pipes } = spawnSync(
    python.stdout.trim(),
    ["-S", "-E", "-c", waiter, command.file, ...command.arguments],
    { cwd: command.cwd, env: command.env, stdio: ["ignore", output, "ignore", "pipe"] },
  );
  if (error !== undefined) throw error;
  const [status = Number.NaN, wall = 0, cpu = 0, memory = 0] = String(pipes[3]).split(" ").map(Number);
  if (!(command.statuses ?? [0]).includes(status)) throw new Error(`${command.name} ended with ${status}`);
  return { wall: wall * 1000, cpu: cpu * 1000, memory };
}

function each(costs: readonly Cost[], choose: (sorted: readonly number[]) => number | undefined): Cost {
  const of = (part: keyof Cost) => choose(costs.map((cost) => cost[part]).toSorted((a, b) => a - b)) ?? Number.NaN;
  return { wall: of("wall"), cpu: of("cpu"), memory: of("memory") };
}
