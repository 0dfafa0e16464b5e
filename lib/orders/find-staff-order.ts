import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { statement } from '@/db/statement'
import type { Ctx } from '@/lib/core/context'
import type { OrderItemId, UserId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { requireCan } from '@/lib/platform/auth/can'
import { orderView } from './order-view'
import { readOrder } from './read-order'
import { noSuchOrder } from './require-order'
import type { OrderView } from './schemas'
import type { StaffOrder, StaffOrderRef } from './staff-schemas'
import { toSend } from './units-to-send'

/** An order with everything that staff decide by. Two statements, sent together. @throws forbidden, not_found */
export async function requireStaffOrder(ctx: Ctx, { number }: StaffOrderRef): Promise<StaffOrder> {
  requireCan(ctx, 'orders.read')
  const [row, [found]] = await Promise.all([readOrder(database(), number), selectMore(database(), { number })])
  if (!row || !found) throw noSuchOrder()
  return staffOrder(orderView(row), found.more)
}

type Timed = { at: string; by?: string | null }
type More = {
  version: string
  customer: { id: UserId; name: string; orders: number } | null
  lines: { id: OrderItemId; tax_minor: number; discount_minor: number; shipped: number; to_send: number; returned: number; refunded: number }[] | null
  history: (Timed & { status: string; note: string; by: string | null })[] | null
  payments:
    | (Timed & {
        id: string
        provider: string
        reference: string | null
        status: string
        captured_minor: number
        refunded_minor: number
        disputed_minor: number
        refundable_minor: number
        attempts: StaffOrder['payments'][number]['attempts'] | null
      })[]
    | null
  refunds: (Timed & { id: string; amount_minor: number; reason: string; status: string; by: string | null })[] | null
  notes: StaffOrder['notes'] | null
  returns: StaffOrder['returns'] | null
}

const iso = (text: string) => new Date(text).toISOString()

function staffOrder({ parcels, access_token: _, ...order }: OrderView, more: More): StaffOrder {
  const { currency } = order.totals.total
  const units = new Map<string, NonNullable<More['lines']>[number]>((more.lines ?? []).map((line) => [line.id, line]))
  const payments = more.payments ?? []
  return {
    ...order,
    version: more.version,
    customer: more.customer,
    lines: order.lines.map((line) => {
      const { tax_minor = 0, discount_minor = 0, shipped = 0, to_send = 0, returned = 0, refunded = 0 } = units.get(line.id) ?? {}
      return { ...line, tax: money(tax_minor, currency), discount: money(discount_minor, currency), shipped, to_send, returned, refunded }
    }),
    history: (more.history ?? []).map((step) => ({ ...step, at: iso(step.at) })),
    fulfilments: parcels,
    payments: payments.map(({ captured_minor, refunded_minor, disputed_minor, refundable_minor: _, attempts, ...payment }) => ({
      ...payment,
      at: iso(payment.at),
      captured: money(captured_minor, currency),
      refunded: money(refunded_minor, currency),
      disputed: money(disputed_minor, currency),
      attempts: (attempts ?? []).map((attempt) => ({ ...attempt, at: iso(attempt.at) })),
    })),
    refunds: (more.refunds ?? []).map(({ amount_minor, ...refund }) => ({ ...refund, at: iso(refund.at), amount: money(amount_minor, currency) })),
    refundable: money(
      payments.reduce((sum, payment) => sum + payment.refundable_minor, 0),
      currency,
    ),
    notes: (more.notes ?? []).map((note) => ({ ...note, at: iso(note.at) })),
    returns: (more.returns ?? []).map((wish) => ({ ...wish, at: iso(wish.at) })),
  }
}

/** Who did it, by name; null for the shop itself and for the shopper. */
const nameOf = (column: ReturnType<typeof sql>) =>
  sql`(select u.name from users u where u.id = case when ${column} like 'user:%' then substring(${column} from 6)::uuid end and u.role <> 'customer')`

const selectMore = statement<{ more: More }, { number: string }>(
  ({ number }) => sql`
    select json_build_object(
      'version', (extract(epoch from o.updated_at) * 1000)::bigint::text,
      'customer', (select json_build_object('id', u.id, 'name', u.name, 'orders', (select count(*) from orders all_of where all_of.user_id = u.id))
        from users u where u.id = o.user_id and u.erased_at is null),
      'lines', (select json_agg(json_build_object('id', i.id, 'tax_minor', i.tax_minor, 'discount_minor', i.discount_minor,
          'shipped', coalesce((select sum(f.quantity) from fulfilment_items f where f.order_item_id = i.id), 0),
          'to_send', case when o.status in ('pending', 'paid') then ${toSend} else 0 end,
          'returned', coalesce((select sum(ri.quantity) from return_items ri join returns r on r.id = ri.return_id
            where ri.order_item_id = i.id and r.status in ('received', 'refunded')), 0),
          'refunded', coalesce((select sum(ri.quantity) from refund_items ri join refunds r on r.id = ri.refund_id
            where ri.order_item_id = i.id and r.status <> 'failed'), 0)))
        from order_items i where i.order_id = o.id),
      'history', (select json_agg(json_build_object('status', h.status, 'note', h.note, 'at', h.created_at, 'by', ${nameOf(sql`h.created_by`)})
          order by h.created_at, h.id) from order_status_history h where h.order_id = o.id),
      'payments', (select json_agg(json_build_object('id', p.id, 'provider', p.provider, 'reference', p.provider_payment_id, 'status', p.status,
          'captured_minor', p.captured_minor, 'refunded_minor', p.refunded_minor, 'disputed_minor', p.disputed_minor, 'at', p.created_at,
          'refundable_minor', p.captured_minor - greatest(p.refunded_minor,
            (select coalesce(sum(r.amount_minor), 0) from refunds r where r.payment_id = p.id and r.status <> 'failed')),
          'attempts', (select json_agg(json_build_object('outcome', a.outcome, 'decline_code', a.decline_code, 'at', a.created_at) order by a.created_at)
            from payment_attempts a where a.payment_id = p.id)) order by p.created_at, p.id)
        from payments p where p.order_id = o.id),
      'refunds', (select json_agg(json_build_object('id', r.id, 'amount_minor', r.amount_minor, 'reason', r.reason, 'status', r.status,
          'at', r.created_at, 'by', ${nameOf(sql`r.created_by`)}) order by r.created_at, r.id) from refunds r where r.order_id = o.id),
      'notes', (select json_agg(json_build_object('id', n.id, 'body', n.body, 'at', n.created_at, 'by', ${nameOf(sql`n.created_by`)})
          order by n.created_at desc, n.id desc) from order_notes n where n.order_id = o.id),
      'returns', (select json_agg(json_build_object('id', r.id, 'status', r.status, 'note', r.note, 'answer', r.answer, 'at', r.created_at,
          'lines', (select json_agg(json_build_object('order_item_id', ri.order_item_id, 'name', i.product_name, 'variant_title', i.variant_title,
              'quantity', ri.quantity, 'restocked', ri.restocked, 'reason', ri.reason, 'note', ri.note) order by i.position)
            from return_items ri join order_items i on i.id = ri.order_item_id where ri.return_id = r.id)) order by r.created_at desc, r.id desc)
        from returns r where r.order_id = o.id)) as more
    from orders o where o.order_number = ${number}`,
)
