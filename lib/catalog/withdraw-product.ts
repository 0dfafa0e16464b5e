import type { Ctx } from '@/lib/core/context'
import { saveProduct } from './save-product'
import type { OneProduct, ProductSaved } from './write-schemas'

/** Takes a product out of the shop: its page is gone, carts say so, orders keep their copy. It is archived. @throws forbidden, not_found */
export const withdrawProduct = (ctx: Ctx, { product_id }: OneProduct): Promise<ProductSaved> => saveProduct(ctx, { product_id, status: 'archived' })
