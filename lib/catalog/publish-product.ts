import type { Ctx } from '@/lib/core/context'
import { saveProduct } from './save-product'
import type { OneProduct, ProductSaved } from './write-schemas'

/** Shows a product in the shop (again). @throws forbidden, not_found */
export const publishProduct = (ctx: Ctx, { product_id }: OneProduct): Promise<ProductSaved> => saveProduct(ctx, { product_id, status: 'active' })
