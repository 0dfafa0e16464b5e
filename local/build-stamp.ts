import { createHash, type Hash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Everything that goes into a build. Tests, the demo catalogue and migrations do not. */
const folders = ['app', 'lib', 'db', 'server', 'public', 'patches']
const files = ['server.ts', 'proxy.ts', 'instrumentation.ts', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json']
const notBuilt = /(\.test\.tsx?|\.md)$|^db\/(demo|migrations|testing)\//

/** What the prerendered pages depend on besides sources and database. */
const variables = ['APP_URL', 'CDN_URL', 'USE_CDN', 'ALLOW_TEST_PAYMENTS', 'STRIPE_PUBLISHABLE_KEY', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY']

/** One text for sources, database and environment: when it differs, the build does not belong to them. */
export async function wantedStamp(shopId: string, env: Record<string, string | undefined>, root = process.cwd()): Promise<string> {
  const hash = createHash('sha256')
  await hashFiles(hash, root, await sourceFiles(root))
  hash.update(`\0shop ${shopId}`)
  for (const name of variables) hash.update(`\0${name}=${env[name] ?? ''}`)
  return hash.digest('hex')
}

/** One text for the demo catalogue and how its pictures are drawn. */
export async function demoStamp(root = process.cwd()): Promise<string> {
  const hash = createHash('sha256')
  await hashFiles(hash, root, await filesIn(root, 'db/demo'))
  return hash.digest('hex')
}

async function hashFiles(hash: Hash, root: string, names: string[]): Promise<void> {
  for (const file of names) {
    hash.update(`${file}\0`)
    hash.update(await readFile(path.join(root, file)))
  }
}

const stampFile = (buildDirectory: string) => path.join(buildDirectory, 'highstreet-stamp.json')

/** The stamp of the build that is there; null when there is none or it was not finished. */
export async function readStamp(buildDirectory: string): Promise<string | null> {
  const text = await readFile(stampFile(buildDirectory), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as { stamp: string }).stamp
}

export const writeStamp = (buildDirectory: string, stamp: string): Promise<void> => writeFile(stampFile(buildDirectory), JSON.stringify({ stamp }))
export const removeStamp = (buildDirectory: string): Promise<void> => rm(stampFile(buildDirectory), { force: true })

async function sourceFiles(root: string): Promise<string[]> {
  const found = (await Promise.all(folders.map((folder) => filesIn(root, folder)))).flat()
  const present = new Set(await readdir(root))
  return [...found, ...files.filter((file) => present.has(file))].filter((file) => !notBuilt.test(file)).sort()
}

/** A folder that is not there has no files. */
async function filesIn(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(() => [])
  const found = entries.filter((entry) => entry.isFile()).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
  return found.sort()
}
