import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { handToCourier, newEmail, openAccount, PASSWORD, signIn } from '../harness/account'
import { confirmAddress } from '../harness/mailbox'
import { expect, test, watch } from '../harness/page'
import { addAndCheckOut, addToCart, cards, expectConfirmation, fillCard, fillContactAndAddress, payButton } from '../harness/shopper'
import { buyerOf } from '../harness/signed-in'
import { closeDatabase } from '../harness/stock'

test.afterAll(closeDatabase)

test('I buy as a guest, open an account in one field, confirm it from my mail and find the order there', async ({ page }) => {
  const email = newEmail()
  await page.goto('/p/plaza-canvas-sneakers')
  await addAndCheckOut(page)
  await fillContactAndAddress(page, { email })
  await fillCard(page, cards.approved)
  await payButton(page).click()
  const number = await expectConfirmation(page)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Open an account' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  await confirmAddress(page, email, PASSWORD)
  await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible()
  await page.getByRole('link', { name: `Order ${number}` }).click()
  await expect(page.getByRole('heading', { name: `Order ${number}`, level: 1 })).toBeVisible()
  await expect(page.getByText('Plaza Canvas Sneakers').filter({ visible: true })).toBeVisible()
})

test('I sign in on a second device: the form says that my carts are joined, and nothing is lost', async ({ page, browser }) => {
  const email = await openAccount(page)
  await page.goto('/p/plaza-canvas-sneakers')
  await addToCart(page)

  const context = await browser.newContext({ baseURL: process.env.BASE_URL })
  const faults = await watch(context)
  const phone = await context.newPage()
  await phone.goto('/p/ember-filament-bulb')
  await addToCart(phone)
  await phone.goto('/sign-in?next=/cart')
  await expect(phone.getByText("The item in your cart joins what your account's cart already holds. Nothing is lost.")).toBeVisible()
  await signIn(phone, email)
  await expect(phone.getByRole('heading', { name: 'Your cart', level: 1 })).toBeVisible()
  for (const name of ['Plaza Canvas Sneakers', 'Ember Filament Bulb']) await expect(phone.getByRole('link', { name }).first()).toBeVisible()
  await page.goto('/cart')
  await expect(page.getByRole('link', { name: 'Ember Filament Bulb' }).first()).toBeVisible()
  expect(faults).toEqual([])
  await context.close()
})

test('when my order leaves, the bell rings on every page until I have read it', async ({ page, context }) => {
  const { number } = await buyerOf(context, 'ember-filament-bulb')
  await page.goto('/account/orders')
  await expect(page.getByRole('link', { name: 'Notifications', exact: true }).first()).toBeVisible()
  await handToCourier(number)
  await page.goto('/')
  await page.getByRole('link', { name: 'Notifications, 1 unread' }).click()
  await expect(page.getByRole('heading', { name: 'Notifications', exact: true })).toBeVisible()
  // The bell counts as soon as the page has taken over; before that a press is a plain link.
  await expect(page.getByRole('link', { name: 'Notifications, 1 unread' })).toBeVisible()
  await Promise.all([
    page.waitForResponse((response) => /\/api\/v1\/notifications\/[^/]+\/read$/.test(response.url())),
    page.getByRole('link', { name: `Order ${number} is on its way` }).click(),
  ])
  await expect(page.getByRole('heading', { name: `Order ${number}` })).toBeVisible()
  await page.goto('/account/notifications')
  await expect(page.getByText('not read yet')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0)

  // Choices are kept; what concerns safety cannot be switched off.
  await page.getByRole('group', { name: 'Lower prices' }).getByRole('checkbox', { name: 'By e-mail' }).uncheck()
  await expect(page.getByRole('group', { name: 'safety' }).getByRole('checkbox', { name: 'By e-mail' })).toBeDisabled()
  await page.getByRole('button', { name: 'Save choices' }).click()
  await expect(page.getByText('Your choices are saved.')).toBeVisible()
  for (const isAgain of [false, true]) {
    if (isAgain) await page.reload()
    await expect(page.getByRole('group', { name: 'Lower prices' }).getByRole('checkbox', { name: 'By e-mail' })).not.toBeChecked()
    await expect(page.getByRole('group', { name: 'Lower prices' }).getByRole('checkbox', { name: 'Here' })).toBeChecked()
  }
})

