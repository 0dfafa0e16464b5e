import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { DomainError } from '@/lib/core/errors'
import { formatMoney } from '@/lib/core/format-money'
import { money } from '@/lib/core/money'
import { readSettings } from '@/lib/settings/read-settings'
import { versionOf } from './change-product'
import type { LockedProduct } from './lock-product'
import { differenceOf, type ProductState, readState } from './product-state'
import type { ProductEdit } from './write-schemas'

/** Somebody else has saved it: what it is now, where that differs from what was seen. For the editor's `changes`. */
export async function staleProduct(tx: Tx, product: LockedProduct, { stock: _, ...seen }: ProductEdit): Promise<DomainError> {
  const state = await readState(tx, product)
  const { currency, locale } = await readSettings(tx)
  const { before: now } = differenceOf(state, seen as Partial<ProductState>)
  const say: Say = {
    price: (minor) => (minor === null ? '' : formatMoney(money(minor, currency), locale)),
    names: (table, ids) => namesOf(tx, table, ids),
  }
  const changes = await Promise.all(
    (Object.keys(now) as (keyof ProductState)[]).map(async (field) => ({ label: labels[field], theirs: await theirs(field, state, seen, say) })),
  )
  return new DomainError('stale', {
    detail: 'Somebody else has saved this product since you opened it. Look at their changes, then save again.',
    extra: { version: versionOf(product), changes },
  })
}

const labels: Record<keyof ProductState, string> = {
  name: 'The name',
  slug: 'The address',
  description: 'The description',
  sku: 'The SKU',
  status: 'The status',
  price_minor: 'The price',
  compare_price_minor: 'The former price',
  primary_category_id: 'The main category',
  category_ids: 'The list of further categories',
  attributes: 'The list of facts',
  is_featured: 'Its place on the home page',
  track_inventory: 'Counting its stock',
  low_stock_threshold: 'The stock threshold',
  weight_grams: 'The weight',
  seo_title: 'The title for search engines',
  seo_description: 'The text for search engines',
  options: 'The list of options',
  variants: 'The list of variants',
  recommended_ids: 'The list of recommendations',
}

type Say = { price(minor: number | null): string; names(table: 'categories' | 'products', ids: string[]): Promise<string> }

async function theirs(field: keyof ProductState, state: ProductState, seen: ProductEdit, say: Say): Promise<string> {
  switch (field) {
    case 'price_minor':
    case 'compare_price_minor':
      return say.price(state[field])
    case 'primary_category_id':
      return say.names('categories', [state.primary_category_id])
    case 'category_ids':
      return say.names('categories', state.category_ids)
    case 'recommended_ids':
      return say.names('products', state.recommended_ids)
    case 'attributes':
      return Object.entries(state.attributes)
        .map(([name, value]) => `${name}: ${value}`)
        .join(', ')
    case 'options':
      return state.options.map(({ name, values }) => `${name}: ${values.join(', ')}`).join('; ')
    case 'variants':
      return variantsInWords(state, seen, say)
    case 'is_featured':
    case 'track_inventory':
      return state[field] ? 'on' : 'off'
    default:
      return String(state[field])
  }
}

/** Those that are not as they were seen. */
function variantsInWords({ variants }: ProductState, seen: ProductEdit, { price }: Say): string {
  const changed = variants.filter((variant) => {
    const former = seen.variants?.find(({ id }) => id === variant.id)
    return !former || JSON.stringify(variant) !== JSON.stringify({ ...former, stock_delta: undefined })
  })
  return changed.map(({ sku, price_minor, is_active }) => [sku, price(price_minor), is_active ? '' : 'off'].filter(Boolean).join(' ')).join(', ')
}

async function namesOf(tx: Tx, table: 'categories' | 'products', ids: string[]): Promise<string> {
  const rows = await tx.execute<{ name: string }>(sql`
    select t.name from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality g
    join ${sql.raw(table)} t on t.id = g.value::uuid order by g.ordinality`)
  return rows.map(({ name }) => name).join(', ')
}
