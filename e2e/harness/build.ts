import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** The production build that the tests serve. `npm test` makes it before them. */
export const buildDirectory = path.resolve(process.env.BUILD_DIR || '.next')
export const serverEntry = path.join(buildDirectory, 'server-entry.mjs')

/** @throws a sentence when there is no build. */
export function requireBuild(): void {
  if (existsSync(serverEntry) && existsSync(path.join(buildDirectory, 'BUILD_ID'))) return
  throw new Error(`There is no finished build in ${buildDirectory}: run npm test, or npm start once.`)
}

/** The id that the build gave its pages; the server has to know it, or every form would belong to "another deployment". */
export async function deploymentId(): Promise<string | undefined> {
  const { config } = JSON.parse(await readFile(path.join(buildDirectory, 'required-server-files.json'), 'utf8')) as {
    config?: { deploymentId?: string }
  }
  return config?.deploymentId || undefined
}

export type BuiltAction = { id: string; name: string; page: string }

/** Every Server Action of the build, with a page that it can be sent to. */
export async function builtActions(): Promise<BuiltAction[]> {
  const text = await readFile(path.join(buildDirectory, 'server/server-reference-manifest.json'), 'utf8')
  const { node } = JSON.parse(text) as { node: Record<string, { workers: Record<string, unknown>; exportedName?: string; filename?: string }> }
  return Object.entries(node).map(([id, { workers, exportedName = '' }]) => ({
    id,
    name: exportedName,
    page: addressOf(Object.keys(workers)[0] ?? ''),
  }))
}

/** `app/(checkout)/orders/[number]/page` is served at `/orders/x`. */
const addressOf = (worker: string) =>
  worker
    .replace(/^app/, '')
    .replace(/\/page$/, '')
    .replaceAll(/\/\([^)]*\)/g, '')
    .replaceAll(/\[[^\]]*\]/g, 'x') || '/'
