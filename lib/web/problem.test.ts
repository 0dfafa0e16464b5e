import { expect, test } from 'vitest'
import { DomainError, errorStatus, errorTitle } from '@/lib/core/errors'
import { metrics } from '@/lib/platform/metrics/metrics'
import { asDomainError, problemResponse } from './problem'

const postgresError = (code: string) => Object.assign(new Error('relation "orders" …'), { code })

test('a refusal is a problem document with its code, status, detail and request id', async () => {
  const response = problemResponse(
    new DomainError('out_of_stock', { detail: 'Only 2 are left.', extra: { available: 2 }, retryAfterSeconds: 3 }),
    'request-1',
  )
  expect([response.status, response.headers.get('content-type'), response.headers.get('x-request-id'), response.headers.get('retry-after')]).toEqual([
    409,
    'application/problem+json',
    'request-1',
    '3',
  ])
  expect(await response.json()).toMatchObject({
    code: 'out_of_stock',
    status: 409,
    detail: 'Only 2 are left.',
    available: 2,
    request_id: 'request-1',
  })
})

test('a bug is 500 without a word of its inside', async () => {
  const text = await problemResponse(new Error('select * from users'), 'request-2').text()
  expect(JSON.parse(text)).toMatchObject({ status: 500, code: 'internal' })
  expect(text).not.toContain('select')
})

test('what the database door threw is seen through the wrapping of Drizzle', () => {
  const wrapped = new Error('Failed query', { cause: new Error('again', { cause: new DomainError('unavailable') }) })
  expect(asDomainError(wrapped)?.code).toBe('unavailable')
})

test('values that Postgres refuses are the input\u2019s fault, statements out of time are "later", anything else is a bug', () => {
  expect(asDomainError(new Error('Failed query', { cause: postgresError('22P02') }))?.code).toBe('invalid_input')
  expect(asDomainError(new Error('Failed query', { cause: postgresError('57014') }))?.code).toBe('unavailable')
  expect(asDomainError(new Error('Failed query', { cause: postgresError('42P01') }))).toBeNull()
})

test('every refusal moves the counter of its code', async () => {
  const read = async () => (await metrics.problems.get()).values.find(({ labels }) => labels.code === 'not_found')?.value ?? 0
  const before = await read()
  problemResponse(new DomainError('not_found'), 'request-3')
  expect(await read()).toBe(before + 1)
})

test('the title of a conflict fits whatever stands in the way, also where nobody else does anything', async () => {
  const { title, detail } = await problemResponse(new DomainError('conflict', { detail: 'Good news: it is in stock.' }), 'request-4').json()
  expect([title, detail]).toEqual(['This cannot be done now', 'Good news: it is in stock.'])
})

test('every code has a title and a status that is not a success', () => {
  expect(Object.keys(errorTitle).sort()).toEqual(Object.keys(errorStatus).sort())
  expect(Object.values(errorStatus).every((status) => status >= 300 && status < 600)).toBe(true)
})
