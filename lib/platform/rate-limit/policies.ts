import { isSameLimit, type LimitName, limitNames, type Window } from '@/lib/core/request-limits'
import { env } from '@/lib/platform/env'

export type Policy = { readonly name: string; readonly windows: readonly Window[] }

/** `usual`: as the shop is delivered. A `variable` that is set is the operator's word: nobody changes the limit in the dashboard. */
export type ShopPolicy = Policy & { usual: readonly Window[]; variable: string; isFixed: boolean }

/*
 * Every limit of the shop, as it is delivered. A policy may be set by a variable of its own: requests/seconds, several windows with commas,
 * such as RATE_LIMIT_ANONYMOUS=100/3600,20/60; else an administrator may change it while the shop runs (`follow-limits.ts`). Who asks for a
 * route of their own limit gives its name: route({ limit: 'checkout' }) (R121, R124).
 *
 * How exact they are. Windows slide as @upstash/ratelimit slides them: what was counted in the window before counts on in proportion to
 * how much of it still lies within the last `seconds`, as if it had come evenly. What was refused is not counted.
 * - Writes, `checkout`, `payments`, `coupons` and reads that do not come from memory are counted in Redis before they run:
 *   whatever comes at once, over however many instances, never more than the limit passes.
 * - Everything an address asks for (`shop`), and what `anonymous` callers read from memory, is counted in the process that answers, which is
 *   exact for one instance, and settled with Redis at most every 250 ms, once it is a fiftieth of the limit. With n instances an address can
 *   pass, beyond the limit, what the n-1 others let through since they last settled: at most (n-1) x (a fiftieth of the limit and what it can
 *   send in 400 ms, which is 250 and the deadline of Redis), once for each window. At most 500 addresses settle at a time, so it takes longer
 *   while more than 2,000 addresses a second ask that much.
 * - While Redis is gone each process counts for itself and lets a quarter through, everywhere (RELIABILITY.md, last section). An answer that
 *   comes too late, before five in a row say that Redis is gone, is replaced by the process's own count of the whole limit.
 *   A shop without any Redis is one instance: there the process's own count is the whole count.
 * - Signing in is counted in Postgres (lib/platform/auth/sign-in-limit.ts): SIGN_IN_MAX_ATTEMPTS in SIGN_IN_LOCKOUT_SECONDS, 5 in 900 s (R125).
 */
export const policies = {
  /** Everything that one address asks for, and the only limit for pages and for what pages read: no person comes near it. */
  shop: policy('shop', '600/60', env.RATE_LIMIT_SHOP),
  /** Programs at /api/v1 that do not say who they are, by address (R116, R118). */
  anonymous: policy('anonymous', '100/3600,20/60', env.RATE_LIMIT_ANONYMOUS),
  /** Programs at /api/v1 with a session, by account (R117, R118, R119). */
  signed_in: policy('signed_in', '1000/3600,20/60,1000/86400', env.RATE_LIMIT_SIGNED_IN),
  /** What a person changes on the shop's pages, by account, or by address for guests. */
  writes: policy('writes', '120/60', env.RATE_LIMIT_WRITES),
  /** Placing orders, which holds stock for half an hour: by account, or by address for guests (R120). */
  checkout: policy('checkout', '10/3600', env.RATE_LIMIT_CHECKOUT),
  /** Paying, where stolen cards are tried. */
  payments: policy('payments', '20/3600', env.RATE_LIMIT_PAYMENTS),
  /** Trying coupon codes. */
  coupons: policy('coupons', '20/3600', env.RATE_LIMIT_COUPONS),
} satisfies Record<LimitName, ShopPolicy>

export type PolicyName = LimitName

/** After so many refusals within so many seconds an address is blocked (R122): no limit of requests, but counted like one. */
export const violations: Policy = policy('violations', '10/3600', env.RATE_LIMIT_VIOLATIONS)

/** How long (R123). */
export const BLOCK_SECONDS = env.RATE_LIMIT_BLOCK_SECONDS

/** What a process lets through by itself while Redis is gone. */
export const SHARE_WITHOUT_REDIS = 1 / 4

type Shared = { highstreetLimits?: Map<string, readonly Window[]> }
const shared = globalThis as typeof globalThis & Shared
shared.highstreetLimits ??= new Map()
/** What administrators set, for the whole process: the entry counts by it, and so do routes and actions. */
const setByHand = shared.highstreetLimits

/** From now on these hold in this process; what is absent is as delivered. Never asks anybody. */
export function holdLimits(set: Partial<Record<LimitName, readonly Window[]>>): void {
  for (const name of limitNames) {
    const windows = set[name]
    if (!windows) setByHand.delete(name)
    else if (!isSameLimit(windows, setByHand.get(name))) setByHand.set(name, windows)
  }
}

function policy(name: string, delivered: string, fixed: string | undefined): ShopPolicy {
  const usual = windowsIn(delivered)
  const own = fixed === undefined ? usual : windowsIn(fixed)
  const isFixed = fixed !== undefined
  return {
    name,
    usual,
    variable: `RATE_LIMIT_${name.toUpperCase()}`,
    isFixed,
    get windows() {
      return isFixed ? own : (setByHand.get(name) ?? own)
    },
  }
}

function windowsIn(text: string): Window[] {
  return text.split(',').map((part) => {
    const [limit = 0, seconds = 0] = part.split('/').map(Number)
    return { limit, seconds }
  })
}
