import { AsyncLocalStorage } from 'node:async_hooks'
import type { Source } from './cache'

/**
 * What an answer under way says about itself: the tags that it depends on, or null when it may not be kept, when it was made,
 * and from which level of the cache it came. Once `isOld`, it stays unkept: Next sends an answer that is past its time and makes the new one behind it.
 */
export type AnswerReport = { tags: string[] | null; madeAt: number; isOld: boolean; source?: Source }

const shared = globalThis as typeof globalThis & { highstreetAnswerReport?: AsyncLocalStorage<AnswerReport> }
shared.highstreetAnswerReport ??= new AsyncLocalStorage()
/** One per process, whatever bundle asks. Next's page cache writes into it under the same name (next-cache-handler.mjs). */
const reports = shared.highstreetAnswerReport

/** Runs the making of an answer; whoever makes it says through `reportAnswer` what it depends on. */
export const withReport = <T>(report: AnswerReport, make: () => T): T => reports.run(report, make)

/** Called while an answer that is the same for everybody is made, or found in the cache. Without anybody who listens it does nothing. */
export function reportAnswer({ tags, source, ageSeconds = 0 }: { tags?: string[]; source?: Source; ageSeconds?: number }): void {
  const report = reports.getStore()
  if (!report || !tags) return
  report.tags = tags
  report.source = source
  report.madeAt = Date.now() - ageSeconds * 1000
}
