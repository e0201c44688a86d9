/** The first ten of some names, and how many more there are. */
export function listNames(names: readonly string[]): string {
  const first = names.slice(0, 10).join(", ");
  return names.length > 10 ? `${first} and ${names.length - 10} more` : first;
}
