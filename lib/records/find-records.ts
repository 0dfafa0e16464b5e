import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { PLAN_AFRESH } from '@/db/statements'
import type { Ctx } from '@/lib/core/context'
import { can, requireCan } from '@/lib/platform/auth/can'
import type { FindRecords, FoundRecords } from './schemas'

const EACH = 6

type Record = FoundRecords['data'][number]

/**
 * Orders by number, address or name, products by name or SKU, customers by e-mail or name: of each kind that the person may see, at most
 * six. One statement; the trigram indexes find them. @throws unauthenticated, forbidden
 */
export async function findRecords(ctx: Ctx, { q }: FindRecords): Promise<FoundRecords> {
  requireCan(ctx, 'dashboard.use')
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const kinds = [
    ...(can(ctx.actor, 'orders.read') ? [ordersLike(words)] : []),
    ...(can(ctx.actor, 'catalog.read') ? [productsLike(words)] : []),
    ...(can(ctx.actor, 'customers.read') ? [customersLike(words)] : []),
  ]
  if (kinds.length === 0) return { data: [] }
  const data = await database().execute<Record>(
    sql`${sql.raw(PLAN_AFRESH)} ${sql.join(
      kinds.map((kind) => sql`(${kind})`),
      sql` union all `,
    )}`,
  )
  return { data: [...data] }
}

const allIn = (text: SQL, words: string[]): SQL =>
  sql.join(
    words.map((word) => sql`${text} ilike ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
    sql` and `,
  )

const ordersLike = (words: string[]): SQL => sql`
  select 'order' as kind, o.order_number as title, (o.shipping_address ->> 'fullName') || ' · ' || o.email as detail, '/admin/orders/' || o.order_number as href
  from orders o where ${allIn(sql`lower(o.order_number || ' ' || o.email || ' ' || coalesce(o.shipping_address ->> 'fullName', ''))`, words)}
  order by o.created_at desc nulls first limit ${EACH}`

const productsLike = (words: string[]): SQL => sql`
  select 'product' as kind, p.name as title, case when p.is_active then p.sku_text else p.sku_text || ' · not for sale' end as detail, '/admin/products/' || p.id as href
  from products p where (${allIn(sql`p.name`, words)}) or (${allIn(sql`p.sku_text`, words)})
  order by p.created_at desc nulls first limit ${EACH}`

const customersLike = (words: string[]): SQL => sql`
  select 'customer' as kind, u.name as title, u.email as detail, '/admin/customers/' || u.id as href
  from users u where u.erased_at is null and ${allIn(sql`lower(u.name || ' ' || u.email)`, words)}
  order by u.created_at desc nulls first limit ${EACH}`
