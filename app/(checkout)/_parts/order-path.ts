type OrderKey = { number: string; access_token: string }

/** Where an order is seen, or paid. The token is what lets a guest in. */
export function orderPath({ number, access_token: token }: OrderKey, page: 'order' | 'pay' = 'order', query: Record<string, string> = {}): string {
  const path = `/orders/${encodeURIComponent(number)}${page === 'pay' ? '/pay' : ''}`
  return `${path}?${new URLSearchParams({ t: token, ...query })}`
}
