import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { formatMoney } from '@/lib/core/format-money'
import { money } from '@/lib/core/money'
import { readSettings } from '@/lib/settings/read-settings'
import type { BulkEdited } from './bulk-schemas'
import type { Plan } from './change-product'
import type { ProductState } from './product-state'

type Difference = BulkEdited['rows'][number]

const statusWords: Record<ProductState['status'], string> = { active: 'For sale', draft: 'Draft', archived: 'Archived' }

/** What changes at each product and each variant that is for sale, in words: from, and to. Two statements. */
export async function differencesOf(tx: Tx, plans: Plan[]): Promise<Difference[]> {
  const { currency, locale } = await readSettings(tx)
  const inMoney = (minor: number) => formatMoney(money(minor, currency), locale)
  const { names, units } = await wordsFor(tx, plans)
  return plans.flatMap((plan) => [...prices(plan, inMoney), ...statuses(plan), ...places(plan, names), ...stocks(plan, units)])
}

/** What people pay for each variant. */
function prices({ product, state, wanted }: Plan, inMoney: (minor: number) => string): Difference[] {
  return state.variants.flatMap(({ id, sku, price_minor, is_active }) => {
    const next = wanted.variants.find((variant) => variant.id === id)
    const [was, is] = [price_minor ?? state.price_minor, next?.price_minor ?? wanted.price_minor]
    return is_active && was !== is ? [{ product: product.name, detail: sku, from: inMoney(was), to: inMoney(is) }] : []
  })
}

const statuses = ({ product, before, after }: Plan): Difference[] =>
  before.status && after.status ? [{ product: product.name, detail: 'Status', from: statusWords[before.status], to: statusWords[after.status] }] : []

function places({ product, state, wanted }: Plan, names: Map<string, string>): Difference[] {
  const all = ({ primary_category_id, category_ids }: ProductState) =>
    [primary_category_id, ...category_ids].map((id) => names.get(id) ?? '').join(', ')
  const [from, to] = [all(state), all(wanted)]
  return from === to ? [] : [{ product: product.name, detail: 'Categories', from, to }]
}

const stocks = ({ product, state, moves }: Plan, units: Map<string, number>): Difference[] =>
  moves.map(({ variant_id, delta }) => {
    const was = units.get(variant_id) ?? 0
    const sku = state.variants.find(({ id }) => id === variant_id)?.sku ?? ''
    return { product: product.name, detail: sku, from: `${was} on hand`, to: `${was + delta} on hand` }
  })

async function wordsFor(tx: Tx, plans: Plan[]): Promise<{ names: Map<string, string>; units: Map<string, number> }> {
  const categories = plans.flatMap(({ state, wanted }) => [state, wanted].flatMap((of) => [of.primary_category_id, ...of.category_ids]))
  const moved = plans.flatMap(({ moves }) => moves.map(({ variant_id }) => variant_id))
  const rows = await tx.execute<{ id: string; name: string | null; on_hand: number | null }>(sql`
    select c.id, c.name, null::int as on_hand from categories c
    where c.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify([...new Set(categories)])}::jsonb))
    union all
    select l.variant_id, null, l.on_hand from inventory_levels l
    where l.variant_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(moved)}::jsonb))`)
  return {
    names: new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]]))),
    units: new Map(rows.flatMap(({ id, on_hand }) => (on_hand === null ? [] : [[id, on_hand]]))),
  }
}
