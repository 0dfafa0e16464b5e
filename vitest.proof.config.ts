import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The proofs over HTTP: each file runs a whole shop from the production build. Reduced sizes; `npm run prove` runs the promised ones. */
const isFull = process.env.PROVE === '1'

export default defineConfig({
  resolve: {
    alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') },
  },
  test: {
    include: ['e2e/proofs/**/*.test.ts'],
    globalSetup: ['e2e/harness/vitest-setup.ts'],
    // Each file is a shop under load; two at once would measure each other.
    fileParallelism: false,
    testTimeout: isFull ? 3_600_000 : 120_000,
    // What comes by itself comes soon on a quiet machine; a test says so where it is bound to a time.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 120_000,
  },
})
