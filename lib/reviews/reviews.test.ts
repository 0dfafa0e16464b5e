import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { reviews } from '@/db/schema/reviews'
import { recordStatements } from '@/db/statements'
import { inParallel } from '@/db/testing/parallel'
import { guest, signedIn, withKey } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeUser, type WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { findProduct } from '@/lib/catalog/find-product'
import { staff } from '@/lib/catalog/testing/world'
import { buy } from '@/lib/checkout/testing'
import { systemCtx } from '@/lib/core/context'
import { type CategoryId, newId, type ReviewId } from '@/lib/core/ids'
import { tags, tagsFor } from '@/lib/core/tags'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { deliverOrder, shipOrder } from '@/lib/orders/fulfil-order'
import { requireOrder } from '@/lib/orders/require-order'
import { View } from '@/lib/view/schemas'
import { viewOf } from '@/lib/view/view-of'
import { anonymiseReviews } from './anonymise-reviews'
import { approveReview } from './approve-review'
import { authorNameOf } from './author-name'
import { deleteOwnReview } from './delete-own-review'
import { editReview } from './edit-review'
import { listMyReviews } from './list-my-reviews'
import { listReviews } from './list-reviews'
import { rejectReview } from './reject-review'
import { requireMyReview } from './require-my-review'
import { requireReviewState } from './require-review-state'
import { ListMyReviews, ListReviews, MyReviews, ReviewPage, WriteReview, WrittenReview } from './schemas'
import { approveBuyers, makeBuyer, newReviewEvents, payFor, ratingOf } from './testing'
import { writeReview } from './write-review'

let categoryId: CategoryId
let lamp: WorldProduct
beforeAll(async () => {
  categoryId = await makeCategory()
})
beforeEach(async () => {
  await approveBuyers(true)
  lamp = await makeProduct(categoryId)
})
afterEach(async () => {
  expect(await findViolations(database())).toEqual([])
})

const text = (changes: Partial<WriteReview> = {}) =>
  WriteReview.parse({ product_id: lamp.id, rating: 5, title: 'Very bright', body: 'It lights the whole room.', ...changes })
const mine = ListMyReviews.parse({})
const shownOf = ({ slug }: WorldProduct, query: Partial<ListReviews> = {}) => listReviews(guest(), ListReviews.parse({ slug, ...query }))

test('whoever bought it may review it once it is on its way, is shown at once with a badge and a short name, and every page with the rating falls', async () => {
  const buyer = await makeBuyer([lamp])
  await newReviewEvents()
  const written = await writeReview(buyer.ctx, text())
  expect(WrittenReview.parse(written)).toMatchObject({ outcome: 'written', status: 'shown', author: 'Ada L.', is_verified_buyer: true })
  expect(await ratingOf(lamp.id)).toEqual({ average: 5, count: 1 })
  const [event, ...others] = await newReviewEvents()
  expect([event, ...others]).toMatchObject([{ type: 'review.approved', authorId: buyer.userId, by: `user:${buyer.userId}` }])
  expect(event && tagsFor(event)).toEqual(expect.arrayContaining([tags.productDetail(lamp.slug), tags.productsPage1, tags.category(categoryId)]))
  const { data, rating_histogram } = ReviewPage.parse(await shownOf(lamp))
  expect(data).toMatchObject([{ author: 'Ada L.', title: 'Very bright', is_verified_buyer: true }])
  expect(rating_histogram).toEqual([0, 0, 0, 0, 1])
  expect(await findProduct(staff, lamp.slug)).toMatchObject({ rating_histogram, reviews: [{ is_verified_buyer: true }], rating: { count: 1 } })
})

test('nobody else may: not a guest, not an account without an order, not one whose order is not paid, not the buyer of something else', async () => {
  const other = await makeProduct(categoryId)
  const unpaid = signedIn(await makeUser())
  await buy(unpaid, [{ variantId: lamp.variantId, quantity: 1 }])
  const elsewhere = await makeBuyer([other])
  await expect(writeReview(guest(), text())).rejects.toMatchObject({ code: 'unauthenticated' })
  for (const ctx of [unpaid, elsewhere.ctx, signedIn(await makeUser())]) {
    await expect(writeReview(ctx, text())).rejects.toMatchObject({ code: 'forbidden' })
  }
  await expect(writeReview(elsewhere.ctx, text({ product_id: newId() }))).rejects.toMatchObject({ code: 'not_found' })
  expect(await ratingOf(lamp.id)).toEqual({ average: 0, count: 0 })
})

