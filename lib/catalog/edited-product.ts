import type { ProductOption } from '@/db/schema/catalog'
import { DomainError } from '@/lib/core/errors'
import { newId, type VariantId } from '@/lib/core/ids'
import type { ProductState, VariantState } from './product-state'
import { requireHigherComparePrice } from './require-higher-compare-price'
import { requireOptionsFit } from './require-options-fit'
import type { EditedVariant, ProductEdit } from './write-schemas'

export type StockMove = { variant_id: VariantId; delta: number }

/**
 * What a product becomes by an edit, and the units that move with it. Pure.
 * @throws not_found for a variant of another product, invalid_input for what does not fit together
 */
export function editedProduct(
  before: ProductState,
  { variants: edited, stock = [], ...fields }: ProductEdit,
): { after: ProductState; moves: StockMove[] } {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<ProductState>
  const merged = { ...before, ...given }
  const { variants, moves } = edited ? editedVariants(before, edited) : { variants: before.variants, moves: [] }
  const after: ProductState = {
    ...merged,
    category_ids: [...new Set(merged.category_ids)].filter((id) => id !== merged.primary_category_id).sort(),
    recommended_ids: [...new Set(merged.recommended_ids)],
    options: withValuesOf(merged.options, variants),
    variants,
  }
  requireHigherComparePrice(after.price_minor, after.compare_price_minor)
  if (edited || given.options) requireVariantsFit(after)
  return { after, moves: [...moves, ...stock].filter(({ delta }) => delta !== 0) }
}

/** In the order in which they are given; those that are left out come last and are switched off. */
function editedVariants(before: ProductState, edited: EditedVariant[]): { variants: VariantState[]; moves: StockMove[] } {
  const known = new Set(before.variants.map(({ id }) => id))
  if (edited.some(({ id }) => id && !known.has(id))) throw new DomainError('not_found', { detail: 'This product has no such variant.' })
  const listed = edited.map(({ id = newId<VariantId>(), stock_delta = 0, ...variant }) => ({ variant: { id, ...variant }, stock_delta }))
  const left = before.variants.filter(({ id }) => listed.every(({ variant }) => variant.id !== id))
  return {
    variants: [...listed.map(({ variant }) => variant), ...left.map((variant) => ({ ...variant, is_active: false }))],
    moves: listed.map(({ variant, stock_delta }) => ({ variant_id: variant.id, delta: stock_delta })),
  }
}

/** A value that a variant has and its option had not is added to the option. */
const withValuesOf = (options: ProductOption[], variants: VariantState[]): ProductOption[] =>
  options.map(({ name, values }) => {
    const further = variants.filter(({ is_active }) => is_active).flatMap((variant) => variant.options[name] ?? [])
    return { name, values: [...new Set([...values, ...further])] }
  })

/** What is switched off need not fit: its options may be of a time when the product had others. */
function requireVariantsFit({ variants, options, price_minor }: ProductState): void {
  const names = options.map(({ name }) => name)
  const taken: Record<string, string>[] = []
  for (const [index, variant] of variants.entries()) {
    const at = `/variants/${index}`
    if (variants.findIndex(({ sku }) => sku === variant.sku) !== index)
      throw new DomainError('invalid_input', { errors: [{ pointer: `${at}/sku`, detail: `Two variants have the SKU ${variant.sku}.` }] })
    if (!variant.is_active) continue
    requireHigherComparePrice(variant.price_minor ?? price_minor, variant.compare_price_minor, at)
    requireOptionsFit(variant.options, { names, taken, at })
    taken.push(variant.options)
  }
  if (taken.length === 0)
    throw new DomainError('invalid_input', { errors: [{ pointer: '/variants', detail: 'At least one variant has to be for sale.' }] })
}
