import { expect, type Page } from '@playwright/test'

/** Opens the newest mail with this subject in the local shop's mailbox, and follows the link in it, as its reader would. */
export async function followMail(page: Page, to: string, subject: string, link: string): Promise<void> {
  await page.goto(`/dev/mailbox?to=${encodeURIComponent(to)}`)
  await page.getByRole('link', { name: subject }).first().click()
  const mail = page.frameLocator('iframe')
  await expect(mail.getByRole('link', { name: link })).toBeVisible()
  await mail.getByRole('link', { name: link }).click()
}
