/** Groups items by a key. Groups stand in the order of their first items, and items in the order in which they came. */
export function groupBy<T, K>(items: Iterable<T>, getKey: (item: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const item of items) {
    const key = getKey(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** What several say alike is said once. */
export function keepDistinct<T extends object>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** Groups items that share a key, also through others. Groups stand in the order of their first items, and items in the order in which they came. */
export function joinSharing<T, K>(items: readonly T[], getKeys: (item: T) => readonly K[]): T[][] {
  const groups = new Map<K, Set<T>>();
  for (const item of items) {
    const keys = getKeys(item);
    const [first = new Set<T>(), ...others] = new Set(keys.flatMap((key) => groups.get(key) ?? []));
    const joined = others.flatMap((other) => [...other]);
    for (const each of [...joined, item]) first.add(each);
    for (const key of [...keys, ...joined.flatMap(getKeys)]) groups.set(key, first);
  }
  const groupOf = (item: T) => getKeys(item).map((key) => groups.get(key))[0];
  return [...groupBy(items, (item) => groupOf(item) ?? item).values()];
}