test('the menu in the header leads everywhere, also by keyboard on a phone, and signs me out', async ({ page, context }) => {
  await buyerOf(context, 'ember-filament-bulb')
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/p/plaza-canvas-sneakers')
  const entry = page.getByRole('button', { name: 'Your account, Ada' })
  await entry.focus()
  await page.keyboard.press('Enter')
  const menu = page.getByRole('navigation', { name: 'Account menu' })
  await expect(menu.getByRole('link', { name: 'Orders' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await entry.click()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/$/)
  await expect(page.getByRole('link', { name: 'Sign in or open your account' })).toBeVisible()
  await page.goto('/account')
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
})

test('I take my data with me, then erase my account, and nothing opens any more', async ({ page }) => {
  const email = await openAccount(page)
  await page.goto('/account/privacy')
  await page.getByRole('button', { name: 'Make my file' }).click()
  await expect(page.getByText(/Your file is (being made|ready)/)).toBeVisible()
  await expect(page.getByText('Your file is ready.')).toBeVisible({ timeout: 30_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download my data' }).click()])
  const files = unzipSync(await readFile(await download.path()))
  expect(new TextDecoder().decode(files['profile.json'])).toContain(email)

  await page.getByText('Erase my account …').click()
  await page.getByLabel('Your password').fill('not my password')
  await page.getByLabel('Type ERASE to confirm').fill('ERASE')
  await page.getByRole('button', { name: 'Erase my account for good' }).click()
  await expect(page.getByText('This is not your password.').first()).toBeVisible()
  await expect(page.getByLabel('Type ERASE to confirm')).toHaveValue('ERASE')
  await page.getByLabel('Your password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Erase my account for good' }).click()
  await expect(page.getByText('Your account is erased.')).toBeVisible()
  await signIn(page, email)
  await expect(page.getByText('do not belong together')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('I choose what I am told, and erase my account', async ({ page }) => {
    const email = newEmail()
    await page.goto('/register')
    await page.getByLabel('Name').fill('Ada Lovelace')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('main').getByRole('button', { name: 'Open an account' }).click()
    await confirmAddress(page, email, PASSWORD)
    await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible()
    await page.goto('/account/notifications')
    await page.getByRole('group', { name: 'Lower prices' }).getByRole('checkbox', { name: 'Here' }).uncheck()
    await page.getByRole('button', { name: 'Save choices' }).click()
    await expect(page.getByText('Your choices are saved.')).toBeVisible()
    await expect(page.getByRole('group', { name: 'Lower prices' }).getByRole('checkbox', { name: 'Here' })).not.toBeChecked()

    await page.goto('/account/privacy')
    await page.getByRole('button', { name: 'Make my file' }).click()
    // The job makes it meanwhile; opening the page again shows how far it is.
    await expect(async () => {
      await page.goto('/account/privacy')
      await expect(page.getByRole('link', { name: 'Download my data' })).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 40_000 })
    await page.getByText('Erase my account …').click()
    await page.getByLabel('Your password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Erase my account for good' }).click()
    await expect(page.getByText('Type ERASE to confirm.').first()).toBeVisible()
    await page.getByLabel('Your password').fill(PASSWORD)
    await page.getByLabel('Type ERASE to confirm').fill('erase')
    await page.getByRole('button', { name: 'Erase my account for good' }).click()
    await expect(page.getByText('Your account is erased.')).toBeVisible()
    await signIn(page, email)
    await expect(page.getByText('do not belong together').first()).toBeVisible()
    await expect(page.getByLabel('E-mail')).toHaveValue(email)
  })
})
