import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { readSettings, type ShippingMethod } from '@/lib/settings/read-settings'

/** The ways an order can travel, in display order. One statement. */
export async function listShippingMethods(_ctx: Ctx): Promise<ShippingMethod[]> {
  const { shippingMethods } = await readSettings(database())
  return shippingMethods
}
