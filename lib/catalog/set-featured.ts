import type { Ctx } from '@/lib/core/context'
import { saveProduct } from './save-product'
import type { ProductSaved, SetFeatured } from './write-schemas'

/** Puts a product among the featured ones of the home page, or takes it away. @throws forbidden, not_found */
export const setFeatured = (ctx: Ctx, { product_id, is_featured }: SetFeatured): Promise<ProductSaved> =>
  saveProduct(ctx, { product_id, is_featured })
