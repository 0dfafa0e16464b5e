import { z } from 'zod'
import { isDomainError } from '@/lib/core/errors'
import { askExecutor } from '@/lib/platform/executor/ask-executor'

const Counts = z.object({ data: z.array(z.object({ failed: z.coerce.number().int() })) })

/** The home page does not wait longer for a number. */
const DEADLINE_MS = 500

/** How many runs failed for good; null when they are run elsewhere or nobody answers in time. No statement. Who asks has checked permissions. */
export async function countFailedJobs(): Promise<number | null> {
  try {
    const { data } = await askExecutor('GET', 'functions', Counts, DEADLINE_MS)
    return data.reduce((sum, { failed }) => sum + failed, 0)
  } catch (error) {
    if (isDomainError(error) && error.code === 'unavailable') return null
    throw error
  }
}
