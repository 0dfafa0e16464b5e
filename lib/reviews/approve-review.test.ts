import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { reviews } from '@/db/schema/catalog'
import { makeLamp, makeTree, newEvents, productColumns, staff, staleRows } from '@/lib/catalog/testing/world'
import { newId, type ReviewId } from '@/lib/core/ids'
import { approveReview } from './approve-review'
import { removeReview } from './remove-review'

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

test('reviews that are approved at the same moment all count, and one that is removed no longer does', async () => {
  const ids = await Promise.all([5, 4, 1].map(write))
  await Promise.all([...ids, ...ids].map((review_id) => approveReview(staff, { review_id })))
  expect((await productColumns(lamp.productId)).rating_average).toBeCloseTo(3.33)
  expect((await newEvents()).map(({ type }) => type)).toEqual(['review.approved', 'review.approved', 'review.approved'])
  await removeReview(staff, { review_id: ids[2] as ReviewId })
  expect((await productColumns(lamp.productId)).rating_average).toBe(4.5)
  expect(await newEvents()).toMatchObject([{ type: 'review.removed', productId: lamp.productId }])
  expect(await staleRows()).toBe(0)
})

test('shoppers may not approve', async () => {
  const review_id = await write(5)
  await expect(approveReview({ ...staff, actor: { kind: 'guest', sessionKey: 'x' } }, { review_id })).rejects.toMatchObject({ code: 'forbidden' })
})
