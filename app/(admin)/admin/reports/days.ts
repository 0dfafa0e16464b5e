import { z } from 'zod'
import { plusDays } from '@/lib/analytics/roll-up'
import { DayRange } from '@/lib/analytics/schemas'
import { Day } from '@/lib/core/day'

/** The days as the address has them; each may be left out. */
export const AskedDays = z.object({ from: z.string().max(40).optional(), to: z.string().max(40).optional() })
export type AskedDays = z.infer<typeof AskedDays>

const usual = (today: string): DayRange => ({ from: plusDays(today, -29), to: today })

/** The days to show: those asked for, or the last thirty; these too when what is asked for makes no sense, with what is wrong. */
export function daysFor({ from, to }: AskedDays, today: string): { range: DayRange; fault: string | null } {
  const last = to ?? today
  const asked = DayRange.safeParse({ from: from ?? (Day.safeParse(last).success ? usual(last).from : last), to: last })
  if (asked.success) return { range: asked.data, fault: null }
  return { range: usual(today), fault: asked.error.issues[0]?.message ?? null }
}

/** What is asked for most, by one press. */
export function presets(today: string): (readonly [name: string, range: DayRange])[] {
  const month = `${today.slice(0, 7)}-01`
  const before = plusDays(month, -1)
  return [
    ['7 days', { from: plusDays(today, -6), to: today }],
    ['30 days', usual(today)],
    ['90 days', { from: plusDays(today, -89), to: today }],
    ['This month', { from: month, to: today }],
    ['Last month', { from: `${before.slice(0, 7)}-01`, to: before }],
    ['This year', { from: `${today.slice(0, 4)}-01-01`, to: today }],
  ]
}
