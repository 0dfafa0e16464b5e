import { inspect } from '../harness/axe'
import { expect, test } from '../harness/page'
import { memberOfStaff, paidOrderOf } from '../harness/signed-in'
import { closeDatabase } from '../harness/stock'

test.afterAll(closeDatabase)

/** Every page of the dashboard that needs no record. */
const pages = ['/admin', '/admin/orders', '/admin/orders?q=nothing-has-this-name', '/admin/log']

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test.describe(`the dashboard is free of accessibility faults in ${colorScheme} at ${width} px, and not wider than the screen`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } })

      test('every page, the menu, the palette and the dialogs of an order', async ({ page, context, faults }) => {
        test.setTimeout(240_000)
        await memberOfStaff(context)
        const { number } = await paidOrderOf('ember-filament-bulb', 2)
        for (const address of pages) {
          await page.goto(address)
          await inspect(page, address, faults)
        }
        await page.goto(`/admin/orders/${number}`)
        await inspect(page, 'an order', faults)
        for (const name of ['Send', 'Refund', 'Cancel', 'Correct the address']) {
          await page.getByRole('main').getByRole('button', { name, exact: true }).first().click()
          await inspect(page, `the dialog ${name}`, faults)
          await page.keyboard.press('Escape')
        }
        await page.keyboard.press('Control+k')
        await expect(page.getByRole('combobox')).toBeVisible()
        await inspect(page, 'the palette', faults)
        if (width === 390) {
          await page.keyboard.press('Escape')
          await page.getByRole('button', { name: 'Open the menu' }).click()
          await inspect(page, 'the menu', faults)
        }
      })
    })
  }
}
