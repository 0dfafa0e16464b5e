import { beforeAll, expect, test } from 'vitest'
import { GET as readReviews } from '@/app/api/v1/products/[slug]/reviews/route'
import { database } from '@/db/client'
import { sessions } from '@/db/schema/accounts'
import { makeWorld } from '@/db/testing/world'
import { newId, type UserId } from '@/lib/core/ids'
import { signedSessionToken } from '@/lib/platform/auth/session-cookie'
import { makeBuyer } from '@/lib/reviews/testing'
import { DELETE as deleteReview, PATCH as editReview } from './[id]/route'
import { GET as readMine, POST as writeReview } from './route'

type Handler = typeof readMine
type Call = { body?: unknown; as?: string; key?: string; params?: Record<string, string>; query?: string; method?: string }

async function call(handler: Handler, { body, as, key, params = {}, query = '', method = body ? 'POST' : 'GET' }: Call = {}) {
  const headers = new Headers({ 'content-type': 'application/json' })
  if (as) headers.set('authorization', `Bearer ${as}`)
  if (key) headers.set('idempotency-key', key)
  const request = new Request(`http://localhost:3000/api${query}`, { method, headers, body: body ? JSON.stringify(body) : undefined })
  const response = await handler(request, { params: Promise.resolve(params) })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> }
}

async function signIn(userId: UserId): Promise<string> {
  const token = newId()
  await database()
    .insert(sessions)
    .values({ id: newId(), userId, token, expiresAt: new Date(Date.now() + 60_000) })
  return signedSessionToken(token)
}

let world: Awaited<ReturnType<typeof makeWorld>>
let ada: string
let eve: string
beforeAll(async () => {
  world = await makeWorld()
  ada = await signIn((await makeBuyer([world.products.lamp, world.products.mug])).userId)
  eve = await signIn((await makeBuyer([world.products.lamp], 'Eve Example')).userId)
})

const text = { rating: 4, title: 'Very bright', body: 'It lights the whole room.' }

test('a review is written, read by everybody, edited and deleted; others find nothing to edit or delete', async () => {
  const { slug } = world.products.lamp
  const written = await call(writeReview, { as: ada, body: { ...text, slug }, key: 'key-number-1' })
  expect([written.status, written.body]).toMatchObject([200, { outcome: 'written', status: 'shown', author: 'Ada L.' }])
  expect((await call(writeReview, { as: ada, body: { ...text, slug }, key: 'key-number-1' })).body).toEqual(written.body)
  const shown = await call(readReviews, { params: { slug }, query: '?sort=highest&stars=4' })
  expect(shown.body).toMatchObject({ rating: { average: 4, count: 1 }, rating_histogram: [0, 0, 0, 1, 0], data: [{ author: 'Ada L.' }] })
  expect(shown.headers.get('cache-control')).toContain('public')

  const params = { id: String(written.body.id) }
  for (const as of [eve, undefined]) {
    const status = as ? 404 : 401
    expect((await call(editReview, { as, method: 'PATCH', params, body: { rating: 1 } })).status).toBe(status)
    expect((await call(deleteReview, { as, method: 'DELETE', params })).status).toBe(status)
  }
  const edited = await call(editReview, { as: ada, method: 'PATCH', params, body: { rating: 2, updated_at: written.body.updated_at } })
  expect([edited.status, edited.body]).toMatchObject([200, { rating: 2, title: text.title }])
  const late = await call(editReview, { as: ada, method: 'PATCH', params, body: { rating: 5, updated_at: written.body.updated_at } })
  expect([late.status, late.body]).toMatchObject([412, { code: 'stale', current: { rating: 2 } }])
  const mine = await call(readMine, { as: ada })
  expect(mine.body).toMatchObject({ data: [{ id: params.id }], to_review: [{ slug: world.products.mug.slug }] })
  expect(mine.headers.get('cache-control')).toBe('private, no-store')
  expect((await call(deleteReview, { as: ada, method: 'DELETE', params })).body).toEqual({ id: params.id, product_slug: slug })
  expect((await call(readReviews, { params: { slug } })).body).toMatchObject({ data: [], rating: { count: 0 } })
})

test('nothing else can be set, nobody else can write, and every fault is named', async () => {
  const { slug } = world.products.lamp
  const attempts: [Record<string, unknown>, string][] = [
    [{ is_approved: true }, '/is_approved'],
    [{ author: 'The Queen' }, '/author'],
    [{ user_id: newId() }, '/user_id'],
    [{ rating: 6 }, '/rating'],
    [{ title: 'ab' }, '/title'],
    [{ body: 'short' }, '/body'],
  ]
  for (const [changes, pointer] of attempts) {
    const answer = await call(writeReview, { as: ada, body: { ...text, slug, ...changes } })
    expect([answer.status, answer.body.errors]).toMatchObject([422, [{ pointer }]])
  }
  expect((await call(writeReview, { body: { ...text, slug } })).status).toBe(401)
  expect((await call(readMine)).status).toBe(401)
  expect((await call(writeReview, { as: eve, body: { ...text, slug: world.products.mug.slug } })).body).toMatchObject({
    code: 'forbidden',
    status: 403,
  })
  expect((await call(readReviews, { params: { slug: 'nothing-of-this-name' } })).status).toBe(404)
  expect((await call(readReviews, { params: { slug }, query: '?cursor=abc' })).status).toBe(422)
})

test('what everybody reads has exactly these fields, and no trace of the account', async () => {
  const { slug } = world.products.lamp
  await call(writeReview, { as: eve, body: { ...text, slug } })
  const { body } = await call(readReviews, { params: { slug } })
  const [review] = body.data as Record<string, unknown>[]
  expect(Object.keys(body).sort()).toEqual(['data', 'next_cursor', 'prev_cursor', 'product', 'rating', 'rating_histogram'])
  expect(Object.keys(review ?? {}).sort()).toEqual(['author', 'body', 'created_at', 'id', 'is_verified_buyer', 'rating', 'title'])
  expect(JSON.stringify(body)).not.toMatch(/example\.com|Example|user/i)
})
