/** Why an order cannot be cancelled any more, from what `cancelOrder` refused with. */
export function tooLateWords({ order_status: status, fulfillment_status: fulfillment }: Record<string, unknown>): string {
  if (status === 'cancelled') return 'This order was cancelled already.'
  if (status === 'expired') return 'The time to pay for this order is over, so there is nothing left to cancel.'
  if (status === 'delivered') return 'This order was delivered already, so it cannot be cancelled any more.'
  if (status === 'shipped') return 'This order is on its way to you already, so it cannot be cancelled any more.'
  if (fulfillment === 'partial') return 'A part of this order is on its way to you already, so it cannot be cancelled any more.'
  return 'This order cannot be cancelled any more.'
}
