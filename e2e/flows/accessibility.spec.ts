import type { BrowserContext } from '@playwright/test'
import { call, fillCart, place } from '../harness/api'
import { inspect } from '../harness/axe'
import { expect, test } from '../harness/page'
import { closeDatabase, requireProduct } from '../harness/stock'

test.afterAll(closeDatabase)

const shopUrl = () => process.env.BASE_URL ?? ''

/** An order in each state that a page shows differently, and a cart for the cookie. */
async function prepare() {
  const { variants } = await requireProduct('plaza-canvas-sneakers')
  const variantId = variants.at(0)?.id ?? ''
  const [mine, unpaid, cancelled] = [
    await fillCart(shopUrl(), [{ variantId, quantity: 2 }]),
    await fillCart(shopUrl(), [{ variantId }]),
    await fillCart(shopUrl(), [{ variantId }]),
  ]
  const open = (await place(shopUrl(), unpaid.token, unpaid.cart)).json
  const gone = (await place(shopUrl(), cancelled.token, cancelled.cart)).json
  await call(shopUrl(), `/orders/${gone.number}/cancellation`, { method: 'POST', body: { token: gone.access_token } })
  const link = (order: typeof open, page = '') => `/orders/${order.number}${page}?t=${order.access_token}`
  return {
    token: mine.token,
    pages: [
      '/',
      '/c/fashion',
      '/c/sneakers-skates',
      '/c/sneakers-skates/browse?sort=price',
      '/p/tempo-running-shoes',
      '/p/plaza-canvas-sneakers',
      '/p/plaza-canvas-sneakers/reviews',
      '/search?q=lamp',
      '/search?q=zzzzqqqq',
      `/search?q=${'z'.repeat(201)}`,
      '/pages/about',
      '/nothing/here',
      '/p/pampa-mate-gourd',
      '/subscriptions/requested?kind=price_drop&status=confirmed',
      '/subscriptions/confirm?t=none',
      '/unsubscribe?t=none',
      '/sign-in',
      '/register',
      '/forgot-password',
      '/reset-password?token=none',
      '/reset-password?token=none.none.none.none.none',
      '/check-your-mail?for=account',
      '/cart',
      '/cart/restore?t=none',
      '/checkout',
      link(open),
      link(open, '/pay'),
      link(gone),
      `/orders/${open.number}`,
    ],
  }
}

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const HALVES = 2

for (let half = 0; half < HALVES; half++) {
  test(`every page is free of accessibility faults and does not scroll sideways: part ${half + 1} of ${HALVES}`, async ({
    page,
    context,
    faults,
  }) => {
    test.setTimeout(240_000)
    const { token, pages } = await prepare()
    await holdCart(context, token)
    for (const address of pages.filter((_, place) => place % HALVES === half)) {
      await page.goto(address)
      await inspect(page, address, faults)
    }
  })
}

test("the cart's drawer is free of accessibility faults", async ({ page, context, faults }) => {
  const { token } = await prepare()
  await holdCart(context, token)
  await page.goto('/p/plaza-canvas-sneakers')
  await page.getByRole('link', { name: /^Cart/ }).click()
  await expect(page.getByRole('dialog', { name: /Your cart/ })).toBeVisible()
  await inspect(page, "the cart's drawer", faults)
})

const holdCart = (context: BrowserContext, token: string) =>
  context.addCookies([
    { name: 'hs_cart', value: token, url: shopUrl(), httpOnly: true },
    { name: 'hs', value: 'c', url: shopUrl() },
  ])
