/** Small messages between parts of a page, and between tabs, that hold no state of their own. */
const OPEN = 'hs:open-cart'
const ADDED = 'hs:added-to-cart'
const CHANNEL = 'hs-cart'

export const openCart = () => window.dispatchEvent(new Event(OPEN))

/** Tells the cart button what was added, so that it can say so and nod. */
export const announceAdded = (added: Added) => window.dispatchEvent(new CustomEvent(ADDED, { detail: added }))

export type Added = { name: string; variantId: string }

export function onOpenCart(run: () => void): () => void {
  window.addEventListener(OPEN, run)
  return () => window.removeEventListener(OPEN, run)
}

export function onAdded(run: (added: Added) => void): () => void {
  const listener = (event: Event) => run((event as CustomEvent<Added>).detail)
  window.addEventListener(ADDED, listener)
  return () => window.removeEventListener(ADDED, listener)
}

export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage('changed')
  channel.close()
}

export function onOtherTab(run: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = run
  return () => channel.close()
}
