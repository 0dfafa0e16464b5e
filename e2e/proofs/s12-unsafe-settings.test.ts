import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'

/** `npm run serve` with these variables and nothing else of this machine's. */
function serve(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const { PATH, HOME } = process.env
    const child = spawn(process.execPath, ['local/main.mjs', 'serve'], {
      env: { PATH, HOME, NODE_ENV: 'production', DATABASE_URL: '', ...env } as NodeJS.ProcessEnv,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    const impatience = setTimeout(() => child.kill('SIGKILL'), 30_000)
    child.once('exit', (code) => {
      clearTimeout(impatience)
      resolve({ code, output })
    })
  })
}

const sound = {
  APP_URL: 'https://shop.test',
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  HIGHSTREET_SECRET: 'qX7vT2mN9bK4wR8jL1pZ6cD3fG5hY0sAeU',
  TRUSTED_PROXY_HOPS: '1',
  ALLOW_TEST_PAYMENTS: '1',
}

test('S12: a deployed shop with unsafe settings does not start, and says every reason at once', async () => {
  const { code, output } = await serve({ APP_URL: 'http://shop.test', HIGHSTREET_SECRET: 'short', RATE_LIMITS: 'off' })
  expect(code).toBe(1)
  for (const reason of [
    'APP_URL begins with http',
    'DATABASE_URL',
    'HIGHSTREET_SECRET is shorter',
    'TRUSTED_PROXY_HOPS',
    'RATE_LIMITS',
    'STRIPE_SECRET_KEY',
  ]) {
    expect(output).toContain(reason)
  }
})

test.each([
  ['a secret from an example', { HIGHSTREET_SECRET: 'change-me-change-me-change-me-change-me' }, 'HIGHSTREET_SECRET'],
  ['an address on http', { APP_URL: 'http://shop.test' }, 'APP_URL'],
  ['nothing about its proxies', { TRUSTED_PROXY_HOPS: '' }, 'TRUSTED_PROXY_HOPS'],
])('S12: %s alone is enough to refuse', async (_, change, name) => {
  const { code, output } = await serve({ ...sound, ...change })
  expect(code).toBe(1)
  expect(output).toContain(name)
})

test('S12: with sound settings it goes on, to the database that is not there', async () => {
  const { code, output } = await serve(sound)
  expect(code).toBe(1)
  expect(output).toMatch(/database at 127\.0\.0\.1:1 does not answer/)
})
