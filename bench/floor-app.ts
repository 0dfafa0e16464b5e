import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { startProcess } from '@/e2e/harness/processes'
import { freePort } from '@/local/ports'

const directory = path.resolve('bench/floor')
const next = path.resolve('node_modules/next/dist/bin/next')

/** Builds and starts the bare Next app with a static page of about `bytes` bytes of text (as incompressible as ours would be with words). */
export async function startFloor(text: string) {
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
