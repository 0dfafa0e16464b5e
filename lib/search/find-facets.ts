import { database } from '@/db/client'
import { facetGroups } from '@/lib/catalog/list-filters'
import type { Facets, ProductFilters } from '@/lib/catalog/schemas'
import type { Ctx } from '@/lib/core/context'
import { formatMoney } from '@/lib/core/format-money'
import { money } from '@/lib/core/money'
import { type CountRow, type CountsRow, facetStatement, priceBounds, SAMPLE } from './facet-counts'
import { inSizeOrder } from './in-size-order'

/** Counting of one value stops here. */
const VALUE_LIMIT = 500
const NAMES = 8
const VALUES = 12

/**
 * How many products each further filter would leave. A group is counted without its own filter, so that its other values stay
 * choosable; categories are the children of the chosen one, or its siblings when it has none. Attributes: the eight most
 * frequent names with up to twelve values each.
 *
 * Bounded: each count looks at no more than 600 products of the list. In a longer list counts are "at least" (`is_exact`
 * false). Words in `search` are taken as they are: after a correction pass `corrected_to`, and `some_of` where nothing has all. One statement.
 */
export async function findFacets(_ctx: Ctx, { q, ...asked }: ProductFilters): Promise<Facets> {
  const filters = { ...asked, search: asked.search || q }
  const [row] = await database().execute<CountsRow>(facetStatement(filters))
  const rows = (row?.counts ?? []).map(([facet, base, value, label, count]): CountRow => ({ facet, base, value, label, count }))
  const sizes = new Map(rows.filter((row) => row.facet === 'size').map((row) => [row.base, row.count]))
  const { currency, locale } = row ?? { currency: 'USD', locale: 'en-US' }

  const isWhole = (base: string) => (sizes.get(base) ?? 0) <= SAMPLE
  const value = (row: CountRow, label: string, isSelected: boolean): Facets['in_stock'][number] => ({
    value: row.value,
    label,
    count: Math.min(row.count, VALUE_LIMIT),
    is_exact: row.count <= VALUE_LIMIT && isWhole(row.base),
    is_selected: isSelected,
  })
  const of = (facet: string) => rows.filter((row) => row.facet === facet)
  const byCount = (a: CountRow, b: CountRow) => b.count - a.count || (a.value < b.value ? -1 : 1)
  const byNumber = (a: CountRow, b: CountRow) => Number.parseInt(a.value, 10) - Number.parseInt(b.value, 10)
  const total = sizes.get('main') ?? 0

  return {
    total: { count: Math.min(total, VALUE_LIMIT), is_exact: total <= VALUE_LIMIT },
    categories: of('category')
      .sort(byCount)
      .map((row) => value(row, row.label ?? row.value, row.value === filters.category)),
    prices: of('price')
      .sort(byNumber)
      .map((row) => value(row, priceLabel(row.value, currency, locale), row.value === chosenPrice(filters))),
    in_stock: of('in_stock').map((row) => value(row, 'In stock', filters.in_stock === true)),
    ratings: of('rating')
      .sort((a, b) => -byNumber(a, b))
      .map((row) => value(row, `${row.value} stars and up`, String(filters.rating_min) === row.value)),
    attributes: attributesOf(of('attribute'), filters, value),
  }
}

type ToValue = (row: CountRow, label: string, isSelected: boolean) => Facets['in_stock'][number]

/** Names with a chosen value stay whatever their count. */
function attributesOf(rows: CountRow[], filters: ProductFilters, value: ToValue): Facets['attributes'] {
  const chosen = facetGroups(filters.facet)
  const byName = new Map<string, CountRow[]>()
  for (const row of rows) {
    const name = row.value.slice(0, row.value.indexOf('='))
    byName.set(name, [...(byName.get(name) ?? []), row])
  }
  const weight = ([name, values]: [string, CountRow[]]) =>
    chosen.has(name) ? Number.POSITIVE_INFINITY : values.reduce((sum, row) => sum + row.count, 0)
  return [...byName]
    .sort((a, b) => weight(b) - weight(a) || (a[0] < b[0] ? -1 : 1))
    .slice(0, NAMES)
    .map(([name, values]) => {
      const isChosen = (row: CountRow) => chosen.get(name)?.includes(row.value) ?? false
      const sorted = values.sort((a, b) => Number(isChosen(b)) - Number(isChosen(a)) || b.count - a.count || (a.value < b.value ? -1 : 1))
      return { name, values: inSizeOrder(sorted.slice(0, VALUES).map((row) => value(row, row.value.slice(name.length + 1), isChosen(row)))) }
    })
}

function chosenPrice({ price_min, price_max }: ProductFilters): string | null {
  return price_min === undefined && price_max === undefined ? null : `${price_min ?? 0}-${price_max ?? ''}`
}

function priceLabel(range: string, currency: string, locale: string): string {
  const [from = '', to = ''] = range.split('-')
  const text = (amount: string) => formatMoney(money(Number(amount), currency), locale).replace(/[.,]00$/, '')
  if (to === '') return `${text(from)} and up`
  return Number(from) === priceBounds[0] ? `Up to ${text(to)}` : `${text(from)} – ${text(to)}`
}
