/** Small messages between parts of a page, and between tabs, that hold no state of their own. */
const OPEN = 'hs:open-cart'
const ADDED = 'hs:added-to-cart'
const CHANNEL = 'hs-cart'

export const openCart = () => window.dispatchEvent(new Event(OPEN))

/** Tells the cart button what was added, so that it can say so and nod. */
export const announceAdded = (productName: string) => window.dispatchEvent(new CustomEvent(ADDED, { detail: productName }))

export function onOpenCart(run: () => void): () => void {
  window.addEventListener(OPEN, run)
  return () => window.removeEventListener(OPEN, run)
}

export function onAdded(run: (productName: string) => void): () => void {
  const listener = (event: Event) => run(String((event as CustomEvent).detail))
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
