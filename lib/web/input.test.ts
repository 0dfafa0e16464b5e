import { expect, test } from 'vitest'
import { z } from 'zod'
import { isDomainError } from '@/lib/core/errors'
import { fieldsOf, parseInput, readBytes, readJson } from './input'

const Person = z.strictObject({ name: z.string(), address: z.strictObject({ 'a/b': z.string() }).optional() })

function refusalOf(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (isDomainError(error)) return { code: error.code, pointers: error.options.errors?.map(({ pointer }) => pointer) }
  }
  throw new Error('It was not refused')
}

const request = (body: BodyInit, type = 'application/json') =>
  new Request('http://shop.test', { method: 'POST', body, headers: { 'content-type': type } })
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'read',
    (error: unknown) => (isDomainError(error) ? error.code : 'bug'),
  )

test('each wrong field is named by a JSON pointer, with its slashes escaped', () => {
  expect(refusalOf(() => parseInput(Person, { name: 1, address: { 'a/b': 2 }, extra: 3 }))).toEqual({
    code: 'invalid_input',
    pointers: ['/name', '/address/a~1b', '/extra'],
  })
})

test.each(['a\u0000b', '\ud800', 'x\udc00'])('text that Postgres cannot store is refused where it stands: %j', (name) => {
  expect(refusalOf(() => parseInput(Person, { name }))).toEqual({ code: 'invalid_input', pointers: ['/name'] })
})

test('emoji and every other well-formed text pass', () => {
  expect(parseInput(Person, { name: '👩‍👩‍👧‍👦 Ядвига' })).toEqual({ name: '👩‍👩‍👧‍👦 Ядвига' })
})

test('ten thousand levels are looked through without a stack overflow', () => {
  const deep = JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`) as unknown
  expect(refusalOf(() => parseInput(Person, deep)).code).toBe('invalid_input')
})

test('a body has to be JSON in UTF-8 and say so; none at all is an empty object', async () => {
  expect(await readJson(request(''))).toEqual({})
  expect(await readJson(request('{"a":1}', 'application/merge-patch+json'))).toEqual({ a: 1 })
  expect(await codeOf(readJson(request('{"a":1}', 'text/plain')))).toBe('unsupported_media_type')
  expect(await codeOf(readJson(request('{"a":')))).toBe('malformed')
  expect(await codeOf(readJson(request(new Uint8Array([0x22, 0xff, 0x22]))))).toBe('malformed')
})

test('a body over the limit is refused by its length, and by counting when it does not tell it', async () => {
  expect((await readBytes(request('a'.repeat(10)), 10)).length).toBe(10)
  expect(await codeOf(readBytes(request('a'.repeat(11)), 10))).toBe('too_large')
  const stream = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(8)),
  })
  const endless = new Request('http://shop.test', { method: 'POST', body: stream, duplex: 'half' } as RequestInit)
  expect(await codeOf(readBytes(endless, 100))).toBe('too_large')
})

test('a repeated field becomes a list, and __proto__ is a name like any other', () => {
  const fields = fieldsOf(new URLSearchParams('a=1&b=2&a=3&__proto__=4'))
  expect(Object.entries(fields)).toEqual([
    ['a', ['1', '3']],
    ['b', '2'],
    ['__proto__', '4'],
  ])
})

test('what a schema has no words for is said in plain ones, and its own words stay', () => {
  const Fields = z.object({
    long: z.string().max(3),
    empty: z.string().min(1),
    missing: z.string(),
    number: z.number(),
    big: z.number().max(99),
    choice: z.enum(['red', 'blue']),
    id: z.uuid(),
    list: z.array(z.string()).min(2),
    own: z.string().min(1, 'Enter your name.'),
  })
  const typed = { long: 'four', empty: '', number: 'x', big: 100, choice: 'green', id: 'x', list: ['one'], own: '' }
  const details = () => {
    try {
      return parseInput(Fields, typed)
    } catch (error) {
      return isDomainError(error) ? error.options.errors?.map(({ detail }) => detail) : error
    }
  }
  expect(details()).toEqual([
    'Use at most 3 characters.',
    'Fill this in.',
    'This is missing.',
    'This has to be a number.',
    'This has to be at most 99.',
    'Choose one of: red, blue.',
    'This is not an id.',
    'Give at least 2 entries.',
    'Enter your name.',
  ])
})
