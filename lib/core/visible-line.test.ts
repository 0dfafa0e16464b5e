import { expect, test } from 'vitest'
import { isPlainLine, visibleLine } from './visible-line'

test.each(['\u200b\u202e', ' \u2060\ufeff', '\u3164', '\u0001', '\u0301', ' '])('%j shows nothing', (text) => expect(visibleLine(text)).toBe(''))

test.each(['Ada \u202eecalevoL', 'Pay\u200bPal', 'Shop\u2060', '\ufeffShop', 'Sh\u00adop', '\u2067عمر\u2069', '\u3164', 'A\nB', 'Shop\u{e0041}'])(
  '%j is not what it looks like',
  (text) => expect(isPlainLine(text)).toBe(false),
)

test.each(['', 'Highstreet', 'Zoé & Söhne', 'می\u200cخواهم', 'עמר', '❤️ Shop'])('%j is', (text) => expect(isPlainLine(text)).toBe(true))

test.each([
  ['Ada \u202eecalevoL', 'Ada ecalevoL'],
  ['1 Main\tStreet\n', '1 Main Street'],
  ['\u2067عمر\u2069', 'عمر'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  [' Zoé ', 'Zoé'],
])('%j stays as it is read', (text, seen) => expect(visibleLine(text)).toBe(seen))
