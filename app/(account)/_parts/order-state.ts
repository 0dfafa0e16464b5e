import type { OrderSummary } from '@/lib/orders/list-schemas'

type Standing = Pick<OrderSummary, 'status' | 'payment_status'>

/** Where an order stands, in a word or two. */
export function orderState({ status, payment_status }: Standing): { word: string; tone: 'quiet' | 'accent' | 'warning' } {
  if (payment_status === 'refunded') return { word: 'Refunded', tone: 'quiet' }
  return words[status]
}

const words: Record<OrderSummary['status'], { word: string; tone: 'quiet' | 'accent' | 'warning' }> = {
  pending: { word: 'Waiting for payment', tone: 'warning' },
  paid: { word: 'Being packed', tone: 'accent' },
  shipped: { word: 'On its way', tone: 'accent' },
  delivered: { word: 'Delivered', tone: 'quiet' },
  cancelled: { word: 'Cancelled', tone: 'quiet' },
  expired: { word: 'Not paid in time', tone: 'quiet' },
}

export const orderStateNames = Object.entries(words).map(([status, { word }]) => ({ status, word }))