test('what is only paid could be cancelled after a review: it is refused until the order is on its way, and after a cancellation too', async () => {
  const [ctx, other] = [signedIn(await makeUser()), signedIn(await makeUser())]
  const [order, cancelled] = [await payFor(ctx, [lamp]), await payFor(other, [lamp])]
  await cancelOrder(other, { number: cancelled.number })
  const early = { code: 'forbidden', message: 'You can review it once it is on its way.' }
  await expect(writeReview(ctx, text())).rejects.toMatchObject(early)
  await expect(writeReview(other, text())).rejects.toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('once your order is on its way'),
  })
  const standing = async (who: typeof ctx) => [
    (await requireReviewState(who, { slug: lamp.slug })).buyer,
    View.parse(await viewOf(who, { products: [lamp.id] })).products[0]?.review,
    (await listMyReviews(who, mine)).to_review.length,
  ]
  expect([await standing(ctx), await standing(other)]).toEqual([
    ['not_yet', 'not_yet', 0],
    [null, undefined, 0],
  ])
  await shipOrder(systemCtx('test'), order)
  expect(await standing(ctx)).toEqual(['can_write', 'can_write', 1])
  await deliverOrder(systemCtx('test'), order)
  expect(await writeReview(ctx, text())).toMatchObject({ outcome: 'written', is_verified_buyer: true })
  await expect((async () => cancelOrder(ctx, { number: order.number }))()).rejects.toMatchObject({ code: 'not_cancellable' })
})

test('one person who sends ten reviews of a product at once has one; one answer says written, the others edited', async () => {
  const { ctx, userId } = await makeBuyer([lamp])
  const stars = [1, 2, 3, 4, 5, 5, 4, 3, 2, 1]
  const results = await inParallel(stars.map((rating) => () => writeReview(ctx, text({ rating }))))
  const outcomes = results.map((result) => (result.status === 'fulfilled' ? result.value.outcome : result.reason))
  expect(outcomes.sort()).toEqual([...Array(9).fill('edited'), 'written'])
  const rows = await database().select().from(reviews).where(eq(reviews.userId, userId))
  expect(rows).toHaveLength(1)
  expect(await ratingOf(lamp.id)).toEqual({ average: rows[0]?.rating, count: 1 })
})

test('two buyers who write at the same moment both count', async () => {
  const buyers = await Promise.all(['Ada Lovelace', 'Grace Hopper', 'Mary'].map((name) => makeBuyer([lamp], name)))
  await inParallel(
    buyers.map(
      ({ ctx }, index) =>
        () =>
          writeReview(ctx, text({ rating: index + 3 })),
    ),
  )
  expect(await ratingOf(lamp.id)).toEqual({ average: 4, count: 3 })
  expect((await shownOf(lamp)).data.map(({ author }) => author).sort()).toEqual(['Ada L.', 'Grace H.', 'Mary'])
})

test('the same key writes once and answers the same', async () => {
  const { ctx } = await makeBuyer([lamp])
  const keyed = withKey(ctx)
  const first = await writeReview(keyed, text())
  expect(await writeReview(keyed, text())).toEqual(first)
  expect(first.outcome).toBe('written')
  await expect(writeReview(keyed, text({ rating: 1 }))).rejects.toMatchObject({ code: 'key_reused' })
})

test('an edit moves average and histogram, keeps what it does not name, and stays shown', async () => {
  const { ctx } = await makeBuyer([lamp])
  const other = await makeBuyer([lamp])
  await writeReview(other.ctx, text({ rating: 4 }))
  const { id } = await writeReview(ctx, text())
  await newReviewEvents()
  expect(await editReview(ctx, { id, rating: 2 })).toMatchObject({ status: 'shown', rating: 2, title: 'Very bright' })
  expect(await ratingOf(lamp.id)).toEqual({ average: 3, count: 2 })
  expect((await shownOf(lamp)).rating_histogram).toEqual([0, 1, 0, 1, 0])
  expect(await newReviewEvents()).toMatchObject([{ type: 'review.changed', reviewId: id }])
})

test('an edit does not overwrite another one that came first', async () => {
  const { ctx } = await makeBuyer([lamp])
  const { id, updated_at } = await writeReview(ctx, text())
  await editReview(ctx, { id, updated_at, rating: 3 })
  await expect(editReview(ctx, { id, updated_at, rating: 1 })).rejects.toMatchObject({
    code: 'stale',
    options: { extra: { current: { rating: 3 } } },
  })
  expect((await requireMyReview(ctx, { id })).rating).toBe(3)
})

