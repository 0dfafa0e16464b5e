import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { refreshCategoryCopies, refreshDerivedColumns } from '@/db/product-columns'
import { systemCtx } from '@/lib/core/context'
import type { DomainEvent } from '@/lib/core/events'
import type { CategoryId, ProductId, VariantId } from '@/lib/core/ids'
import { createProduct } from '../create-product'
import { saveCategory } from '../save-category'

export const staff = systemCtx('test')

/** Home › Lighting › Lamps, and beside them Gifts. */
export async function makeTree() {
  const add = async (name: string, parent_id: CategoryId | null) =>
    (await saveCategory(staff, { name, slug: name.toLowerCase(), parent_id })).category_id
  const home = await add('Home', null)
  const lighting = await add('Lighting', home)
  return { home, lighting, lamps: await add('Lamps', lighting), gifts: await add('Gifts', null) }
}

/** A lamp in two colours: 40.00, and 55.00 in brass. */
export async function makeLamp(categoryId: CategoryId, name = 'lamp') {
  const sku = name.toUpperCase()
  const { product_id } = await createProduct(staff, {
    name: `Bedside ${name}`,
    slug: name,
    sku,
    primary_category_id: categoryId,
    price_minor: 4000,
    compare_price_minor: null,
    status: 'active',
    attributes: { Material: 'Steel' },
    options: [{ name: 'Colour', values: ['White', 'Brass'] }],
    variants: [
      { sku: `${sku}-WHT`, price_minor: null, compare_price_minor: null, options: { Colour: 'White' } },
      { sku: `${sku}-BRS`, price_minor: 5500, compare_price_minor: null, options: { Colour: 'Brass' } },
    ],
  })
  const variants = await database().execute<{ id: VariantId }>(
    sql`select id from product_variants where product_id = ${product_id} order by position`,
  )
  const [white, brass] = variants
  if (!white || !brass) throw new Error('The lamp has no variants')
  return { productId: product_id, white: white.id, brass: brass.id }
}

export type ProductColumns = {
  slug: string
  price_min_minor: number
  price_max_minor: number
  facet_values: string[]
  sku_text: string
  rating_average: number
  version: number
  quantity: number
  updated_at: string
}

export async function productColumns(id: ProductId): Promise<ProductColumns> {
  const [row] = await database().execute<ProductColumns>(sql`
    select p.slug, p.price_min_minor, p.price_max_minor, p.facet_values, p.sku_text, p.rating_average::float as rating_average, s.version, s.quantity,
      p.updated_at
    from products p join product_stock s on s.product_id = p.id where p.id = ${id}`)
  if (!row) throw new Error('There is no such product')
  return row
}

/** Slugs of the categories that list the product. */
export async function placesOf(id: ProductId): Promise<string[]> {
  const rows = await database().execute<{ slug: string }>(
    sql`select c.slug from category_products cp join categories c on c.id = cp.category_id where cp.product_id = ${id} order by c.slug`,
  )
  return rows.map(({ slug }) => slug)
}

/** The events of the outbox since the last call. */
export async function newEvents(): Promise<DomainEvent[]> {
  const rows = await database().execute<{ payload: DomainEvent }>(
    sql`with taken as (delete from outbox returning id, payload) select payload from taken order by id`,
  )
  return rows.map(({ payload }) => payload)
}

/** How many products have derived columns, and how many list rows have copies, that differ from what they are derived from. */
export async function staleRows(): Promise<number> {
  const everything = sql`select id from products`
  return await database()
    .transaction(async (tx) => {
      const products = await tx.execute(sql`${refreshDerivedColumns(everything)} returning p.id`)
      const copies = await tx.execute(sql`${refreshCategoryCopies(everything)} returning c.product_id`)
      throw new Counted(products.length + copies.length)
    })
    .catch((error: unknown) => {
      if (error instanceof Counted) return error.count
      throw error
    })
}

/** Carries the count out of a transaction that must not keep what it repaired. */
class Counted extends Error {
  constructor(readonly count: number) {
    super('counted')
  }
}
