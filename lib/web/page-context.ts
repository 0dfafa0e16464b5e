import type { SQL } from 'drizzle-orm'
import { headers } from 'next/headers'
import { cache } from 'react'
import type { Ctx } from '@/lib/core/context'
import { identify } from './context'

/** Who looks at a dynamic page; asked once however many parts of it want to know. */
export const pageCtx = cache((): Promise<Ctx> => readPageCtx())

/**
 * The same, with what is read `along` with the session. Browsers say who it is by cookie only: the headers of programs count as none here,
 * and a wrong one has nobody to be explained to. Makes no cart token: cookies cannot be set while a page renders.
 */
export async function readPageCtx(along?: SQL): Promise<Ctx> {
  const sent = new Headers(await headers())
  sent.delete('authorization')
  sent.delete('cart-token')
  return (await identify(sent, { along })).ctx
}
