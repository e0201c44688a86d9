/** What there is for each file, files and items in their order. */
export function byFile<T>(items: Iterable<T>, fileOf: (item: T) => string): Map<string, T[]> {
  const files = new Map<string, T[]>();
  for (const item of items) {
    const file = fileOf(item);
    const known = files.get(file);
    if (known) known.push(item);
    else files.set(file, [item]);
  }
  return files;
}
