import postgres from 'postgres'
import type { SeedProgress } from './seed'
import { type Buyer, makeOrder, type Sellable, type Terms } from './synthetic/make-order'
import { makePerson, type SyntheticPerson } from './synthetic/make-person'
import { writeOrders, writePeople } from './synthetic/write-orders'

const BATCH = 2_500
/** Who orders where there are no synthetic customers. */
const GUESTS = 1_000
/** What is bought; more variants than this are never in the orders. */
const ASSORTMENT = 20_000

type Options = {
  customers?: number
  orders?: number
  /** Beside the synthetic customers; they buy eight times as often. */
  others?: SyntheticPerson[]
  onProgress?: (progress: SeedProgress, noun: string) => void
}

/**
 * Brings the synthetic customers and their orders up to these numbers: a year of trade until now, beside whatever else the shop has. Batches
 * are whole or absent: it can be stopped, run again, and run with larger numbers. The daily figures are counted anew by the next roll-up.
 */
export async function seedOrders(
  url: string,
  { customers = 0, orders = 0, others = [], onProgress }: Options,
): Promise<{ customers: number; orders: number }> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { synchronous_commit: 'off' } })
  const now = new Date()
  try {
    const addedCustomers = await inBatches({ total: customers, noun: 'customers', onProgress }, (numbers) =>
      sql.begin(async (tx) => {
        const fresh = await withoutKnown(tx, 'users', [...others, ...numbers.map(makePerson)])
        await writePeople(tx, fresh, now)
        return fresh.length
      }),
    )
    const [items, terms, people] = [await readAssortment(sql), await readTerms(sql), await readBuyers(sql, others)]
    const addedOrders = await inBatches({ total: orders, noun: 'orders', onProgress }, (numbers) =>
      sql.begin(async (tx) => {
        const made = numbers.map((number) => makeOrder(number, { now, items, terms, people }))
        const fresh = await withoutKnown(tx, 'orders', made)
        await writeOrders(tx, fresh, terms, now)
        return fresh.length
      }),
    )
    if (addedOrders > 0) await sql`delete from analytics_state`
    await sql.unsafe('analyze')
    return { customers: addedCustomers, orders: addedOrders }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

type Batches = { total: number; noun: string; onProgress: Options['onProgress'] }

async function inBatches({ total, noun, onProgress }: Batches, write: (numbers: number[]) => Promise<number>): Promise<number> {
  const started = performance.now()
  let added = 0
  for (let start = 0; start < total; start += BATCH) {
    const done = Math.min(start + BATCH, total)
    added += await write(Array.from({ length: done - start }, (_, index) => start + index))
    const perSecond = Math.round((done * 1000) / (performance.now() - started))
    onProgress?.({ done, total, perSecond, secondsLeft: Math.ceil((total - done) / Math.max(1, perSecond)) }, noun)
  }
  return added
}

async function withoutKnown<T extends { id: string }>(sql: postgres.TransactionSql, table: 'users' | 'orders', made: T[]): Promise<T[]> {
  const known = await sql<{ id: string }[]>`select id from ${sql(table)} where id = any(${made.map(({ id }) => id)}::uuid[])`
  const ids = new Set(known.map(({ id }) => id))
  return made.filter(({ id }) => !ids.has(id))
}

const readAssortment = (sql: postgres.Sql) => sql<Sellable[]>`
  select v.id as "variantId", p.id as "productId", p.name, v.sku, p.slug, coalesce(v.price_minor, p.price_minor)::int as "priceMinor",
    p.picture ->> 'hash' as "pictureHash",
    coalesce((select string_agg(v.attributes ->> (o ->> 'name'), ' / ' order by n) from jsonb_array_elements(p.options) with ordinality as options (o, n)), '') as title
  from product_variants v join products p on p.id = v.product_id where v.is_active and p.is_active
  order by md5(v.id::text) limit ${ASSORTMENT}`

async function readTerms(sql: postgres.Sql): Promise<Terms> {
  const [terms] = await sql<Terms[]>`
    select s.currency, s.tax_rate_ppm as "taxRatePpm", s.tax_name as "taxName", m.code as "methodCode", m.name as "shippingName",
      m.rate_minor::int as "shippingMinor", m.min_days as "minDays", m.max_days as "maxDays"
    from settings s cross join shipping_methods m where m.is_active order by m.position limit 1`
  if (!terms) throw new Error('The shop has no way to ship: add one under Settings first.')
  return terms
}

/** Synthetic customers and the others; where there are none, some who order as guests. */
async function readBuyers(sql: postgres.Sql, others: SyntheticPerson[]): Promise<Buyer[]> {
  const people = await sql<Buyer[]>`
    select id, name, email, created_at as "joinedAt" from users where email like '%@customers.example' or id = any(${others.map(({ id }) => id)}::uuid[]) order by id limit 100000`
  const regulars = people.filter(({ id }) => others.some((other) => other.id === id))
  if (people.length > 0) return [...people, ...Array.from({ length: 7 }, () => regulars).flat()]
  return Array.from({ length: GUESTS }, (_, number) => ({ ...makePerson(number), id: null, joinedAt: new Date(0) }))
}
