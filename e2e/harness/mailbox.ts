import { expect, type Page } from '@playwright/test'

/** Opens the newest mail with this subject in the local shop's mailbox, and follows the link in it, as its reader would. */
export async function followMail(page: Page, to: string, subject: string, link: string): Promise<void> {
  await page.goto(`/dev/mailbox?to=${encodeURIComponent(to)}`)
  await page.getByRole('link', { name: subject }).first().click()
  const mail = page.frameLocator('iframe')
  await expect(mail.getByRole('link', { name: link })).toBeVisible()
  await mail.getByRole('link', { name: link }).click()
}

/** The link of a new account, with the password it was opened with. */
export async function confirmAddress(page: Page, email: string, password: string): Promise<void> {
  await followMail(page, email, 'Confirm your e-mail address', 'Confirm my address')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Confirm my e-mail' }).click()
}
