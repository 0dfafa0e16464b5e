import { tags } from '@/lib/core/tags'
import { listReviews } from '@/lib/reviews/list-reviews'
import { ListReviews, ReviewPage } from '@/lib/reviews/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/products/{slug}/reviews', {
  summary: "A product's reviews, by date or by stars, with how the ratings are spread",
  input: ListReviews,
  output: ReviewPage,
  run: listReviews,
  publicSeconds: 300,
  tags: ({ product }) => [tags.productDetail(product.slug), tags.product(product.id)],
})
