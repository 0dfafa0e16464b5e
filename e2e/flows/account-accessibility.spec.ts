import { arriveAtTheDoor, handToCourier } from '../harness/account'
import { inspect } from '../harness/axe'
import { expect, test } from '../harness/page'
import { buyerOf, newcomer } from '../harness/signed-in'
import { closeDatabase } from '../harness/stock'

test.afterAll(closeDatabase)

const accountPages = [
  ...['', '/orders', '/addresses', '/wishlist', '/reviews', '/notifications', '/profile', '/security', '/privacy'].map((page) => `/account${page}`),
  '/account/confirm-email?token=none',
  '/account/addresses/new',
]

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('free of accessibility faults: the forms of sign-in and registration with what is wrong', async ({ page, faults }) => {
  for (const [address, send] of [
    ['/sign-in', 'Sign in'],
    ['/register', 'Open an account'],
  ] as const) {
    await page.goto(address)
    await page.getByRole('main').getByRole('button', { name: send, exact: true }).click()
    await expect(page.getByRole('alert').first()).toBeVisible()
    await inspect(page, address, faults)
  }
})

test('free of accessibility faults: every page of an account that has just been opened', async ({ page, context, faults }) => {
  test.setTimeout(240_000)
  await newcomer(context)
  for (const address of accountPages) {
    await page.goto(address)
    await inspect(page, address, faults)
  }
  // The last of them is the form of an address.
  await page.getByRole('button', { name: 'Save address' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await inspect(page, 'the form of an address with what is wrong', faults)
})

test('free of accessibility faults: every page of an account with something in it', async ({ page, context, faults }) => {
  test.setTimeout(240_000)
  const { number } = await buyerOf(context, 'ember-filament-bulb')
  const order = `/account/orders/${number}`
  await page.goto(order)
  await page.getByText('Cancel this order').click()
  await inspect(page, `${order}, about to be cancelled`, faults)
  await handToCourier(number)
  await arriveAtTheDoor(number)
  await page.evaluate(keepAddress)
  for (const address of [...accountPages, order, `${order}/return`, '/account/orders?search=nothing+fits', '/account/orders/none']) {
    await page.goto(address)
    await inspect(page, address, faults)
  }
  await page.getByRole('button', { name: 'Your account, Ada' }).click()
  await expect(page.getByRole('navigation', { name: 'Account menu' })).toBeVisible()
  await inspect(page, 'the menu of the account', faults)
})

/** Runs in the browser, as whoever is signed in there. */
async function keepAddress() {
  const address = { full_name: 'Ada Lovelace', line1: '12 Market Street', line2: null, city: 'New York', region: 'NY', postal_code: '10001' }
  const body = JSON.stringify({ ...address, country: 'US', phone: null, is_default_shipping: true })
  await fetch('/api/v1/addresses', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
}
