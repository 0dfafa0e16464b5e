import { expect, test } from 'vitest'
import { isKnownTag } from './entity-tags'

test('a tag is known by itself, weak or strong, in a list, and to who has any', () => {
  for (const etag of ['"one"', 'W/"one"'])
    for (const known of ['"one"', 'W/"one"', '"zero", W/"one"', '"zero","one"', ' * '])
      expect([etag, known, isKnownTag(known, etag)]).toEqual([etag, known, true])
})

test('another tag is not known, and neither is a part of one', () => {
  for (const known of ['', '"zero"', 'one', '"on"', '"one', '"zero, one"', 'w/"one"', '"*"'])
    expect([known, isKnownTag(known, '"one"')]).toEqual([known, false])
})
