/**
 * When something arrives, in words: `Tuesday to Thursday` within the coming week, `Nov 27 to Dec 1` after it.
 * Days are working days (Monday to Friday), counted from `fromIso` in the shop's time zone.
 */
export function deliveryWindow(fromIso: string, minDays: number, maxDays: number, locale: string, timeZone?: string): string {
  const [first, last] = windowOf(fromIso, minDays, maxDays, timeZone)
  const isNear = last.getTime() - Date.parse(fromIso) < 7 * DAY
  return inWords(first, last, new Intl.DateTimeFormat(locale, isNear ? { weekday: 'long', timeZone } : { month: 'short', day: 'numeric', timeZone }))
}

/** The same with dates, for pages that are read again days later: `Tue, Nov 24 to Thu, Nov 26`. */
export function deliveryDates(fromIso: string, minDays: number, maxDays: number, locale: string, timeZone?: string): string {
  const [first, last] = windowOf(fromIso, minDays, maxDays, timeZone)
  return inWords(first, last, new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', day: 'numeric', timeZone }))
}

const DAY = 86_400_000

const windowOf = (fromIso: string, minDays: number, maxDays: number, timeZone?: string): [Date, Date] => [
  afterWorkingDays(new Date(fromIso), minDays, timeZone),
  afterWorkingDays(new Date(fromIso), maxDays, timeZone),
]

function inWords(first: Date, last: Date, format: Intl.DateTimeFormat): string {
  const [from, to] = [format.format(first), format.format(last)]
  return from === to ? from : `${from} to ${to}`
}

function afterWorkingDays(start: Date, days: number, timeZone?: string): Date {
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone })
  let day = start
  for (let left = days; left > 0; ) {
    day = new Date(day.getTime() + DAY)
    if (!weekday.format(day).startsWith('S')) left--
  }
  return day
}
