import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Faults } from './page'

const HEIGHT = 900
const runOnly = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }

/** The narrowest screen that we draw for, in dark, and a desk's in light: colours do not depend on the width, nor the layout on the theme. */
const looks = [
  { width: 390, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'light' },
] as const

/** Adds what axe finds on the page as it stands, in both themes and at both widths or one, and whether it scrolls sideways. */
export async function inspect(page: Page, name: string, faults: Faults, only?: 390 | 1440): Promise<void> {
  await page.waitForLoadState('networkidle')
  for (const { width, colorScheme } of looks) {
    if (only && width !== only) continue
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: HEIGHT })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (overflow > 0) faults.push(`${name} at ${width} px: ${overflow} px wider than the screen`)
    faults.push(...(await violations(page, `${name} at ${width} px in ${colorScheme}`)))
  }
}

/** Asked for violations alone, within the page itself: all that axe can say, carried out of the browser, takes eight times as long. */
async function violations(page: Page, name: string): Promise<Faults> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ runOnly, resultTypes: ['violations'] })
  const found = await axe.analyze()
  return found.violations.map(({ id, nodes }) => {
    const where = nodes.map(({ target }) => target.join(' ')).slice(0, 3)
    return `${name}: ${id}: ${where.join(' | ')}`
  })
}
