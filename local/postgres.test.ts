import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from './ports'
import { type LocalPostgres, startPostgres } from './postgres'
import { markOf, untilGone } from './processes'

let home: string
let directory: string
const running: LocalPostgres[] = []

async function start(): Promise<LocalPostgres> {
  const started = await startPostgres({ directory, port: await freePort() })
  running.push(started)
  return started
}

async function ask(server: LocalPostgres, statement: string) {
  const sql = postgres(server.url, { max: 1, onnotice: () => {} })
  try {
    return [...(await sql.unsafe(statement))]
  } finally {
    await sql.end({ timeout: 2 })
  }
}

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'highstreet-postgres-'))
  // The user postgres must be able to pass, when the tests run as root.
  await chmod(home, 0o755)
  directory = path.join(home, 'cluster')
  const first = await start()
  await ask(first, 'create table kept (n int)')
  await ask(first, 'insert into kept values (42)')
})

afterAll(async () => {
  for (const server of running) await server.stop()
  await rm(home, { recursive: true, force: true })
})

test('after kill -9 of Postgres the next start recovers what was committed', async () => {
  const killed = running[0]
  if (!killed) throw new Error('not started')
  const mark = await markOf(killed.pid)
  process.kill(killed.pid, 'SIGKILL')
  if (mark) await untilGone(mark, 5_000)
  const next = await start()
  expect(await ask(next, 'select n from kept')).toEqual([{ n: 42 }])
})

test('a Postgres that a killed supervisor left running is stopped and its data taken over', async () => {
  const orphan = running[1]
  if (!orphan) throw new Error('not started')
  const next = await start()
  expect(next.pid).not.toBe(orphan.pid)
  expect(await markOf(orphan.pid)).toBeNull()
  expect(await ask(next, 'select n from kept')).toEqual([{ n: 42 }])
})

test('a postmaster.pid whose number belongs to another program by now is in nobody’s way', async () => {
  await running[2]?.stop()
  const file = path.join(directory, 'postmaster.pid')
  await writeFile(file, `${process.pid}\n${directory}\n0\n1\n\n127.0.0.1\n`)
  const next = await start()
  expect((await readFile(file, 'utf8')).split('\n')[0]).toBe(String(next.pid))
  expect(await ask(next, 'select n from kept')).toEqual([{ n: 42 }])
})

test('a directory with other files in it is left alone, and said so', async () => {
  const other = path.join(home, 'photos')
  await mkdir(other)
  await writeFile(path.join(other, 'cat.txt'), 'meow')
  await expect(startPostgres({ directory: other, port: await freePort() })).rejects.toThrow(/holds files that are not a database/)
  expect(await readFile(path.join(other, 'cat.txt'), 'utf8')).toBe('meow')
})
