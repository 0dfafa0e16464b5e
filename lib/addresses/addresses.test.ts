import { expect, test } from 'vitest'
import { refusalOf } from '@/db/testing/refusals'
import { guest, signedIn, withKey } from '@/db/testing/visitors'
import { makeUser } from '@/db/testing/world'
import { newId } from '@/lib/core/ids'
import { listAddresses } from './list-addresses'
import { removeAddress } from './remove-address'
import { addAddress, changeAddress } from './save-address'
import { AddAddress, AddressBook, ChangeAddress, MAX_ADDRESSES } from './schemas'

const home = (changes: Partial<AddAddress> = {}) =>
  AddAddress.parse({
    full_name: 'Ada Lovelace',
    line1: '1 Main Street',
    city: 'New York',
    region: 'NY',
    postal_code: '10001',
    country: 'US',
    ...changes,
  })

const shopper = async () => signedIn(await makeUser())

test('the first address is the default for both, and a default passes on when another takes its place', async () => {
  const ada = await shopper()
  const first = await addAddress(ada, home())
  expect(first).toMatchObject({ is_default_shipping: true, is_default_billing: true })
  const second = await addAddress(ada, home({ line1: '2 Side Street', is_default_shipping: true }))
  expect(AddressBook.parse(await listAddresses(ada)).data).toMatchObject([
    { id: second.id, is_default_shipping: true, is_default_billing: false },
    { id: first.id, is_default_shipping: false, is_default_billing: true },
  ])
})

test('under an idempotency key an address is added once, however often it is sent', async () => {
  const ada = withKey(await shopper())
  const added = await Promise.all(Array.from({ length: 5 }, () => addAddress(ada, home())))
  expect(new Set(added.map(({ id }) => id)).size).toBe(1)
  expect((await listAddresses(ada)).data).toHaveLength(1)
})

test('a removed default passes to the newest that is left', async () => {
  const ada = await shopper()
  const first = await addAddress(ada, home())
  await addAddress(ada, home({ line1: '2 Side Street' }))
  const third = await addAddress(ada, home({ line1: '3 Back Street' }))
  expect((await removeAddress(ada, first)).data[0]).toMatchObject({ id: third.id, is_default_shipping: true, is_default_billing: true })
})

test('ten addresses that are added at once as the default leave exactly one', async () => {
  const ada = await shopper()
  await Promise.all(Array.from({ length: 10 }, (_, n) => addAddress(ada, home({ line1: `${n} Main Street`, is_default_shipping: true }))))
  const { data } = await listAddresses(ada)
  expect(data).toHaveLength(10)
  expect(data.filter((address) => address.is_default_shipping)).toHaveLength(1)
  expect(data.filter((address) => address.is_default_billing)).toHaveLength(1)
})

test('the book holds so many addresses and no more, also when they come at once', async () => {
  const ada = await shopper()
  const outcomes = await Promise.allSettled(Array.from({ length: MAX_ADDRESSES + 5 }, () => addAddress(ada, home())))
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(5)
  expect((await listAddresses(ada)).data).toHaveLength(MAX_ADDRESSES)
})

test('addresses of others are not found, and guests are asked to sign in', async () => {
  const [ada, eve] = [await shopper(), await shopper()]
  const address = await addAddress(ada, home())
  expect((await refusalOf(changeAddress(eve, { ...home(), id: address.id }))).code).toBe('not_found')
  expect((await refusalOf(removeAddress(eve, address))).code).toBe('not_found')
  expect((await refusalOf(listAddresses(guest()))).code).toBe('unauthenticated')
  expect((await listAddresses(ada)).data).toEqual([address])
})

test('of two tabs that change one address the later is told what the other made of it, and may save over it then', async () => {
  const ada = await shopper()
  const { id, version } = await addAddress(ada, home())
  const saved = await changeAddress(ada, { ...home({ line1: '2 Side Street' }), id, version })
  const later = { ...home({ line1: '3 Back Street' }), id }
  const refusal = await refusalOf(changeAddress(ada, { ...later, version }))
  expect(refusal).toMatchObject({ code: 'stale', options: { extra: { version: saved.version, current: saved } } })
  expect(refusal.options.detail).toContain('Ada Lovelace, 2 Side Street, New York, NY 10001, United States')
  expect((await listAddresses(ada)).data).toEqual([saved])
  expect(await changeAddress(ada, { ...later, version: saved.version })).toMatchObject({ line1: '3 Back Street' })
  expect(await changeAddress(ada, { ...later, line1: '4 Long Road' })).toMatchObject({ line1: '4 Long Road' })
})

test('an address has to fit its country', async () => {
  const refusal = await refusalOf(addAddress(await shopper(), { ...home(), postal_code: 'ABC', region: null }))
  expect(refusal.options.errors?.map(({ pointer }) => pointer)).toEqual(['/region', '/postal_code'])
})

test('everything that is missing is said at once, and nothing twice', () => {
  const faults = (address: unknown) => AddAddress.safeParse(address).error?.issues.map(({ path, message }) => [path.join('/'), message])
  const empty = { full_name: '', line1: '', city: '', region: '', postal_code: '', country: 'US', phone: '12', is_default_billing: false }
  expect(faults(empty)).toEqual([
    ['full_name', 'Enter your full name.'],
    ['line1', 'Enter your street and house number.'],
    ['city', 'Enter your city.'],
    ['region', 'Choose a state.'],
    ['postal_code', 'Enter your ZIP code.'],
    ['phone', 'This phone number is not complete. Leave it empty if you like.'],
  ])
  expect(faults({ ...home(), country: '' })).toEqual([['country', 'Choose a country.']])
  expect(faults({ ...home(), country: 'ZZ' })).toEqual([['country', 'Choose a country.']])
  expect(faults({ ...home(), postal_code: 12 })?.map(([path]) => path)).toEqual(['postal_code'])
  expect(ChangeAddress.safeParse({ ...home(), region: null, id: newId() }).error?.issues).toHaveLength(1)
  expect(faults([])).toHaveLength(1)
})

test('a name of which nothing can be seen is refused, and marks of direction are left out', () => {
  const parsed = AddAddress.safeParse({ ...home(), full_name: '\u200b\u202e' })
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['Enter your full name.'])
  expect(home({ full_name: 'Ada \u202eecalevoL', line2: '\u200b' })).toMatchObject({ full_name: 'Ada ecalevoL', line2: null })
})
