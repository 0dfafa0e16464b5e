import { constraintName } from '@/db/transaction'
import { DomainError } from '@/lib/core/errors'

const sentences: Record<string, { pointer: string; detail: string }> = {
  products_slug: { pointer: '/slug', detail: 'Another product has this address. Choose another one.' },
  products_sku: { pointer: '/sku', detail: 'Another product has this SKU. Choose another one.' },
  product_variants_sku: { pointer: '/sku', detail: 'Another variant has this SKU. Choose another one.' },
  categories_slug: { pointer: '/slug', detail: 'Another category has this address. Choose another one.' },
}

/** Runs `work`; a name that somebody else has becomes a sentence at its field. @throws invalid_input */
export async function nameTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const sentence = sentences[constraintName(error) ?? '']
    throw sentence ? new DomainError('invalid_input', { errors: [sentence], cause: error }) : error
  }
}
