/** A category's products as its page shows them: so many at the beginning have a place, the others follow by age. */
export type Shown<T> = { data: T[]; arranged: number }

/**
 * Moves the product at `from` to `to`. It has a place from now on, and so has everything that stands above it: what somebody sees in this
 * order stays in it when newer products come.
 */
export function moved<T>({ data, arranged }: Shown<T>, from: number, to: number): Shown<T> {
  const product = data[from]
  if (product === undefined || from === to || to < 0 || to >= data.length) return { data, arranged }
  const others = data.toSpliced(from, 1)
  const isNew = from >= arranged
  return { data: others.toSpliced(to, 0, product), arranged: Math.max(isNew ? arranged + 1 : arranged, to + 1) }
}

/** Puts a product that may stand anywhere, or further down than is shown, at the top. */
export function toTop<T extends { id: string }>(shown: Shown<T>, product: T): Shown<T> {
  const at = shown.data.findIndex(({ id }) => id === product.id)
  if (at !== -1) return moved(shown, at, 0)
  return { data: [product, ...shown.data], arranged: shown.arranged + 1 }
}
