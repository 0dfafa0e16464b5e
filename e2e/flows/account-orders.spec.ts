import type { Page } from '@playwright/test'
import { arriveAtTheDoor, handToCourier, openAccount } from '../harness/account'
import { expect, test } from '../harness/page'
import { addAndCheckOut, cards, expectConfirmation, fillCard, payButton } from '../harness/shopper'
import { buyerOf } from '../harness/signed-in'
import { closeDatabase } from '../harness/stock'

test.afterAll(closeDatabase)

async function keepAddress(page: Page): Promise<void> {
  await page.goto('/account/addresses/new')
  await page.getByLabel('Full name').fill('Ada Lovelace')
  await page.getByLabel('Street and house number').fill('12 Market Street')
  await page.getByLabel('City').fill('New York')
  await page.getByLabel('State').selectOption({ label: 'New York' })
  await page.getByLabel('ZIP code').fill('10001')
  await page.getByRole('checkbox', { name: 'Deliver here unless I say otherwise' }).check()
  await page.getByRole('button', { name: 'Save address' }).click()
  await expect(page.getByText('Deliveries go here')).toBeVisible()
}

test('I open an account, buy with the address I keep there, follow the order, order it again and send one thing back', async ({ page }) => {
  test.setTimeout(120_000)
  const email = await openAccount(page)
  await keepAddress(page)
  await page.goto('/p/plaza-canvas-sneakers')
  await addAndCheckOut(page)
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await expect(page.getByRole('region', { name: 'Where should it go?' }).getByLabel('Street and house number').first()).toHaveValue(
    '12 Market Street',
  )
  await fillCard(page, cards.approved)
  await payButton(page).click()
  const number = await expectConfirmation(page)

  await page.goto('/account')
  await page.getByRole('link', { name: `Order ${number}` }).click()
  await expect(page.getByText('Payment received')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Items' }).getByText('Plaza Canvas Sneakers')).toBeVisible()
  const [invoice] = await Promise.all([page.request.get(`/orders/${number}/invoice`), page.getByRole('link', { name: 'Invoice' }).isVisible()])
  expect(invoice.headers()['content-type']).toBe('application/pdf')
  await page.getByRole('button', { name: 'Order again' }).click()
  await expect(page.getByRole('heading', { name: 'Your cart', level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Plaza Canvas Sneakers' }).first()).toBeVisible()

  // Nothing can come back before it is there.
  await page.goto(`/account/orders/${number}/return`)
  await expect(page.getByText('This order has not arrived yet.')).toBeVisible()
  await handToCourier(number)
  await arriveAtTheDoor(number)
  await page.goto(`/account/orders/${number}`)
  await expect(page.getByText('Delivered').first()).toBeVisible()
  await page.getByRole('link', { name: 'Return items' }).click()
  await page.getByRole('button', { name: 'Ask to return these' }).click()
  await expect(page.getByText('Choose at least one item.').first()).toBeVisible()
  await page.getByLabel('How many').selectOption('1')
  await page.getByLabel('Why').selectOption({ label: 'Too small' })
  await page.getByRole('button', { name: 'Ask to return these' }).click()
  await expect(page.getByText('We have your request')).toBeVisible()
  const returns = page.getByRole('region', { name: 'Returns' })
  await expect(returns.getByText('1 × Plaza Canvas Sneakers')).toBeVisible()
  await expect(returns.getByText('Too small')).toBeVisible()
  await returns.getByRole('button', { name: 'Withdraw this request' }).click()
  await expect(returns.getByText('Withdrawn')).toBeVisible()
})

test('what I chose from lists stays chosen when an address or a return is refused', async ({ page, context }) => {
  const { number } = await buyerOf(context, 'alder-dining-chair')
  await page.goto('/account/addresses/new')
  await page.getByLabel('Full name').fill('Ada Lovelace')
  await page.getByLabel('State').selectOption({ label: 'New York' })
  await page.getByRole('button', { name: 'Save address' }).click()
  await expect(page.getByText('Enter your city.').first()).toBeVisible()
  await expect(page.getByLabel('State')).toHaveValue('NY')
  await page.reload()
  await page.getByLabel('Country').selectOption('DE')
  await expect(page.getByLabel('State')).toBeHidden()
  await page.getByRole('button', { name: 'Save address' }).click()
  await expect(page.getByText('Enter your city.').first()).toBeVisible()
  await expect(page.getByLabel('Country')).toHaveValue('DE')
  await handToCourier(number)
  await arriveAtTheDoor(number)
  await page.goto(`/account/orders/${number}/return`)
  await page.getByLabel('Why').selectOption({ label: 'Too small' })
  await page.getByRole('button', { name: 'Ask to return these' }).click()
  await expect(page.getByText('Choose at least one item.').first()).toBeVisible()
  await expect(page.getByLabel('Why')).toHaveValue('too_small')
})

test('I find an order again by product, status and year, and what fits nothing says so', async ({ page, context }) => {
  await buyerOf(context, 'alder-dining-chair')
  await page.goto('/account/orders')
  await page.getByRole('main').getByRole('searchbox', { name: 'Search' }).fill('dining')
  await page.getByLabel('Status').selectOption({ label: 'Being packed' })
  await page.getByLabel('Year').selectOption(String(new Date().getFullYear()))
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/search=dining/)
  await expect(page.getByText('Alder Dining Chair')).toBeVisible()
  await page.getByLabel('Status').selectOption({ label: 'Cancelled' })
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText('No order fits what you chose')).toBeVisible()
  await page.getByRole('link', { name: 'Show all orders' }).click()
  await expect(page.getByText('Alder Dining Chair')).toBeVisible()
})

test('of two tabs that cancel one order, one does it and the other is told in plain words', async ({ page, context }) => {
  const { number } = await buyerOf(context, 'alder-dining-chair')
  await page.goto(`/account/orders/${number}`)
  const other = await context.newPage()
  await other.goto(page.url())
  for (const tab of [page, other]) {
    await tab.getByText('Cancel this order').click()
    await tab.getByRole('button', { name: `Yes, cancel order ${number}` }).click()
  }
  await expect(page.getByText('This order was cancelled.')).toBeVisible()
  await expect(other.getByRole('alert').filter({ hasText: 'This order was cancelled already.' })).toBeVisible()
  // Without a reload.
  await expect(other.getByText('This order was cancelled.')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('I add, change and remove an address, and what is missing is said', async ({ page, context }) => {
    await buyerOf(context, 'ember-filament-bulb')
    await page.goto('/account/addresses/new')
    await page.getByLabel('Full name').fill('Ada Lovelace')
    await page.getByRole('button', { name: 'Save address' }).click()
    await expect(page.getByText('Enter your city.').first()).toBeVisible()
    await expect(page.getByLabel('Full name')).toHaveValue('Ada Lovelace')
    await keepAddress(page)
    await page.getByRole('link', { name: /^Change the address/ }).click()
    await page.getByLabel('City').fill('Brooklyn')
    await page.getByRole('button', { name: 'Save address' }).click()
    await expect(page.getByText('Brooklyn, NY 10001')).toBeVisible()
    await page.getByText('Remove', { exact: true }).click()
    await page.getByRole('button', { name: 'Remove 12 Market Street' }).click()
    await expect(page.getByText('No address yet')).toBeVisible()
  })

  test('I send something back with a reason', async ({ page, context }) => {
    const { number } = await buyerOf(context, 'ember-filament-bulb')
    await handToCourier(number)
    await arriveAtTheDoor(number)
    await page.goto(`/account/orders/${number}/return`)
    await page.getByRole('button', { name: 'Ask to return these' }).click()
    await expect(page.getByText('Choose at least one item.').first()).toBeVisible()
    await page.getByLabel('How many').selectOption('1')
    await page.getByLabel('Why').selectOption({ label: 'Arrived damaged' })
    await page.getByRole('button', { name: 'Ask to return these' }).click()
    await expect(page.getByText('We have your request')).toBeVisible()
    await expect(page.getByText('Arrived damaged')).toBeVisible()
  })

  test('I cancel what I bought', async ({ page, context }) => {
    const { number } = await buyerOf(context, 'ember-filament-bulb')
    await page.goto(`/account/orders/${number}`)
    await page.getByText('Cancel this order').click()
    await page.getByRole('button', { name: `Yes, cancel order ${number}` }).click()
    await expect(page.getByText('This order was cancelled.')).toBeVisible()
  })
})
