import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { runTool, tools } from './run-tool'

/** What a part of the tests came to. */
export type Counts = { passed: number; failed: number }

export const one = (isPassed: boolean): Counts => (isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** Types of the sources, with the routes that Next derives from the file tree. */
export async function typeCheck(): Promise<Counts> {
  return one((await runTool(tools.next, ['typegen'])) && (await runTool(tools.tsc, ['--noEmit', '-p', '.'])))
}

/** Style, the direction of imports, and nothing that nobody uses: files, exports, dependencies. */
export async function lint(): Promise<Counts> {
  return one((await runTool(tools.biome, ['check', '--error-on-warnings', '.'])) && (await runTool(tools.knip, ['--no-progress'])))
}

/** Unit and integration tests, or with another `config` others. */
export async function vitest(
  reports: string,
  { config, args = [], env }: { config?: string; args?: string[]; env?: Record<string, string> } = {},
): Promise<Counts> {
  const report = path.join(reports, `${config ?? 'vitest'}.json`)
  await prepare(report)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const isContent = await runTool(tools.vitest, ['run', ...(config ? ['--config', config] : []), ...reporters, ...args], { env })
  return countsOfVitest(await readReport(report), isContent)
}

export async function playwright(reports: string, env: Record<string, string | undefined>): Promise<Counts> {
  const report = path.resolve(reports, 'playwright.json')
  await prepare(report)
  const isContent = await runTool(tools.playwright, ['test', '--reporter=list,json'], { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } })
  return countsOfPlaywright(await readReport(report), isContent)
}

type VitestReport = { numPassedTests: number; numFailedTests: number; testResults: { status: string; assertionResults: unknown[] }[] }
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }

/** A file that cannot be loaded has no tests in the report, and an error outside of all tests has no place in it: both count as one failed. */
export function countsOfVitest(report: unknown, isContent: boolean): Counts {
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = (report ?? {}) as Partial<VitestReport>
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
  const failed = numFailedTests + unloaded
  return { passed: numPassedTests, failed: failed === 0 && !isContent ? 1 : failed }
}

/** A test that passes only when it is repeated is not a passed test. */
export function countsOfPlaywright(report: unknown, isContent: boolean): Counts {
  const { stats = { expected: 0, unexpected: 0, flaky: 0 } } = (report ?? {}) as Partial<PlaywrightReport>
  const failed = stats.unexpected + stats.flaky
  return { passed: stats.expected, failed: failed === 0 && !isContent ? 1 : failed }
}

async function prepare(report: string): Promise<void> {
  await mkdir(path.dirname(report), { recursive: true })
  await rm(report, { force: true })
}

/** Null when the tool ended before it wrote one. */
async function readReport(report: string): Promise<unknown> {
  return existsSync(report) ? JSON.parse(await readFile(report, 'utf8')) : null
}
