import type { ProductFilters, ProductSort } from '@/lib/catalog/schemas'

/** What a list's address says, in the words of the address. Prices are major units there (`price=10-25`), facets `f=Colour:Red`. */
export type ListQuery = {
  q: string
  category: string | null
  price: { min: number | null; max: number | null } | null
  inStock: boolean
  rating: number | null
  facets: { name: string; value: string }[]
  sort: ProductSort | null
  cursor: string | null
}

type Params = Record<string, string | string[] | undefined>

const sorts = new Set<string>(['arranged', 'newest', 'price', '-price', 'rating', 'best_selling', 'relevance'])

/** Reads an address. What makes no sense there is left out: a person may have typed it, and a list is better than an error. */
export function readListQuery(params: Params): ListQuery {
  const sort = one(params.sort)
  const rating = Number(one(params.rating))
  return {
    q: plain(one(params.q)),
    category: plain(one(params.category)).toLowerCase() || null,
    price: readPrice(one(params.price)),
    inStock: one(params.stock) === '1',
    rating: rating >= 1 && rating <= 5 ? rating : null,
    facets: [params.f ?? []].flat().slice(0, 20).flatMap(readFacet),
    sort: sorts.has(sort) ? (sort as ProductSort) : null,
    cursor: one(params.cursor).slice(0, 1000) || null,
  }
}

/** The same as the domain takes it: prices in minor units. */
export function filtersOf(query: ListQuery, digits: number): Omit<ProductFilters, 'search' | 'name'> {
  const minor = (major: number) => Math.min(Math.round(major * 10 ** digits), 1_000_000_000_000)
  return {
    category: query.category ?? undefined,
    price_min: query.price?.min == null ? undefined : minor(query.price.min),
    price_max: query.price?.max == null ? undefined : minor(query.price.max),
    in_stock: query.inStock || undefined,
    rating_min: query.rating ?? undefined,
    facet: query.facets.length > 0 ? query.facets.map(({ name, value }) => `${name}=${value}`) : undefined,
  }
}

/** Writes the address again, in one fixed order so that the same list always has the same address. A change of filters starts at the first page. */
export function writeListQuery(query: ListQuery, changes: Partial<ListQuery> = {}): string {
  const next = { ...query, cursor: null, ...changes }
  const params = new URLSearchParams()
  if (next.q) params.set('q', next.q)
  if (next.category) params.set('category', next.category)
  if (next.price) params.set('price', writePrice(next.price))
  if (next.inStock) params.set('stock', '1')
  if (next.rating) params.set('rating', String(next.rating))
  for (const { name, value } of next.facets) params.append('f', `${name}:${value}`)
  if (next.sort) params.set('sort', next.sort)
  if (next.cursor) params.set('cursor', next.cursor)
  return params.toString()
}

export const writePrice = ({ min, max }: NonNullable<ListQuery['price']>): string => `${min ?? ''}-${max ?? ''}`

export const isFiltered = ({ category, price, inStock, rating, facets }: ListQuery): boolean =>
  category !== null || price !== null || inStock || rating !== null || facets.length > 0

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? ''

/** Without what Postgres cannot store and beyond what a person types. */
const plain = (text: string) => text.replaceAll('\u0000', '').trim().slice(0, 200)

function readPrice(text: string): ListQuery['price'] {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)?-(\d{1,9}(?:\.\d{1,3})?)?$/.exec(text)
  if (!match || (!match[1] && !match[2])) return null
  return { min: match[1] ? Number(match[1]) : null, max: match[2] ? Number(match[2]) : null }
}

function readFacet(text: string): ListQuery['facets'] {
  const at = text.indexOf(':')
  if (at < 1 || at === text.length - 1 || text.length > 200 || text.includes('\u0000') || text.slice(0, at).includes('=')) return []
  return [{ name: text.slice(0, at), value: text.slice(at + 1) }]
}
