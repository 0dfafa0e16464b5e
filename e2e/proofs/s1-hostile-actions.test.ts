import { expect, test } from 'vitest'
import { type Random, seededRandom } from '@/db/testing/seed'
import { type BuiltAction, builtActions } from '@/e2e/harness/build'
import { CASES, type Case, complaintsAbout, identityOf, signedIn, TIMEOUT_MS } from '@/e2e/harness/hostile-caller'
import { testShop } from '@/e2e/harness/test-shop'

const shop = testShop({ env: { LOG_LEVEL: 'error' } })

test(
  'S1: no argument of a Server Action makes a 5xx',
  async () => {
    const random = seededRandom()
    const { makeWorld, requests } = await signedIn()
    const actions = await builtActions()
    expect(actions.length).toBeGreaterThan(30)
    const found: string[] = []
    // One after the other: three hundred bodies of each at once would fill the memory of the test.
    for (const [index, action] of actions.entries()) {
      const world = await makeWorld()
      const { params = {}, body = {} } = (await requests[action.name]?.(world)) ?? {}
      const real = Object.entries({ ...params, ...body }).map(([field, value]) => [field, String(value)] as const)
      const cases = Array.from({ length: CASES }, () => hostileCall(random, action, real, identityOf(random, shop.current.url, world.cast)))
      found.push(...(await complaintsAbout(shop.current.url, cases)))
      if (index % 10 === 9) console.info(`${index + 1} of ${actions.length} actions asked, ${found.length} wrong answers`)
    }
    expect(found).toEqual([])
  },
  TIMEOUT_MS,
)

const fieldNames = [
  'id',
  'variant_id',
  'quantity',
  'email',
  'step',
  'number',
  'token',
  'shipping_address.country',
  'idempotency_key',
  '__proto__',
  'card.number',
  'name',
  'next',
  'password',
  'rating',
  'body',
  'confirmation',
  'lines',
  'quantity/01890a5d-ac96-774b-bcce-b302099a8057',
  'quantity/',
  'reason/x',
  'price_drop/bell',
  '',
]
const fieldValues = [
  '',
  '0',
  '-1',
  '1e99',
  'x',
  '\u0000',
  '\ud800',
  '01890a5d-ac96-774b-bcce-b302099a8057',
  'a'.repeat(20_000),
  '😀',
  "';--",
  '__proto__',
]

/** A little more than is read. */
const TOO_MUCH = new Uint8Array(1_050_000).fill(97)

type Field = readonly [string, string]

function hostileCall(random: Random, { id, name, page }: BuiltAction, real: Field[], identity: Record<string, string>): Case {
  const { bytes, type, kind } = actionBody(random, id, real)
  return {
    name: `${name}: ${kind}`,
    path: page,
    init: {
      method: 'POST',
      headers: {
        ...identity,
        origin: shop.current.url,
        ...(kind === 'plain form' ? {} : { 'next-action': id }),
        ...(type ? { 'content-type': type } : {}),
      },
      body: bytes as BodyInit,
    },
  }
}

/** Fields that nobody would send, or those of the action of which one is wrong. */
function hostileFields(random: Random, real: Field[]): Field[] {
  if (real.length === 0 || random.next() < 0.4)
    return Array.from({ length: random.integer(0, 6) }, () => [random.pick(fieldNames), random.pick(fieldValues)] as const)
  const wrong = random.integer(0, real.length - 1)
  const fields = real.map(([name, value], index): Field => [name, index === wrong ? random.pick(fieldValues) : value])
  return random.next() < 0.2 ? [...fields, [random.pick(fieldNames), random.pick(fieldValues)]] : fields
}

/** The arguments as React sends them (state, then the form), and what somebody may send instead. */
function actionBody(random: Random, id: string, real: Field[]): { bytes: string | FormData | Uint8Array; type: string | null; kind: string } {
  const fields = hostileFields(random, real)
  const form = new FormData()
  const choice = random.integer(0, 7)
  if (choice <= 2) {
    for (const [name, value] of fields) form.append(`_1_${name}`, value)
    form.append('0', random.pick(['[{"status":"idle"},"$K1"]', '["$undefined","$K1"]', '["$K1"]', '[null,"$K1"]', '["$K1","$K1","$K1"]']))
    return { bytes: form, type: null, kind: 'form' }
  }
  if (choice === 3) {
    for (const [name, value] of fields) form.append(name, value)
    form.append(`$ACTION_ID_${id}`, '')
    return { bytes: form, type: null, kind: 'plain form' }
  }
  if (choice === 4)
    return {
      bytes: random.pick(['[]', '[1,2]', '{}', 'x', '', '["$F1"]', '["$@1"]', '[null,null]']),
      type: 'text/plain;charset=UTF-8',
      kind: 'other arguments',
    }
  if (choice === 5)
    return { bytes: '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$K', type: 'multipart/form-data; boundary=x', kind: 'truncated' }
  if (choice === 6) return { bytes: TOO_MUCH, type: 'text/plain;charset=UTF-8', kind: '1.05 MB' }
  form.append('0', random.pick(['["$K', '{"a":', '[[[[', '["$Q1","$W2"]', '["$n99999999999999999999"]', '"$1:a:b:c"', '["$1:__proto__:x"]']))
  return { bytes: form, type: null, kind: 'broken arguments' }
}
