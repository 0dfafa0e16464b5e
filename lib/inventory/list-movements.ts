import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { sliceOf } from '@/lib/catalog/list-cursors'
import type { Ctx } from '@/lib/core/context'
import { type Cursor, decodeCursor, timeAndId } from '@/lib/core/cursors'
import { DomainError } from '@/lib/core/errors'
import type { VariantId } from '@/lib/core/ids'
import { can, requireCan } from '@/lib/platform/auth/can'
import { levelColumns } from './level-columns'
import type { ListMovements, Movement, MovementPage, StockLevel } from './schemas'

/**
 * The ledger of a variant, newest first, by cursor: who moved how many units and why, with what was there afterwards. Orders are named to
 * who may see them. Two statements. @throws forbidden, not_found for a variant without stock of its own, invalid_input
 */
export async function listMovements(ctx: Ctx, { id, cursor: text, page_size: size }: ListMovements): Promise<MovementPage> {
  requireCan(ctx, 'inventory.write')
  const scope = `movements ${id}`
  const cursor = text ? decodeCursor(scope, text) : null
  const [level, rows] = await Promise.all([
    requireLevel(id),
    readMovements(id, { cursor, limit: size + 1, seesOrders: can(ctx.actor, 'orders.read') }),
  ])
  const { rows: shown, ...cursors } = sliceOf(rows, { scope, size, cursor })
  return { level, data: shown.map(movementOf), ...cursors }
}

async function requireLevel(id: VariantId): Promise<StockLevel> {
  const [level] = await database().execute<StockLevel>(sql`
    select ${levelColumns} from inventory_levels l join product_variants v on v.id = l.variant_id join products p on p.id = l.product_id
      join product_stock s on s.product_id = l.product_id where l.variant_id = ${id} and p.track_inventory`)
  if (!level) throw new DomainError('not_found', { detail: 'There is no such variant, or its stock is not tracked.' })
  return level
}

type Row = Omit<Movement, 'at' | 'by'> & { sort_key: string; by_kind: Movement['by']['kind']; by_name: string | null }

/** What was there after a movement is what is there now less everything newer: first what is newer than the page, then row by row. */
async function readMovements(
  id: VariantId,
  { cursor, limit, seesOrders }: { cursor: Cursor | null; limit: number; seesOrders: boolean },
): Promise<Row[]> {
  const direction = cursor?.direction === 'prev' ? sql`asc` : sql`desc`
  const rows = await database().execute<Row>(sql`
    with page as materialized (
      select m.* from inventory_movements m where m.variant_id = ${id}${cursor ? sql` and ${beyond(cursor)}` : sql``}
      order by m.created_at ${direction}, m.id ${direction} limit ${limit}
    ), newest as (
      select created_at, id from page order by created_at desc, id desc limit 1
    ), newer as (
      select coalesce(sum(m.on_hand_delta), 0)::int as on_hand, coalesce(sum(m.reserved_delta), 0)::int as reserved
      from inventory_movements m, newest where m.variant_id = ${id} and (m.created_at, m.id) > (newest.created_at, newest.id)
    )
    select m.id, m.kind, m.reason, m.on_hand_delta, m.reserved_delta,
      to_char(m.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as sort_key,
      ${seesOrders ? sql`o.order_number` : sql`null`} as order_number,
      case when u.role in ('staff', 'admin') then 'staff' when m.actor like 'system:%' then 'shop' else 'customer' end as by_kind,
      case when u.role in ('staff', 'admin') then u.name end as by_name,
      (l.on_hand - newer.on_hand - coalesce(sum(m.on_hand_delta) over above, 0))::int as on_hand,
      (l.reserved - newer.reserved - coalesce(sum(m.reserved_delta) over above, 0))::int as reserved
    from page m cross join newer join inventory_levels l on l.variant_id = m.variant_id
      left join orders o on o.id = m.order_id
      left join users u on u.id = case when m.actor like 'user:%' then substring(m.actor from 6)::uuid end and u.erased_at is null
    window above as (order by m.created_at desc, m.id desc rows between unbounded preceding and 1 preceding)
    order by m.created_at ${direction}, m.id ${direction}`)
  return [...rows]
}

function beyond(cursor: Cursor): SQL {
  const { at, id } = timeAndId(cursor)
  const place = sql`(${at}::timestamptz, ${id}::uuid)`
  return cursor.direction === 'next' ? sql`(m.created_at, m.id) < ${place}` : sql`(m.created_at, m.id) > ${place}`
}

const movementOf = ({ sort_key: at, by_kind, by_name, ...row }: Row): Movement => ({ ...row, at, by: { kind: by_kind, name: by_name } })
