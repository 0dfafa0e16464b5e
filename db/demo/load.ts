import { eq, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { refreshCategoryCopies, refreshDerivedColumns, refreshStockSum } from '@/db/product-columns'
import * as catalog from '@/db/schema/catalog'
import { categoryProducts } from '@/db/schema/catalog-lists'
import { inventoryMovements } from '@/db/schema/inventory'
import { settings } from '@/db/schema/platform'
import { reviews } from '@/db/schema/reviews'
import { demoCategories, demoProducts } from './demo-catalogue'
import { type PlannedPicture, planPictures } from './pictures'
import { blurOf } from './render-pictures'
import { type DemoRows, demoRows } from './rows'

/** One number for "the demo catalogue is being loaded": two processes that start together load it once. */
const DEMO_LOCK = 7_301_944
const ROWS_PER_STATEMENT = 500

export type LoadProgress = { done: number; total: number }
export type LoadResult = { loaded: boolean; products: number; variants: number }

/**
 * Fills an empty shop with the demo catalogue, whole or not at all, in a few seconds. A shop that has had it, or that has products
 * of its own, is left alone: `loaded` is then false. Pictures are named here and drawn by `renderPictures`.
 */
export async function loadDemoCatalogue(url: string, { onProgress }: { onProgress?: (progress: LoadProgress) => void } = {}): Promise<LoadResult> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  const db = drizzle(client, { casing: 'snake_case' })
  try {
    if (await hasCatalogue(db)) return { loaded: false, products: 0, variants: 0 }
    const blurs = await blursOf(planPictures(demoCategories, demoProducts))
    return await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${DEMO_LOCK})`)
      if (await hasCatalogue(tx)) return { loaded: false, products: 0, variants: 0 }
      const rows = demoRows({ categories: demoCategories, products: demoProducts, blurs, now: new Date() })
      await write(tx, rows, onProgress)
      await tx.update(settings).set({ demoLoadedAt: new Date() })
      return { loaded: true, products: rows.products.length, variants: rows.variants.length }
    })
  } finally {
    await client.end({ timeout: 5 })
  }
}

type Writer = Pick<PostgresJsDatabase, 'insert' | 'execute' | 'select'>

async function hasCatalogue(db: Writer): Promise<boolean> {
  const [row] = await db
    .select({ loadedAt: settings.demoLoadedAt, hasProducts: sql<boolean>`exists (select from products)` })
    .from(settings)
    .where(eq(settings.id, 1))
  return row !== undefined && (row.loadedAt !== null || row.hasProducts)
}

async function blursOf(pictures: PlannedPicture[]): Promise<Map<string, string>> {
  const blurs = new Map<string, string>()
  const queue = pictures.values()
  const work = async () => {
    for (const { hash, recipe } of queue) blurs.set(hash, await blurOf(recipe))
  }
  await Promise.all([work(), work(), work(), work()])
  return blurs
}

/** Parents before children; then what the database derives from them. */
async function write(tx: Writer, rows: DemoRows, onProgress?: (progress: LoadProgress) => void): Promise<void> {
  const steps: [PgTable, Record<string, unknown>[]][] = [
    [catalog.categories, rows.categories],
    [catalog.products, rows.products],
    [catalog.productImages, rows.images],
    [catalog.productVariants, rows.variants],
    [categoryProducts, rows.categoryProducts],
    [catalog.productRecommendations, rows.recommendations],
    [reviews, rows.reviews],
    [inventoryMovements, rows.movements],
  ]
  const total = steps.reduce((sum, [, list]) => sum + list.length, 0)
  let done = 0
  for (const [table, list] of steps) {
    for (let start = 0; start < list.length; start += ROWS_PER_STATEMENT) {
      const part = list.slice(start, start + ROWS_PER_STATEMENT)
      await tx.insert(table).values(part as never)
      done += part.length
      onProgress?.({ done, total })
    }
  }
  await derive(tx)
}

async function derive(tx: Writer): Promise<void> {
  await tx.execute(sql`
    insert into inventory_levels (variant_id, product_id, on_hand, reserved, is_counted)
    select v.id, v.product_id, coalesce(sum(m.on_hand_delta), 0), coalesce(sum(m.reserved_delta), 0), v.is_active and p.track_inventory
    from product_variants v join products p on p.id = v.product_id left join inventory_movements m on m.variant_id = v.id group by v.id, p.id`)
  await tx.execute(sql`insert into product_stock (product_id) select id from products`)
  await tx.execute(sql`
    insert into product_sales (product_id, sold)
    select v.product_id, -coalesce(sum(m.on_hand_delta), 0)
    from product_variants v left join inventory_movements m on m.variant_id = v.id and m.kind in ('sold', 'returned') group by v.product_id`)
  const everything = sql`select id from products`
  await tx.execute(refreshDerivedColumns(everything))
  await tx.execute(refreshCategoryCopies(everything))
  await tx.execute(refreshStockSum(everything))
}
