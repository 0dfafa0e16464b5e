import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { startProcess } from '@/e2e/harness/processes'
import { freePort } from '@/local/ports'

const directory = path.resolve('bench/floor')
const next = path.resolve('node_modules/next/dist/bin/next')

/**
 * Builds and starts the bare Next app with a static page as long as `html`. Its text stands twice in its document, once to be shown and
 * once for hydration, so half of the words are enough; characters that HTML escapes would make it longer.
 */
export async function startFloor(html: string) {
  const text = html.replaceAll(/[^\w .,:/-]/g, ' ').slice(0, Math.max(1_000, Math.round((html.length - 9_000) / 2)))
  await writeFile(path.join(directory, 'filler.txt'), text)
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  await promisify(execFile)(process.execPath, [next, 'build'], { cwd: directory, env, maxBuffer: 10_000_000 })
  const port = await freePort()
  const url = `http://localhost:${port}`
  const running = await startProcess({
    name: 'The floor',
    args: [next, 'start', directory, '-p', String(port)],
    env,
    ready: { url: `${url}/empty` },
  })
  return { url, stop: () => running.end('SIGTERM') }
}
