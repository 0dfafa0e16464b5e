import type postgres from 'postgres'
import { isDomainError } from '@/lib/core/errors'
import { lazyQuery, type Query } from './lazy-query'

/** An open transaction as Drizzle's session sees it, and `send`, which does not wait to be awaited. */
export type TransactionClient = {
  options: postgres.Sql['options']
  unsafe(text: string, params?: unknown[]): Query
  send(text: string, params: unknown[]): Promise<Record<string, unknown>[]>
  savepoint<T>(work: (client: TransactionClient) => Promise<T>): Promise<T>
}

/** What the pool does for a transaction. */
export type Door = {
  options: postgres.Sql['options']
  /** How long a statement may take, and how much longer its answer may. */
  limitMs: number
  slackMs: number
  reserve(): Promise<postgres.ReservedSql>
  send(connection: postgres.ReservedSql, text: string, params: unknown[], asArrays: boolean, limitMs: number): Promise<unknown[]>
  /** BEGIN, COMMIT and the like: under a deadline too, but not counted. */
  control(query: postgres.PendingQuery<postgres.Row[]>): Promise<{ command?: string }>
  /** Replaces the broken connections and says what the caller is told. */
  lost(reason: unknown): unknown
}

/**
 * A transaction whose BEGIN and COMMIT cost no round trip of their own: BEGIN goes out with the first statement, and COMMIT with
 * statements that were sent and not yet awaited; postgres.js's own `begin` waits for each. Postgres answers in order, and the COMMIT of a
 * transaction in which a statement failed is a ROLLBACK, which is an error here.
 */
export async function runPooledTransaction<T>(door: Door, work: (client: TransactionClient) => Promise<T>): Promise<T> {
  const connection = await door.reserve()
  let isLost = false
  let giveUp: (error: unknown) => void = () => {}
  const lost = new Promise<never>((_, reject) => {
    giveUp = (error) => {
      isLost = true
      reject(error)
    }
  })
  lost.catch(() => {})
  const release = begin(door, connection, giveUp)
  try {
    const value = await Promise.race([work(transactionClient(door, connection, giveUp)), lost])
    const { command } = await Promise.race([door.control(connection.unsafe('commit')), lost])
    if (command !== 'COMMIT') throw new Error('A statement of this transaction failed, so nothing was committed')
    return value
  } catch (error) {
    if (!isLost) await door.control(connection.unsafe('rollback')).catch(giveUp)
    throw error
  } finally {
    // A lost connection is not given back: its pool is being replaced.
    if (!isLost) release()
  }
}

/** The connection inside postgres.js. Its own `begin` gets hold of it and listens to it in the same way. */
type Connection = { onclose: ((error: unknown) => void) | null }

/** Sends BEGIN without waiting, and gives up when the connection closes, also between two statements. Returns what gives it back. */
function begin(door: Door, connection: postgres.ReservedSql, giveUp: (error: unknown) => void): () => void {
  let inner: Connection | null = null
  const onexecute = (executing: Connection) => {
    inner = executing
    inner.onclose = (error) => giveUp(door.lost(error))
    return true
  }
  door.control(connection.unsafe('begin', [], { onexecute } as postgres.UnsafeQueryOptions)).catch(giveUp)
  return () => {
    if (inner) inner.onclose = null
    connection.release()
  }
}

function transactionClient(door: Door, connection: postgres.ReservedSql, giveUp: (error: unknown) => void): TransactionClient {
  let { limitMs } = door
  let savepoints = 0
  const send = async (text: string, params: unknown[], asArrays: boolean) => {
    const ownLimit = /^set local statement_timeout = (\d+)$/i.exec(text)?.[1]
    if (ownLimit) limitMs = Number(ownLimit) + door.slackMs
    try {
      return await door.send(connection, text, params, asArrays, limitMs)
    } catch (error) {
      // postgres.js waits for a dead statement for ever; the caller must not.
      if (isDomainError(error)) giveUp(error)
      throw error
    }
  }
  const client: TransactionClient = {
    options: door.options,
    unsafe: (text, params = []) => lazyQuery((asArrays) => send(text, params, asArrays)),
    send: (text, params) => send(text, params, false) as Promise<Record<string, unknown>[]>,
    savepoint: async (work) => {
      const name = `s${savepoints++}`
      await door.control(connection.unsafe(`savepoint ${name}`))
      try {
        return await work(client)
      } catch (error) {
        await door.control(connection.unsafe(`rollback to ${name}`))
        throw error
      }
    },
  }
  return client
}
