/** The number of spaces that a line starts with. */
export function indentAt(text: string, lineStart: number): number {
  let at = lineStart;
  while (text[at] === " ") at++;
  return at - lineStart;
}

/** Whether lines of a template print a key at a column, of the mapping that they stand in: what is further out, such as the next item of a list, ends it. */
export function printsKey(lines: readonly string[], key: string, column: number): boolean {
  const written = lines
    .map((line) => ({ text: line.trimStart(), indentation: indentAt(line, 0) }))
    .filter(({ text }) => text !== "" && !text.startsWith("#") && !text.startsWith("{{"));
  const end = written.findIndex(({ indentation }) => indentation < column);
  const own = end === -1 ? written : written.slice(0, end);
  return own.some(({ text, indentation }) => indentation === column && text.startsWith(`${key}:`));
}
