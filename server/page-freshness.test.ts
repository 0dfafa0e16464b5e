import { tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import { expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { invalidations } from '@/db/schema/platform'
import { keepPagesFresh } from './page-freshness'

test('without a build, as in next dev, what another process changes reaches the pages too', async () => {
  vi.stubEnv('BUILD_DIR', 'no-build-is-here')
  const tail = await keepPagesFresh('none')
  const before = Date.now()
  await database()
    .insert(invalidations)
    .values({ tags: ['product:changed-elsewhere'] })
  await expect.poll(() => tagsManifest.get('product:changed-elsewhere')?.expired ?? 0).toBeGreaterThanOrEqual(before)
  tail.stop()
  vi.unstubAllEnvs()
})
