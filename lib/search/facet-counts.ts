import { type SQL, sql } from 'drizzle-orm'
import { PLAN_AFRESH } from '@/db/statements'
import { categoryIdOf, type FilterGroup, facetGroups, filterConditions, isInStock } from '@/lib/catalog/list-filters'
import type { ProductFilters } from '@/lib/catalog/schemas'
import { askedCte, hitsOf } from './match'

/** Products of a list that are looked at for one group of counts. */
export const SAMPLE = 600

/** Edges of price ranges in minor units; the last range is open. A range includes both of its edges, as the filters do. */
export const priceBounds = [0, 2_500, 5_000, 10_000, 20_000, 50_000] as const

/** One count. `base` is the set of products it was counted in; `facet` `size` is how many were looked at. */
export type CountRow = { facet: string; base: string; value: string; label: string | null; count: number; currency: string; locale: string }

/** Every count in one statement: a bounded set of products for all filters, one more for each group that has a filter of its own. */
export function facetStatement(filters: ProductFilters): SQL {
  const bases = new Map<string, SQL>([['main', productsOf(filters)]])
  const names = [...facetGroups(filters.facet).keys()]
  /** The set for a group: without its own filter when it has one. */
  const baseFor = (name: string, group: FilterGroup, isFiltered: boolean): string => {
    if (isFiltered) bases.set(name, productsOf(filters, group))
    return isFiltered ? name : 'main'
  }
  const price = baseFor('price', 'price', filters.price_min !== undefined || filters.price_max !== undefined)
  const stock = baseFor('stock', 'in_stock', filters.in_stock !== undefined)
  const rating = baseFor('rating', 'rating', Boolean(filters.rating_min))
  const category = baseFor('category', 'category', filters.category !== undefined)
  const chosen = names.map((name, index) => ({ name, base: baseFor(`chosen_${index}`, `facet:${name}`, true) }))

  const counts = [
    priceCounts(price),
    stockCounts(stock),
    ratingCounts(rating),
    categoryCounts(category, filters.category),
    sql`select 'attribute', 'main', fv, null, count(*) from main, unnest(facet_values) fv
      where split_part(fv, '=', 1) <> all (${sql.param(names)}::text[]) group by fv`,
    ...chosen.map(
      ({ name, base }) => sql`select 'attribute', ${base}, fv, null, count(*) from ${sql.raw(base)}, unnest(facet_values) fv
        where split_part(fv, '=', 1) = ${name} group by fv`,
    ),
  ]
  const sizes = [...bases.keys()].map(
    (base) => sql`select 'size' as facet, ${base} as base, '' as value, null as label, count(*) as count from ${sql.raw(base)}`,
  )
  const sets = [...bases].map(([name, products]) => sql`${sql.raw(name)} as materialized (${products})`)
  if (filters.search) sets.unshift(askedCte(filters.search))
  return sql`${isNarrowed(filters) ? sql.raw(PLAN_AFRESH) : sql``} with ${sql.join(sets, sql`, `)}
    select counted.facet, counted.base, counted.value, counted.label, counted.count::int as count, settings.currency, settings.locale
    from (${sql.join([...sizes, ...counts], sql` union all `)}) counted cross join settings`
}

function productsOf(filters: ProductFilters, except?: FilterGroup): SQL {
  const conditions = [sql`p.is_active`, ...filterConditions(filters, except)]
  const scope = except === 'category' ? categoryScope(filters.category ?? '') : filters.category === undefined ? null : categoryIdOf(filters.category)
  if (scope) conditions.push(sql`b.category_id = ${scope}`, sql`b.is_active`)
  const from = scope
    ? sql`category_products b join products p on p.id = b.product_id left join product_stock s on s.product_id = p.id`
    : sql`products p left join product_stock s on s.product_id = p.id`
  // With `created_at` among the columns the index that delivers a long category is the one by age: the sample is its newest
  // products, not its cheapest.
  const columns = sql`p.id, p.price_min_minor, p.rating_average, p.facet_values, ${isInStock} as in_stock, ${scope ? sql`b` : sql`p`}.created_at`
  if (filters.search) return hitsOf(filters.search, { from, conditions, columns }, SAMPLE + 1, { isNarrowed: isNarrowed(filters) })
  return sql`select ${columns} from ${from} where ${sql.join(conditions, sql` and `)} limit ${sql.raw(String(SAMPLE + 1))}`
}

/** Words alone are read by a plan that suits any of them. */
const isNarrowed = ({ search: _, ...filters }: ProductFilters): boolean => Object.values(filters).some((value) => value !== undefined)

/** Where the categories to choose from lie: in the chosen one, or in its parent when it has no children. */
const categoryScope = (slug: string): SQL => sql`(select case
    when exists (select from categories k where k.parent_id = c.id and k.is_active) then c.id else coalesce(c.parent_id, c.id) end
  from categories c where c.slug = ${slug} and c.is_active)`

function categoryCounts(base: string, slug: string | undefined): SQL {
  const choices = slug === undefined ? sql`c.parent_id is null` : sql`c.parent_id = ${categoryScope(slug)}`
  // The fence keeps this at one index lookup per product looked at.
  return sql`select 'category', ${base}, c.slug, c.name, listed.count from (
      select b.category_id, count(*) as count from ${sql.raw(base)} looked cross join lateral (
        select b.category_id from category_products b where b.product_id = looked.id offset 0
      ) b group by b.category_id
    ) listed join categories c on c.id = listed.category_id and c.is_active and ${choices}`
}

function priceCounts(base: string): SQL {
  const ranges = priceBounds.map((from, index) => sql`(${sql.raw(String(from))}, ${sql.raw(String(priceBounds[index + 1] ?? 'null'))}::bigint)`)
  return sql`select 'price', ${base}, range.low || '-' || coalesce(range.high::text, ''), null, count(*)
    from (values ${sql.join(ranges, sql`, `)}) range (low, high)
    join ${sql.raw(base)} looked on looked.price_min_minor >= range.low and (range.high is null or looked.price_min_minor <= range.high)
    group by range.low, range.high`
}

const stockCounts = (base: string): SQL =>
  sql`select 'in_stock', ${base}, 'true', null, count(*) from ${sql.raw(base)} where in_stock having count(*) > 0`

const ratingCounts = (base: string): SQL => sql`select 'rating', ${base}, stars.least::text, null, count(*)
  from (values (4), (3), (2)) stars (least) join ${sql.raw(base)} looked on looked.rating_average >= stars.least group by stars.least`
