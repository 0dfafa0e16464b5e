// @ts-check
import { createHash } from 'node:crypto'
import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import { areTagsExpired, tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'

// Node hands out the CommonJS module, Turbopack (which bundles this file for the proxy) its default export.
const FileSystemCache = /** @type {{ default?: typeof fileSystemCache }} */ (/** @type {unknown} */ (fileSystemCache)).default ?? fileSystemCache

/** When the fill of a key may have begun: the read that missed, or the first read since it was stored. */
const fillBegan = /** @type {Map<string, number>} */ (new Map())
const MOST_FILLS = 20_000

/** When a page that is in the cache was made. */
const madeAt = /** @type {WeakMap<object, number>} */ (new WeakMap())

/**
 * Next's own cache of rendered pages, made exact. Before a page is read, news from the log of invalidations is awaited (the
 * server entry tails it); a page whose rendering began before one of its tags fell is not stored. It rests on two internal
 * modules of Next: they are pinned by the exact version in package.json and by the freshness tests.
 */
export default class PageCache extends FileSystemCache {
  /**
   * @override
   * @param {Parameters<InstanceType<typeof FileSystemCache>["get"]>} args
   */
  async get(...args) {
    const plainForm = /** @type {{ highstreetPlainForm?: { getStore(): true | undefined } }} */ (globalThis).highstreetPlainForm
    if (plainForm?.getStore() && args[1].kind === 'APP_PAGE') return null
    const tail = /** @type {{ highstreetInvalidationTail?: { refresh(): Promise<void> } }} */ (globalThis).highstreetInvalidationTail
    if (tail) await tail.refresh()
    const beganAt = Date.now()
    const found = await super.get(...args)
    const key = args[0]
    if (!found || !fillBegan.has(key)) {
      if (fillBegan.size > MOST_FILLS) fillBegan.clear()
      fillBegan.set(key, beganAt)
    }
    if (args[1].kind === 'APP_PAGE') reportRead(found)
    return found && withEntityTag(found)
  }

  /**
   * @override
   * @param {Parameters<InstanceType<typeof FileSystemCache>["set"]>} args
   */
  async set(...args) {
    const [key, data] = args
    // When rendering fails, Next stores the page that was there before once more: it is as old as it was.
    const beganAt = (data && madeAt.get(data)) ?? fillBegan.get(key)
    fillBegan.delete(key)
    const tags = tagsOf(data)
    if (beganAt !== undefined && tags.some((tag) => (tagsManifest.get(tag)?.expired ?? 0) >= beganAt)) return report(null)
    await super.set(...args)
    if (data?.kind === 'APP_PAGE') report(tags)
  }
}

/** @param {Parameters<InstanceType<typeof FileSystemCache>['set']>[1]} data */
function tagsOf(data) {
  const header = data && 'headers' in data ? data.headers?.['x-next-cache-tags'] : undefined
  return typeof header === 'string' ? header.split(',') : []
}

/**
 * Tells the server entry what the page under way depends on (answer-report.ts), so that it may keep the finished answer.
 * @param {string[] | null} tags
 * @param {number} [at]
 */
function report(tags, at = Date.now()) {
  const current = currentReport()
  if (!current || current.isOld) return
  // Those of Next's own making are for revalidatePath, which nothing here calls.
  current.tags = tags?.filter((tag) => !tag.startsWith('_N_T_')) ?? null
  current.madeAt = at
}

/** @returns {import('./answer-report').AnswerReport | undefined} */
function currentReport() {
  const reports = /** @type {{ highstreetAnswerReport?: { getStore(): import('./answer-report').AnswerReport | undefined } }} */ (globalThis)
  return reports.highstreetAnswerReport?.getStore()
}

/**
 * A page whose tags fell is rendered again before it is sent, and reports when it is stored. One that is past its time is sent as it is,
 * and made anew behind the answer.
 * @param {Awaited<ReturnType<InstanceType<typeof FileSystemCache>['get']>>} found
 */
function reportRead(found) {
  if (found?.value?.kind !== 'APP_PAGE') return report(null)
  const at = found.lastModified ?? 0
  madeAt.set(found.value, at)
  const tags = tagsOf(found.value)
  if (areTagsExpired(tags, at)) return report(null)
  const { cacheControl } = found
  const isOld = typeof cacheControl?.revalidate === 'number' && at + cacheControl.revalidate * 1000 < Date.now()
  report(isOld ? null : tags, at)
  const current = currentReport()
  if (current && isOld) current.isOld = true
}

/** Pages that already carry their tag. */
const tagged = new WeakSet()

/**
 * Gives a page its ETag once, when it is first read. Next would hash the whole document anew for each answer, which took a quarter
 * of the time of a static page; the server entry answers 304 by it.
 * @template {NonNullable<Awaited<ReturnType<InstanceType<typeof FileSystemCache>['get']>>>} T
 * @param {T} found
 */
function withEntityTag(found) {
  const { value } = found
  if (value?.kind !== 'APP_PAGE' || tagged.has(value)) return found
  const hash = createHash('sha1').update(value.html).digest('base64url')
  value.headers = { ...value.headers, etag: `W/"${hash}"` }
  tagged.add(value)
  return found
}
