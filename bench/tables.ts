/** A benchmark: its table is made when it is asked for. */
export interface Section {
  readonly title: string;
  readonly measure: () => Table | Promise<Table>;
}

/** What a benchmark found; without a head where it could not be run. */
export interface Table {
  /** What the rows mean, or why there are none. */
  readonly about: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Stands for the table of a benchmark that can't be run here. */
export function unmeasured(reason: string): Table {
  return { about: `Not measured: ${reason}.`, head: [], rows: [] };
}

/** A section for a terminal, in columns. */
export function textOf(title: string, { about, head, rows }: Table): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = [head, ...rows].map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
  return ["", title, about, ...(head.length > 0 ? lines.map((line) => `  ${line.trimEnd()}`) : [])].join("\n");
}

/** A section of a page, in Markdown. */
export function markdownOf(title: string, { about, head, rows }: Table): string {
  const lines = [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
  return [`## ${title}`, about, ...(head.length > 0 ? [lines.join("\n")] : [])].join("\n\n");
}

export function milliseconds(value: number): string {
  return `${value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en")} ms`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

/** A goal and whether it is met, in a word that nobody overlooks. */
export function verdict(goal: string, isMet: boolean): string {
  return `${goal}: ${isMet ? "met" : "MISSED"}`;
}
