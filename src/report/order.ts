import { type Mode, modes } from "../pod/kubernetes.ts";

/** Orders by how serious a mode is: what fails the gate first. */
export function compareModes(a: { readonly mode: Mode }, b: { readonly mode: Mode }): number {
  return modes.indexOf(a.mode) - modes.indexOf(b.mode);
}

/** Groups items by a key. Groups stand in the order of their first items, and items in the order in which they came. */
export function groupBy<T, K>(items: Iterable<T>, getKey: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = getKey(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
