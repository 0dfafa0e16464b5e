import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { emails } from '@/db/schema/emails'
import { subscriptions } from '@/db/schema/wishlist'
import { newId } from '@/lib/core/ids'
import { unsubscribePath } from '@/lib/subscriptions/link-tokens'
import { gate } from '../harness/gate'
import { expect, test, watch } from '../harness/page'
import { newcomer } from '../harness/signed-in'
import { closeDatabase } from '../harness/stock'

test.afterAll(closeDatabase)

test('a guest who saves something is told why to sign in, and what was to be saved is kept on the way to a new account and back', async ({
  page,
}) => {
  await page.goto('/p/posy-teapot')
  await page.getByRole('link', { name: 'Save for later' }).click()
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { name: 'Sign in to save it' })).toBeVisible()
  await main.getByRole('link', { name: 'Open an account' }).click()
  await expect(main.getByRole('heading', { name: 'Open an account' })).toBeVisible()
  await main.getByRole('link', { name: 'Sign in', exact: true }).click()
  await expect(main.getByRole('heading', { name: 'Sign in to save it' })).toBeVisible()
})

test('I press a heart while the page is still reading: an answer from before does not paint over it', async ({ page, context }) => {
  await newcomer(context)
  await page.goto('/p/posy-teapot')
  const save = page.getByRole('button', { name: 'Save for later' })
  await expect(save).toBeVisible()
  const [read, answer] = [gate(), gate()]
  await page.route(
    '**/api/v1/view?*',
    async (route) => {
      const response = await route.fetch()
      read.open()
      await answer.opened
      await route.fulfill({ response }).catch(() => undefined)
    },
    { times: 1 },
  )
  // As if another tab had changed the cart.
  await page.evaluate(() => new BroadcastChannel('hs-cart').postMessage('changed'))
  await read.opened
  await save.click()
  await page.waitForResponse((response) => response.url().endsWith('/api/v1/wishlist') && response.request().method() === 'POST')
  answer.open()
  // Long enough for the page to draw what it has read.
  await page.waitForTimeout(500)
  await expect(page.getByRole('button', { name: 'On your wishlist' })).toBeVisible()
})

test('I press hearts, share my wishlist with another browser, move something to my cart, and stop sharing', async ({ page, context, browser }) => {
  await newcomer(context)
  await page.goto('/c/sneakers-skates')
  const heart = page.getByRole('button', { name: 'Save Plaza Canvas Sneakers' })
  await expect(heart).toHaveAttribute('aria-pressed', 'false')
  await heart.click()
  await expect(heart).toHaveAttribute('aria-pressed', 'true')
  await page.goto('/p/posy-teapot')
  const saved = page.waitForResponse((response) => response.url().endsWith('/api/v1/wishlist'))
  await page.getByRole('button', { name: 'Save for later' }).click()
  await saved
  await expect(page.getByRole('button', { name: 'On your wishlist' })).toBeVisible()

  await page.goto('/account/wishlist')
  await expect(page.getByRole('link', { name: 'Plaza Canvas Sneakers', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Make an address' }).click()
  const address = await page.getByLabel('Address of your wishlist').inputValue()

  const elsewhere = await browser.newContext({ baseURL: process.env.BASE_URL, javaScriptEnabled: false })
  const faults = await watch(elsewhere)
  const friend = await elsewhere.newPage()
  await friend.goto(new URL(address).pathname)
  await expect(friend.getByRole('heading', { name: 'Ada’s wishlist', level: 1 })).toBeVisible()
  await expect(friend.getByRole('link', { name: 'Posy Teapot', exact: true })).toBeVisible()
  await expect(friend.getByText('@example.com')).toHaveCount(0)
  await friend.getByRole('button', { name: 'Add Posy Teapot to the cart' }).click()
  await expect(friend.getByRole('heading', { name: 'Your cart' })).toBeVisible()
  await expect(friend.getByRole('link', { name: 'Posy Teapot', exact: true }).last()).toBeVisible()

  await page.getByRole('button', { name: 'Take Plaza Canvas Sneakers off the wishlist' }).click()
  await page.getByRole('button', { name: /^Undo ?: put Plaza Canvas Sneakers back/ }).click()
  await expect(page.getByRole('link', { name: 'Plaza Canvas Sneakers', exact: true })).toBeVisible()
  await page.getByRole('button', { name: /cart ?: Posy Teapot/ }).click()
  await expect(page.getByRole('link', { name: 'Cart, 1 item' })).toBeVisible()
  await page.getByRole('button', { name: 'Stop sharing' }).click()
  await expect(page.getByRole('heading', { name: 'Share your list' })).toBeVisible()
  await friend.goto(new URL(address).pathname)
  await expect(friend.getByText('Posy Teapot')).toHaveCount(0)
  expect(faults).toEqual([])
  await elsewhere.close()
})

test('I am a guest: I ask to be told when something is back, confirm it in my mail, and end it with one click', async ({
  page,
  request,
  baseURL,
}) => {
  const email = `guest-${Date.now()}@example.com`
  await page.goto('/p/pampa-mate-gourd')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Notify me' }).click()
  await expect(page.getByText('Please look into your mailbox')).toBeVisible()

  const [mail] = await database().select({ props: emails.props }).from(emails).where(eq(emails.to, email))
  const waiting = database().select().from(subscriptions).where(eq(subscriptions.email, email))
  await page.goto(String(mail?.props.confirm_path))
  await expect(page.getByText('Pampa Mate Gourd')).toBeVisible()
  expect(await waiting).toMatchObject([{ confirmedAt: null }])
  await page.getByRole('button', { name: 'Yes, write to me' }).click()
  await expect(page.getByText('We will write to you once, when it is back.')).toBeVisible()
  const [subscription] = await waiting
  expect(subscription?.confirmedAt).toBeInstanceOf(Date)

  // The link at the end of a mail, as a person opens it, and as a mail program sends it.
  const path = unsubscribePath(subscription?.id ?? newId())
  await page.goto(path)
  await page.getByRole('button', { name: 'Yes, write no more about it' }).click()
  await expect(page.getByText('Done. Mails about your orders and your account still reach you.')).toBeVisible()
  expect(await waiting).toEqual([])
  const oneClick = await request.post(path, { form: { 'List-Unsubscribe': 'One-Click' }, headers: { origin: 'https://mail.example' } })
  expect([oneClick.status(), new URL(oneClick.url()).origin]).toEqual([200, baseURL])
  await page.goto(path)
  await expect(page.getByText('This one had ended already')).toBeVisible()
})
