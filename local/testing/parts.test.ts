import { expect, test } from 'vitest'
import { countsOfPlaywright, countsOfVitest } from './parts'

const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }, () => ({})) })

test('passed and failed tests are counted as vitest reports them', () => {
  const report = { numPassedTests: 5, numFailedTests: 2, testResults: [file('failed', 7)] }
  expect(countsOfVitest(report, false)).toEqual({ passed: 5, failed: 2 })
})

test('a test file that cannot be loaded is one failed test', () => {
  const report = { numPassedTests: 5, numFailedTests: 0, testResults: [file('passed', 5), file('failed', 0)] }
  expect(countsOfVitest(report, false)).toEqual({ passed: 5, failed: 1 })
})

test('a tool that ends badly without a failed test or a report is one failed test', () => {
  expect(countsOfVitest(null, false)).toEqual({ passed: 0, failed: 1 })
  expect(countsOfVitest({ numPassedTests: 3, numFailedTests: 0, testResults: [] }, false)).toEqual({ passed: 3, failed: 1 })
  expect(countsOfPlaywright(null, false)).toEqual({ passed: 0, failed: 1 })
})

test('a browser test that passes only at the second attempt has failed', () => {
  expect(countsOfPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1 }, errors: [] }, false)).toEqual({ passed: 4, failed: 2 })
})
