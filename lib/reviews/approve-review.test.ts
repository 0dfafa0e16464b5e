import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { reviews } from '@/db/schema/reviews'
import { signedIn } from '@/db/testing/visitors'
import { makeUser } from '@/db/testing/world'
import { makeLamp, makeTree, newEvents, productColumns, staff, staleRows } from '@/lib/catalog/testing/world'
import { newId, type ReviewId } from '@/lib/core/ids'
import { approveReview } from './approve-review'
import { listModeration } from './list-moderation'
import { rejectReview } from './reject-review'
import { ListModeration } from './schemas'

let lamp: Awaited<ReturnType<typeof makeLamp>>

beforeAll(async () => {
  lamp = await makeLamp((await makeTree()).lamps)
  await newEvents()
})

async function write(rating: number): Promise<ReviewId> {
  const id = newId<ReviewId>()
  await database().insert(reviews).values({ id, productId: lamp.productId, authorName: 'Ada', rating, title: 'Bright', body: 'Very bright.' })
  return id
}

const idsIn = async (status: 'waiting' | 'shown' | 'rejected') =>
  (await listModeration(staff, ListModeration.parse({ status }))).data.map(({ id }) => id)

test('reviews that are approved at the same moment all count, and one that is rejected no longer does', async () => {
  const ids = await Promise.all([5, 4, 1].map(write))
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
  for (const act of [approveReview, rejectReview]) {
    await expect(act(guest, { id })).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(act(shopper, { id })).rejects.toMatchObject({ code: 'forbidden' })
  }
  await expect(listModeration(shopper, ListModeration.parse({}))).rejects.toMatchObject({ code: 'forbidden' })
})
