import { units } from '@/lib/core/duration'
import { minorDigits } from '@/lib/core/format-money'
import { limitNames } from '@/lib/core/request-limits'
import { writtenAmount, writtenNumber } from '@/lib/core/written-number'

type Fields = Record<string, unknown>

const text = (value: unknown) => String(value ?? '').trim()

/** A number as people write it; what is none stays as it is and is refused. */
const numberOf = (value: unknown, decimals = 0): unknown => writtenNumber(text(value), decimals) ?? text(value)

/** In units of a tenth, a hundredth, … as many of which make one. */
function scaled(value: unknown, decimals: number): unknown {
  const number = numberOf(value, decimals)
  return typeof number === 'number' ? Math.round(number * 10 ** decimals) : number
}

const ppm = (percent: unknown) => scaled(text(percent).replace('%', ''), 4)

/** An empty choice stands for "all of them". */
const orNull = (value: unknown) => text(value) || null

/** `id` and `version` are absent for what is new. */
const changed = ({ id, version }: Fields, value: unknown) => ({ ...(id ? { id } : {}), ...(version ? { version } : {}), value })

export const taxRateFields = (fields: unknown) => {
  const { country, category_id, name, percent, ...rest } = fields as Fields
  return changed(rest, { country: orNull(country), category_id: orNull(category_id), name: text(name), rate_ppm: ppm(percent) })
}

export const usualTaxFields = (fields: unknown) => {
  const { version, name, percent } = fields as Fields
  return { version, value: { name: text(name), rate_ppm: ppm(percent) } }
}

export const zoneFields = (fields: unknown) => {
  const { name, countries = [], ...rest } = fields as Fields
  return changed(rest, { name: text(name), countries: [countries].flat() })
}

/** `from` and `rate` of each step stand beside each other; a step with both empty is none. */
export const methodFields = (fields: unknown) => {
  const {
    zone_id,
    name,
    description,
    rate_by,
    rate,
    free_from,
    min_days,
    max_days,
    is_active,
    position,
    currency,
    from = [],
    step_rate = [],
    ...rest
  } = fields as Fields
  const digits = minorDigits(/^[A-Z]{3}$/.test(String(currency)) ? String(currency) : 'USD')
  const money = (amount: unknown) => writtenAmount(text(amount), digits) ?? text(amount)
  const [starts, rates] = [[from].flat(), [step_rate].flat()]
  const bands = starts.flatMap((start, index) =>
    text(start) === '' && text(rates[index]) === ''
      ? []
      : [{ from: rate_by === 'weight' ? scaled(start, 3) : money(start), rate_minor: money(rates[index]) }],
  )
  return changed(rest, {
    zone_id: orNull(zone_id),
    name: text(name),
    description: text(description),
    rate_by,
    rate_minor: rate_by === 'order' ? money(rate) : 0,
    bands: rate_by === 'order' ? [] : bands,
    free_from_minor: text(free_from) === '' ? null : money(free_from),
    min_days: numberOf(min_days),
    max_days: numberOf(max_days),
    is_active: is_active === 'on',
    position: numberOf(position),
  })
}

/** Fields that are named and meant as they are. */
export const shopFields = (fields: unknown) => {
  const { version, ...value } = fields as Fields
  return { version, value }
}

/** A box for each way to pay; what is not ticked is off. */
export const paymentFields = (fields: unknown) => {
  const { version, all, on = [] } = fields as Fields
  const wanted = [on].flat()
  return {
    version,
    value: {
      off: text(all)
        .split(',')
        .filter((way) => way && !wanted.includes(way)),
    },
  }
}

const secondsOf: Readonly<Record<string, number>> = Object.fromEntries(units)

function secondsIn(count: unknown, unit: unknown): unknown {
  const number = numberOf(count, 2)
  return typeof number === 'number' ? Math.round(number * (secondsOf[text(unit)] ?? Number.NaN)) : number
}

/** Lines of a limit stand beside each other: how many requests, in how many, of which unit. A limit without lines is as delivered. */
export const limitFields = (fields: unknown) => {
  const { version, ...sent } = fields as Fields
  const values = (name: string) => (sent[name] === undefined ? [] : [sent[name]].flat())
  const parts = limitNames.flatMap((name) => {
    const [counts, unitNames] = [values(`${name}.count`), values(`${name}.unit`)]
    const windows = values(`${name}.limit`).map((limit, at) => ({
      limit: numberOf(limit),
      seconds: secondsIn(counts[at], unitNames[at]),
    }))
    return windows.length > 0 ? [[name, windows] as const] : []
  })
  return { version, value: Object.fromEntries(parts) }
}

export const blockFields = (fields: unknown) => {
  const { hours, ...rest } = fields as Fields
  return { ...rest, hours: numberOf(hours) }
}
