import path from 'node:path'
import { expect, test } from 'vitest'
import { countsOfPlaywright, countsOfVitest } from './reports'

const passed = { fullName: 'adds', status: 'passed', failureMessages: [] }
const failed = { fullName: 'subtracts', status: 'failed', failureMessages: ['\u001b[31mError: 1 is not 2\u001b[39m\n    at there'] }
const file = (status: string, assertionResults: unknown[]) => ({
  name: path.resolve('lib/sum.test.ts'),
  status,
  message: 'No such module',
  assertionResults,
})

test('passed and failed tests are counted as vitest reports them, and those that failed are named with their reason', () => {
  const report = { numPassedTests: 5, numFailedTests: 1, testResults: [file('failed', [passed, failed])] }
  const failures = ['lib/sum.test.ts › subtracts\n    Error: 1 is not 2\n        at there']
  expect(countsOfVitest(report, false)).toEqual({ passed: 5, failed: 1, failures })
})

test('a test file that cannot be loaded is one failed test', () => {
  const report = { numPassedTests: 5, numFailedTests: 0, testResults: [file('passed', [passed]), file('failed', [])] }
  const failures = ['lib/sum.test.ts › cannot be loaded\n    No such module']
  expect(countsOfVitest(report, false)).toEqual({ passed: 5, failed: 1, failures })
})

test('a tool that ends badly without a failed test or a report is one failed test', () => {
  expect(countsOfVitest(null, false)).toMatchObject({ passed: 0, failed: 1 })
  expect(countsOfVitest({ numPassedTests: 3, numFailedTests: 0, testResults: [] }, false)).toMatchObject({ passed: 3, failed: 1 })
  expect(countsOfPlaywright(null, false)).toMatchObject({ passed: 0, failed: 1 })
})

test('a browser test that passes only at the second attempt has failed, and is named', () => {
  const attempts = (status: string, ...results: unknown[]) => ({ title: `is ${status}`, file: 'cart.spec.ts', tests: [{ status, results }] })
  const inner = { specs: [attempts('flaky', { status: 'failed', error: { message: 'too late' } }, { status: 'passed' })] }
  const suites = [{ specs: [attempts('expected', { status: 'passed' }), attempts('unexpected', { status: 'timedOut' })], suites: [inner] }]
  expect(countsOfPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1 }, suites }, false)).toEqual({
    passed: 4,
    failed: 2,
    failures: ['e2e/cart.spec.ts › is unexpected\n    no reason was given', 'e2e/cart.spec.ts › is flaky\n    too late'],
  })
})
