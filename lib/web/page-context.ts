import { headers } from 'next/headers'
import type { Ctx } from '@/lib/core/context'
import { identify } from './context'

/** Who looks at a dynamic page. Makes no cart token: cookies cannot be set while a page renders. */
export async function pageCtx(): Promise<Ctx> {
  return (await identify(await headers())).ctx
}
