/**
 * When something arrives, in words: `Tuesday to Thursday` within the coming week, `Nov 27 to Dec 1` after it.
 * Days are working days (Monday to Friday), counted from `fromIso` in the shop's time zone.
 */
export function deliveryWindow(fromIso: string, minDays: number, maxDays: number, locale: string, timeZone: string | undefined): string {
  const start = new Date(fromIso)
  const first = afterWorkingDays(start, minDays, timeZone)
  const last = afterWorkingDays(start, maxDays, timeZone)
  const isNear = last.getTime() - start.getTime() < 7 * DAY
  const format = new Intl.DateTimeFormat(locale, isNear ? { weekday: 'long', timeZone } : { month: 'short', day: 'numeric', timeZone })
  const [from, to] = [format.format(first), format.format(last)]
  return from === to ? from : `${from} to ${to}`
}

const DAY = 86_400_000

function afterWorkingDays(start: Date, days: number, timeZone: string | undefined): Date {
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone })
  let day = start
  for (let left = days; left > 0; ) {
    day = new Date(day.getTime() + DAY)
    if (!weekday.format(day).startsWith('S')) left--
  }
  return day
}
