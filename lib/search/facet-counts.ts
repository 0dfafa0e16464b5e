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
export type CountRow = { facet: string; base: string; value: string; label: string | null; count: number }

/** The row that the statement returns: each count as a list of five, which costs a third of as many rows. */
export type CountsRow = {
  currency: string
  locale: string
  counts: [facet: string, base: string, value: string, label: string | null, count: number][]
}

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
    pivoted(price, priceCounts),
    pivoted(stock, [{ facet: 'in_stock', value: 'true', condition: sql`in_stock` }]),
    pivoted(rating, ratingCounts),
    categoryCounts(category, filters.category),
    attributeCounts('main', names.length > 0 ? sql`split_part(fv, '=', 1) <> all (${sql.param(names)}::text[])` : sql`true`),
    ...chosen.map(({ name, base }) => attributeCounts(base, sql`split_part(fv, '=', 1) = ${name}`)),
  ]
  const sizes = [...bases.keys()].map(
    (base) => sql`select 'size' as facet, ${base} as base, '' as value, null as label, count(*) as count from ${sql.raw(base)}`,
  )
  const sets = [...bases].map(([name, products]) => sql`${sql.raw(name)} as materialized (${products})`)
  if (filters.search) sets.unshift(askedCte(filters.search))
  return sql`${isNarrowed(filters) ? sql.raw(PLAN_AFRESH) : sql``} with ${sql.join(sets, sql`, `)}
    select settings.currency, settings.locale, (
      select json_agg(json_build_array(counted.facet, counted.base, counted.value, counted.label, counted.count))
      from (${sql.join([...sizes, ...counts], sql` union all `)}) counted
    ) as counts from settings`
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

/** Unnested in the select list, which takes a third of the time that a function call for each product takes. */
const attributeCounts = (base: string, condition: SQL): SQL =>
  sql`select 'attribute', ${base}, fv, null, count(*) from (select unnest(facet_values) as fv from ${sql.raw(base)}) found where ${condition} group by fv`

/** A count that takes a look at each product: its facet, its value, and when a product counts. */
type Count = { facet: string; value: string; condition: SQL }

/** Several counts in one pass; what counts nothing is left out. */
function pivoted(base: string, counts: readonly Count[]): SQL {
  const columns = counts.map(({ condition }, index) => sql`count(*) filter (where ${condition}) as ${sql.raw(`c${index}`)}`)
  const rows = counts.map(({ facet, value }, index) => sql`(${sql.raw(`'${facet}', '${value}'`)}, ${sql.raw(`c${index}`)})`)
  return sql`select pivot.facet, ${base}, pivot.value, null, pivot.count
    from (select ${sql.join(columns, sql`, `)} from ${sql.raw(base)}) c cross join lateral (values ${sql.join(rows, sql`, `)}) pivot (facet, value, count)
    where pivot.count > 0`
}

const priceCounts: Count[] = priceBounds.map((from, index) => {
  const to = priceBounds[index + 1]
  const high = to === undefined ? sql`` : sql`and price_min_minor <= ${sql.raw(String(to))}`
  return { facet: 'price', value: `${from}-${to ?? ''}`, condition: sql`price_min_minor >= ${sql.raw(String(from))} ${high}` }
})

const ratingCounts: Count[] = [4, 3, 2].map((stars) => ({
  facet: 'rating',
  value: String(stars),
  condition: sql`rating_average >= ${sql.raw(String(stars))}`,
}))
