import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test, watch } from '../harness/page'
import { addAndCheckOut, cards, chooseOption, expectConfirmation, fillCard, fillContactAndAddress, payButton } from '../harness/shopper'
import { memberOfStaff } from '../harness/signed-in'
import { closeDatabase } from '../harness/stock'

test.afterAll(closeDatabase)

const toast = (page: Page, text: string) => expect(page.getByText(text).first()).toBeVisible()

test('I add a product in four variants, somebody buys it, I change it beside a colleague and many at once, and take it back', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(120_000)
  await memberOfStaff(context)
  const word = `Jar${randomUUID().slice(0, 8)}`
  const price = (amount: string) => shopper.getByRole('main').getByText(amount, { exact: true }).locator('visible=true').first()

  await page.goto('/admin/products')
  await page.getByRole('link', { name: 'Add a product' }).click()
  await page.getByLabel('Name', { exact: true }).fill(`${word} of glass`)
  await page.getByLabel('Price, USD', { exact: true }).fill('40')
  await page.getByLabel('SKU', { exact: true }).fill(word)
  // Buttons work as soon as the page has taken over.
  await page.waitForLoadState('networkidle')
  const description = page.getByLabel('Description', { exact: true })
  await description.fill('Blown by hand.')
  await description.press('Control+a')
  await description.press('Control+b')
  await expect(description).toHaveValue('**Blown by hand.**')
  await page.getByRole('button', { name: 'See how it looks' }).click()
  await expect(page.locator('strong', { hasText: 'Blown by hand.' })).toBeVisible()
  for (const [index, [name, values]] of Object.entries([
    ['Colour', 'Clear, Green'],
    ['Size', 'Small, Large'],
  ])) {
    await page.getByRole('button', { name: 'Add an option' }).click()
    await page
      .getByLabel('Option', { exact: true })
      .nth(Number(index))
      .fill(name ?? '')
    await page
      .getByLabel('Values, between commas')
      .nth(Number(index))
      .fill(values ?? '')
  }
  for (const variant of ['Clear / Small', 'Clear / Large', 'Green / Small', 'Green / Large'])
    await page.getByLabel(`Units of ${variant} on hand`).fill('9')
  await expect(page.getByText('adds 9')).toHaveCount(4)
  await page.getByLabel('Main category').selectOption({ index: 1 })
  await page.getByLabel('Status').selectOption('For sale')
  await page.getByRole('button', { name: 'Add the product' }).click()
  await expect(page.getByRole('heading', { name: `${word} of glass`, level: 1 })).toBeVisible()
  // The form that was sent is kept behind this page, with the same fields.
  await page.reload()
  await page.waitForLoadState('networkidle')
  await expect(page.getByLabel('SKU of Green / Large')).toHaveValue(`${word.toUpperCase()}-GREEN-LARGE`)

  const elsewhere = await browser.newContext({ baseURL: process.env.BASE_URL })
  const faults = await watch(elsewhere)
  const shopper = await elsewhere.newPage()
  const address = `/p/${word.toLowerCase()}-of-glass`
  await shopper.goto(address)
  await expect(shopper.locator('strong', { hasText: 'Blown by hand.' })).toBeVisible()
  await chooseOption(shopper, 'Colour', 'Green')
  await chooseOption(shopper, 'Size', 'Large')
  await addAndCheckOut(shopper)
  await fillContactAndAddress(shopper)
  await fillCard(shopper, cards.approved)
  await payButton(shopper).click()
  await expectConfirmation(shopper)

  const colleague = await context.newPage()
  await colleague.goto(page.url())
  await page.getByLabel('Price, USD', { exact: true }).fill('50')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await toast(page, `${word} of glass is saved.`)
  await shopper.goto(address)
  await expect(price('$50.00')).toBeVisible()

  await colleague.getByLabel('Description').fill('Blown by mouth.')
  await colleague.getByRole('button', { name: 'Save', exact: true }).click()
  const difference = colleague.getByRole('alert').filter({ hasText: 'Somebody else has changed this' })
  await expect(difference).toContainText('The price is now')
  await expect(difference).toContainText('$50.00')
  await colleague.getByRole('button', { name: 'Save mine' }).click()
  await toast(colleague, `${word} of glass is saved.`)
  await colleague.close()

  await page.goto(`/admin/products?q=${word}`)
  await page.waitForLoadState('networkidle')
  await page.getByRole('checkbox', { name: `Select ${word} of glass` }).check()
  await page.getByRole('button', { name: 'Change…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Percent' }).fill('-10')
  await dialog.getByRole('button', { name: 'Show what changes' }).click()
  await expect(dialog.getByText('$45.00')).toHaveCount(4)
  await dialog.getByRole('button', { name: 'Change 1 product' }).click()
  await toast(page, '1 product changed.')
  // It stays as long as the pointer is on it.
  await page.getByText('1 product changed.').first().hover()
  await shopper.goto(address)
  await expect(price('$45.00')).toBeVisible()
  await expect(shopper.getByText('Blown by mouth.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await toast(page, 'Taken back.')
  await shopper.goto(address)
  await expect(price('$50.00')).toBeVisible()
  expect(faults).toEqual([])
  await elsewhere.close()
})
