import { tags } from '@/lib/core/tags'
import { lifetimes } from '@/lib/platform/cache/lifetimes'
import { listReviews } from '@/lib/reviews/list-reviews'
import { ListReviews, ReviewPage } from '@/lib/reviews/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/products/{slug}/reviews', {
  summary: "A product's reviews, by date or by stars, with how the ratings are spread",
  input: ListReviews,
  output: ReviewPage,
  run: listReviews,
  publicSeconds: lifetimes.product_reviews,
  tags: ({ product }) => [tags.productDetail(product.slug), tags.product(product.id)],
  kept: { as: 'product_reviews' },
})
