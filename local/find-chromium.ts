import { existsSync } from 'node:fs'
import path from 'node:path'

export type Chromium = { executablePath: string; args: string[]; source: string }

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** The browser for tests: CHROMIUM_PATH, Playwright's own when it is installed, one of the system's, and at last the one from npm (Linux x64). */
export async function findChromium(): Promise<Chromium> {
  const given = process.env.CHROMIUM_PATH
  if (given) return { executablePath: given, args: sandboxArgs(), source: 'CHROMIUM_PATH' }
  const { chromium: playwright } = await import('playwright')
  if (existsSync(playwright.executablePath())) return { executablePath: playwright.executablePath(), args: sandboxArgs(), source: 'Playwright' }
  const system = systemChromium()
  if (system) return { executablePath: system, args: sandboxArgs(), source: 'system' }
  const { default: packaged } = await import('@sparticuz/chromium')
  const args = packaged.args.filter((arg) => !lambdaOnly.test(arg))
  // Without a graphics card the processor plays one, at half of its time; drawing without one is the cheaper.
  return { executablePath: await packaged.executablePath(), args: [...args, '--disable-gpu'], source: '@sparticuz/chromium' }
}

/** Its switches are made for scraping in a cloud function: no Origin header, no isolation of sites, one process for everything. Tests need a browser as people have it. */
const lambdaOnly =
  /^--(disable-web-security|allow-running-insecure-content|disable-site-isolation-trials|disable-features|single-process|headless|ignore-gpu-blocklist|in-process-gpu|use-gl|use-angle|enable-unsafe-swiftshader)/

function systemChromium(): string | null {
  for (const directory of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of systemNames) {
      if (directory !== '' && existsSync(path.join(directory, name))) return path.join(directory, name)
    }
  }
  return null
}

/** Chromium's sandbox does not work for root. */
const sandboxArgs = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])
