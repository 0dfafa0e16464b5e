import { expect, test } from 'vitest'
import { plainText } from './plain-text'

test('what search engines read has the words and none of the signs', () => {
  const text = '# Care\n\nBlown by **hand**, *cold*.\n\n- Wash it\n- Dry it\n1. Look at [the page](/pages/delivery)\n![a](b.png)'
  expect(plainText(text)).toBe('Care Blown by hand, cold. Wash it Dry it Look at the page')
  expect(plainText('3 * 4 is 12. A 5-litre pot - of clay_red.')).toBe('3 * 4 is 12. A 5-litre pot - of clay_red.')
})
