import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { lint, playwright, typeCheck, vitest } from '../testing/parts'
import { createTally } from '../testing/tally'
import { startTestShop, testBuildDirectory, testDataDirectory } from '../testing/test-shop'

const PROOFS = 'vitest.proof.config.ts'

/** Everything, in a fresh environment beside the shop that may be running: it ends with one line `N passed, N failed`. */
export async function run(): Promise<number> {
  const tally = createTally()
  await tally.part('Types', typeCheck)
  await tally.part('Lint', lint)
  await tally.part('Unit and integration tests', () => vitest(testDataDirectory))

  let shop: Awaited<ReturnType<typeof startTestShop>> | undefined
  await tally.part('Production build and start', async () => {
    shop = await startTestShop()
    return shop.counts
  })
  const env = shop?.env
  if (env) {
    if (await hasBrowserTests()) {
      await tally.part('Browser tests', () => playwright(testDataDirectory, { ...env, BASE_URL: env.APP_URL }))
    }
    await tally.part('Stop', () => shop?.stop() ?? Promise.resolve({ passed: 0, failed: 1 }))
    if (existsSync(PROOFS)) await tally.part('Proofs', () => vitest(testDataDirectory, { config: PROOFS, env: { BUILD_DIR: testBuildDirectory } }))
  }
  return tally.close()
}

async function hasBrowserTests(): Promise<boolean> {
  if (!existsSync('playwright.config.ts')) return false
  return (await readdir('e2e', { recursive: true })).some((file) => /\.spec\.tsx?$/.test(file))
}
