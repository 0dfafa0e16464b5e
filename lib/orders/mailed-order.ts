import type { Reader } from '@/db/transaction'
import { deliveryDates } from '@/lib/core/delivery-window'
import type { UserId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { readSettings } from '@/lib/settings/read-settings'
import { isErased } from './is-erased'
import { orderView } from './order-view'
import { readOrder } from './read-order'
import type { OrderView } from './schemas'

/** An order as its mails tell of it: to whom, the members that every one of them knows, and the whole of it. */
export type MailedOrder = {
  to: string
  userId: UserId | null
  ref: { number: string; path: string; name: string }
  order: OrderView
  /** Counted from `fromIso`: `Tue, Nov 24 to Thu, Nov 26`. */
  arrives(fromIso: string): string
}

/** The link carries the order's token, so that it opens from any device. Null when the person had their data erased. Two statements. */
export async function readMailedOrder(reader: Reader, number: string): Promise<MailedOrder | null> {
  const [row, { locale, timeZone }] = await Promise.all([readOrder(reader, number), readSettings(reader)])
  if (!row) throw new Error(`There is no order ${number}`)
  const order = orderView(row)
  if (isErased(order)) return null
  const { min_days, max_days } = order.totals
  return {
    to: order.email,
    userId: row.userId,
    ref: { number, path: `/orders/${number}?t=${order.access_token}`, name: order.shipping_address.full_name },
    order,
    arrives: (fromIso) => deliveryDates(fromIso, min_days, max_days, locale, timeZone),
  }
}

/** The order's lines with as many units as a parcel or a return holds of each. */
export function linesOf({ lines }: Pick<OrderView, 'lines'>, quantities: Map<string, number>): OrderView['lines'] {
  return lines.flatMap((line) => {
    const quantity = quantities.get(line.id)
    return quantity ? [{ ...line, quantity, line_total: money(line.price.amount * quantity, line.price.currency) }] : []
  })
}
