import MockRedis from 'ioredis-mock'
import { createClient } from 'redis'
import { prepareScript } from './scripts'

/** What a command answered, in the shapes of RESP 2; a refused command is an Error among the replies. */
export type Reply = string | number | null | Error | Reply[]

export type RedisBackend = {
  /** Runs the commands in order. @returns one reply per command. */
  run(commands: string[][]): Promise<Reply[]>
  /** The same in one MULTI/EXEC. @throws when Redis refused all of it. */
  runAtomically(commands: string[][]): Promise<Reply[]>
  close(): Promise<void>
}

/** Commands that would change what the one shared connection is for. */
const notForSharing = /^(subscribe|psubscribe|ssubscribe|monitor|multi|exec|discard|watch|quit|reset|hello|client|shutdown|blpop|brpop|blmove|wait)$/i

function checked(command: string[]): string[] {
  if (notForSharing.test(command[0] ?? '')) throw new Error(`ERR Command is not available: '${command[0]}'.`)
  return prepareScript(command)
}

/** A real Redis. RESP 2, because the maps of RESP 3 break the parser of Upstash's client. */
export async function redisBackend(url: string): Promise<RedisBackend> {
  const client = createClient({ url, RESP: 2, disableOfflineQueue: true, socket: { reconnectStrategy: (tries) => Math.min(tries * 50, 1_000) } })
  // Its commands fail by themselves while it is away; without a listener the process would end.
  client.on('error', () => {})
  await client.connect()
  const send = async (command: string[]) => (await client.sendCommand(command)) as unknown as Reply

  return {
    run: (commands) => Promise.all(commands.map((command) => caught(async () => send(checked(command))))),
    runAtomically: async (commands) => {
      const safe = commands.map(checked)
      // Sent in one turn, so nothing of another request comes between MULTI and EXEC.
      const sent = await Promise.allSettled([send(['MULTI']), ...safe.map(send), send(['EXEC'])])
      const last = sent.at(-1)
      if (last?.status !== 'fulfilled') throw sent.find((part) => part.status === 'rejected')?.reason ?? new Error('ERR EXEC failed')
      return Array.isArray(last.value) ? last.value : []
    },
    close: async () => client.destroy(),
  }
}

type MockCommand = (...args: string[]) => Promise<unknown>

/** For machines without Redis. What it holds is gone with the process, which is all the shop asks of Redis. */
export function memoryBackend(): RedisBackend {
  const mock = new MockRedis()
  const commands = mock as unknown as Record<string, MockCommand | undefined>

  async function send(given: string[]): Promise<Reply> {
    const [name = '', ...args] = checked(withUpperCaseOptions(given))
    const method = commands[name.toLowerCase()]
    if (!/^[a-z]+$/i.test(name) || typeof method !== 'function') throw new Error(`ERR unknown command '${name}'`)
    return replyOf(await method.apply(mock, args))
  }
  const sendAll = (all: string[][]) => Promise.all(all.map((command) => caught(() => send(command))))

  // Everything happens in this one process and in the order of the calls, so a batch is a transaction already.
  return { run: sendAll, runAtomically: sendAll, close: async () => void mock.disconnect() }
}

/** The mock knows `EX` and `NX` of SET in capitals only, and Upstash's client sends them small. */
const withUpperCaseOptions = (command: string[]) =>
  /^set$/i.test(command[0] ?? '') ? command.map((part, index) => (index > 2 ? part.toUpperCase() : part)) : command

/** ioredis gives some replies as objects (HGETALL) where the protocol has a flat list. */
function replyOf(value: unknown): Reply {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map(replyOf)
  if (Buffer.isBuffer(value)) return value.toString()
  if (typeof value === 'object') return Object.entries(value).flatMap(([field, held]) => [field, replyOf(held)])
  return typeof value === 'number' ? value : String(value)
}

async function caught(work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
