import { z } from 'zod'

/*
 * What may be said of how often anybody may ask. The numbers that hold are in `lib/platform/rate-limit/policies.ts`; here is what an
 * administrator may set them to. Browser-safe.
 */

/** At most `limit` requests within any `seconds` seconds. */
export type Window = { limit: number; seconds: number }

export const limitNames = ['shop', 'anonymous', 'signed_in', 'writes', 'checkout', 'payments', 'coupons'] as const
export type LimitName = (typeof limitNames)[number]

const MOST_WINDOWS = 4
const MOST_REQUESTS = 1_000_000
const LONGEST_SECONDS = 86_400

/**
 * Whoever signs in and whoever works in the dashboard is counted under these two. They stay so wide that an administrator always gets back
 * to where limits are set, also from an address that they share, and while Redis is gone and a quarter holds: `shop` leaves two requests a
 * second, `writes` ten a minute.
 */
const floors: Partial<Record<LimitName, (seconds: number) => number>> = {
  shop: (seconds) => Math.max(60, 2 * seconds),
  writes: (seconds) => Math.max(20, Math.ceil(seconds / 6)),
}

const windowOf = (name: LimitName) =>
  z
    .strictObject({
      limit: z.number('Give a number.').int('Give a whole number.').min(1, 'Give at least 1.').max(MOST_REQUESTS, 'At most 1,000,000.'),
      seconds: z
        .number('Give a length of time.')
        .int('Give a time of whole seconds.')
        .min(1, 'Give a time of at least a second.')
        .max(LONGEST_SECONDS, 'Give a time of at most a day.'),
    })
    .check(({ value, issues }) => {
      const least = floors[name]?.(value.seconds)
      if (least === undefined || value.limit >= least) return
      const message = `In this time at least ${least.toLocaleString('en-US')}, or the shop would refuse people, and you.`
      issues.push({ code: 'custom', path: ['limit'], message, input: value })
    })

/** The windows of one limit; all of them hold at once. */
const windowsOf = (name: LimitName) =>
  z
    .array(windowOf(name))
    .min(1, 'Leave at least one line.')
    .max(MOST_WINDOWS, 'At most four lines.')
    .check(({ value, issues }) => {
      // A window is known by its length: in the answers' headers, and where it is counted.
      value.forEach(({ seconds }, at) => {
        const isTwice = value.findIndex((other) => other.seconds === seconds) < at
        if (isTwice) issues.push({ code: 'custom', path: [at, 'seconds'], message: 'There is a line for this time already.', input: seconds })
      })
    })

/** What is set otherwise than the code says; what is absent is as the code says. */
export const SetLimits = z.strictObject({
  shop: windowsOf('shop').optional(),
  anonymous: windowsOf('anonymous').optional(),
  signed_in: windowsOf('signed_in').optional(),
  writes: windowsOf('writes').optional(),
  checkout: windowsOf('checkout').optional(),
  payments: windowsOf('payments').optional(),
  coupons: windowsOf('coupons').optional(),
} satisfies Record<LimitName, unknown>)
export type SetLimits = z.infer<typeof SetLimits>

/** Always in the same order. What another release wrote, or a hand, and makes no sense is left out: as delivered is better than to lock people out. */
export function readStoredLimits(stored: Readonly<Record<string, unknown>>): SetLimits {
  const parts = Object.entries(SetLimits.shape).flatMap(([name, schema]) => {
    const { data } = schema.safeParse(stored[name])
    return data ? [[name, data] as const] : []
  })
  return Object.fromEntries(parts)
}

export const isSameLimit = (one: readonly Window[] = [], other: readonly Window[] = []): boolean =>
  one.length === other.length && one.every(({ limit, seconds }, at) => limit === other[at]?.limit && seconds === other[at]?.seconds)
