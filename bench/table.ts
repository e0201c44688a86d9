/** What a benchmark has to say: to a terminal as text, to docs/performance.md as Markdown. */
export interface Table {
  readonly title: string;
  /** What the rows mean, in a sentence or two. */
  readonly about: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A benchmark that could not be run, and why: said instead of its numbers. */
export function unmeasured(title: string, reason: string): Table {
  return { title, about: `Not measured: ${reason}.`, head: [], rows: [] };
}

export function textOf({ title, about, head, rows }: Table): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join("  ")}`.trimEnd();
  return [`\n${title}`, `  ${about.replaceAll("`", "")}`, ...(head.length > 0 ? [head, ...rows].map(line) : [])].join(
    "\n",
  );
}

export function markdownOf({ title, about, head, rows }: Table): string {
  if (head.length === 0) return `## ${title}\n\n${about}`;
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = head.map((_, column) => (isNumber(column, head) ? "---:" : "---"));
  return [`## ${title}\n\n${about}\n`, line(head), line(rule), ...rows.map(line)].join("\n");
}

export function milliseconds(value: number): string {
  return `${value < 100 ? value.toFixed(1) : grouped(value)} ms`;
}

export function bytes(value: number): string {
  if (value < 1000) return `${value} B`;
  return value < 1e6 ? `${(value / 1000).toFixed(0)} kB` : `${(value / 1e6).toFixed(value < 1e7 ? 1 : 0)} MB`;
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

/** What the goal is, and whether it is met: a number that misses it can't be overlooked. */
export function verdict(goal: string, isMet: boolean): string {
  return `${goal}: ${isMet ? "met" : "MISSED"}`;
}

function grouped(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

/** Words stand to the left: those of the first column, and the goal in the last. */
function isNumber(column: number, head: readonly string[]): boolean {
  return column > 0 && column < head.length - 1;
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
