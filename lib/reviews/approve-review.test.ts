import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { notifications } from '@/db/schema/notifications'
import { reviews } from '@/db/schema/reviews'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { signedIn } from '@/db/testing/visitors'
import { makeUser } from '@/db/testing/world'
import { UndoChange } from '@/lib/audit/schemas'
import { makeLamp, makeTree, newEvents, productColumns, staff, staleRows } from '@/lib/catalog/testing/world'
import type { Ctx } from '@/lib/core/context'
import { newId, type ReviewId, type UserId } from '@/lib/core/ids'
import { undoChange } from '@/lib/undo/undo-change'
import { approveReview } from './approve-review'
import { listModeration } from './list-moderation'
import { moderateReviews } from './moderate-reviews'
import { rejectReview } from './reject-review'
import { ListModeration } from './schemas'

let lamp: Awaited<ReturnType<typeof makeLamp>>

beforeAll(async () => {
  lamp = await makeLamp((await makeTree()).lamps)
  await newEvents()
})

async function write(rating: number, userId?: UserId): Promise<ReviewId> {
  const id = newId<ReviewId>()
  await database().insert(reviews).values({ id, userId, productId: lamp.productId, authorName: 'Ada', rating, title: 'Bright', body: 'Very bright.' })
  return id
}

const admin: Ctx = { ...staff, actor: { kind: 'user', userId: newId<UserId>(), role: 'admin' } }
const ratingAverage = async () => (await productColumns(lamp.productId)).rating_average
const notices = (userId: UserId) => database().select().from(notifications).where(eq(notifications.userId, userId))
const noticesOf = async (userId: UserId) => (await notices(userId)).map(({ title }) => title)
const bodiesOf = async (userId: UserId) => (await notices(userId)).map(({ body }) => body)

const idsIn = async (status: 'waiting' | 'shown' | 'rejected') =>
  (await listModeration(staff, ListModeration.parse({ status }))).data.map(({ id }) => id)

test('reviews that are approved at the same moment all count, and one that is rejected no longer does', async () => {
  const ids = await Promise.all([5, 4, 1].map((rating) => write(rating)))
  await Promise.all([...ids, ...ids].map((id) => approveReview(staff, { id })))
  expect((await productColumns(lamp.productId)).rating_average).toBeCloseTo(3.33)
  expect((await newEvents()).map(({ type }) => type)).toEqual(['review.approved', 'review.approved', 'review.approved'])
  await rejectReview(staff, { id: ids[2] as ReviewId })
  expect((await productColumns(lamp.productId)).rating_average).toBe(4.5)
  expect(await newEvents()).toMatchObject([{ type: 'review.removed', productId: lamp.productId, by: 'system:test' }])
  expect(await staleRows()).toBe(0)
})

test('what waits is rejected without touching a page, once, and who did it is in the log; it can be approved after all', async () => {
  const id = await write(3)
  const { version } = await productColumns(lamp.productId)
  expect(await idsIn('waiting')).toContain(id)
  expect([await rejectReview(staff, { id }), await rejectReview(staff, { id })]).toEqual([null, null])
  expect(await idsIn('waiting')).not.toContain(id)
  expect(await idsIn('rejected')).toContain(id)
  expect(await newEvents()).toEqual([{ type: 'review.rejected', reviewId: id, authorId: null, productId: lamp.productId, by: 'system:test' }])
  expect((await productColumns(lamp.productId)).version).toBe(version)
  await approveReview(staff, { id })
  expect(await idsIn('shown')).toContain(id)
})

test('shoppers may neither approve nor read what waits', async () => {
  const id = await write(5)
  const shopper = signedIn(await makeUser())
  const guest = { ...staff, actor: { kind: 'guest', sessionKey: 'x' } } as const
  const both = (ctx: Ctx) => moderateReviews(ctx, { decision: 'approved', ids: [id] })
  for (const act of [approveReview, rejectReview, both]) {
    await expect(act(guest, { id })).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(act(shopper, { id })).rejects.toMatchObject({ code: 'forbidden' })
  }
  await expect(listModeration(shopper, ListModeration.parse({}))).rejects.toMatchObject({ code: 'forbidden' })
})

test('many are decided as one change that is taken back as a whole, while nobody has decided about one of them since', async () => {
  const author = await makeUser()
  const [first, second] = [await write(5, author), await write(2)]
  const before = await ratingAverage()
  const result = await moderateReviews(staff, { decision: 'approved', ids: [first, second, newId<ReviewId>()] })
  expect(result).toMatchObject({ done: 2, refused: [{ reason: 'Its author has deleted it.' }], undo: expect.any(String) })
  expect(await noticesOf(author)).toEqual(['Your review of Bedside lamp is in the shop.'])
  expect(await moderateReviews(staff, { decision: 'approved', ids: [first] })).toEqual({
    done: 0,
    refused: [{ label: '“Bright”', reason: 'It was approved already.' }],
  })
  await undoChange(admin, UndoChange.parse({ id: result.undo }))
  expect(await idsIn('waiting')).toEqual(expect.arrayContaining([first, second]))
  expect(await ratingAverage()).toBe(before)
  expect(await noticesOf(author)).toEqual([])
  expect(await staleRows()).toBe(0)

  const { undo } = await moderateReviews(staff, { decision: 'rejected', ids: [first], reason: 'rude' })
  expect(await bodiesOf(author)).toEqual([expect.stringContaining('hurt somebody')])
  await approveReview(staff, { id: first })
  expect((await refusalOf(undoChange(admin, UndoChange.parse({ id: undo })))).code).toBe('stale')
})

test('all that match the filters are decided, and the list says how many there are in two statements', async () => {
  const ids = [await write(1), await write(1)]
  const asked = ListModeration.parse({ stars: '1', buyer: 'no', product: lamp.productId, page_size: '1' })
  const { result: page, statements } = await recordStatements(() => listModeration(staff, asked))
  expect(statements).toHaveLength(2)
  expect(page).toMatchObject({ total: 2, total_is_exact: true, data: [{ rating: 1, author_id: null }] })
  const { cursor: _, page_size: __, ...filters } = asked
  expect(await moderateReviews(staff, { decision: 'rejected', filters })).toMatchObject({ done: 2, refused: [] })
  expect(await idsIn('rejected')).toEqual(expect.arrayContaining(ids))
  expect((await refusalOf(moderateReviews(staff, { decision: 'rejected', filters }))).code).toBe('invalid_input')
})
