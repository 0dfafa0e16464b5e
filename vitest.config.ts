import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') },
  },
  test: {
    include: ['{lib,db,local,app,server,bench}/**/*.test.{ts,tsx}', '*.test.ts'],
    globalSetup: ['db/testing/global-setup.ts'],
    setupFiles: ['db/testing/worker-setup.ts'],
    // One more than the processors of the smallest machine: a third of a file is waiting for Postgres.
    maxWorkers: 3,
    testTimeout: 60_000,
    // What comes by itself comes soon on a quiet machine; a test says so where it is bound to a time.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 60_000,
  },
})
