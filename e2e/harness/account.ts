import { expect, type Page } from '@playwright/test'
import { systemCtx } from '@/lib/core/context'
import { deliverOrder, shipOrder } from '@/lib/orders/fulfil-order'
import { confirmAddress } from './mailbox'

export const PASSWORD = 'seven green lanterns'

export const newEmail = () => `ada.${crypto.randomUUID().slice(0, 8)}@example.com`

/** From the form to one's own overview, by way of the mail. @returns the address. */
export async function openAccount(page: Page): Promise<string> {
  const email = newEmail()
  await page.goto('/register')
  await page.getByLabel('Name').fill('Ada Lovelace')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: 'Open an account' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  await confirmAddress(page, email, PASSWORD)
  await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible()
  return email
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
}

const staff = systemCtx('e2e')

/** What staff will do in the dashboard, done by a process beside the shop. */
export const handToCourier = (number: string) => shipOrder(staff, { number })
export const arriveAtTheDoor = (number: string) => deliverOrder(staff, { number })
