import { startCluster } from './database'
import { startShop } from './shop'

/** With `BASE_URL` (and `DATABASE_URL`) the flows run against a shop that is there; without it one is started and removed at the end. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  process.env.LOG_LEVEL ??= 'silent'
  if (process.env.BASE_URL) {
    if (!process.env.DATABASE_URL) throw new Error('BASE_URL is set without DATABASE_URL: the flows change stock and prices there.')
    return undefined
  }
  const cluster = await startCluster()
  const shop = await startShop({ templateUrl: cluster.templateUrl, env: { LOG_LEVEL: 'warn' } })
  // The tests' own processes inherit these.
  process.env.BASE_URL = shop.url
  process.env.DATABASE_URL = shop.databaseUrl
  process.env.HIGHSTREET_SECRET = shop.env.HIGHSTREET_SECRET
  return async () => {
    const problems = shop
      .log()
      .split('\n')
      .filter((line) => /"level":[56]0/.test(line))
    if (problems.length > 0) console.log(`The shop logged errors:\n${problems.slice(-10).join('\n')}`)
    await shop.stop()
    await cluster.stop()
  }
}
