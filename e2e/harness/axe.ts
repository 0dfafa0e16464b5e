import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Faults } from './page'

const HEIGHT = 900
const everyRule = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
const colours = { type: 'rule' as const, values: ['color-contrast'] }

type RunOnly = typeof everyRule | typeof colours

/** The narrowest screen that we draw for, and a desk's. */
export const widths = [390, 1440] as const
type Width = (typeof widths)[number]

/**
 * Adds what axe finds on the page as it stands, in light and dark and at each width, and whether it scrolls sideways. Nothing but colours
 * depends on the theme, so in dark they alone are looked at. Ends in light, at the last of the widths.
 */
export async function inspect(page: Page, name: string, faults: Faults, at: readonly Width[] = widths): Promise<void> {
  await page.waitForLoadState('networkidle')
  for (const width of at) {
    await page.setViewportSize({ width, height: HEIGHT })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (overflow > 0) faults.push(`${name} at ${width} px: ${overflow} px wider than the screen`)
    faults.push(...(await violations(page, everyRule, `${name} at ${width} px`)))
    await page.emulateMedia({ colorScheme: 'dark' })
    faults.push(...(await violations(page, colours, `${name} at ${width} px in dark`)))
    await page.emulateMedia({ colorScheme: 'light' })
  }
}

/** Asked for violations alone, within the page itself: all that axe can say, carried out of the browser, takes eight times as long. */
async function violations(page: Page, runOnly: RunOnly, name: string): Promise<Faults> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ runOnly, resultTypes: ['violations'] })
  const found = await axe.analyze()
  return found.violations.map(({ id, nodes }) => {
    const where = nodes.map(({ target }) => target.join(' ')).slice(0, 3)
    return `${name}: ${id}: ${where.join(' | ')}`
  })
}
