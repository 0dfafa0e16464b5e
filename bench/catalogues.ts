import path from 'node:path'
import postgres from 'postgres'
import { migrate } from '@/db/migrate'
import { seedCatalogue } from '@/db/seed'
import { seedOrders } from '@/db/seed-orders'
import { ensureDatabase } from '@/local/database'
import { startGuard } from '@/local/guard'
import { freePort } from '@/local/ports'
import { startPostgres } from '@/local/postgres'

/** A Postgres of the benchmark's own, durable as in production, whose databases stay for the next run. */
export async function startBenchPostgres() {
  const server = await startPostgres({ directory: path.resolve('.data/bench-postgres'), port: await freePort() })
  const guard = startGuard()
  guard.watch(server.pid, 'INT')
  return {
    /** The address of a catalogue of this size, made if it is not there. */
    catalogue: async (products: number): Promise<string> => {
      const url = await ensureDatabase(server.url, `bench_${products}`)
      await migrate(url)
      let shown = 0
      const { added, seconds } = await seedCatalogue(url, {
        products,
        onProgress: ({ done, total, perSecond }) => {
          if (Date.now() - shown < 2_000) return
          shown = Date.now()
          process.stderr.write(`seeding ${done} of ${total} products, ${perSecond}/s\n`)
        },
      })
      if (added > 0) process.stderr.write(`seeded ${added} products in ${seconds.toFixed(1)} s\n`)
      await stockForPurchases(url)
      return url
    },
    /** The address of such a catalogue with customers and a year of their orders. */
    shop: async ({ products, ...trade }: { products: number; customers: number; orders: number }): Promise<string> => {
      const url = await ensureDatabase(server.url, `bench_${products}_shop`)
      await migrate(url)
      await seedCatalogue(url, { products })
      await seedOrders(url, trade)
      return url
    },
    /** The address of a database with nothing in it. */
    empty: async (name: string): Promise<string> => {
      const sql = postgres(server.url, { max: 1, onnotice: () => {} })
      await sql.unsafe(`drop database if exists ${name} with (force)`)
      await sql.end()
      return ensureDatabase(server.url, name)
    },
    stop: async () => {
      await server.stop()
      guard.dismiss()
    },
  }
}

/** Two hundred variants that cannot sell out, with the movement that explains it. */
async function stockForPurchases(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await sql`with chosen as (
      select l.variant_id, l.product_id from inventory_levels l join product_variants v on v.id = l.variant_id join products p on p.id = v.product_id
      where v.is_active and p.is_active and p.track_inventory and l.on_hand < 1000000 order by l.variant_id
      limit greatest(0, 200 - (select count(*) from inventory_levels where on_hand >= 1000000))
    ), moved as (
      insert into inventory_movements (id, variant_id, kind, on_hand_delta, reserved_delta, actor)
      select gen_random_uuid(), variant_id, 'received', 2000000, 0, 'system:bench' from chosen
    ), counted as (
      update product_stock s set quantity = quantity + 2000000 * (select count(*) from chosen c where c.product_id = s.product_id)
      where s.product_id in (select product_id from chosen)
    ) update inventory_levels l set on_hand = on_hand + 2000000 from chosen c where c.variant_id = l.variant_id`
  await sql.end()
}
