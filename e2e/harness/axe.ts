import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Faults } from './page'

/** Adds what axe finds on the page, and whether it scrolls sideways. */
export async function inspect(page: Page, name: string, faults: Faults): Promise<void> {
  await page.waitForLoadState('networkidle')
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  for (const { id, nodes } of violations) {
    const where = nodes.map(({ target }) => target.join(' ')).slice(0, 3)
    faults.push(`${name}: ${id}: ${where.join(' | ')}`)
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (overflow > 0) faults.push(`${name}: ${overflow} px wider than the screen`)
}
