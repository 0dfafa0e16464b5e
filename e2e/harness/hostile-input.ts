import { z } from 'zod'
import type { Random } from '@/db/testing/seed'

/** The part of JSON Schema that zod writes. */
type Schema = {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  format?: string
  pattern?: string
  minimum?: number
}

export type HostileBody = { name: string; bytes: Buffer | string; type: string | null }

export const inputSchema = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema

/** Something that the schema would take, or nearly: what patterns want is not guessed. */
export function sampleOf(schema: Schema, random: Random): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return random.pick(schema.enum)
  if (schema.anyOf) return sampleOf(random.pick(schema.anyOf), random)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, sampleOf(inner, random)]))
    case 'array':
      return schema.items ? [sampleOf(schema.items, random)] : []
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, random.integer(0, 5))
    case 'boolean':
      return random.next() < 0.5
    case 'null':
      return null
    default:
      if (schema.format === 'uuid') return '01890a5d-ac96-774b-bcce-b302099a8057'
      if (schema.format === 'email') return 'ada@example.com'
      return random.pick(['Ada', 'US', '4242424242424242', '12/39', '123', 'standard', '10001'])
  }
}

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth)

/** Values as JSON text, because some of them cannot be made by JSON.stringify. */
const hostileTexts = [
  'null',
  'true',
  '0',
  '-1',
  '-0',
  '1.5',
  '1e999',
  '-1e308',
  '9007199254740993',
  '99999999999999999999999999',
  '""',
  '" "',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u202e\\u200b"',
  '"😀👩‍👩‍👧‍👦"',
  `"'; drop table orders; --"`,
  '"%"',
  '":* & | ! ( )"',
  '"\\\\"',
  '"<script>alert(1)</script>"',
  '"../../../../etc/passwd"',
  '"__proto__"',
  '"NaN"',
  '"Infinity"',
  '"1e9"',
  '"٣"',
  '"2026-13-45T99:99:99Z"',
  '"00000000-0000-0000-0000-000000000000"',
  `"${'a'.repeat(10_000)}"`,
  '[]',
  '{}',
  '[null]',
  '["a","a"]',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"toString":null,"valueOf":1}',
  '{"amount":"19.99","currency":"XXX"}',
  '{"amount":-1,"currency":"USD"}',
  '{"$ne":null}',
  nested(200, '[', ']'),
  nested(10_000, '[', ']'),
] as const

/** The field's name and hostile text put into an otherwise believable object. */
function withField(sample: Record<string, unknown>, name: string, text: string): string {
  const others = Object.entries(sample)
    .filter(([other]) => other !== name)
    .map(([other, value]) => `${JSON.stringify(other)}:${JSON.stringify(value)}`)
  return `{${[...others, `${JSON.stringify(name)}:${text}`].join(',')}}`
}

