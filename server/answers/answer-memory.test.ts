import { expect, test } from 'vitest'
import { createAnswerMemory } from './answer-memory'
import { keptAnswerOf } from './kept-answer'

const MB = 1024 * 1024
const answer = (tags: string[], bytes = 1_000) =>
  keptAnswerOf(
    { headers: new Headers(), madeAt: 0 },
    { body: Buffer.alloc(bytes), encoding: 'identity', etag: 'W/"x"', tags },
    { freshSeconds: 60, staleSeconds: 0 },
  )

test('an answer falls with any of its tags, and with no other', () => {
  const memory = createAnswerMemory(MB)
  memory.keep('/a', answer(['one', 'two']), memory.now(), false)
  memory.keep('/b', answer(['two']), memory.now(), true)
  memory.keep('/c', answer(['three']), memory.now(), false)
  memory.drop(['two', 'unknown'])
  expect(['/a', '/b', '/c'].map((key) => memory.get(key) !== undefined)).toEqual([false, false, true])
  expect(memory.size().entries).toBe(1)
})

test('an answer whose making began before one of its tags fell is thrown away, and its successor is kept', () => {
  const memory = createAnswerMemory(MB)
  memory.begin()
  const since = memory.now()
  memory.drop(['price'])
  expect(memory.keep('/a', answer(['price']), since, false)).toBe(false)
  expect(memory.keep('/b', answer(['other']), since, false)).toBe(true)
  expect([memory.hasFallen(['price'], since), memory.hasFallen(['other'], since), memory.hasFallen(null, since)]).toEqual([true, false, true])
  expect(memory.keep('/a', answer(['price']), memory.now(), false)).toBe(true)
  memory.end()
})

test('R147: clearing takes down everything, what is under way too', () => {
  const memory = createAnswerMemory(MB)
  memory.begin()
  const since = memory.now()
  memory.keep('/a', answer(['one']), since, false)
  memory.keep('/b', answer([]), since, true)
  memory.drop(['everything', 'settings'])
  expect(memory.size()).toEqual({ entries: 0, bytes: 0 })
  expect(memory.keep('/a', answer(['one']), since, false)).toBe(false)
  expect(memory.keep('/a', answer(['one']), memory.now(), false)).toBe(true)
  memory.end()
})

test('when more falls at once than is remembered, everything under way is thrown away', () => {
  const memory = createAnswerMemory(MB)
  memory.begin()
  const since = memory.now()
  memory.drop(Array.from({ length: 60_000 }, (_, index) => `tag-${index}`))
  expect(memory.keep('/a', answer(['never fell']), since, false)).toBe(false)
  memory.end()
})

test('S11: countless queries fill no more than their share, and push no page out', () => {
  const memory = createAnswerMemory(MB)
  for (let page = 0; page < 20; page++) memory.keep(`/p/${page}`, answer([`product:${page}`], 20_000), memory.now(), false)
  for (let query = 0; query < 20_000; query++) memory.keep(`/search?q=${query}`, answer(['products_list'], 3_000), memory.now(), true)
  expect(Array.from({ length: 20 }, (_, page) => memory.get(`/p/${page}`) !== undefined)).not.toContain(false)
  expect(memory.size().bytes).toBeLessThanOrEqual(MB)
  memory.drop(['products_list'])
  expect(memory.size().entries).toBe(20)
})

test('S11: an answer that would take the memory for itself is not kept', () => {
  const memory = createAnswerMemory(MB)
  expect(memory.keep('/huge', answer(['x'], 200_000), memory.now(), false)).toBe(false)
  expect(memory.size()).toEqual({ entries: 0, bytes: 0 })
})

test('an answer that is kept anew falls with its new tags only', () => {
  const memory = createAnswerMemory(MB)
  memory.keep('/a', answer(['old']), memory.now(), false)
  memory.keep('/a', answer(['new']), memory.now(), false)
  memory.drop(['old'])
  expect(memory.get('/a')).toBeDefined()
  memory.drop(['new'])
  expect(memory.get('/a')).toBeUndefined()
})
