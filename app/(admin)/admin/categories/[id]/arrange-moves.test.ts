import { expect, test } from 'vitest'
import { moved, toTop } from './arrange-moves'

const shown = { data: ['a', 'b', 'c', 'd', 'e'], arranged: 2 }

test('what is moved among those in order keeps their number', () => {
  expect(moved(shown, 1, 0)).toEqual({ data: ['b', 'a', 'c', 'd', 'e'], arranged: 2 })
})

test('what is moved up from below has a place too', () => {
  expect(moved(shown, 3, 1)).toEqual({ data: ['a', 'd', 'b', 'c', 'e'], arranged: 3 })
})

test('everything above what is moved has a place, however far down it goes', () => {
  expect(moved(shown, 0, 3)).toEqual({ data: ['b', 'c', 'd', 'a', 'e'], arranged: 4 })
  expect(moved({ ...shown, arranged: 0 }, 4, 3)).toEqual({ data: ['a', 'b', 'c', 'e', 'd'], arranged: 4 })
})

test('beyond the ends nothing moves', () => {
  for (const [from, to] of [
    [0, -1],
    [4, 5],
    [9, 0],
    [2, 2],
  ] as const)
    expect(moved(shown, from, to)).toEqual(shown)
})

test('what is put at the top is there once', () => {
  const products = { data: [{ id: 'a' }, { id: 'b' }], arranged: 0 }
  expect(toTop(products, { id: 'b' })).toEqual({ data: [{ id: 'b' }, { id: 'a' }], arranged: 1 })
  expect(toTop(products, { id: 'z' })).toEqual({ data: [{ id: 'z' }, { id: 'a' }, { id: 'b' }], arranged: 1 })
})
