import { execFileSync } from 'node:child_process'
import type { Shop } from '@/e2e/harness/shop'
import { type Load, type LoadOptions, load } from './load'
import { line, type Result } from './results'

export type Measure = (
  section: string,
  name: string,
  options: Omit<LoadOptions, 'url' | 'seconds'> & { seconds?: number; perUnit?: number; floor?: { to: string; load: Load }; note?: string },
) => Promise<Load>

/** A function that loads the shop, prints the row and keeps it. `perUnit` is the number of requests of one unit, such as a purchase. */
export function measureShop(shop: Shop, seconds: number, results: Result[]): Measure {
  return async (section, name, { perUnit = 1, floor, note, ...options }) => {
    await load({ ...options, url: shop.url, seconds: 2 })
    const before = await statementsOf(shop)
    const measured = await load({ seconds, ...options, url: shop.url })
    const after = await statementsOf(shop)
    const perSecond = measured.perSecond / perUnit
    const result: Result = {
      section,
      name,
      load: { ...measured, perSecond },
      statementsPerRequest: measured.requests === 0 ? null : ((after - before) / measured.requests) * perUnit,
      rssMb: rssOf(shop.processes.server.pid),
      ratio: floor ? { to: floor.to, value: perSecond / floor.load.perSecond } : null,
      ...(note ? { note } : {}),
    }
    results.push(result)
    process.stdout.write(`${line(result)}\n`)
    return result.load
  }
}

/** Statements that the server has sent to Postgres since it started. */
export const statementsOf = (shop: Shop): Promise<number> => counterOf(shop, 'highstreet_statements_total')

/** A line of the server's own metrics, with its labels; 0 when there is none. */
export async function counterOf(shop: Shop, name: string): Promise<number> {
  const text = await (await fetch(`${shop.url}/api/metrics`)).text()
  const found = text.split('\n').find((line) => line.startsWith(`${name} `))
  return Number(found?.slice(name.length + 1) ?? 0)
}

export const rssOf = (pid: number): number => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
