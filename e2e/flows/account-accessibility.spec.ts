import AxeBuilder from '@axe-core/playwright'
import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { expect, test } from '../harness/page'
import { closeDatabase } from '../harness/stock'

test.afterAll(closeDatabase)

const PASSWORD = 'seven green lanterns'

/** An account whose address is confirmed, without the way through the mailbox. */
async function makeAccount(): Promise<string> {
  const email = `axe.${crypto.randomUUID().slice(0, 8)}@example.com`
  const response = await fetch(`${process.env.BASE_URL}/api/v1/registrations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Ada Lovelace', email, password: PASSWORD }),
  })
  expect(response.status).toBe(202)
  await database().execute(sql`update users set email_verified = true where email = ${email}`)
  return email
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test.describe(`${colorScheme} at ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } })

      test('profile, security and the question for a new address are free of accessibility faults and do not scroll sideways', async ({ page }) => {
        await page.goto('/sign-in?next=/account/profile')
        await page.getByLabel('E-mail').fill(await makeAccount())
        await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
        await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
        await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible()
        for (const address of ['/account/profile', '/account/security', '/account/confirm-email?token=none']) {
          await page.goto(address)
          await page.waitForLoadState('networkidle')
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze()
          expect([address, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([address, []])
          expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
        }
      })
    })
  }
}
