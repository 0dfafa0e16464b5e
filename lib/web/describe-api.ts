import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { readSettings } from '@/lib/settings/read-settings'
import { openApiDocument } from './openapi'

/** The operations that are registered now as an OpenAPI 3.1 document under the shop's name. One statement. */
export async function describeApi(_ctx: Ctx): Promise<Record<string, unknown>> {
  const { shopName } = await readSettings(database())
  return openApiDocument(shopName)
}
