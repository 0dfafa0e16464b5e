import { expect, test } from 'vitest'
import { largestOf, pictureView } from './pictures'

test('the largest size is the file that is as wide as its name says', () => {
  const picture = pictureView({ hash: 'abc', blur: '', alt: 'A lamp' })
  expect(picture && largestOf(picture)).toMatch(/\/media\/abc-1080\.webp$/)
})
