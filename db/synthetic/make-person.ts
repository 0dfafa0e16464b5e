import type { OrderAddress } from '@/db/schema/orders'
import { syntheticId } from './ids'
import { type Random, randomFor } from './random'
import { firstNames, lastNames, streets, towns } from './vocabulary'

export type SyntheticPerson = { id: string; name: string; email: string; daysAgo: number; takesNews: boolean }

/** Customer number n, always the same. The address of the mail tells that nobody reads it (RFC 2606). */
export function makePerson(number: number): SyntheticPerson {
  const random = randomFor(number)
  const [first, last] = [random.pick(firstNames), random.pick(lastNames)]
  const email = `${first}.${last}.${number}@customers.example`.toLowerCase().replaceAll(/[^a-z0-9.@]/g, '')
  return { id: syntheticId('person', number), name: `${first} ${last}`, email, daysAgo: 1 + random.below(730), takesNews: random.chance(0.3) }
}

export function makeAddress(random: Random, fullName: string): OrderAddress {
  const [city = '', region = '', postalCode = ''] = random.pick(towns).split('|')
  const line1 = `${1 + random.below(400)} ${random.pick(streets)}`
  return { fullName, line1, line2: null, city, region, postalCode, country: 'US', phone: null }
}
