import { expect, test } from 'vitest'
import { inSizeOrder } from './in-size-order'

const ordered = (...labels: string[]) => inSizeOrder(labels.map((label) => ({ label }))).map(({ label }) => label)

test('sizes stand from small to large, and what is no measure stays as it came', () => {
  expect(ordered('EU 41', 'EU 39', 'EU 100', 'EU 9')).toEqual(['EU 9', 'EU 39', 'EU 41', 'EU 100'])
  expect(ordered('M', 'XL', 'S')).toEqual(['S', 'M', 'XL'])
  expect(ordered('Red', 'Blue')).toEqual(['Red', 'Blue'])
  expect(ordered('256 GB', 'Without')).toEqual(['256 GB', 'Without'])
})
