import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { ShippingZoneId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { versionOf } from './change-setting'
import { countriesOfZone } from './read-settings'
import type { ShippingMethod, ShippingSettings, ShippingZone } from './schemas'

/** Where the shop ships to, how, and for what. One statement. @throws forbidden */
export async function readShippingSettings(ctx: Ctx): Promise<ShippingSettings> {
  requireCan(ctx, 'settings.read')
  const [row] = await database().execute<Row>(sql`
    select s.currency, s.locale, s.home_country as home_country,
      coalesce((select json_agg(json_build_object('id', z.id, 'value', json_build_object('name', z.name, 'countries', ${countriesOfZone}))
        order by lower(z.name)) from shipping_zones z), '[]') as zones,
      coalesce((select json_agg(json_build_object('code', m.code, 'value', json_build_object('zone_id', m.zone_id, 'name', m.name,
          'description', m.description, 'rate_by', m.rate_by, 'rate_minor', m.rate_minor,
          'bands', (select coalesce(json_agg(json_build_object('from', b -> 'from', 'rate_minor', b -> 'rateMinor') order by n), '[]')
            from jsonb_array_elements(m.bands) with ordinality as bands (b, n)),
          'free_from_minor', m.free_from_minor, 'min_days', m.min_days, 'max_days', m.max_days, 'is_active', m.is_active, 'position', m.position))
        order by m.position, m.code) from shipping_methods m), '[]') as methods,
      (select count(*)::int from (select from products where is_active and weight_grams = 0 limit 1000) w) as weightless
    from settings s`)
  if (!row) throw new Error('The settings row is missing. Run the migrations.')
  return {
    ...row,
    zones: row.zones.map(({ id, value }) => ({ ...value, id, version: versionOf(value) })),
    methods: row.methods.map(({ code, value }) => ({ ...value, code, version: versionOf(value) })),
  }
}

type Row = Omit<ShippingSettings, 'zones' | 'methods'> & {
  zones: { id: ShippingZoneId; value: ShippingZone }[]
  methods: { code: string; value: ShippingMethod }[]
}

/** One of them, with all there is to choose from. @throws forbidden, not_found */
export async function requireMethod(ctx: Ctx, code: string): Promise<{ method: ShippingSettings['methods'][number]; shipping: ShippingSettings }> {
  const shipping = await readShippingSettings(ctx)
  const method = shipping.methods.find((one) => one.code === code)
  if (!method) throw new DomainError('not_found', { detail: 'There is no such shipping method.' })
  return { method, shipping }
}
