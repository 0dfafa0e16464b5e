import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import type { PictureRef } from '@/db/schema/catalog'
import { PLAN_AFRESH } from '@/db/statements'
import { escapeLike } from '@/lib/catalog/list-filters'
import { pictureView } from '@/lib/catalog/pictures'
import type { Suggestions } from '@/lib/catalog/schemas'
import type { Ctx } from '@/lib/core/context'
import { money } from '@/lib/core/money'
import { correctWords } from './correct-words'
import { matchOf } from './match'

export const Suggest = z.object({ q: z.string().trim().max(200).default('') })
export type Suggest = z.infer<typeof Suggest>

const PRODUCTS = 6
const CATEGORIES = 3
/** Hits that are looked at: a person is typing. */
const HITS = 300

/**
 * What a person may mean while typing: up to six products with pictures, up to three categories. Nothing for less than two
 * characters. One statement; three when no product is found and words were corrected.
 */
export async function suggest(_ctx: Ctx, { q }: Suggest): Promise<Suggestions> {
  if (q.length < 2) return { products: [], categories: [] }
  const found = await read(q)
  if (found.products.length > 0) return found
  const corrected = await correctWords(q)
  if (corrected === null) return found
  const better = await read(corrected)
  return { products: better.products, categories: found.categories.length > 0 ? found.categories : better.categories }
}

type ProductRow = Omit<Suggestions['products'][number], 'price' | 'picture'> & {
  price_min_minor: number
  currency: string
  picture: PictureRef | null
}
type Row = { products: ProductRow[] | null; categories: Suggestions['categories'] | null }

async function read(q: string): Promise<Suggestions> {
  const [row] = await database().execute<Row>(sql`${sql.raw(PLAN_AFRESH)} select ${productsJson(q)} as products, ${categoriesJson(q)} as categories`)
  return {
    products: (row?.products ?? []).map(({ id, slug, name, price_min_minor, currency, picture }) => ({
      id,
      slug,
      name,
      price: money(price_min_minor, currency),
      picture: pictureView(picture),
    })),
    categories: row?.categories ?? [],
  }
}

function productsJson(q: string): SQL {
  const match = matchOf(q)
  return sql`(
    with hits as materialized (
      select p.id, p.search_vector, p.sku_text from products p where p.is_active and ${match.condition} limit ${sql.raw(String(HITS))}
    ), ranked as (
      select hits.id, ${match.rank({ vector: sql`hits.search_vector`, skus: sql`hits.sku_text` })} as rank
      from hits order by rank desc, hits.id desc limit ${sql.raw(String(PRODUCTS))}
    )
    select json_agg(json_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'price_min_minor', p.price_min_minor,
      'currency', (select currency from settings), 'picture', p.picture) order by ranked.rank desc, p.id desc)
    from ranked join products p on p.id = ranked.id)`
}

/** Categories are few: every name is looked at. Those that begin with the words come first. */
function categoriesJson(q: string): SQL {
  const words = escapeLike(q)
  return sql`(
    select json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'parent_name', c.parent_name))
    from (
      select c.id, c.slug, c.name, parent.name as parent_name
      from categories c left join categories parent on parent.id = c.parent_id
      where c.is_active and (c.name ilike ${`%${words}%`} or word_similarity(${q}, c.name) > 0.6)
      order by c.name ilike ${`${words}%`} desc, word_similarity(${q}, c.name) desc, c.position, c.name limit ${sql.raw(String(CATEGORIES))}
    ) c)`
}
