import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Counts, countsOfPlaywright, countsOfVitest } from './reports'
import { runTool, tools } from './run-tool'

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

async function prepare(report: string): Promise<void> {
  await mkdir(path.dirname(report), { recursive: true })
  await rm(report, { force: true })
}

/** Null when the tool ended before it wrote one. */
async function readReport(report: string): Promise<unknown> {
  return existsSync(report) ? JSON.parse(await readFile(report, 'utf8')) : null
}
