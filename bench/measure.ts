import { spawnSync } from "node:child_process";

export interface Command {
  readonly name: string;
  readonly file: string;
  readonly arguments: readonly string[];
  /** Statuses with which it has done its work. */
  readonly statuses?: readonly number[];
}

export interface Timing {
  readonly name: string;
  /** Milliseconds from start to end of the process. */
  readonly median: number;
  readonly min: number;
}

/** Runs the commands by turns, so that what else the machine does meets all of them alike. */
export function measure(commands: readonly Command[], runs: number): Timing[] {
  for (const command of commands) time(command);
  const times = commands.map(() => [] as number[]);
  for (let run = 0; run < runs; run++)
    for (const [index, command] of commands.entries()) times[index]?.push(time(command));
  return commands.map(({ name }, index) => {
    const sorted = (times[index] ?? []).toSorted((a, b) => a - b);
    return { name, median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, min: sorted[0] ?? Number.NaN };
  });
}

function time(command: Command): number {
  const start = performance.now();
  const { status, error } = spawnSync(command.file, command.arguments, { stdio: "ignore" });
  const elapsed = performance.now() - start;
  if (error !== undefined) throw error;
  if (status === null || !(command.statuses ?? [0]).includes(status))
    throw new Error(`${command.name} ended with ${status}`);
  return elapsed;
}
