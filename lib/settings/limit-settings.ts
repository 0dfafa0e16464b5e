import { eq } from 'drizzle-orm'
import { settings } from '@/db/schema/platform'
import type { Ctx } from '@/lib/core/context'
import { duration } from '@/lib/core/duration'
import { DomainError } from '@/lib/core/errors'
import { isSameLimit, type LimitName, limitNames, readStoredLimits, SetLimits, type Window } from '@/lib/core/request-limits'
import { policies } from '@/lib/platform/rate-limit/policies'
import { changeSetting, type SettingKind } from './change-setting'
import type { SaveLimits, SettingChanged } from './schemas'

/**
 * Sets how often anybody may ask; what is absent is again as the shop is delivered. It holds in every process within half a second.
 * @throws forbidden, stale, invalid_input for a limit that a variable of the environment sets
 */
export const saveLimits = (ctx: Ctx, { version, value }: SaveLimits): Promise<SettingChanged> =>
  changeSetting(ctx, requestLimits, { id: 'limits', version, value: withoutUsual(value) })

export const requestLimits: SettingKind<SetLimits> = {
  noun: 'rate_limits',
  schema: SetLimits,
  changed: { type: 'limits.changed' },
  async read(tx) {
    const [row] = await tx.select({ set: settings.rateLimits }).from(settings)
    return row ? readStoredLimits(row.set) : null
  },
  async write(tx, _id, value, before) {
    const fixed = limitNames.filter((name) => policies[name].isFixed && !isSameLimit(value[name], before?.[name]))
    const errors = fixed.map((name) => ({ pointer: `/value/${name}`, detail: `${policies[name].variable} on the server sets this limit.` }))
    if (errors.length > 0) throw new DomainError('invalid_input', { detail: errors[0]?.detail, errors })
    await tx.update(settings).set({ rateLimits: value }).where(eq(settings.id, 1))
  },
  nameOf: () => 'Rate limits',
  words: (set) =>
    limitNames
      .filter((name) => !policies[name].isFixed)
      .map((name) => ({ label: limitTitles[name], theirs: inShort(set[name] ?? policies[name].usual) })),
}

/** A limit that is as delivered is none that is set: another release may deliver another. */
const withoutUsual = (value: SetLimits): SetLimits =>
  Object.fromEntries(Object.entries(value).filter(([name, windows]) => !isSameLimit(windows, policies[name as LimitName].usual)))

const inShort = (windows: readonly Window[]) =>
  windows.map(({ limit, seconds }) => `${limit.toLocaleString('en-US')} in ${duration(seconds)}`).join(', ')

/** What each limit is called where people read it. */
export const limitTitles: Record<LimitName, string> = {
  shop: 'Everything together',
  anonymous: 'Programs without an account',
  signed_in: 'Programs with an account',
  writes: 'Changes on the pages',
  checkout: 'Placing orders',
  payments: 'Paying',
  coupons: 'Trying discount codes',
}
