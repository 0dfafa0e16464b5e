import { type SQL, sql } from 'drizzle-orm'
import type { ProductFilters } from './schemas'

/** Groups of filters that a facet leaves out when it counts its own values. */
export type FilterGroup = 'category' | 'price' | 'in_stock' | 'rating' | `facet:${string}`

/**
 * Conditions on `products p` and `product_stock s` that narrow a list (R47, R48, R50, R51), without the category: lists read
 * that from the narrow table. `except` leaves one group out.
 */
export function filterConditions(filters: ProductFilters, except?: FilterGroup): SQL[] {
  const conditions: SQL[] = []
  if (filters.name) conditions.push(sql`p.name ilike ${`%${escapeLike(filters.name)}%`}`)
  if (except !== 'price') {
    if (filters.price_min !== undefined) conditions.push(sql`p.price_min_minor >= ${filters.price_min}`)
    if (filters.price_max !== undefined) conditions.push(sql`p.price_min_minor <= ${filters.price_max}`)
  }
  if (filters.in_stock !== undefined && except !== 'in_stock') conditions.push(filters.in_stock ? isInStock : sql`not ${isInStock}`)
  if (filters.rating_min && except !== 'rating') conditions.push(sql`p.rating_average >= ${filters.rating_min}`)
  if (filters.featured !== undefined) conditions.push(sql`p.is_featured = ${filters.featured}`)
  for (const [name, values] of facetGroups(filters.facet)) {
    if (except !== `facet:${name}`) conditions.push(sql`p.facet_values && ${sql.param(values)}::text[]`)
  }
  return conditions
}

/** What is not tracked never runs out. */
export const isInStock: SQL = sql`(not p.track_inventory or coalesce(s.quantity, 0) > 0)`

/** `['Colour=Red', 'Colour=Blue', 'Size=M']` by name: the values of one name are alternatives, the names all have to hold. */
export function facetGroups(facets: string[] = []): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const facet of facets) {
    const name = facet.slice(0, facet.indexOf('='))
    groups.set(name, [...(groups.get(name) ?? []), facet])
  }
  return groups
}

/** The id of an active category by its slug in any case (R49); null in SQL when there is none, and then nothing is in it. */
export const categoryIdOf = (slug: string): SQL => sql`(select c.id from categories c where c.slug = ${slug.toLowerCase()} and c.is_active)`

/** Source: PostgreSQL manual, 9.7.1: `%`, `_` and the escape character itself. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
