import { defineConfig } from '@playwright/test'
import { findChromium } from './local/find-chromium'

const { executablePath, args } = await findChromium()

/** The flows of e2e/flows in a real Chromium, against `BASE_URL` or a shop that is started from the production build. Patience costs only what fails. */
export default defineConfig({
  testDir: 'e2e/flows',
  outputDir: process.env.PLAYWRIGHT_OUTPUT || '.data/playwright',
  globalSetup: './e2e/harness/playwright-setup.ts',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args },
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'America/New_York',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
  },
})
