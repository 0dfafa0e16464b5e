import { DomainError } from '@/lib/core/errors'
import type { VariantId } from '@/lib/core/ids'
import { MAX_LINE_QUANTITY } from './schemas'

/** A variant as the cart's writes see it. */
export type Candidate = {
  name: string
  is_active: boolean
  /** Null when stock is not tracked. */
  available: number | null
}

/** Says what is left. `extra.available` is the number for programs. */
export function outOfStock({ name, available }: Candidate, variantId: VariantId, requested: number, inCart = 0): DomainError {
  const left = available ?? 0
  return new DomainError('out_of_stock', {
    detail: sentence(name, left, inCart),
    extra: { available: left, lines: [{ variant_id: variantId, requested: requested + inCart, available: left }] },
  })
}

function sentence(name: string, left: number, inCart: number): string {
  if (left === 0) return `${name} is sold out.`
  if (inCart >= left) return left === 1 ? `Only 1 of ${name} is left, and it is in your cart.` : `Only ${left} of ${name} are left, all in your cart.`
  const isOrAre = left === 1 ? 'is' : 'are'
  return inCart > 0 ? `Only ${left} of ${name} ${isOrAre} left, and ${inCart} already in your cart.` : `Only ${left} of ${name} ${isOrAre} left.`
}

export const withdrawn = () => new DomainError('not_found', { detail: 'This item is no longer sold.' })

export const tooMany = () =>
  new DomainError('invalid_input', { errors: [{ pointer: '/quantity', detail: `You can order at most ${MAX_LINE_QUANTITY} of one item.` }] })

export const noSuchLine = () => new DomainError('not_found', { detail: 'This item is no longer in your cart.' })
