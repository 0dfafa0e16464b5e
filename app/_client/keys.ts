/** Query keys of what the browser reads, in one place. */
export const keys = {
  /** All views; one of them is `view(ids)`. */
  views: ['view'] as const,
  view: (productIds: string) => ['view', productIds] as const,
  /** The shopper's cart; also the key of every change to it, so that they queue up. */
  cart: ['cart'] as const,
  /** Goes with the cart: whatever refreshes that asks for these anew. */
  deliveryOptions: (country: string, version: number) => ['cart', 'delivery', country, version] as const,
  /** Who is signed in, where that was known before. */
  who: ['who'] as const,
  task: (id: string) => ['task', id] as const,
  suggestions: (text: string) => ['suggest', text] as const,
}
