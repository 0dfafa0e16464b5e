import type { Ctx } from '@/lib/core/context'
import { setProductActive } from './set-product-active'
import type { OneProduct, ProductRevision } from './write-schemas'

/** Shows a product in the shop (again). @throws forbidden, not_found */
export const publishProduct = (ctx: Ctx, { product_id }: OneProduct): Promise<ProductRevision> => setProductActive(ctx, product_id, true)
