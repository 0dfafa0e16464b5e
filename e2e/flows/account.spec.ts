import type { Page } from '@playwright/test'
import { confirmAddress, followMail } from '../harness/mailbox'
import { expect, test, watch } from '../harness/page'
import { addToCart } from '../harness/shopper'

const PASSWORD = 'seven green lanterns'

const newEmail = () => `ada.${crypto.randomUUID().slice(0, 8)}@example.com`
const password = (page: Page) => page.getByLabel('Password', { exact: true })
const send = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click()

async function register(page: Page, email: string): Promise<void> {
  await page.goto('/register')
  await page.getByLabel('Name').fill('Ada Lovelace')
  await page.getByLabel('E-mail').fill(email)
  await password(page).fill(PASSWORD)
  await send(page, 'Open an account')
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
}

async function signIn(page: Page, email: string, typed = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await password(page).fill(typed)
  await send(page, 'Sign in')
}

test('I register, confirm my address from the mail, sign out and in again, and my cart joins my account', async ({ page, browser }) => {
  const email = newEmail()
  await page.goto('/p/plaza-canvas-sneakers')
  await addToCart(page)
  await register(page, email)
  await confirmAddress(page, email, PASSWORD)
  await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible()

  // The cart came along, and follows to another device.
  await page.goto('/cart')
  await expect(page.getByRole('link', { name: 'Plaza Canvas Sneakers' }).first()).toBeVisible()
  const phone = await browser.newContext({ baseURL: process.env.BASE_URL })
  const faults = await watch(phone)
  const other = await phone.newPage()
  await other.goto('/account/profile')
  await expect(other).toHaveURL(/\/sign-in\?next=%2Faccount%2Fprofile/)
  await signIn(other, email)
  await expect(other.getByRole('heading', { name: 'Profile' })).toBeVisible()
  await other.goto('/cart')
  await expect(other.getByRole('link', { name: 'Plaza Canvas Sneakers' }).first()).toBeVisible()

  // Signed out from here, the phone is a stranger again.
  await page.goto('/account/security')
  await page.getByRole('button', { name: 'Sign out all other devices' }).click()
  await expect(page.getByText('All other devices are signed out.')).toBeVisible()
  await other.goto('/account')
  await expect(other).toHaveURL(/\/sign-in/)
  expect(faults).toEqual([])
  await phone.close()

  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/$/)
  await page.goto('/account')
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
})

test('After five wrong passwords the right one waits too, and what I typed stays', async ({ page }) => {
  const email = newEmail()
  await page.goto('/sign-in')
  for (let attempt = 1; attempt <= 5; attempt++) {
    await signIn(page, email, `wrong password ${attempt}`)
    await expect(page.getByText('This address and this password do not belong together.')).toBeVisible()
    await expect(password(page)).toHaveValue('')
  }
  await signIn(page, email, 'wrong password 6')
  await expect(page.getByText('Too many wrong passwords. Please try again in 15 minutes')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
})

test('I forgot my password, choose a new one from the mail, and only the new one opens my account', async ({ page }) => {
  const email = newEmail()
  await register(page, email)
  await confirmAddress(page, email, PASSWORD)
  await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible()
  await page.context().clearCookies()

  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgotten your password?' }).click()
  await page.getByLabel('E-mail').fill(email)
  await send(page, 'Send me a link')
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  await followMail(page, email, 'Choose a new password', 'Choose a new password')
  await page.getByLabel('New password').fill('password123')
  await send(page, 'Save the new password')
  await expect(page.getByText('is on every list of common passwords').first()).toBeVisible()
  await page.getByLabel('New password').fill('eight green lanterns')
  await send(page, 'Save the new password')
  await expect(page.getByText('Your password is changed, and every device is signed out.')).toBeVisible()
  await signIn(page, email)
  await expect(page.getByText('do not belong together')).toBeVisible()
  await signIn(page, email, 'eight green lanterns')
  await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible()
})

test('I change my address, and it holds once I open the link in the new mailbox', async ({ page }) => {
  const [email, next] = [newEmail(), newEmail()]
  await register(page, email)
  await confirmAddress(page, email, PASSWORD)
  await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible()
  await page.goto('/account/security')
  await page.getByLabel('New e-mail').fill(next)
  await page.getByLabel('Your password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText(`We have sent a link to ${next}.`)).toBeVisible()
  await followMail(page, next, 'Confirm your new e-mail address', 'Use this address')
  await page.getByRole('button', { name: 'Use this address' }).click()
  await expect(page.getByText('Your new address is confirmed.')).toBeVisible()
  await expect(page.getByText(`You sign in with ${next}.`)).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('I open an account, confirm it with the button, change my name and sign out', async ({ page }) => {
    const email = newEmail()
    await register(page, email)
    await confirmAddress(page, email, PASSWORD)
    await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible()
    await page.goto('/account/profile')
    await page.getByLabel('Name').fill('Ada King')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved.')).toBeVisible()
    await expect(page.getByLabel('Name')).toHaveValue('Ada King')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.goto('/account')
    await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
  })
})
