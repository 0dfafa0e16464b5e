import { z } from 'zod'
import type { Runner } from '@/lib/tasks/run-tasks'
import { warmPages } from './warm-pages'

export const WARM_PAGES = 'warm-pages'

const Input = z.object({ slugs: z.array(z.string()) })

export const warmPagesInput = (slugs: string[]): z.infer<typeof Input> => ({ slugs })

/** After a change of many products: their pages and those that most people open are made before somebody waits for them. Long work. */
export const warmChangedPages: Runner = async (ctx, { input, progress }) => {
  const { slugs } = Input.parse(input)
  return warmPages(ctx, { slugs, onProgress: ({ done, total }) => progress(done, total) })
}
