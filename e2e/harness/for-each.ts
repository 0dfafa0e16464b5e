const AT_ONCE = 4

/** Works through the items, some at a time: the shop and the test each have a processor then. Ends with the first that fails. */
export async function forEach<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>, atOnce = AT_ONCE): Promise<void> {
  const queue = items[Symbol.iterator]()
  const worker = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
