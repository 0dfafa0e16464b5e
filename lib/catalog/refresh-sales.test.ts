import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { newId, type VariantId } from '@/lib/core/ids'
import { refreshSales } from './refresh-sales'
import { makeLamp, makeTree, staff } from './testing/world'

async function move(variantId: VariantId, kind: 'sold' | 'returned', units: number, at = new Date()) {
  const onHand = kind === 'sold' ? -units : units
  await database().execute(sql`
    insert into inventory_movements (id, variant_id, kind, on_hand_delta, reserved_delta, actor, created_at)
    values (${newId()}, ${variantId}, ${kind}, ${onHand}, ${kind === 'sold' ? onHand : 0}, 'system:test', ${at.toISOString()})`)
}

async function sold(productId: string) {
  const rows = await database().execute<{ sold: number }>(sql`
    select sold from product_sales where product_id = ${productId} union all select sold from category_products where product_id = ${productId}`)
  return rows.map((row) => row.sold)
}

test('sales less returns reach "best selling", once however often and by how many they are counted', async () => {
  const { productId, white, brass } = await makeLamp((await makeTree()).lamps)
  await move(white, 'sold', 5, new Date(Date.now() - 7_200_000))
  await move(brass, 'sold', 3)
  await move(brass, 'returned', 1)
  const since = new Date(Date.now() - 600_000)
  await Promise.all([refreshSales(staff, { since }), refreshSales(staff, { since }), refreshSales(staff)])
  expect(await sold(productId)).toEqual([7, 7, 7, 7])
  expect(await refreshSales(staff)).toEqual({ changed: 0 })
})
