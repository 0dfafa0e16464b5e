import { inspect } from '../harness/axe'
import { expect, test } from '../harness/page'
import { memberOfStaff, paidOrderOf } from '../harness/signed-in'
import { closeDatabase, requireProduct } from '../harness/stock'

test.afterAll(closeDatabase)

/** Every page of the dashboard that needs no record. */
const settings = ['', '/addresses', '/limits', '/mail', '/payments', '/shipping', '/shipping/methods/new', '/shop', '/tax']
const pages = [
  '/admin',
  '/admin/orders',
  '/admin/orders?q=nothing-has-this-name',
  '/admin/carts',
  '/admin/reports',
  '/admin/products',
  '/admin/products?q=nothing-has-this-name',
  '/admin/products/new',
  '/admin/customers',
  '/admin/reviews?status=shown',
  '/admin/operations',
  '/admin/operations/jobs',
  '/admin/operations/events',
  '/admin/operations/mails',
  '/admin/operations/cache',
  '/admin/team',
  '/admin/team/roles/new',
  '/admin/categories',
  '/admin/categories/new',
  '/admin/inventory',
  '/admin/inventory?q=nothing-has-this-name',
  '/admin/log',
  ...settings.map((page) => `/admin/settings${page}`),
]

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const HALVES = 2

for (let half = 0; half < HALVES; half++) {
  test(`the dashboard is free of accessibility faults: part ${half + 1} of ${HALVES} of its pages`, async ({ page, context, faults }) => {
    test.setTimeout(240_000)
    await memberOfStaff(context)
    for (const address of pages.filter((_, place) => place % HALVES === half)) {
      await page.goto(address)
      await inspect(page, address, faults)
    }
  })
}

test('the dashboard is free of accessibility faults: the menu of a narrow screen, and the columns', async ({ page, context, faults }) => {
  await memberOfStaff(context)
  await page.setViewportSize({ width: 390, height: 900 })
  await page.goto('/admin')
  await page.getByRole('button', { name: 'Open the menu' }).click()
  await inspect(page, 'the menu', faults, 390)
  await paidOrderOf('ember-filament-bulb')
  await page.goto('/admin/orders?payment_status=paid')
  // Standing and total are seen without scrolling sideways.
  const isWhole = await page.getByRole('table', { name: 'Orders' }).evaluate((table) => table.scrollWidth <= (table.parentElement?.clientWidth ?? 0))
  expect(isWhole).toBe(true)
  await page.getByRole('button', { name: 'Columns' }).click()
  await inspect(page, 'the columns', faults, 390)
})

test('the dashboard is free of accessibility faults: a product, and the dialog that changes many', async ({ page, context, faults }) => {
  test.setTimeout(240_000)
  await memberOfStaff(context)
  const { id } = await requireProduct('plaza-canvas-sneakers')
  await page.goto(`/admin/products/${id}`)
  await inspect(page, 'a product', faults)
  await page.goto('/admin/products')
  await page
    .getByRole('checkbox', { name: /^Select / })
    .nth(1)
    .check()
  await page.getByRole('button', { name: 'Change…' }).click()
  await page.getByLabel('Percent', { exact: true }).last().fill('-10')
  await page.getByRole('button', { name: 'Show what changes' }).click()
  await expect(page.getByRole('region', { name: 'What changes' })).toBeVisible()
  await inspect(page, 'the dialog that changes many products', faults)
})

test('the dashboard is free of accessibility faults: an order with its dialogs, its customer, and the palette', async ({ page, context, faults }) => {
  test.setTimeout(240_000)
  await memberOfStaff(context)
  const { number, ctx } = await paidOrderOf('ember-filament-bulb', 2)
  await page.goto(`/admin/customers/${ctx.actor.kind === 'user' && ctx.actor.userId}`)
  await inspect(page, 'a customer', faults)
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
})
