import type { ProductId } from '@/lib/core/ids'

/**
 * Which products the page shows, and the version of each as it was rendered. Components add theirs when they appear; the one view read
 * asks for all of them together. A module's state, because it belongs to the document and not to a subtree.
 */
export type ShownProduct = { id: ProductId; version: number }
export type Screen = { products: ShownProduct[]; isDetail: boolean }

const empty: Screen = { products: [], isDetail: false }
/** Not the same object: who draws with this one draws what the server drew. */
const server: Screen = { products: [], isDetail: false }
const shown = new Map<symbol, Screen>()
const listeners = new Set<() => void>()
let screen: Screen = empty

/** Returns what takes them off again. */
export function putOnScreen(part: Screen): () => void {
  const key = Symbol('part of the screen')
  shown.set(key, part)
  announce()
  return () => {
    shown.delete(key)
    announce()
  }
}

export function onScreenChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const currentScreen = (): Screen => screen
export const serverScreen = (): Screen => server

function announce() {
  const byId = new Map([...shown.values()].flatMap((part) => part.products).map((product) => [product.id, product]))
  const products = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, 100)
  screen = { products, isDetail: [...shown.values()].some((part) => part.isDetail) }
  for (const listener of listeners) listener()
}
