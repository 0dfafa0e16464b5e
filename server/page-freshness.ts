import { readFile, stat } from 'node:fs/promises'
import { tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import { invalidationListeners } from '@/lib/platform/cache/invalidation-listeners'
import { type InvalidationTail, startInvalidationTail } from '@/lib/platform/cache/invalidation-tail'

/**
 * Tells Next's caches what fell. The log is read back to the start of the build before the first request is served: pages on
 * disk keep their file time, and Next's own memory of fallen tags does not survive a restart. Without a build, as in `next dev`,
 * nothing is older than this process.
 */
export async function keepPagesFresh(build: 'built' | 'none'): Promise<InvalidationTail> {
  invalidationListeners().add((tags, atMs) => {
    for (const tag of tags) {
      const known = tagsManifest.get(tag)
      if ((known?.expired ?? 0) < atMs) tagsManifest.set(tag, { ...known, expired: atMs })
    }
  })
  return await startInvalidationTail(build === 'built' ? await buildTimes() : { beganAt: new Date(), endedAt: new Date() })
}

/** The build's id carries the time at which it began (next.config.ts); the manifest of prerendered pages is the last thing it writes. */
async function buildTimes(): Promise<{ beganAt: Date; endedAt: Date }> {
  const directory = process.env.BUILD_DIR || '.next'
  const [id, written] = await Promise.all([readFile(`${directory}/BUILD_ID`, 'utf8'), stat(`${directory}/prerender-manifest.json`)])
  return { beganAt: new Date(Number.parseInt(id.slice(1), 36)), endedAt: written.mtime }
}
