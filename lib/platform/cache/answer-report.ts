import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * What an answer under way says about itself: the tags that it depends on, or null when it may not be kept, and when it was made.
 * Once `isOld`, it stays unkept: Next sends an answer that is past its time and makes the new one behind it.
 */
export type AnswerReport = { tags: string[] | null; madeAt: number; isOld: boolean }

const shared = globalThis as typeof globalThis & { highstreetAnswerReport?: AsyncLocalStorage<AnswerReport> }
shared.highstreetAnswerReport ??= new AsyncLocalStorage()
/** One per process, whatever bundle asks. Next's page cache writes into it under the same name (next-cache-handler.mjs). */
const reports = shared.highstreetAnswerReport

/** Runs the making of an answer; whoever makes it says through `reportTags` what it depends on. */
export const withReport = <T>(report: AnswerReport, make: () => T): T => reports.run(report, make)

/** Called while an answer that is the same for everybody is made. Without anybody who listens it does nothing. */
export function reportTags(tags: string[]): void {
  const report = reports.getStore()
  if (report) report.tags = tags
}
