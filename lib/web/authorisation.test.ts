import { beforeAll, expect, test, vi } from 'vitest'
import { POST as receive } from '@/app/api/webhooks/test/route'
import { testBank } from '@/db/testing/test-bank'
import { makeCategory, makeProduct, type WorldProduct } from '@/db/testing/world'
import { actions, askAction, askRoute, Redirected, requestHeaders } from '@/e2e/authorisation/ask-directly'
import { complaintsAbout, type Door, makeWorld } from '@/e2e/authorisation/complaints'
import { requests } from '@/e2e/authorisation/requests'
import { actionTable, pageTable, routeTable, rowsOf } from '@/e2e/authorisation/table'
import { pageAddresses, routeFiles } from '@/e2e/harness/routes'
import { signedSessionToken } from '@/lib/platform/auth/session-cookie'

vi.hoisted(async () => (await import('@/db/testing/bank-address')).giveBankAddress())

vi.mock('next/headers', () => ({
  headers: async () => requestHeaders.getStore() ?? new Headers(),
  cookies: async () => ({ set: () => {} }),
}))
vi.mock('next/navigation', () => ({
  redirect: (address: string) => {
    throw new Redirected(address)
  },
  notFound: () => {
    throw new Error('notFound() outside a page')
  },
  unstable_rethrow: () => {},
}))
vi.mock('next/server', () => ({ connection: async () => {} }))
vi.mock('next/cache', () => ({ cacheLife: () => {}, cacheTag: () => {} }))

testBank(receive)
let product: WorldProduct
beforeAll(async () => {
  product = await makeProduct(await makeCategory(), { stock: 100_000 })
})

const tables = { routes: rowsOf(routeTable), actions: rowsOf(actionTable), pages: rowsOf(pageTable) }

test('S2: every method of every route handler, every Server Action and every page stands in the table, and nothing else does', async () => {
  const routes = (await routeFiles()).flatMap(({ address, methods }) => methods.map((method) => `${method} ${address}`))
  // What answers everything answers every method alike.
  const withoutAny = routes.filter((door) => !door.endsWith('{rest}')).concat('ANY /api/v1/{rest}')
  expect([...new Set(tables.routes.map(({ door }) => door))].sort()).toEqual(withoutAny.sort())
  expect([...new Set(tables.actions.map(({ door }) => door))].sort()).toEqual([...(await actions()).keys()].sort())
  expect([...new Set(tables.pages.map(({ door }) => door))].sort()).toEqual(pageAddresses())
  const asked = [...tables.routes, ...tables.actions].map(({ name }) => name)
  expect(Object.keys(requests).sort()).toEqual(asked.sort())
})

test('S2: a route handler, called by itself, answers each caller as the table says', async () => {
  const doors = tables.routes.map((row): Door => ({ row, ask: (asked, identity) => askRoute(row, asked, identity) }))
  expect(await complaintsAbout(doors, requests, product)).toEqual([])
}, 300_000)

test('S2: a Server Action, called by itself, answers each caller as the table says', async () => {
  const doors = tables.actions.map((row): Door => ({ row, ask: (asked, identity) => askAction(row, asked, identity) }))
  expect(await complaintsAbout(doors, requests, product)).toEqual([])
}, 300_000)

test('S2: a token that is over is told so at every door that asks who is there', async () => {
  const doors = [...tables.routes.map((row) => ({ row, ask: askRoute })), ...tables.actions.map((row) => ({ row, ask: askAction }))].filter(
    ({ row }) => new Set(Object.values(row.verdicts).map(({ status }) => status)).size > 1,
  )
  expect(doors.length).toBeGreaterThan(70)
  const world = await makeWorld(product)
  const over = { authorization: `Bearer ${signedSessionToken(world.cast.banned.token)}` }
  for (const { row, ask } of doors) {
    const answer = await ask(row, (await requests[row.name]?.(world)) ?? {}, over)
    expect([row.name, answer.status]).toEqual([row.name, 401])
  }
}, 120_000)
