import { type Command, leastTimes, peakMemory } from "./measure.ts";
import { megabytes, milliseconds, type Table, times, verdict } from "./tables.ts";

/** Commands beside one that they are compared with. */
export interface Comparison {
  readonly about: string;
  readonly reference: Command;
  readonly rows: readonly Row[];
  readonly runs: number;
}

export interface Row extends Command, Goals {}

/** The most that a command should take. */
export interface Goals {
  /** How many times the reference's time it may take. */
  readonly most?: number;
  /** How many bytes of memory it may take; or no more than the reference takes. */
  readonly memory?: number | "as the reference";
}

/** Runs the commands in turn, and says how each does beside the reference. */
export function compare({ about, reference, rows, runs }: Comparison): Table {
  const commands = [reference, ...rows];
  const [time = Number.NaN, ...timesOfRows] = leastTimes(commands, runs);
  const [memory, ...memoriesOfRows] = commands.map(peakMemory);
  const cells = rows.map((row, index) => {
    const own = { ratio: (timesOfRows[index] ?? Number.NaN) / time, memory: memoriesOfRows[index] };
    const goals = [...timeGoal(row, own.ratio), ...memoryGoal(row, own.memory, memory)];
    return [row.name, milliseconds(own.ratio * time), times(own.ratio), shown(own.memory), goals.join("; ")];
  });
  return {
    about: `${about} The least of ${runs} runs each.`,
    head: ["", "time", `to ${reference.name}`, "memory", "goal"],
    rows: [[reference.name, milliseconds(time), "", shown(memory), ""], ...cells],
  };
}

function timeGoal({ most }: Row, ratio: number): string[] {
  return most === undefined ? [] : [verdict(`at most ${most.toFixed(1)} ×`, ratio <= most)];
}

function memoryGoal({ memory }: Row, own: number | undefined, reference: number | undefined): string[] {
  const most = memory === "as the reference" ? reference : memory;
  return most === undefined || own === undefined ? [] : [verdict(`at most ${megabytes(most)}`, own <= most)];
}

function shown(memory: number | undefined): string {
  return memory === undefined ? "not measured" : megabytes(memory);
}
