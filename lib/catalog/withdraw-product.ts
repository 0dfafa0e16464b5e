import type { Ctx } from '@/lib/core/context'
import { setProductActive } from './set-product-active'
import type { OneProduct, ProductRevision } from './write-schemas'

/** Takes a product out of the shop: its page is gone, carts say so, orders keep their copy. @throws forbidden, not_found */
export const withdrawProduct = (ctx: Ctx, { product_id }: OneProduct): Promise<ProductRevision> => setProductActive(ctx, product_id, false)
