import type { OrderAddress, OrderStatus } from '@/db/schema/orders'
import { syntheticId } from './ids'
import { makeAddress } from './make-person'
import { randomFor } from './random'

/** Somebody who orders; without an id as a guest. */
export type Buyer = { id: string | null; name: string; email: string; joinedAt: Date }

export type Sellable = {
  variantId: string
  productId: string
  name: string
  sku: string
  slug: string
  title: string
  pictureHash: string | null
  priceMinor: number
}

/** What every order of the shop has in common. Amounts are in the currency's smallest unit. */
export type Terms = {
  currency: string
  taxRatePpm: number
  taxName: string
  methodCode: string
  shippingName: string
  shippingMinor: number
  minDays: number
  maxDays: number
}

type SyntheticLine = { id: string; item: Sellable; quantity: number; taxMinor: number }

export type SyntheticOrder = {
  id: string
  number: number
  userId: string | null
  email: string
  placedAt: Date
  address: OrderAddress
  lines: SyntheticLine[]
  units: number
  subtotalMinor: number
  taxMinor: number
  totalMinor: number
  /** What became of it, in order, with the time of each step; the last one is where it stands. */
  steps: { status: OrderStatus; at: Date }[]
  /** Given back of what was paid. */
  refundedMinor: number
}

const HOUR_MS = 3_600_000
const HOURS = 365 * 24
const MINUTES = HOURS * 60

type Sources = { now: Date; people: readonly Buyer[]; items: readonly Sellable[]; terms: Terms }

/** Order number n of the year before `now`: most were delivered, the last days' wait or are on their way, some were never paid. */
export function makeOrder(number: number, { now, people, items, terms }: Sources): SyntheticOrder {
  const random = randomFor(number + 7_000_000)
  const person = random.pick(people)
  const hoursAgo = (random.below(MINUTES) / MINUTES) * Math.min(HOURS, (now.getTime() - person.joinedAt.getTime()) / HOUR_MS)
  const placedAt = new Date(now.getTime() - hoursAgo * HOUR_MS)
  const chosen = [...new Set(Array.from({ length: 1 + Math.min(random.below(4), random.below(4)) }, () => popular(random.below, items)))]
  const goods = chosen.map((item, index) => ({
    id: syntheticId('line', number, index),
    item,
    quantity: random.chance(0.8) ? 1 : 2 + random.below(3),
  }))
  const subtotalMinor = goods.reduce((sum, { item, quantity }) => sum + item.priceMinor * quantity, 0)
  const lines = taxed(goods, terms.taxRatePpm)
  const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, 0)
  const steps = stepsOf(random.below(100), hoursAgo).map(({ status, after }) => ({ status, at: new Date(placedAt.getTime() + after * HOUR_MS) }))
  const [first] = lines
  const isRefunded = steps.at(-1)?.status === 'delivered' && random.chance(0.03)
  return {
    id: syntheticId('order', number),
    number,
    userId: random.chance(0.2) ? null : person.id,
    email: person.email,
    placedAt,
    address: makeAddress(random, person.name),
    lines,
    units: goods.reduce((sum, { quantity }) => sum + quantity, 0),
    subtotalMinor,
    taxMinor,
    totalMinor: subtotalMinor + taxMinor + terms.shippingMinor,
    steps,
    refundedMinor: isRefunded && first ? first.item.priceMinor : 0,
  }
}

/** The first of the list are bought most, the last seldom. */
function popular(below: (limit: number) => number, items: readonly Sellable[]): Sellable {
  const item = items[Math.min(below(items.length), below(items.length), below(items.length))]
  if (!item) throw new Error('There is nothing to sell: seed products first.')
  return item
}

/** Counted once for the whole order and shared over the lines, as at checkout: the cents that are left go to the first line. */
function taxed(goods: Omit<SyntheticLine, 'taxMinor'>[], ratePpm: number): SyntheticLine[] {
  const exact = goods.map(({ item, quantity }) => (item.priceMinor * quantity * ratePpm) / 1_000_000)
  const shares = exact.map(Math.floor)
  const rest = Math.round(exact.reduce((sum, share) => sum + share, 0)) - shares.reduce((sum, share) => sum + share, 0)
  return goods.map((line, index) => ({ ...line, taxMinor: (shares[index] ?? 0) + (index === 0 ? rest : 0) }))
}

/** `after`: hours since it was placed. */
function stepsOf(roll: number, hoursAgo: number): { status: OrderStatus; after: number }[] {
  const placed = { status: 'pending', after: 0 } as const
  const ended = (status: OrderStatus) => [placed, { status, after: Math.min(0.5, hoursAgo) }]
  if (roll < 3) return ended('cancelled')
  if (roll < 6) return ended('expired')
  const steps = [
    { status: 'paid', after: 0.02 },
    { status: 'shipped', after: 20 + (roll % 24) },
    { status: 'delivered', after: 70 + roll },
  ] as const
  return [placed, ...steps.filter(({ status, after }) => status === 'paid' || after < hoursAgo)]
}
