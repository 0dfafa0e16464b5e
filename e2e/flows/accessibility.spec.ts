import AxeBuilder from '@axe-core/playwright'
import { call, fillCart, place } from '../harness/api'
import { expect, test, watch } from '../harness/page'
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

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`every page is free of accessibility faults in ${colorScheme} at ${width} px, and does not scroll sideways`, async ({ browser }) => {
      test.setTimeout(180_000)
      const { token, pages } = await prepare()
      const context = await browser.newContext({ baseURL: shopUrl(), colorScheme, reducedMotion: 'reduce', viewport: { width, height: 900 } })
      const faults = await watch(context)
      await context.addCookies([
        { name: 'hs_cart', value: token, url: shopUrl(), httpOnly: true },
        { name: 'hs', value: 'c', url: shopUrl() },
      ])
      const page = await context.newPage()
      for (const address of pages) {
        await page.goto(address)
        await page.waitForLoadState('networkidle')
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        for (const { id, nodes } of violations)
          faults.push(
            `${address}: ${id}: ${nodes
              .map(({ target }) => target.join(' '))
              .slice(0, 3)
              .join(' | ')}`,
          )
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        if (overflow > 0) faults.push(`${address}: ${overflow} px wider than the screen`)
      }
      await page.goto('/p/plaza-canvas-sneakers')
      await page.getByRole('link', { name: /^Cart/ }).click()
      await expect(page.getByRole('dialog', { name: /Your cart/ })).toBeVisible()
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).analyze()
      for (const { id, nodes } of violations)
        faults.push(
          `the cart's drawer: ${id}: ${nodes
            .map(({ target }) => target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
        )
      await context.close()
      expect(faults).toEqual([])
    })
  }
}
