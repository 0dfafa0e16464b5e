import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { findMovedProduct } from './find-moved'

/** Says of a slug at which nothing is sold where its product is now, or that there is none. One statement. @throws moved, not_found */
export async function refuseUnknownProduct(ctx: Ctx, slug: string): Promise<never> {
  const moved = await findMovedProduct(ctx, slug)
  if (moved?.is_active) throw new DomainError('moved', { detail: `This product is at ${moved.slug} now.`, movedTo: { from: slug, to: moved.slug } })
  throw new DomainError('not_found', { detail: 'There is no such product, or it is no longer sold.' })
}
