import { plusDays } from './roll-up'
import type { DayRange } from './schemas'

/** The day of a shop's calendar, as 2026-11-25. */
export const shopDay = (timeZone: string, at: Date = new Date()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

/** The last so many days, today included. */
export function lastDays(timeZone: string, days: number, at: Date = new Date()): DayRange {
  const to = shopDay(timeZone, at)
  return { from: plusDays(to, 1 - days), to }
}

/** As many days right before these. */
export function daysBefore({ from, to }: DayRange): DayRange {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  return { from: plusDays(from, -days), to: plusDays(from, -1) }
}
