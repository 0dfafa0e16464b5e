type OrderKey = { number: string; access_token: string }

/** Where an order is seen, paid, or its invoice is. The token is what lets a guest in. */
export function orderPath(
  { number, access_token: token }: OrderKey,
  page: 'order' | 'pay' | 'invoice' = 'order',
  query: Record<string, string> = {},
): string {
  const path = `/orders/${encodeURIComponent(number)}${page === 'order' ? '' : `/${page}`}`
  return `${path}?${new URLSearchParams({ t: token, ...query })}`
}
