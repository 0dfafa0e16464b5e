import { z } from 'zod'
import { AuditId, CategoryId, ProductId } from '@/lib/core/ids'
import { Money } from '@/lib/core/money'
import { Picture } from './schemas'

/** No further than a merchant puts products in order; what comes after is the newest first. */
export const MOST_ARRANGED = 500

const ArrangedProduct = z.object({
  id: ProductId,
  name: z.string(),
  price: Money,
  picture: Picture.nullable(),
  /** False for what has a place and is not in the shop at present. */
  is_active: z.boolean(),
})
export type ArrangedProduct = z.infer<typeof ArrangedProduct>

/** A category's products in the order in which its page shows them: those that were put in order, and the first ones of those that follow. */
export const Arrangement = z.object({
  /** So many at the beginning were put in order; 0 where the newest come first. */
  arranged: z.number().int(),
  data: z.array(ArrangedProduct),
  /** Whether more follow. */
  is_more: z.boolean(),
  /** Send it with a change: somebody else's in between is then not lost. */
  version: z.string(),
})
export type Arrangement = z.infer<typeof Arrangement>

/** The products that come first, in their order; none of them puts the newest first again. */
export const ArrangeProducts = z.strictObject({
  id: CategoryId,
  product_ids: z.array(ProductId).max(MOST_ARRANGED),
  version: z.string().max(64).optional(),
})
export type ArrangeProducts = z.infer<typeof ArrangeProducts>

export const ProductsArranged = z.object({ arranged: z.number().int(), version: z.string(), undo: AuditId.nullable() })
export type ProductsArranged = z.infer<typeof ProductsArranged>
