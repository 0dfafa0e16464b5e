import type { FunctionConfig } from './config'
import { parseFunction } from './config'
import type { Sql, Tx } from './store'

export type KnownFunction = { id: string; url: string; config: FunctionConfig; isRegistered: boolean }

/** What the executor knows of the functions, read anew when any executor registered some. */
export type Functions = {
  get(id: string): KnownFunction | undefined
  all(): KnownFunction[]
  refresh(tx: Tx): Promise<void>
}

/**
 * Functions change with a deployment and are asked for with each event, so they are kept. Another executor may have registered others:
 * `refresh` compares one number.
 */
export function keptFunctions(): Functions {
  let known = new Map<string, KnownFunction>()
  let stamp = ''
  return {
    get: (id) => known.get(id),
    all: () => [...known.values()],
    refresh: async (tx) => {
      const [row] = await tx<{ stamp: string }[]>`
        select concat(count(*), ' ', count(*) filter (where is_registered), ' ', max(registered_at)) as stamp from functions`
      if (!row || row.stamp === stamp) return
      const rows = await tx<{ id: string; url: string; config: unknown; is_registered: boolean }[]>`
        select id, url, config, is_registered from functions order by id`
      known = new Map(rows.map(({ id, url, config, is_registered }) => [id, { id, url, config: parseFunction(config), isRegistered: is_registered }]))
      stamp = row.stamp
    },
  }
}

/** The functions of one app, as its `PUT` sent them. What it does not name any more begins no runs; its runs under way are still called. */
export async function storeFunctions(sql: Sql, app: string, functions: { config: unknown; id: string; url: string }[], now: Date): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(7301946)`
    for (const { id, url, config } of functions) {
      await tx`
        insert into functions (id, app, url, config, registered_at) values (${id}, ${app}, ${url}, ${JSON.stringify(config)}::text::json, ${now})
        on conflict (id) do update set app = excluded.app, url = excluded.url, config = excluded.config, is_registered = true,
          registered_at = excluded.registered_at
        where functions.config::text <> excluded.config::text or functions.url <> excluded.url or not functions.is_registered`
    }
    const ids = functions.map(({ id }) => id)
    await tx`update functions set is_registered = false, registered_at = ${now} where app = ${app} and is_registered and id <> all(${ids})`
  })
}
