import { expect, it } from 'vitest'
import { editDistance } from './edit-distance'

it.each([
  ['shirt', 'shirt', 0],
  ['shrit', 'shirt', 1],
  ['shir', 'shirt', 1],
  ['shiirt', 'shirt', 1],
  ['jaket', 'jacket', 1],
  ['', 'mug', 3],
  ['lamp', 'mug', 4],
])('from %s to %s it is %i', (from, to, distance) => {
  expect(editDistance(from, to)).toBe(distance)
})
