import { expect, type Locator, type Page } from '@playwright/test'

/** What a person does on the way to an order, in their words. */

export const cards = {
  approved: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  challenge: '4000 0000 0000 3220',
  late: '4000 0000 0000 0077',
}

/** Chooses a value of an option; the radio buttons stand behind their labels. */
export async function chooseOption(page: Page, option: string, value: string): Promise<void> {
  const radio = page.getByRole('group', { name: option }).getByRole('radio', { name: value })
  await radio.check({ force: true })
  await expect(radio).toBeChecked()
}

/** From a product's page. @returns the cart's drawer, which has opened. */
export async function addToCart(page: Page): Promise<Locator> {
  // Before the page has taken over, the button leads to the cart's page, as without JavaScript.
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click()
  const drawer = page.getByRole('dialog', { name: /Your cart/ })
  await expect(drawer).toBeVisible()
  return drawer
}

/** From a product's page to the checkout. */
export async function addAndCheckOut(page: Page): Promise<void> {
  const drawer = await addToCart(page)
  await drawer.getByRole('link', { name: /Check out/ }).click()
  await expect(page.getByRole('heading', { name: 'Checkout', level: 1 })).toBeVisible()
  // Nor does it pay at once before that: it leads to the page on which one pays.
  await page.waitForLoadState('networkidle')
}

export async function fillContactAndAddress(page: Page, { email = 'ada@example.com', name = 'Ada Lovelace' } = {}): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  const shipping = page.getByRole('region', { name: 'Where should it go?' })
  await shipping.getByLabel('Full name').first().fill(name)
  await shipping.getByLabel('Street and house number').first().fill('12 Market Street')
  await shipping.getByLabel('City').first().fill('New York')
  await shipping.getByLabel('State').first().selectOption({ label: 'New York' })
  await shipping.getByLabel('ZIP code').first().fill('10001')
}

export async function fillCard(page: Page, number: string): Promise<void> {
  await page.getByLabel('Card number').fill(number)
  await page.getByLabel('Expiry (MM/YY)').fill('12/39')
  await page.getByLabel('Security code').fill('123')
}

export const payButton = (page: Page) => page.getByRole('button', { name: /^Pay \$/ })

/** Until the shop says thank you. @returns the order's number. */
export async function expectConfirmation(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { name: /^Thank you/, level: 1 })).toBeVisible({ timeout: 30_000 })
  const number = /\/orders\/([^/?]+)/.exec(page.url())?.[1]
  if (!number) throw new Error(`This is no order's page: ${page.url()}`)
  return number
}
