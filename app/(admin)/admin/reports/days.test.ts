import { expect, test } from 'vitest'
import { DayRange } from '@/lib/analytics/schemas'
import { daysFor, presets } from './days'

const today = '2026-03-10'
const usual = { from: '2026-02-09', to: today }

test('the last thirty days, those asked for, and what is left out is filled in', () => {
  expect(daysFor({}, today)).toEqual({ range: usual, fault: null })
  expect(daysFor({ from: '2026-01-01', to: '2026-01-31' }, today).range).toEqual({ from: '2026-01-01', to: '2026-01-31' })
  expect(daysFor({ from: '2026-03-01' }, today).range).toEqual({ from: '2026-03-01', to: today })
  expect(daysFor({ to: '2025-12-31' }, today).range).toEqual({ from: '2025-12-02', to: '2025-12-31' })
})

test('what makes no sense is told, and shows the last thirty days', () => {
  const faults = {
    '2026-03-11': /first day has to come before/,
    '2020-01-01': /two years at most/,
    yesterday: /Write a day as/,
    '1999-12-31': /from the year 2000/,
  }
  for (const [from, fault] of Object.entries(faults)) {
    const answer = daysFor({ from }, today)
    expect(answer.range).toEqual(usual)
    expect(answer.fault).toMatch(fault)
  }
  expect(daysFor({ to: 'never' }, today).fault).toMatch(/Write a day as/)
})

test('each preset is a range that can be asked for, months and years from their first day', () => {
  const chosen = Object.fromEntries(presets(today))
  for (const range of Object.values(chosen)) expect(DayRange.parse(range)).toEqual(range)
  expect(chosen['This month']).toEqual({ from: '2026-03-01', to: today })
  expect(chosen['Last month']).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(Object.fromEntries(presets('2026-01-05'))['Last month']).toEqual({ from: '2025-12-01', to: '2025-12-31' })
  expect(chosen['This year']).toEqual({ from: '2026-01-01', to: today })
})
