import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../harness/page'
import { expectConfirmation } from '../harness/shopper'

/** Presses Tab until the wanted thing has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator, { most = 60, back = false } = {}): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) {
      // Radio buttons stand, one pixel wide, behind their labels: where they are is what counts.
      const offScreen = () =>
        wanted.evaluate((element) => Math.max(-element.getBoundingClientRect().top, element.getBoundingClientRect().bottom - innerHeight))
      await expect.poll(offScreen).toBeLessThanOrEqual(1)
      return
    }
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`The focus did not come to ${wanted} in ${most} steps`)
}

test('by keyboard only I search, choose a size, buy, and read my confirmation', async ({ page }) => {
  test.slow()
  await page.goto('/')
  await tabTo(page, page.getByRole('link', { name: 'Skip to the content' }), { most: 3 })
  await tabTo(page, page.getByRole('combobox', { name: 'Search the shop' }))
  await page.keyboard.type('canvas sneak')
  await expect(page.getByRole('option', { name: /Plaza Canvas Sneakers/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  for (let steps = 0; steps < 10; steps++) {
    if ((await page.getByRole('option', { selected: true }).textContent())?.includes('Plaza Canvas Sneakers')) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Plaza Canvas Sneakers', level: 1 })).toBeVisible()

  const size = page.getByRole('group', { name: 'Size' })
  await tabTo(page, size.getByRole('radio', { checked: true }), { most: 80 })
  await page.keyboard.press('ArrowRight')
  await tabTo(page, page.getByRole('button', { name: 'Add to cart', exact: true }))
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: /Your cart/ })
  await expect(drawer).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await tabTo(page, page.getByRole('link', { name: /^Cart, 1 item/ }), { back: true, most: 80 })
  await page.keyboard.press('Enter')
  await expect(drawer).toBeVisible()
  await tabTo(page, drawer.getByRole('link', { name: /Check out/ }))
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Checkout', level: 1 })).toBeVisible()
  const type = async (field: Locator, text: string) => {
    await tabTo(page, field)
    await page.keyboard.type(text)
  }
  await type(page.getByLabel('E-mail'), 'ada@example.com')
  await type(page.getByLabel('Full name').first(), 'Ada Lovelace')
  await type(page.getByLabel('Street and house number').first(), '12 Market Street')
  await type(page.getByLabel('City').first(), 'New York')
  await type(page.getByLabel('State').first(), 'New York')
  await type(page.getByLabel('ZIP code').first(), '10001')
  await type(page.getByLabel('Card number'), '4242424242424242')
  await type(page.getByLabel('Expiry (MM/YY)'), '1239')
  await type(page.getByLabel('Security code'), '123')
  await tabTo(page, page.getByRole('button', { name: /^Pay \$/ }))
  await page.keyboard.press('Enter')
  await expectConfirmation(page)
})
