import { expect, test } from 'vitest'
import { documentOf, mergeRows, rowsIn, rowsOf } from './proof-page'

const line = (promise: string, title: string, isPassed = true) => ({ promise, title, isPassed, seconds: 1.25, why: isPassed ? '' : 'a | b\nc' })
const first = rowsOf([line('P1', 'one'), line('P1', 'two'), line('S1', 'three')], { seed: 7, commit: 'aaaaaaa', date: '2026-01-01' })
const later = { seed: 8, commit: 'bbbbbbb', date: '2026-02-02' }
const seen = (rows: typeof first) => rows.map(({ promise, title, commit }) => `${promise} ${title} ${commit}`)

test('a page is read back as it was written, whatever stands in a cell', () => {
  const rows = rowsOf([line('P2', 'a | pipe', false)], later)
  expect(rowsIn(documentOf(rows, 'A note.'))).toEqual(rows)
})

test('a run of some promises replaces all their rows and leaves the others with their commit', () => {
  expect(seen(mergeRows(first, rowsOf([line('P1', 'renamed')], later), false))).toEqual(['P1 renamed bbbbbbb', 'S1 three aaaaaaa'])
})

test('an interrupted run replaces only the tests it finished', () => {
  const rows = mergeRows(first, rowsOf([line('P1', 'two')], later), true)
  expect(seen(rows)).toEqual(['P1 one aaaaaaa', 'P1 two bbbbbbb', 'S1 three aaaaaaa'])
})
