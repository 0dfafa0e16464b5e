import { expect, test } from 'vitest'
import type { ZodType } from 'zod'
import { routeFiles } from '@/e2e/harness/routes'
import { operations } from './operations'

test('every handler under app/api/v1, and whatever else is a route(), is registered under the address of its file, with its method, and nothing else is', async () => {
  const files = (await routeFiles()).filter(
    ({ address, specs }) => address !== '/api/v1/{rest}' && (address.startsWith('/api/v1/') || specs.size > 0),
  )
  expect(files.length).toBeGreaterThan(10)
  for (const { file, address, methods, specs } of files) {
    const exported = methods.map((method) => `${method} ${address}`).sort()
    expect([file, [...specs.keys()].sort()]).toEqual([file, exported])
  }
  expect([...operations().keys()].sort()).toEqual(files.flatMap(({ specs }) => [...specs.keys()]).sort())
})

test('a list gives at most a hundred at once', async () => {
  const isRefused = (input: ZodType, size: string) =>
    input.safeParse({ page_size: size }).error?.issues.some(({ path }) => path[0] === 'page_size') ?? false
  const lists = (await routeFiles()).flatMap((file) => [...file.specs]).filter(([, { input }]) => isRefused(input, 'x'))
  expect(lists.length).toBeGreaterThan(12)
  for (const [operation, { input }] of lists) expect([operation, isRefused(input, '1'), isRefused(input, '101')]).toEqual([operation, false, true])
})

test('operations that place, pay or pay back ask for an Idempotency-Key, and every other write takes its input strictly', async () => {
  const specs = (await routeFiles()).flatMap((file) => [...file.specs])
  const required = specs.filter(([, { idempotency }]) => idempotency === 'required').map(([operation]) => operation)
  expect(required.sort()).toEqual([
    'POST /api/v1/admin/orders/{number}/refunds',
    'POST /api/v1/admin/orders/{number}/returns/{id}/refund',
    'POST /api/v1/checkout',
    'POST /api/v1/orders/{number}/payments',
  ])
  for (const [operation, { input }] of specs) {
    if (operation.startsWith('GET ')) continue
    const result = input.safeParse({ a_field_that_nobody_knows: 1 })
    expect([operation, result.error?.issues.some(({ code }) => code === 'unrecognized_keys')]).toEqual([operation, true])
  }
})
