/** Lines up cells in columns for a terminal, two blanks apart. Numbers end their columns. */
export function alignColumns(
  rows: readonly (readonly string[])[],
  isNumber: (column: number) => boolean = () => false,
): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, countColumns(cell));
  const pad = (cell: string, column: number) => {
    const blanks = " ".repeat((widths[column] ?? 0) - countColumns(cell));
    return isNumber(column) ? blanks + cell : cell + blanks;
  };
  return rows.map((row) => row.map(pad).join("  ").trimEnd());
}

/** Returns blanks that are as wide as the text on a terminal. */
export function padLike(text: string): string {
  return text.replace(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\uff01-\uff60]/gu, "  ").replace(/[^\t]/g, " ");
}

/** Counts the columns that a text takes on a terminal. */
export function countColumns(text: string): number {
  return padLike(text).length;
}
