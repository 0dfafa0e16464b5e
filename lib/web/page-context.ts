import { headers } from 'next/headers'
import { cache } from 'react'
import type { Ctx } from '@/lib/core/context'
import { identify } from './context'

/** Who looks at a dynamic page; asked once however many parts of it want to know. Makes no cart token: cookies cannot be set while a page renders. */
export const pageCtx = cache(async (): Promise<Ctx> => (await identify(await headers())).ctx)
