import { requireProduct } from '@/lib/catalog/find-product'
import { ProductDetail, ProductPath } from '@/lib/catalog/schemas'
import { productDetailTags } from '@/lib/core/tags'
import { lifetimes } from '@/lib/platform/cache/lifetimes'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/products/{slug}', {
  summary: 'A product with its variants, pictures, newest reviews and recommendations',
  input: ProductPath,
  output: ProductDetail,
  run: requireProduct,
  publicSeconds: lifetimes.product_detail,
  tags: productDetailTags,
  kept: { as: 'product_detail', part: ({ slug }) => slug },
})
