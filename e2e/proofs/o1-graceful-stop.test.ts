import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { fillCart, place } from '@/e2e/harness/api'
import { brokenInvariants } from '@/e2e/harness/invariants'
import { testShop } from '@/e2e/harness/test-shop'

const shop = testShop({ env: { LOG_LEVEL: 'info' } })

test('O1: SIGTERM during 50 checkouts: readiness turns 503 first, all finish, nothing is reset, and the exit code is 0 within ten seconds', async () => {
  const { makeCategory, makeProduct } = await import('@/db/testing/world')
  const { variantId } = await makeProduct(await makeCategory(), { stock: 1_000 })
  const { url } = shop.current
  const carts = []
  for (let count = 0; count < 50; count++) carts.push(await fillCart(url, [{ variantId }]))

  const readiness: (number | 'closed')[] = []
  const checkouts = carts.map(({ token, cart }) => place(url, token, cart))
  const startedAt = performance.now()
  const stopped = shop.current.killServer('SIGTERM')
  const watching = (async () => {
    for (;;) {
      const status = await fetch(`${url}/api/health/ready`, { headers: { connection: 'close' } }).then(
        (response) => response.status,
        () => 'closed' as const,
      )
      readiness.push(status)
      if (status === 'closed') return
      await sleep(20)
    }
  })()

  const answers = await Promise.allSettled(checkouts)
  const end = await stopped
  await watching
  expect(answers.filter(({ status }) => status === 'rejected')).toEqual([])
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.status : 0))).toEqual(Array(50).fill(201))
  expect(end).toEqual({ code: 0, signal: null })
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  expect(readiness).toContain(503)

  await shop.current.startServer()
  expect(await brokenInvariants(shop.current.databaseUrl)).toEqual([])
})
