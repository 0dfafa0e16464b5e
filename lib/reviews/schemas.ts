import { z } from 'zod'
import { Picture, Rating, ReviewView } from '@/lib/catalog/schemas'
import { ProductId, ReviewId, UserId } from '@/lib/core/ids'
import { wholeNumber } from '@/lib/core/numbers'
import { visibleLine } from '@/lib/core/visible-line'
import { type RejectionReason, rejectionReasons } from './rejection-reasons'
import { reviewLimits } from './review-limits'

/** Empty when nothing in it can be seen. */
const unlessBlank = (text: string) => (visibleLine(text) === '' ? '' : text)

/** Reviews are plain text. Control characters and marks that turn the direction of writing could disturb what stands beside them. */
const plain = (text: string) =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')

const { title, body } = reviewLimits
const rating = wholeNumber(1, 5, 'Choose one to five stars.')
const titleText = z
  .string({ error: 'Give your review a title.' })
  .overwrite((text) => unlessBlank(plain(text).replaceAll(/\s+/g, ' ').trim()))
  .min(title.min, `A title has at least ${title.min} characters.`)
  .max(title.max, `A title has at most ${title.max} characters.`)
const bodyText = z
  .string({ error: 'Write a few words.' })
  .overwrite((text) =>
    unlessBlank(
      plain(text)
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim(),
    ),
  )
  .min(body.min, `Write at least ${body.min} characters.`)
  .max(body.max, `A review has at most ${body.max.toLocaleString('en')} characters.`)

/** The product is named by `product_id` or by `slug`. */
export const WriteReview = z
  .strictObject({
    product_id: ProductId.optional(),
    slug: z.string().min(1).max(300).optional(),
    rating,
    title: titleText,
    body: bodyText,
  })
  .refine(({ product_id, slug }) => (product_id === undefined) !== (slug === undefined), {
    error: 'Name the product by product_id or by slug.',
    path: ['product_id'],
  })
export type WriteReview = z.infer<typeof WriteReview>

/** What is left out stays as it is. With `updated_at`, as it was read, an edit made elsewhere in the meantime is not overwritten. */
export const EditReview = z.strictObject({
  id: ReviewId,
  rating: rating.optional(),
  title: titleText.optional(),
  body: bodyText.optional(),
  updated_at: z.iso.datetime().optional(),
})
export type EditReview = z.infer<typeof EditReview>

export const OneReview = z.strictObject({ id: ReviewId })
export type OneReview = z.infer<typeof OneReview>

export const reviewSorts = ['newest', 'highest', 'lowest'] as const
export const ReviewSort = z.enum(reviewSorts)
export type ReviewSort = z.infer<typeof ReviewSort>

const paging = { cursor: z.string().max(500).optional(), page_size: wholeNumber(1, 100).prefault(10) }

export const ListReviews = z.object({
  slug: z.string().min(1).max(300),
  sort: ReviewSort.default('newest'),
  /** Only reviews with so many stars. */
  stars: wholeNumber(1, 5).optional(),
  ...paging,
})
export type ListReviews = z.infer<typeof ListReviews>

const cursors = { next_cursor: z.string().nullable(), prev_cursor: z.string().nullable() }

/** A page of a product's approved reviews, with the numbers over all of them: index 0 of the histogram is one star. */
export const ReviewPage = z.object({
  product: z.object({ id: ProductId, slug: z.string(), name: z.string() }),
  rating: Rating,
  rating_histogram: z.array(z.number().int()).length(5),
  data: z.array(ReviewView),
  ...cursors,
})
export type ReviewPage = z.infer<typeof ReviewPage>

export const reviewStatuses = ['waiting', 'shown', 'rejected'] as const
/** `waiting` until staff have read it; `rejected` is seen by its author alone, who may rewrite it. */
export const ReviewStatus = z.enum(reviewStatuses)
export type ReviewStatus = z.infer<typeof ReviewStatus>

export const ReviewedProduct = z.object({ id: ProductId, slug: z.string(), name: z.string(), picture: Picture.nullable(), is_active: z.boolean() })
export type ReviewedProduct = z.infer<typeof ReviewedProduct>

/** A review as its author sees it. */
export const MyReview = ReviewView.extend({ id: ReviewId, status: ReviewStatus, product: ReviewedProduct, updated_at: z.string() })
export type MyReview = z.infer<typeof MyReview>

/** `edited` when there was one of this person already: everybody has one review of a product. */
export const WrittenReview = MyReview.extend({ outcome: z.enum(['written', 'edited']) })
export type WrittenReview = z.infer<typeof WrittenReview>

export const DeletedReview = z.object({ id: ReviewId, product_slug: z.string() })
export type DeletedReview = z.infer<typeof DeletedReview>

export const ListMyReviews = z.object(paging)
export type ListMyReviews = z.infer<typeof ListMyReviews>

/** `to_review` is what is on its way to the person or with them and has no review of theirs, the last bought first: up to twenty. */
export const MyReviews = z.object({
  data: z.array(MyReview),
  ...cursors,
  to_review: z.array(ReviewedProduct.extend({ bought_at: z.string() })),
})
export type MyReviews = z.infer<typeof MyReviews>

/** What orders say about somebody: `can_write` once one with the product is on its way, `not_yet` while it is only paid, null without any. */
export type BuyerStanding = 'can_write' | 'not_yet' | null

/** What a person may do about a product: write when they bought it and it is on its way, edit when they have written. */
export type ReviewState = { product: ReviewedProduct; buyer: BuyerStanding; review: MyReview | null }

export const ModerationFilters = z.object({
  status: ReviewStatus.default('waiting'),
  /** Only reviews with so many stars. */
  stars: wholeNumber(1, 5).optional(),
  /** Only those of people who bought the product, or only those of others. */
  buyer: z.enum(['yes', 'no']).optional(),
  product: ProductId.optional(),
})
export type ModerationFilters = z.infer<typeof ModerationFilters>

export const ListModeration = ModerationFilters.extend({ ...paging, page_size: wholeNumber(1, 100).prefault(20) })
export type ListModeration = z.infer<typeof ListModeration>

/** A review as staff see it; `author_id` is null when there is no account behind it. */
export const ModeratedReview = MyReview.extend({ author_id: UserId.nullable() })
export type ModeratedReview = z.infer<typeof ModeratedReview>

export const ModerationPage = z.object({ data: z.array(ModeratedReview), ...cursors, total: z.number().int(), total_is_exact: z.boolean() })
export type ModerationPage = z.infer<typeof ModerationPage>

const RejectionReasons = z.enum(Object.keys(rejectionReasons) as [RejectionReason, ...RejectionReason[]])

/** Those with these ids, or all that match, at most a hundred at a time. */
export const ModerateReviews = z
  .strictObject({
    decision: z.enum(['approved', 'rejected']),
    ids: z.array(ReviewId).min(1, 'Choose at least one review.').max(100, 'At most a hundred at a time.').optional(),
    filters: ModerationFilters.optional(),
    /** For the author, when it is rejected. */
    reason: RejectionReasons.optional(),
  })
  .refine(({ ids, filters }) => (ids === undefined) !== (filters === undefined), { error: 'Send ids or filters.', path: ['ids'] })
export type ModerateReviews = z.infer<typeof ModerateReviews>

/** What was decided, what was not and why, and the entry of the activity log that takes it back. */
export const ModerationResult = z.object({
  done: z.number().int(),
  refused: z.array(z.object({ label: z.string(), reason: z.string() })),
  undo: z.string().nullish(),
})
export type ModerationResult = z.infer<typeof ModerationResult>
