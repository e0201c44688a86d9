import { availableParallelism } from "node:os";

/**
 * Does some work for each item, for as many at once as there are processors. Gives the results in the order of the items. After an error it begins nothing
 * more, and waits for what has begun before it throws.
 */
export async function doSideBySide<Item, Made>(
  items: readonly Item[],
  work: (item: Item) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  let open = [...items.entries()];
  const workThrough = async () => {
    for (let next = open.shift(); next; next = open.shift()) {
      const [index, item] = next;
      made[index] = await work(item);
    }
  };
  const workers = Array.from({ length: availableParallelism() }, () =>
    workThrough().catch((error: unknown) => {
      open = [];
      throw error;
    }),
  );
  const ended = await Promise.allSettled(workers);
  for (const each of ended) if (each.status === "rejected") throw each.reason;
  return made;
}