/** Bodies that are the same for every operation. */
const fixedBodies: HostileBody[] = [
  { name: 'no body', bytes: '', type: 'application/json' },
  { name: 'truncated JSON', bytes: '{"variant_id": "0', type: 'application/json' },
  { name: 'not JSON', bytes: 'variant_id=1', type: 'application/json' },
  { name: 'not UTF-8', bytes: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), type: 'application/json' },
  { name: 'NUL bytes', bytes: Buffer.alloc(1_000), type: 'application/json' },
  { name: 'depth 10,000 of arrays', bytes: nested(10_000, '[', ']'), type: 'application/json' },
  { name: 'depth 10,000 of objects', bytes: `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, type: 'application/json' },
  { name: '1 MB of text', bytes: JSON.stringify({ email: 'a'.repeat(999_900) }), type: 'application/json' },
  { name: '1.05 MB', bytes: JSON.stringify({ email: 'a'.repeat(1_050_000) }), type: 'application/json' },
  { name: '1.5 MB', bytes: Buffer.alloc(1_500_000, 'a'), type: 'application/json' },
  { name: '100,000 members', bytes: `{${Array.from({ length: 60_000 }, (_, index) => `"${index}":1`).join(',')}}`, type: 'application/json' },
  { name: 'raw __proto__', bytes: '{"__proto__":{"email":"x@example.com"},"__proto__":1}', type: 'application/json' },
  { name: 'plain text', bytes: '{"quantity":1}', type: 'text/plain' },
  { name: 'XML', bytes: '<a/>', type: 'application/xml' },
  { name: 'no content type', bytes: '{}', type: null },
  { name: 'bad content type', bytes: '{}', type: 'application/json; charset=utf-99; =;;' },
  { name: 'truncated multipart', bytes: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', type: 'multipart/form-data; boundary=x' },
  { name: 'multipart without boundary', bytes: '--x\r\n\r\n--x--', type: 'multipart/form-data' },
  { name: 'form', bytes: 'quantity=1&quantity=2&__proto__=1&%ff=%00', type: 'application/x-www-form-urlencoded' },
]

/**
 * `count` bodies: those that suit every operation, and believable ones with one hostile value, drawn from the schema or made of `real`,
 * which the operation would take.
 */
export function hostileBodies(schema: Schema, random: Random, count: number, real?: Record<string, unknown>): HostileBody[] {
  const names = Object.keys(schema.properties ?? real ?? {})
  const fromSchema = (): HostileBody => {
    const isReal = real !== undefined && random.next() < 0.6
    const sample = isReal ? real : (Object(sampleOf(schema, random)) as Record<string, unknown>)
    const text = random.pick(hostileTexts)
    const kind = random.next()
    if (kind < 0.1 || names.length === 0) return { name: `the body is ${text.slice(0, 40)}`, bytes: text, type: 'application/json' }
    if (kind < 0.25) {
      const extra = random.pick(['is_admin', 'price', 'id', '__proto__', 'user_id', ''])
      return { name: `an unknown field ${extra}`, bytes: withField(sample, extra, text), type: 'application/json' }
    }
    const path = random.pick(names)
    const inner = schema.properties?.[path]
    if (inner?.type === 'object' && random.next() < 0.7) {
      const below = random.pick(Object.keys(inner.properties ?? { x: 0 }))
      const value = withField(Object(sample[path]) as Record<string, unknown>, below, text)
      return { name: `/${path}/${below} is ${text.slice(0, 40)}`, bytes: withField(sample, path, value), type: 'application/json' }
    }
    return { name: `/${path} is ${text.slice(0, 40)}`, bytes: withField(sample, path, text), type: 'application/json' }
  }
  return Array.from({ length: count }, () => (random.next() < 0.3 ? random.pick(fixedBodies) : fromSchema()))
}

const hostileQueryValues = [
  '',
  '%00',
  'a%00b',
  '%ff',
  '%ed%a0%80',
  '%',
  '%zz',
  '-1',
  '0',
  '1e9',
  '99999999999999999999',
  'NaN',
  'Infinity',
  '1.5',
  '%27',
  'a%26%7C%21%3A%2A',
  '%25',
  '%5C',
  ':*',
  '%F0%9F%98%80',
  '%D0%BA%D0%BD%D0%B8%D0%B3%D0%B0',
  '=',
  'a=b',
  'Colour=%00',
  'bnVsbA',
  'WyJuIiwieCIsWzFdXQ',
  'WyJuIiwieCIsWyJcdTAwMDAiXV0',
  'W1tbW1tbW1tbW10',
  '__proto__',
  '2026-13-45',
  '00000000-0000-0000-0000-000000000000',
  'a'.repeat(300),
  'a'.repeat(6_000),
  encodeURIComponent('é'.repeat(200)),
]

/** A query string with up to three hostile parameters, some of them repeated, some unknown. */
export function hostileQuery(schema: Schema, random: Random): string {
  const names = [...Object.keys(schema.properties ?? {}), 'unknown', '__proto__', 'a[b]', 'cursor', 'page']
  const parts = Array.from({ length: random.integer(0, 3) }, () => {
    const name = random.pick(names)
    const value = random.pick(hostileQueryValues)
    const times = value.length < 100 && random.next() < 0.1 ? 60 : 1
    return Array(times).fill(`${name}=${value}`).join('&')
  })
  return parts.join('&')
}

/** What stands where a path has a parameter. */
export const hostilePathPart = (random: Random): string =>
  random.pick([
    ...hostileQueryValues.filter((value) => value !== '' && value.length < 1_000),
    '..%2f..%2fetc',
    '%2e%2e',
    'x',
    '%E2%80%AE',
    '[number]',
    '%2F%2F',
  ])
