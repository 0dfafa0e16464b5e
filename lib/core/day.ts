import { z } from 'zod'

/** A day of the calendar as `2026-11-25`. The year 0, which some calendars have and Postgres has not, is none. */
export const Day = z.iso.date('Write a day as 2026-11-25.').refine((day) => day >= '0001-01-01', 'Write a day as 2026-11-25.')
