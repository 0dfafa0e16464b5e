import { database } from '@/db/client'
import { readSettings } from './read-settings'

/** What the shop is called, read without a cache. One statement. */
export async function findShopName(): Promise<string> {
  const { shopName } = await readSettings(database())
  return shopName
}
