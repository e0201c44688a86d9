/** Finds the known name that a word is close to: the same but for case, or at most two slips away. */
export function findSimilarName(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const same = known.find((name) => name.toLowerCase() === lower);
  if (same) return same;
  const near = known
    .filter((name) => Math.abs(name.length - lower.length) <= allowedDistance(name))
    .map((name) => ({ name, distance: measureDistance(lower, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= allowedDistance(name));
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.name;
}

function allowedDistance(name: string): number {
  return name.length < 8 ? 1 : 2;
}

/** In how many slips a word becomes another: a letter that is added, left out or wrong, or two that are swapped (Damerau and Levenshtein). */
function measureDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    rows.push(next);
    for (let column = 1; column <= b.length; column++) {
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1),
          isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
}
