import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startProcess } from '@/e2e/harness/processes'
import { freePort } from '@/local/ports'

/** A bare Node server that sends the bytes that `url` answers with, in the same encoding. */
export async function startBareServer(url: string, encoding: string) {
  const directory = await mkdtemp(path.join(tmpdir(), 'highstreet-bare-'))
  const file = path.join(directory, 'body')
  const sent = await rawBody(url, encoding)
  await writeFile(file, sent.body)
  const port = await freePort()
  const running = await startProcess({
    name: 'The bare server',
    args: [path.resolve('bench/serve-bare.mjs')],
    env: { ...process.env, PORT: String(port), BODY_FILE: file, BODY_ENCODING: sent.encoding },
    ready: 'message',
  })
  return {
    url: `http://localhost:${port}`,
    bytes: sent.body.length,
    stop: async () => {
      await running.end('SIGKILL')
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** As it comes over the wire; fetch would decompress. */
function rawBody(url: string, encoding: string): Promise<{ body: Buffer; encoding: string }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ body: Buffer.concat(chunks), encoding: String(response.headers['content-encoding'] ?? 'identity') }))
    }).on('error', reject)
  })
}
