import { MutationObserver, onlineManager, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { cartApi } from './cart-api'
import { makeQueryClient } from './query-client'

test('a page that is drawn on the server leaves no timer behind: it would hold its request in memory', () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  new QueryObserver(makeQueryClient(), { queryKey: ['cart'], queryFn: () => null })
  expect(timers()).toBe(before)
})

test('without a connection a change fails at once, says that nothing was done, and is not sent later', async () => {
  const send = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'))
  vi.stubGlobal('navigator', { onLine: false })
  onlineManager.setOnline(false)
  const change = new MutationObserver(makeQueryClient(), { mutationFn: () => cartApi.add('a variant', 1) })
  await expect(change.mutate()).rejects.toThrow('There is no connection, so nothing was added or changed.')
  onlineManager.setOnline(true)
  vi.stubGlobal('navigator', { onLine: true })
  expect(send).toHaveBeenCalledTimes(1)
  await expect(change.mutate()).rejects.toThrow('we do not know whether this was done')
  send.mockRestore()
  vi.unstubAllGlobals()
})
