import { and, asc, desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { categories, products } from '@/db/schema/catalog'
import { productSales } from '@/db/schema/catalog-lists'
import type { Ctx } from '@/lib/core/context'

/** Addresses in one file of the sitemap; the protocol allows 50,000 (sitemaps.org). */
const SITEMAP_SHARD_SIZE = 5_000

export type SitemapEntry = { slug: string; updatedAt: Date }

/** How many files the active products fill. One statement. */
export async function countSitemapShards(_ctx: Ctx): Promise<number> {
  const count = await database().$count(products, eq(products.isActive, true))
  return Math.max(1, Math.ceil(count / SITEMAP_SHARD_SIZE))
}

/** The products of one file, oldest first, so that new products only ever change the last one. `shard` counts from 0. One statement. */
export function listSitemapProducts(_ctx: Ctx, shard: number): Promise<SitemapEntry[]> {
  return database()
    .select({ slug: products.slug, updatedAt: products.updatedAt })
    .from(products)
    .where(eq(products.isActive, true))
    .orderBy(asc(products.createdAt), asc(products.id))
    .limit(SITEMAP_SHARD_SIZE)
    .offset(shard * SITEMAP_SHARD_SIZE)
}

/** One statement. */
export function listSitemapCategories(_ctx: Ctx): Promise<SitemapEntry[]> {
  return database()
    .select({ slug: categories.slug, updatedAt: categories.updatedAt })
    .from(categories)
    .where(eq(categories.isActive, true))
    .orderBy(asc(categories.slug))
}

/** Slugs of the best-selling active products: what a build renders ahead. One statement. */
export async function listProductSlugs(_ctx: Ctx, limit: number): Promise<string[]> {
  const rows = await database()
    .select({ slug: products.slug })
    .from(productSales)
    .innerJoin(products, and(eq(products.id, productSales.productId), eq(products.isActive, true)))
    .orderBy(desc(productSales.sold), desc(productSales.productId))
    .limit(limit)
  return rows.map((row) => row.slug)
}
