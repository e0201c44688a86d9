import { type Command, type Cost, type Measured, measure } from "./measure.ts";
import { bytes, milliseconds, type Table, times, verdict } from "./table.ts";

/** What a command should cost. It is judged by the minima: what it takes where nothing else runs. */
export interface Goal {
  readonly text: string;
  /** The entry that it is held against, if any. */
  readonly other?: string;
  readonly value: (own: Cost, other: Cost) => number;
  readonly most: number;
  readonly shown: (value: number) => string;
}

export interface Entry extends Command {
  readonly goals?: readonly Goal[];
}

export interface Comparison {
  readonly title: string;
  readonly about: string;
  readonly entries: readonly Entry[];
  readonly runs: number;
}

/** Runs the entries by turns, and says how each stands to those that its goals name. */
export function compare({ title, about, entries, runs }: Comparison): Table {
  const measured = new Map(measure(entries, runs).map((each) => [each.name, each]));
  const rows = entries.flatMap(({ name, goals = [] }) => {
    const own = measured.get(name);
    if (!own) return [];
    const { median, min, output } = own;
    const spent = [median.wall, min.wall, min.cpu].map(milliseconds);
    const [first = ["", ""], ...others] = goals.map((goal) => standing(own, goal, measured));
    const cells = [name, ...spent, bytes(min.memory), bytes(output), ...first];
    return [cells, ...others.map((other) => ["", "", "", "", "", "", ...other])];
  });
  return { title, about: `${about} ${runs} runs each.`, head, rows };
}

const head = ["", "median", "minimum", "processor", "peak memory", "output", "minima (medians)", "goal"];

/** Of time, in ratio. */
export function atMost(most: number, other: string): Goal {
  const text = `at most ${most.toFixed(1)} × ${other}`;
  return { text, other, most, shown: times, value: (own, { wall }) => own.wall / wall };
}

/** Of time, in milliseconds. */
export function atMostMore(most: number, other: string): Goal {
  const shown = (value: number) => `+${milliseconds(value)}`;
  return { text: `at most ${most} ms over ${other}`, other, most, shown, value: (own, { wall }) => own.wall - wall };
}

export function lessMemoryThan(other: string): Goal {
  const text = `less memory than ${other}`;
  return { text, other, most: 1, shown: times, value: (own, { memory }) => own.memory / memory };
}

export function memoryBelow(most: number): Goal {
  return { text: `less than ${bytes(most)} of memory`, most, shown: bytes, value: ({ memory }) => memory };
}

/** The numbers, and the goal with its verdict. */
function standing(own: Measured, goal: Goal, measured: ReadonlyMap<string, Measured>): [string, string] {
  const other = goal.other === undefined ? own : measured.get(goal.other);
  if (!other) return ["", `${goal.text}: not measured`];
  const [value, median] = [goal.value(own.min, other.min), goal.value(own.median, other.median)];
  return [`${goal.shown(value)} (${goal.shown(median)})`, verdict(goal.text, value <= goal.most)];
}
