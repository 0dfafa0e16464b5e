import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeDirectory } from './make-directory'

/** What is made once for a data directory and then stays: secrets, and the ports that were free. Readable by its owner only. */
export type Kept = {
  secret: string
  redisToken: string
  testPaymentsSecret: string
  ports: { postgres?: number; redis?: number; redisRest?: number; testPayments?: number; inngest?: number }
}

const fileOf = (dataDirectory: string) => path.join(dataDirectory, 'kept.json')

/** Reads what was kept and makes what is missing. */
export async function readKept(dataDirectory: string): Promise<Kept> {
  await makeDirectory(dataDirectory)
  const text = await readFile(fileOf(dataDirectory), 'utf8').catch(() => '{}')
  const found = JSON.parse(text) as Partial<Kept>
  const kept = {
    secret: found.secret ?? newSecret(),
    redisToken: found.redisToken ?? newSecret(),
    testPaymentsSecret: found.testPaymentsSecret ?? newSecret(),
    ports: found.ports ?? {},
  }
  await writeKept(dataDirectory, kept)
  return kept
}

/** The file is replaced whole, so that a kill or a full disk never leaves half of it. */
export async function writeKept(dataDirectory: string, kept: Kept): Promise<void> {
  const next = `${fileOf(dataDirectory)}.next`
  await writeFile(next, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
  await rename(next, fileOf(dataDirectory))
}

const newSecret = () => randomBytes(32).toString('base64url')
