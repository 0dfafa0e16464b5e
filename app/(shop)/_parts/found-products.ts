import { isDomainError } from '@/lib/core/errors'
import { getFoundProducts } from '@/lib/search/cached'

type Asked = Parameters<typeof getFoundProducts>[0]

/** A page of a list. A cursor that was cut off, or belongs to another order, leads to the first page. */
export async function foundProducts(asked: Omit<Asked, 'page_size' | 'cursor'>, cursor: string | null) {
  const first = { ...asked, page_size: 24 }
  if (!cursor) return getFoundProducts(first)
  try {
    return await getFoundProducts({ ...first, cursor })
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'invalid_input') throw error
    return getFoundProducts(first)
  }
}
