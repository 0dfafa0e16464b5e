import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { cartView } from '@/lib/cart/cart-view'
import { readCartOf } from '@/lib/cart/read-cart'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { StaffRoleId, UserId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { can, requireCan } from '@/lib/platform/auth/can'
import { statusSql } from '@/lib/reviews/status-sql'
import { type CustomerRow, customerColumns, customerView } from './customer-view'
import type { CustomerDetail, CustomerRef } from './staff-schemas'

const SHOWN = 10

/** A person with everything that staff decide by. Two statements, sent together. @throws forbidden, not_found also once they are erased */
export async function requireCustomer(ctx: Ctx, { id }: CustomerRef): Promise<CustomerDetail> {
  requireCan(ctx, 'customers.read')
  const [row, cart] = await Promise.all([
    readPerson(id, can(ctx.actor, 'orders.read')),
    readCartOf(database(), { kind: 'user', userId: id, role: 'customer' }),
  ])
  if (!row) throw noSuchCustomer()
  return detailOf(row, cart.cart ? cartView(cart) : null)
}

export const noSuchCustomer = () => new DomainError('not_found', { detail: 'There is no such customer.' })

type Row = CustomerRow & {
  staff_role_id: StaffRoleId | null
  marketing_consent: boolean
  devices: number
  currency: string
  value: { orders: number; paid_orders: number; spent: number; given_back: number; first_order_at: string | null; last_order_at: string | null }
  recent: (Omit<NonNullable<CustomerDetail['orders']>[number], 'total'> & { total_minor: number; currency: string })[] | null
  addresses: CustomerDetail['addresses'] | null
  reviews: CustomerDetail['reviews'] | null
}

async function readPerson(id: UserId, seesOrders: boolean): Promise<Row | null> {
  const [row] = await database().execute<Row>(sql`
    select ${customerColumns}, u.staff_role_id, u.marketing_consent, s.currency, ${value} as value, ${addresses} as addresses, ${reviews} as reviews,
      (select count(*)::int from sessions d where d.user_id = u.id and d.expires_at > now()) as devices,
      ${seesOrders ? recentOrders : sql`null`} as recent
    from users u cross join settings s where u.id = ${id} and u.erased_at is null`)
  return row ?? null
}

const isSold = sql`o.paid_at is not null and o.currency = s.currency`

const value: SQL = sql`(
  select json_build_object('orders', count(*), 'paid_orders', count(*) filter (where ${isSold}),
    'spent', coalesce(sum(o.total_minor) filter (where ${isSold}), 0),
    'given_back', coalesce((select sum(f.amount_minor) from refunds f join orders b on b.id = f.order_id
      where b.user_id = u.id and b.currency = s.currency and f.status <> 'failed' and not f.is_surplus), 0),
    'first_order_at', min(o.created_at), 'last_order_at', max(o.created_at))
  from orders o where o.user_id = u.id)`

const recentOrders: SQL = sql`(
  select json_agg(json_build_object('number', o.order_number, 'status', o.status, 'payment_status', o.payment_status,
    'fulfillment_status', o.fulfillment_status, 'placed_at', o.created_at, 'total_minor', o.total_minor, 'currency', o.currency,
    'total_items', o.total_items) order by o.created_at desc, o.id desc)
  from (select * from orders o where o.user_id = u.id order by o.created_at desc nulls first, o.id desc nulls first limit ${SHOWN}) o)`

const addresses: SQL = sql`(
  select json_agg(json_build_object('id', a.id, 'full_name', a.full_name, 'line1', a.line1, 'line2', a.line2, 'city', a.city, 'region', a.region,
    'postal_code', a.postal_code, 'country', a.country, 'phone', a.phone, 'is_default_shipping', a.is_default_shipping,
    'is_default_billing', a.is_default_billing) order by a.is_default_shipping desc, a.is_default_billing desc, a.id desc)
  from addresses a where a.user_id = u.id)`

const reviews: SQL = sql`(
  select json_agg(json_build_object('id', r.id, 'rating', r.rating, 'title', r.title, 'status', ${statusSql}, 'created_at', r.created_at,
    'product', p.name, 'slug', p.slug) order by r.created_at desc, r.id desc)
  from (select * from reviews r where r.user_id = u.id order by r.created_at desc nulls first limit ${SHOWN}) r join products p on p.id = r.product_id)`

const iso = (time: string | Date) => new Date(time).toISOString()
const isoOrNull = (time: string | null) => (time === null ? null : iso(time))

function detailOf(row: Row, cart: CustomerDetail['cart']): CustomerDetail {
  const { currency, value } = row
  return {
    ...customerView(row),
    staff_role_id: row.staff_role_id,
    marketing_consent: row.marketing_consent,
    banned_at: isoOrNull(row.banned_at),
    devices: row.devices,
    value: {
      orders: value.orders,
      paid_orders: value.paid_orders,
      spent: money(value.spent, currency),
      given_back: money(value.given_back, currency),
      average: money(value.paid_orders === 0 ? 0 : Math.round(value.spent / value.paid_orders), currency),
      first_order_at: isoOrNull(value.first_order_at),
      last_order_at: isoOrNull(value.last_order_at),
    },
    orders:
      row.recent?.map(({ total_minor, currency: paidIn, ...order }) => ({
        ...order,
        placed_at: iso(order.placed_at),
        total: money(total_minor, paidIn),
      })) ?? null,
    addresses: row.addresses ?? [],
    reviews: (row.reviews ?? []).map((review) => ({ ...review, created_at: iso(review.created_at) })),
    cart,
  }
}
