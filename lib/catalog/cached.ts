import { cacheLife, cacheTag } from 'next/cache'
import { database } from '@/db/client'
import { systemCtx } from '@/lib/core/context'
import { tags } from '@/lib/core/tags'
import { lifetimes } from '@/lib/platform/cache/lifetimes'
import { readSettings, type ShopSettings } from '@/lib/settings/read-settings'
import { findCategory } from './find-category'
import { findMovedCategory, findMovedProduct } from './find-moved'
import { findProduct } from './find-product'
import { type CategoryPlace, listAllCategories } from './list-all-categories'
import { listCategories } from './list-categories'
import { listProducts } from './list-products'
import { countSitemapShards, listProductSlugs, listSitemapCategories, listSitemapProducts, type SitemapEntry } from './list-sitemap'
import type { CategoryDetail, CategoryNode, ProductCard, ProductDetail, ProductPage } from './schemas'

/*
 * What the static pages read. Every answer carries the tags of all it shows, so that a write takes exactly these pages down;
 * the lifetimes (R93–R98) only bound what is never asked for again. Nothing here throws what a person can cause: an error
 * thrown inside 'use cache' loses its class in production, so absence is null.
 */

const ctx = systemCtx('cache')

/** What is never invalidated leaves the cache after a week. */
function live(seconds: number): void {
  cacheLife({ stale: 30, revalidate: seconds, expire: 604_800 })
  cacheTag(tags.settings)
}

/** An answer may carry 128 tags at most: lists show at most 100 products. */
function tagProducts(products: { id: ProductCard['id'] }[]): void {
  if (products.length > 0) cacheTag(...new Set(products.map((product) => tags.product(product.id))))
}

export type Home = {
  featured: ProductCard[]
  newest: ProductCard[]
  bestRated: ProductCard[]
  bestSellers: ProductCard[]
  categories: CategoryNode[]
}

export async function getHome(): Promise<Home> {
  'use cache'
  live(lifetimes.products_list)
  cacheTag(tags.productsPage1)
  const shelf = async (sort: 'newest' | 'rating' | 'best_selling') => (await listProducts(ctx, { sort, page_size: 12 })).data
  const [featured, newest, bestRated, bestSellers, categories] = await Promise.all([
    getFeatured(),
    shelf('newest'),
    shelf('rating'),
    shelf('best_selling'),
    getCategoryTree(),
  ])
  tagProducts([...featured, ...newest, ...bestRated, ...bestSellers])
  return { featured, newest, bestRated, bestSellers, categories }
}

/** The newest twelve featured products. */
async function getFeatured(): Promise<ProductCard[]> {
  'use cache'
  live(lifetimes.featured_products)
  cacheTag(tags.featured)
  const { data } = await listProducts(ctx, { featured: true, page_size: 12 })
  tagProducts(data)
  return data
}

/** The active categories as a tree. */
export async function getCategoryTree(): Promise<CategoryNode[]> {
  'use cache'
  live(lifetimes.categories_list_root)
  cacheTag(tags.categoriesRoot)
  return listCategories(ctx)
}

/** Every category for staff, hidden ones too, for the choices of their lists and editors. Only pages of the dashboard read it. */
export async function getAllCategories(): Promise<CategoryPlace[]> {
  'use cache'
  live(lifetimes.categories_list_root)
  cacheTag(tags.categoriesRoot)
  return listAllCategories(ctx)
}

export type CategoryPage = { category: CategoryDetail; products: ProductPage }

/** How many products the first page of a category shows. */
const CATEGORY_PAGE_SIZE = 24

/** A category with its first page in default order, or null when there is none. */
export async function getCategoryPage(slug: string): Promise<CategoryPage | null> {
  'use cache'
  live(lifetimes.categories_list_root)
  const category = await findCategory(ctx, slug)
  if (!category) {
    // Whoever makes the category invalidates the tree.
    cacheTag(tags.categoriesRoot)
    return null
  }
  cacheTag(tags.category(category.id), ...category.ancestors.map((ancestor) => tags.categoryName(ancestor.id)))
  const products = await listProducts(ctx, { category: slug, sort: category.default_sort, page_size: CATEGORY_PAGE_SIZE })
  tagProducts(products.data)
  return { category, products }
}

/** Everything a product's page shows, or null when there is none or it is withdrawn. */
export async function getProductPage(slug: string): Promise<ProductDetail | null> {
  'use cache'
  live(lifetimes.product_detail)
  cacheTag(tags.productDetail(slug))
  const product = await findProduct(ctx, slug)
  if (!product) return null
  cacheTag(...product.breadcrumbs.map((crumb) => tags.categoryName(crumb.id)))
  tagProducts([product, ...product.recommendations])
  return product
}

/** The slug under which a product is found now that was at this one before, or null. Asked when there is no product. */
export async function getMovedProduct(slug: string): Promise<string | null> {
  'use cache'
  live(lifetimes.product_detail)
  cacheTag(tags.productDetail(slug))
  const moved = await findMovedProduct(ctx, slug)
  if (moved) cacheTag(tags.product(moved.id))
  return moved?.is_active ? moved.slug : null
}

/** The slug under which a category is found now that was at this one before, or null. Asked when there is no category. */
export async function getMovedCategory(slug: string): Promise<string | null> {
  'use cache'
  live(lifetimes.categories_list_root)
  cacheTag(tags.categoriesRoot)
  return findMovedCategory(ctx, slug)
}

export async function getSettings(): Promise<ShopSettings> {
  'use cache'
  live(lifetimes.categories_list_root)
  return readSettings(database())
}

/** Slugs of the best-selling products, for `generateStaticParams`. */
export async function getProductSlugs(limit: number): Promise<string[]> {
  'use cache'
  live(lifetimes.categories_list_root)
  return listProductSlugs(ctx, limit)
}

export async function getSitemapShards(): Promise<number> {
  'use cache'
  live(lifetimes.categories_list_root)
  return countSitemapShards(ctx)
}

/** Products of one sitemap file, counted from 0. Search engines come rarely: an hour's age is fine, and no write drops these. */
export async function getSitemapProducts(shard: number): Promise<SitemapEntry[]> {
  'use cache'
  live(lifetimes.categories_list_root)
  return listSitemapProducts(ctx, shard)
}

export async function getSitemapCategories(): Promise<SitemapEntry[]> {
  'use cache'
  live(lifetimes.categories_list_root)
  cacheTag(tags.categoriesRoot)
  return listSitemapCategories(ctx)
}
