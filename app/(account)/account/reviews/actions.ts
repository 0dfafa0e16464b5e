'use server'

import { deleteOwnReview } from '@/lib/reviews/delete-own-review'
import { editReview } from '@/lib/reviews/edit-review'
import { EditReview, OneReview, WriteReview } from '@/lib/reviews/schemas'
import { writeReview } from '@/lib/reviews/write-review'
import { action } from '@/lib/web/action'

export const writeReviewAction = action(WriteReview, writeReview, {
  redirectTo: ({ outcome, status }) => `/account/reviews?${outcome}=${status}`,
  idempotent: true,
})

export const editReviewAction = action(EditReview, editReview, { redirectTo: ({ status }) => `/account/reviews?edited=${status}` })

export const deleteReviewAction = action(OneReview, deleteOwnReview, { redirectTo: ({ product_slug }) => `/account/reviews?deleted=${product_slug}` })
