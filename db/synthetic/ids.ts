const kinds = {
  category: 1,
  product: 2,
  variant: 3,
  image: 4,
  movement: 5,
  review: 6,
  person: 7,
  order: 8,
  line: 9,
  payment: 10,
  parcel: 11,
  step: 12,
  refund: 13,
  event: 14,
} as const

/** Ids of a kind ascend with their number, as those of real rows do, so that inserts append to the indexes (UUID v7 by RFC 9562). */
export function syntheticId(kind: keyof typeof kinds, number: number, part = 0): string {
  const time = (FIRST_MS + number).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${kinds[kind].toString(16)}5e-8eed-${part.toString(16).padStart(12, '0')}`
}

/** 2025-01-01. Each number gets a millisecond of its own. */
const FIRST_MS = Date.UTC(2025, 0, 1)
