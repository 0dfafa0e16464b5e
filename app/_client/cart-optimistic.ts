import type { CartView } from '@/lib/cart/schemas'

/** The cart as it will be after a change, before the server has said so. Tax and total are the server's to say and stay as they are. */
export function withQuantity(cart: CartView, lineId: string, quantity: number): CartView {
  if (quantity === 0)
    return recounted(
      cart,
      cart.lines.filter((line) => line.id !== lineId),
    )
  return recounted(
    cart,
    cart.lines.map((line) => {
      if (line.id !== lineId) return line
      const fits = line.available === null || quantity <= line.available
      return {
        ...line,
        quantity,
        line_total: { ...line.price, amount: line.price.amount * quantity },
        notices: fits ? line.notices.filter((notice) => notice !== 'quantity_above_stock') : line.notices,
      }
    }),
  )
}

function recounted(cart: CartView, lines: CartView['lines']): CartView {
  const amount = lines.reduce((sum, line) => sum + line.line_total.amount, 0)
  const count = lines.reduce((sum, line) => sum + line.quantity, 0)
  return { ...cart, lines, count, totals: { ...cart.totals, subtotal: { ...cart.totals.subtotal, amount } } }
}
