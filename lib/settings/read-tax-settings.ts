import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { versionOf } from './change-setting'
import type { TaxSettings, UsualTax } from './schemas'

/** What is taxed how. One statement. @throws forbidden */
export async function readTaxSettings(ctx: Ctx): Promise<TaxSettings> {
  requireCan(ctx, 'settings.read')
  const [row] = await database().execute<Row>(sql`
    with recursive tree as (
      select id, name, array[position::text, name] as place from categories where parent_id is null
      union all
      select c.id, t.name || ' › ' || c.name, t.place || array[c.position::text, c.name] from categories c join tree t on c.parent_id = t.id
    )
    select s.home_country as home_country, json_build_object('name', s.tax_name, 'rate_ppm', s.tax_rate_ppm) as usual,
      coalesce((select json_agg(json_build_object('id', r.id, 'country', r.country, 'category_id', r.category_id, 'name', r.name,
          'rate_ppm', r.rate_ppm, 'category', t.name) order by r.country nulls last, t.place nulls first)
        from tax_rates r left join tree t on t.id = r.category_id), '[]') as rates,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by place), '[]') from tree) as categories,
      (select count(*)::int from (select from carts where completed_at is null and cached_total_items > 0 limit 10000) c) as open_carts
    from settings s`)
  if (!row) throw new Error('The settings row is missing. Run the migrations.')
  return {
    ...row,
    usual: { ...row.usual, version: versionOf(row.usual) },
    rates: row.rates.map((rate) => ({
      ...rate,
      version: versionOf({ country: rate.country, category_id: rate.category_id, name: rate.name, rate_ppm: rate.rate_ppm }),
    })),
  }
}

type Row = Omit<TaxSettings, 'usual' | 'rates'> & { usual: UsualTax; rates: Omit<TaxSettings['rates'][number], 'version'>[] }
