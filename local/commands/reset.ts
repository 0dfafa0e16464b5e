import { rm } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { dataDirectoryOf, givenEnvironment } from '../environment'
import { refugeOf } from '../postgres-files'
import { runningSupervisor } from '../run-state'
import { refusal } from '../sentences'

/** What belongs to a run and is made again. The pictures stay out of it unless they are in the data directory, which is theirs by default. */
const parts = ['postgres', 'media', 'logs', 'kept.json', 'running.json', 'test']

/** Removes the local databases, secrets, pictures and the build, after asking. A DATABASE_URL of yours is never touched. */
export async function run(args: string[]): Promise<number> {
  const { given } = givenEnvironment()
  const dataDirectory = dataDirectoryOf(given)
  const running = await runningSupervisor(dataDirectory)
  if (running) throw refusal(`Highstreet is running at ${running.address}: stop it with Ctrl-C there first, then reset.`)
  const folder = path.relative('.', dataDirectory) || '.'
  if (
    !args.includes('--yes') &&
    !(await isConfirmed(`This removes the shop's local database with all orders in ${folder}/, and the build. Type yes to go on: `))
  ) {
    process.stdout.write('Nothing was removed.\n')
    return 0
  }
  for (const part of parts) await rm(path.join(dataDirectory, part), { recursive: true, force: true })
  await rm(process.env.BUILD_DIR || '.next', { recursive: true, force: true })
  await rm(refugeOf(process.cwd()), { recursive: true, force: true })
  process.stdout.write('Removed. npm start begins anew.\n')
  return 0
}

async function isConfirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw refusal('There is no terminal to ask in: run npm run reset -- --yes to remove everything without a question.')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(question)
  terminal.close()
  return answer.trim().toLowerCase() === 'yes'
}
