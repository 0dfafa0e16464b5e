import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/app/_ui/notice'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { requireMyReview } from '@/lib/reviews/require-my-review'
import { OneReview } from '@/lib/reviews/schemas'
import { editReviewAction } from '../actions'
import { DeleteReview } from '../delete-review'
import { ProductHead } from '../product-head'
import { ReviewForm } from '../review-form'

export const instant = false

export const metadata: Metadata = { title: 'Change your review' }

type Props = { params: Promise<{ id: string }> }

export default async function EditReviewPage({ params }: Props) {
  const { data: input } = OneReview.safeParse(await params)
  if (!input) notFound()
  const review = await signedIn(`/account/reviews/${input.id}`, (ctx) => requireMyReview(ctx, input))
  return (
    <>
      <PageHead title="Change your review" />
      <div className="grid gap-8">
        <ProductHead product={review.product} />
        {review.status === 'rejected' && (
          <Notice tone="warning">Our staff decided not to show this review. When you change it, they read it again.</Notice>
        )}
        <ReviewForm
          action={editReviewAction}
          hidden={{ id: review.id, updated_at: review.updated_at }}
          before={review}
          submitLabel="Save the review"
        />
        <DeleteReview id={review.id} productName={review.product.name} />
      </div>
    </>
  )
}
