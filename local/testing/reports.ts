import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** What a part of the tests came to. `failures` names the tests that failed, each with the beginning of its reason. */
export type Counts = { passed: number; failed: number; failures?: string[] }

type VitestTest = { fullName: string; status: string; failureMessages: string[] }
type VitestFile = { name: string; status: string; message: string; assertionResults: VitestTest[] }
type VitestReport = { numPassedTests: number; numFailedTests: number; testResults: VitestFile[] }

type Attempt = { status: string; error?: { message?: string } }
type Suite = { suites?: Suite[]; specs?: { title: string; file: string; tests: { status: string; results: Attempt[] }[] }[] }
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; suites: Suite[] }

/** A file that cannot be loaded has no tests in the report, and an error outside of all tests has no place in it: both count as one failed. */
export function countsOfVitest(report: unknown, isContent: boolean): Counts {
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = (report ?? {}) as Partial<VitestReport>
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
  const failures = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => failure(path.relative('.', name), fullName, failureMessages[0])),
  )
  failures.push(...unloaded.map(({ name, message }) => failure(path.relative('.', name), 'cannot be loaded', message)))
  const failed = numFailedTests + unloaded.length
  return { passed: numPassedTests, failed: failed === 0 && !isContent ? 1 : failed, failures }
}

/** A test that passes only when it is repeated is not a passed test. */
export function countsOfPlaywright(report: unknown, isContent: boolean): Counts {
  const { stats = { expected: 0, unexpected: 0, flaky: 0 }, suites = [] } = (report ?? {}) as Partial<PlaywrightReport>
  const failed = stats.unexpected + stats.flaky
  return { passed: stats.expected, failed: failed === 0 && !isContent ? 1 : failed, failures: suites.flatMap(failuresOf) }
}

function failuresOf({ suites = [], specs = [] }: Suite): string[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => failure(path.join('e2e', file), title, results.find(({ error }) => error)?.error?.message)),
  )
  return [...own, ...suites.flatMap(failuresOf)]
}

function failure(file: string, test: string, message = 'no reason was given'): string {
  const reason = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 8)
  return [`${file} › ${test}`, ...reason.map((line) => `    ${line}`)].join('\n')
}
