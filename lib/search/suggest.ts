import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import type { PictureRef } from '@/db/schema/catalog'
import { escapeLike } from '@/lib/catalog/list-filters'
import { pictureView } from '@/lib/catalog/pictures'
import type { Suggestions } from '@/lib/catalog/schemas'
import type { Ctx } from '@/lib/core/context'
import { money } from '@/lib/core/money'
import { correctWords } from './correct-words'
import { askedCte, hitsOf, isOneWord, rankOf } from './match'

export const Suggest = z.object({ q: z.string().trim().max(200).default('') })
export type Suggest = z.infer<typeof Suggest>

const PRODUCTS = 6
const CATEGORIES = 3
/** Hits that are looked at: a person is typing. */
const HITS = 200
/** Words that begin with what was typed, the shortest first. */
const BEGINNINGS = 8

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
  const [row] = await database().execute<Row>(sql`select ${productsJson(q)} as products, ${categoriesJson(q)} as categories`)
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
  const rank = rankOf(q, { vector: sql`hits.search_vector`, skus: sql`hits.sku_text` })
  const scope = { from: sql`products p`, conditions: [sql`p.is_active`], columns: sql`p.id, p.search_vector, p.sku_text` }
  const gate = isOneWord(q) ? sql`(select count(*) from named) < ${sql.raw(String(PRODUCTS))}` : sql`true`
  return sql`(
    with ${askedCte(q)}, ${isOneWord(q) ? sql`${namedCtes(q)},` : sql``} hits as materialized (${hitsOf(q, scope, HITS, { gate })}), ranked as (
      select found.id, max(found.rank) as rank from (
        ${isOneWord(q) ? sql`select named.id, named.rank from named union all` : sql``} select hits.id, ${rank} as rank from hits
      ) found group by found.id order by max(found.rank) desc, found.id desc limit ${sql.raw(String(PRODUCTS))}
    )
    select json_agg(json_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'price_min_minor', p.price_min_minor,
      'currency', (select currency from settings), 'picture', p.picture) order by ranked.rank desc, p.id desc)
    from ranked join products p on p.id = ranked.id)`
}

/** `named`: the best products whose names have the word, before those whose names have a word that begins with it. */
const namedCtes = (q: string): SQL => sql`beginnings as materialized (
    select lexeme, 1 as boost from asked where lexeme is not null
    union
    select distinct (tsvector_to_array(to_tsvector('english', w.word)))[1], 0 from (
      select word from search_words where word like ${`${escapeLike(q.toLowerCase())}%`} order by length(word), word limit ${sql.raw(String(BEGINNINGS))}
    ) w
  ), named as materialized (
    select best.id, max(best.rank + b.boost) as rank from beginnings b cross join lateral (
      select w.product_id as id, w.rank from product_words w join products p on p.id = w.product_id and p.is_active
      where w.word = b.lexeme order by w.rank desc, w.product_id desc limit ${sql.raw(String(PRODUCTS))}
    ) best group by best.id order by 2 desc, best.id desc limit ${sql.raw(String(PRODUCTS))}
  )`

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
