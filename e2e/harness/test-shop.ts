import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { type Shop, type ShopOptions, startShop } from './shop'

/**
 * One shop for the tests of a file. This process can call domain functions too, as a script beside the shop would: `DATABASE_URL` is set
 * before anything opens the database.
 */
export function testShop(options: Partial<ShopOptions> = {}): { current: Shop } {
  const holder = {} as { current: Shop }
  beforeAll(async () => {
    holder.current = await startShop({ templateUrl: inject('templateUrl'), ...options })
    process.env.DATABASE_URL = holder.current.databaseUrl
    process.env.HIGHSTREET_SECRET = holder.current.env.HIGHSTREET_SECRET
    process.env.APP_URL = holder.current.url
    process.env.LOG_LEVEL = 'silent'
  })
  // What the shop itself says about it is the first thing that one wants to see.
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') console.log(complaints(holder.current))
  })
  afterAll(async () => {
    const { closeDatabase } = await import('@/db/client')
    await closeDatabase()
    await holder.current?.stop()
  })
  return holder
}

/** The last warnings and errors of the server's log; what is no log line is a crash. */
const complaints = (shop: Shop | undefined) =>
  (shop?.log() ?? '')
    .split('\n')
    .filter((line) => line !== '' && !/"level":[123]0,/.test(line))
    .slice(-8)
    .map((line) => line.slice(0, 2_000))
    .join('\n')
