import { availableParallelism } from "node:os";

/**
 * Does some work for each item, for as many at once as there are processors. Gives what it makes in the order of the items. After an error nothing is begun
 * any more, and what had begun is awaited before the error is thrown.
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
