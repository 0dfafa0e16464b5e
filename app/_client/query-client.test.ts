import { QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { makeQueryClient } from './query-client'

test('a page that is drawn on the server leaves no timer behind: it would hold its request in memory', () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  new QueryObserver(makeQueryClient(), { queryKey: ['cart'], queryFn: () => null })
  expect(timers()).toBe(before)
})