test('with the setting off a review waits, unseen and uncounted, until staff approve it; an edit makes it wait again', async () => {
  await approveBuyers(false)
  const { ctx } = await makeBuyer([lamp])
  await newReviewEvents()
  const { id, status } = await writeReview(ctx, text())
  expect(status).toBe('waiting')
  expect(await newReviewEvents()).toEqual([])
  const shown = await shownOf(lamp)
  expect([shown.data, shown.rating, shown.rating_histogram]).toEqual([[], { average: 0, count: 0 }, [0, 0, 0, 0, 0]])
  expect((await findProduct(staff, lamp.slug))?.reviews).toEqual([])
  await approveReview(staff, { id })
  expect(await ratingOf(lamp.id)).toEqual({ average: 5, count: 1 })
  expect(await editReview(ctx, { id, body: 'On second thoughts, it flickers.' })).toMatchObject({ status: 'waiting' })
  expect(await ratingOf(lamp.id)).toEqual({ average: 0, count: 0 })
  expect((await shownOf(lamp)).data).toEqual([])
})

test('what staff rejected does not come back by itself: an edit waits, a second one too, and deleting it first is refused', async () => {
  const { ctx } = await makeBuyer([lamp])
  const { id } = await writeReview(ctx, text())
  await rejectReview(staff, { id })
  expect((await requireMyReview(ctx, { id })).status).toBe('rejected')
  await expect(deleteOwnReview(ctx, { id })).rejects.toMatchObject({ code: 'conflict' })
  for (const rating of [4, 3]) expect((await editReview(ctx, { id, rating })).status).toBe('waiting')
  await expect(deleteOwnReview(ctx, { id })).rejects.toMatchObject({ code: 'conflict' })
  expect((await writeReview(ctx, text())).status).toBe('waiting')
  expect(await ratingOf(lamp.id)).toEqual({ average: 0, count: 0 })
})

test('the author hears once what staff decided, and nothing about what happened by itself', async () => {
  const { ctx, userId } = await makeBuyer([lamp])
  const { id } = await writeReview(ctx, text())
  await editReview(ctx, { id, rating: 4 })
  const heard = () => database().execute(sql`select title, href from notifications where user_id = ${userId} and kind = 'review' order by id`)
  expect(await heard()).toEqual([])
  for (const decide of [rejectReview, rejectReview, approveReview, approveReview]) await decide(staff, { id })
  expect(await heard()).toEqual([
    { title: `Your review of ${lamp.name} is not shown in the shop.`, href: `/account/reviews/${id}` },
    { title: `Your review of ${lamp.name} is in the shop.`, href: `/p/${lamp.slug}/reviews` },
  ])
})

test('a deleted review is gone from page and rating, and can be written anew', async () => {
  const { ctx } = await makeBuyer([lamp])
  const { id } = await writeReview(ctx, text())
  await newReviewEvents()
  expect(await deleteOwnReview(ctx, { id })).toEqual({ id, product_slug: lamp.slug })
  expect(await newReviewEvents()).toMatchObject([{ type: 'review.removed', reviewId: id }])
  expect((await shownOf(lamp)).rating).toEqual({ average: 0, count: 0 })
  await expect(deleteOwnReview(ctx, { id })).rejects.toMatchObject({ code: 'not_found' })
  expect((await writeReview(ctx, text())).outcome).toBe('written')
})

test('deleting and editing at the same moment ends in one of both, never in a rating without a review', async () => {
  const { ctx } = await makeBuyer([lamp])
  const { id } = await writeReview(ctx, text())
  await inParallel<unknown>([() => deleteOwnReview(ctx, { id }), () => editReview(ctx, { id, rating: 1 }), () => rejectReview(staff, { id })])
  const rows = await database().select().from(reviews).where(eq(reviews.productId, lamp.id))
  expect((await ratingOf(lamp.id)).count).toBe(rows.filter(({ isApproved }) => isApproved).length)
})

