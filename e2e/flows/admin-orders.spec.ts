import { OrderItemId } from '@/lib/core/ids'
import { requireOrder } from '@/lib/orders/require-order'
import { requestReturn } from '@/lib/returns/request-return'
import { expect, test } from '../harness/page'
import { memberOfStaff, paidOrderOf } from '../harness/signed-in'
import { closeDatabase } from '../harness/stock'

test.afterAll(closeDatabase)

test('I send an order in two parcels, take one item back and give its money back', async ({ page, context }) => {
  test.setTimeout(120_000)
  await memberOfStaff(context)
  const { number, ctx } = await paidOrderOf('plaza-canvas-sneakers', 2)
  await page.goto('/admin/orders')
  await page.getByRole('searchbox', { name: 'Number, e-mail or name' }).fill(number)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: number }).click()

  // Buttons work as soon as the page has taken over.
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('spinbutton').fill('1')
  await dialog.getByLabel('Carrier').fill('UPS')
  await dialog.getByLabel('Tracking number').fill('1Z999')
  await dialog.getByRole('button', { name: 'Mark as sent' }).click()
  await expect(page.getByText('Rest to send')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Parcels' }).getByText('UPS 1Z999')).toBeVisible()

  await page.getByRole('button', { name: 'Send the rest' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as sent' }).click()
  await expect(page.getByText('Parcel 2')).toBeVisible()
  await page.getByRole('button', { name: 'Mark as delivered' }).click()
  await expect(page.getByText('Delivered', { exact: true }).first()).toBeVisible()

  const { lines } = await requireOrder(ctx, { number })
  const item = OrderItemId.parse(lines[0]?.id)
  await requestReturn(ctx, { number, note: '', lines: [{ order_item_id: item, quantity: 1, reason: 'too_small', note: '' }] })
  await page.reload()
  const returns = page.getByRole('region', { name: 'Returns' })
  await returns.getByRole('button', { name: 'Approve' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  await returns.getByRole('button', { name: 'It arrived' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as received' }).click()
  await expect(returns.getByText('1 back on the shelf')).toBeVisible()
  await returns.getByRole('button', { name: 'Refund' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Give the money back' }).click()
  await expect(returns.getByText('Refunded')).toBeVisible()
  await expect(page.getByText('Partly refunded')).toBeVisible()
})

test('I correct an address, take it back, and find both in the log', async ({ page, context }) => {
  const { name } = await memberOfStaff(context)
  const { number } = await paidOrderOf('ember-filament-bulb')
  await page.goto(`/admin/orders/${number}`)
  await page.getByRole('button', { name: 'Correct the address' }).click()
  await page.getByRole('dialog').getByLabel('Street and house number').fill('77 Corrected Road')
  await page.getByRole('dialog').getByRole('button', { name: 'Save address' }).click()
  await expect(page.getByRole('main').getByText('77 Corrected Road').first()).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('main').getByText('77 Corrected Road')).toHaveCount(0)
  await page.goto('/admin/log')
  await expect(page.getByRole('listitem').filter({ hasText: `${name} took back: changed the address of order ${number}` })).toBeVisible()
})

test('everything is reached by the keyboard alone: the palette, the shortcuts, the rows of a list', async ({ page, context }) => {
  await memberOfStaff(context)
  const { number } = await paidOrderOf('ember-filament-bulb')
  await page.goto('/admin')
  // The keys work as soon as the page has taken over.
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(number)
  await expect(page.getByRole('option', { name: number })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: number })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await expect(page.getByRole('heading', { name: 'Orders' })).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('main').getByRole('searchbox')).toBeFocused()
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  // The page of the order is kept behind this one, and says it of the customer.
  await expect(page.getByText('1 order', { exact: true }).filter({ visible: true })).toBeVisible()
  await page.waitForLoadState('networkidle')
  // What is searched keeps the focus; the arrow leads to what was found.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await expect(page.getByText('1 order selected')).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a shopper finds no dashboard, and a guest comes back to it after signing in', async ({ page, context }) => {
  await page.goto('/admin/orders')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fadmin%2Forders/)
  await memberOfStaff(context, 'staff')
  await page.goto('/admin')
  await expect(page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name: 'Orders' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Activity log' })).toHaveCount(0)
})
