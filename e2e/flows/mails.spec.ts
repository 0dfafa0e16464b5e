import type { Page } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { closeDatabase, database } from '@/db/client'
import { remindLeftCarts } from '@/lib/cart/remind-left-carts'
import { systemCtx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { followMail } from '../harness/mailbox'
import { expect, test, watch } from '../harness/page'
import { addAndCheckOut, cards, expectConfirmation, fillCard, fillContactAndAddress, payButton } from '../harness/shopper'

test.afterAll(closeDatabase)

/** Nobody presses anything: the mailbox is looked at again until the mail is there. */
async function expectMail(page: Page, to: string, subject: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/dev/mailbox?to=${encodeURIComponent(to)}`)
    await expect(page.getByRole('link', { name: subject }).first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 40_000 })
}

test('I buy something, and within seconds a mail confirms it; from its link I cancel, and that is confirmed too', async ({ page }) => {
  const email = `${newId()}@example.com`
  await page.goto('/p/plaza-canvas-sneakers')
  await addAndCheckOut(page)
  await fillContactAndAddress(page, { email })
  await fillCard(page, cards.approved)
  await payButton(page).click()
  const number = await expectConfirmation(page)
  await expectMail(page, email, `Your order ${number}`)
  await page.context().clearCookies()
  await followMail(page, email, `Your order ${number}`, 'See your order')
  await page.getByText('Cancel this order').click()
  await page.getByRole('button', { name: `Yes, cancel order ${number}` }).click()
  await expect(page.getByText('This order was cancelled.')).toBeVisible()
  await expectMail(page, email, `Your order ${number} was cancelled`)
})

test('I leave a full cart; the mail that reminds me puts it into my phone without JavaScript, and one click ends such mails', async ({
  page,
  browser,
}) => {
  const email = `${newId()}@example.com`
  await page.goto('/p/plaza-canvas-sneakers')
  await addAndCheckOut(page)
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('checkbox', { name: 'Tell me about new things' }).first().check()
  await page.getByLabel('E-mail').blur()
  const isKept = async () => (await database().execute(sql`select 1 from carts where lower(email) = ${email} and marketing_consent`)).length
  await page.getByRole('region', { name: 'Where should it go?' }).getByLabel('Full name').first().click()
  await expect.poll(isKept).toBe(1)
  // An hour and a half pass.
  await database().execute(sql`update carts set updated_at = now() - interval '90 minutes' where lower(email) = ${email}`)
  await remindLeftCarts(systemCtx('e2e'))

  const elsewhere = await browser.newContext({ baseURL: process.env.BASE_URL, javaScriptEnabled: false })
  const faults = await watch(elsewhere)
  const phone = await elsewhere.newPage()
  await expectMail(phone, email, 'Your cart is still here')
  await phone.getByRole('link', { name: 'Your cart is still here' }).first().click()
  const mail = phone.frameLocator('iframe')
  const [restore, unsubscribe] = await Promise.all(
    ['Back to my cart', 'Unsubscribe'].map((name) => mail.getByRole('link', { name }).getAttribute('href')),
  )
  await phone.goto(restore ?? '')
  await expect(phone.getByRole('heading', { name: 'The cart you left' })).toBeVisible()
  await phone.getByRole('button', { name: 'Put it into my cart' }).click()
  await expect(phone.getByRole('heading', { name: 'Your cart' })).toBeVisible()
  await expect(phone.getByText('Plaza Canvas Sneakers').first()).toBeVisible()

  await phone.goto(unsubscribe ?? '')
  await expect(phone.getByText('We remind you of things that you left in your cart.')).toBeVisible()
  await phone.getByRole('button', { name: 'Yes, stop these mails' }).click()
  await expect(phone.getByRole('status').filter({ hasText: 'Done.' })).toBeVisible()
  expect(await database().execute(sql`select scope from email_suppressions where email = ${email}`)).toMatchObject([{ scope: 'abandoned_cart' }])
  expect(faults).toEqual([])
  await elsewhere.close()
})