test('somebody else finds no such review to read, edit or delete, and sees none of it in their lists', async () => {
  const { ctx } = await makeBuyer([lamp])
  const { id } = await writeReview(ctx, text())
  const other = await makeBuyer([lamp])
  for (const stranger of [other.ctx, { ...other.ctx, actor: { ...other.ctx.actor, role: 'admin' } as typeof other.ctx.actor }]) {
    await expect(editReview(stranger, { id, rating: 1 })).rejects.toMatchObject({ code: 'not_found' })
    await expect(deleteOwnReview(stranger, { id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(requireMyReview(stranger, { id })).rejects.toMatchObject({ code: 'not_found' })
  }
  await expect(editReview(guest(), { id, rating: 1 })).rejects.toMatchObject({ code: 'unauthenticated' })
  expect((await listMyReviews(other.ctx, mine)).data).toEqual([])
})

test('my reviews: what I wrote in every status, and what I bought and have not reviewed, in two statements', async () => {
  const [mug, plate, gone] = await Promise.all([1, 2, 3].map(() => makeProduct(categoryId)))
  if (!mug || !plate || !gone) throw new Error('A product is missing')
  const { ctx } = await makeBuyer([lamp, mug, plate, gone])
  await writeReview(ctx, text())
  await database().execute(sql`update products set is_active = false where id = ${gone.id}`)
  await database().execute(sql`update category_products set is_active = false where product_id = ${gone.id}`)
  await database().execute(sql`update product_stock set is_active = false where product_id = ${gone.id}`)
  const { result, statements } = await recordStatements(() => listMyReviews(ctx, mine))
  expect(statements).toHaveLength(2)
  expect(MyReviews.parse(result).data).toMatchObject([{ status: 'shown', product: { slug: lamp.slug } }])
  expect(result.to_review.map(({ slug }) => slug).sort()).toEqual([mug.slug, plate.slug].sort())
  const state = await recordStatements(() => requireReviewState(ctx, { slug: mug.slug }))
  expect([state.statements.length, state.result]).toMatchObject([1, { buyer: 'can_write', review: null }])
  expect((await requireReviewState(ctx, { slug: lamp.slug })).review?.status).toBe('shown')
  await expect(requireReviewState(guest(), { slug: lamp.slug })).rejects.toMatchObject({ code: 'unauthenticated' })
})

/** Reviews of the demo's kind: approved, of nobody. */
async function stock(product: WorldProduct, ratings: number[]): Promise<void> {
  const minute = (index: number) => new Date(Date.UTC(2026, 0, 1, 0, Math.floor(index / 2)))
  const rows = ratings.map((rating, index) => ({
    ...{ id: newId<ReviewId>(), productId: product.id, authorName: 'Ada', rating, title: `Number ${index}`, body: 'Very bright.' },
    ...{ isApproved: false, createdAt: minute(index) },
  }))
  await database().insert(reviews).values(rows)
  for (const { id } of rows) await approveReview(staff, { id })
}

test('the lines of an order say what its buyer wrote about, once it was delivered', async () => {
  const [ctx, mug] = [signedIn(await makeUser()), await makeProduct(categoryId)]
  const { number } = await payFor(ctx, [lamp, mug])
  const reviewed = async () => (await requireOrder(ctx, { number })).lines.filter(({ is_reviewed }) => is_reviewed).map(({ slug }) => slug)
  await shipOrder(systemCtx('test'), { number })
  await writeReview((await makeBuyer([mug])).ctx, text({ product_id: mug.id }))
  await writeReview(ctx, text())
  expect(await reviewed()).toEqual([])
  await deliverOrder(systemCtx('test'), { number })
  expect(await reviewed()).toEqual([lamp.slug])
})

test('the view read says in its one statement who may write about the product on screen and who has, and nothing to others', async () => {
  const { ctx } = await makeBuyer([lamp])
  const seen = async (who: typeof ctx) => {
    const { result, statements } = await recordStatements(() => viewOf(who, { products: [lamp.id] }))
    expect(statements).toHaveLength(1)
    return View.parse(result).products[0]?.review
  }
  expect(await seen(ctx)).toBe('can_write')
  await writeReview(ctx, text())
  expect([await seen(ctx), await seen(signedIn(await makeUser())), await seen(guest())]).toEqual(['written', undefined, undefined])
})

test('every order and filter pages forwards and back through each review once, in one statement, also where times and stars are equal', async () => {
  await stock(lamp, [5, 5, 4, 1, 3, 3, 3, 2, 5, 1, 4])
  for (const sort of ['newest', 'highest', 'lowest'] as const) {
    const all = (await shownOf(lamp, { sort, page_size: 100 })).data
    expect(all).toHaveLength(11)
    const forwards: ReviewPage[] = []
    for (let cursor: string | undefined; ; ) {
      const { result, statements } = await recordStatements(() => shownOf(lamp, { sort, page_size: 4, cursor }))
      expect(statements).toHaveLength(1)
      forwards.push(result)
      if (!result.next_cursor) break
      cursor = result.next_cursor
    }
    expect(forwards.flatMap(({ data }) => data)).toEqual(all)
    const back = await shownOf(lamp, { sort, page_size: 4, cursor: forwards[1]?.prev_cursor ?? undefined })
    expect(back.data).toEqual(forwards[0]?.data)
    expect(back.prev_cursor).toBeNull()
    await expect(shownOf(lamp, { sort, stars: 3, cursor: forwards[0]?.next_cursor ?? '' })).rejects.toMatchObject({ code: 'invalid_input' })
  }
  const stars = (page: ReviewPage) => page.data.map(({ rating }) => rating)
  expect(stars(await shownOf(lamp, { sort: 'highest', page_size: 50 }))).toEqual([5, 5, 5, 4, 4, 3, 3, 3, 2, 1, 1])
  expect(stars(await shownOf(lamp, { sort: 'lowest', page_size: 50 }))).toEqual([1, 1, 2, 3, 3, 3, 4, 4, 5, 5, 5])
  const threes = await shownOf(lamp, { stars: 3 })
  expect([stars(threes), threes.rating.count, threes.rating_histogram]).toEqual([[3, 3, 3], 11, [2, 1, 3, 2, 3]])
})

test('a write takes at most eight statements, an edit too, whatever the number of reviews', async () => {
  await stock(lamp, [5, 4, 3])
  const { ctx } = await makeBuyer([lamp])
  const written = await recordStatements(() => writeReview(ctx, text()))
  expect(written.statements.length).toBeLessThanOrEqual(8)
  const { id } = written.result
  expect((await recordStatements(() => editReview(ctx, { id, rating: 1 }))).statements.length).toBeLessThanOrEqual(8)
  expect((await recordStatements(() => deleteOwnReview(ctx, { id }))).statements.length).toBeLessThanOrEqual(8)
  expect((await recordStatements(() => findProduct(staff, lamp.slug))).statements).toHaveLength(1)
})

test('an erased person leaves what is shown without a name, and nothing that is not shown', async () => {
  const mug = await makeProduct(categoryId)
  const { ctx, userId } = await makeBuyer([lamp, mug])
  await writeReview(ctx, text())
  const hidden = await writeReview(ctx, text({ product_id: mug.id }))
  await rejectReview(staff, { id: hidden.id })
  await newReviewEvents()
  expect(await transaction((tx) => anonymiseReviews(tx, staff, userId))).toBe(1)
  expect((await shownOf(lamp)).data).toMatchObject([{ author: 'A former customer', is_verified_buyer: true }])
  expect(await newReviewEvents()).toMatchObject([{ type: 'review.changed', authorId: null, slug: lamp.slug }])
  expect(await database().select().from(reviews).where(eq(reviews.userId, userId))).toEqual([])
  expect(await database().select().from(reviews).where(eq(reviews.productId, mug.id))).toEqual([])
})

test('a name is shortened to what may be shown, and never to an e-mail address', () => {
  const names = ['Ada Lovelace', '  Ada  King  Lovelace ', 'Ada', 'ada@example.com', 'Ada ada@example.com', '', 'Åsa Öberg', 'Zoë 7', '李 小龍']
  expect(names.map(authorNameOf)).toEqual(['Ada L.', 'Ada L.', 'Ada', 'A customer', 'Ada', 'A customer', 'Åsa Ö.', 'Zoë', '李 小.'])
  const links = ['https://spam.example/buy Now', 'spam.example', 'www.spam.example Lovelace', 'Ada spam.example', 'J. R. O’Neill-Smith']
  expect(links.map(authorNameOf)).toEqual(['Now', 'A customer', 'Lovelace', 'Ada', 'J. O.'])
})

test('text is kept plain: trimmed, with paragraphs, without what would disturb a page, and within its limits', () => {
  const body = '  First line\r\n\r\n\r\n\r\nSecond\u0007 <b>line</b>\u202e  '
  expect(text({ title: '  A \n title ', body })).toMatchObject({ title: 'A title', body: 'First line\n\nSecond  <b>line</b>' })
  const problem = (changes: Record<string, unknown>) =>
    WriteReview.safeParse({ product_id: lamp.id, rating: 5, title: 'Bright', body: 'Very bright indeed.', ...changes }).error?.issues[0]?.path[0]
  expect(problem({})).toBeUndefined()
  expect([problem({ title: ' ab ' }), problem({ title: 'a'.repeat(121) })]).toEqual(['title', 'title'])
  expect([problem({ body: '   too few ' }), problem({ body: 'a'.repeat(5001) })]).toEqual(['body', 'body'])
  expect([problem({ title: '\u200b'.repeat(9) }), problem({ body: '\u200b\u2060\n'.repeat(9) })]).toEqual(['title', 'body'])
  expect([0, 6, 2.5, 'x', null, undefined].map((rating) => problem({ rating }))).toEqual(Array(6).fill('rating'))
  expect(problem({ slug: 'lamp' })).toBe('product_id')
  expect(problem({ product_id: undefined })).toBe('product_id')
})
