import { gate } from '../harness/gate'
import { expect, test, watch } from '../harness/page'
import { addAndCheckOut, addToCart, cards, expectConfirmation, fillCard, fillContactAndAddress, payButton } from '../harness/shopper'
import { closeDatabase, leaveInStock, requireProduct, setPrice } from '../harness/stock'

test.afterAll(closeDatabase)

test('two of us want the last one: one gets it, the other hears it before paying anything', async ({ page, browser }) => {
  const slug = 'carmine-heeled-boots'
  const { variants } = await requireProduct(slug)
  const [first, ...others] = variants
  if (!first) throw new Error('The product has no variant')
  for (const { id } of others) await leaveInStock(id, 0)
  await leaveInStock(first.id, 1)

  const elsewhere = await browser.newContext({ baseURL: process.env.BASE_URL })
  const faults = await watch(elsewhere)
  const other = await elsewhere.newPage()
  for (const shopper of [page, other]) {
    await shopper.goto(`/p/${slug}`)
    await expect(shopper.getByText(/Only 1 left/i).first()).toBeVisible()
    await addAndCheckOut(shopper)
    await fillContactAndAddress(shopper)
    await fillCard(shopper, cards.approved)
  }
  await Promise.all([payButton(page).click(), payButton(other).click()])

  const thanked = (shopper: typeof page) => shopper.getByRole('heading', { name: /^Thank you/, level: 1 })
  const refused = (shopper: typeof page) =>
    shopper
      .getByRole('alert')
      .filter({ hasText: /sold out|no longer|left|stock/i })
      .first()
  for (const shopper of [page, other]) await expect(thanked(shopper).or(refused(shopper)).first()).toBeVisible({ timeout: 30_000 })
  const winners = await Promise.all([page, other].map((shopper) => thanked(shopper).isVisible()))
  expect(winners.filter(Boolean)).toHaveLength(1)
  const loser = winners[0] ? other : page
  await expect(loser).toHaveURL(/\/checkout/)
  await expect(loser.getByLabel('Full name').first()).toHaveValue('Ada Lovelace')

  // The product's page says so to everybody, at once.
  await loser.goto(`/p/${slug}`)
  await expect(loser.getByRole('button', { name: 'Sold out' })).toBeDisabled()
  expect(faults).toEqual([])
  await elsewhere.close()
})

test('a price is lowered while I look: the next hard reload has it, and my cart tells me', async ({ page }) => {
  const slug = 'aldous-derby-shoes'
  const { priceMinor } = await requireProduct(slug)
  const [before, after] = [`$${(priceMinor / 100).toFixed(2)}`, `$${((priceMinor - 500) / 100).toFixed(2)}`]
  await page.goto(`/p/${slug}`)
  await expect(page.getByText(before).first()).toBeVisible()
  await addToCart(page)

  await setPrice(slug, priceMinor - 500)
  await page.waitForTimeout(250)
  await page.goto(`/p/${slug}`)
  await expect(page.getByText(after).first()).toBeVisible()
  await page.goto('/cart')
  await expect(page.getByText(new RegExp(`${after.replace('$', '\\$')}`)).first()).toBeVisible()
  await setPrice(slug, priceMinor)
})

test('I come back by a click, to a product and to its department: it costs what it costs now', async ({ page }) => {
  const slug = 'nook-daybed'
  const { priceMinor } = await requireProduct(slug)
  const price = (minor: number) =>
    page
      .getByRole('main')
      .getByText(`$${(minor / 100).toFixed(2)}`)
      .first()
  const open = async () => {
    await page.getByRole('main').getByRole('link', { name: 'Nook Daybed' }).first().click()
    await expect(page).toHaveURL(/\/p\/nook-daybed/)
  }
  const back = async () => {
    await page.goBack()
    await expect(page).toHaveURL(/\/c\/bedroom-furniture/)
  }
  await page.goto('/c/bedroom-furniture')
  await open()
  await expect(page.getByRole('heading', { name: 'Nook Daybed', level: 1 })).toBeVisible()
  await expect(price(priceMinor)).toBeVisible()
  await back()
  await setPrice(slug, priceMinor + 1100)
  await open()
  await expect(price(priceMinor + 1100)).toBeVisible()
  await back()
  await open()
  await setPrice(slug, priceMinor + 1200)
  await back()
  await expect(price(priceMinor + 1200)).toBeVisible()
  await setPrice(slug, priceMinor)
})

test('I take something out of my cart by mistake and put it back', async ({ page }) => {
  await page.goto('/p/plaza-canvas-sneakers')
  const drawer = await addToCart(page)
  await drawer.getByRole('button', { name: /^One more of/ }).click()
  await expect(drawer.getByLabel(/^Quantity of/)).toHaveValue('2')
  const answer = gate()
  await page.route('**/api/v1/cart/items/*', async (route) => {
    await answer.opened
    await route.continue()
  })
  await drawer.getByRole('button', { name: /^Remove/ }).click()
  await expect(drawer.getByText(/is out of your cart/)).toBeVisible()
  // Another tab's change, before the shop has taken this one: the line does not come back for a moment.
  await page.evaluate(() => new BroadcastChannel('hs-cart').postMessage('changed'))
  await page.waitForTimeout(500)
  await expect(drawer.getByText(/is out of your cart/)).toBeVisible()
  answer.open()
  await expect(drawer.getByRole('button', { name: 'Undo' })).toBeFocused()
  await drawer.getByRole('button', { name: 'Undo' }).click()
  await expect(drawer.getByLabel(/^Quantity of/)).toHaveValue('2')
  await page.reload()
  await expect(page.getByRole('link', { name: 'Cart, 2 items' })).toBeVisible()
})

test('I use two tabs: what I add in one is in the other', async ({ page, context }) => {
  await page.goto('/p/plaza-canvas-sneakers')
  const second = await context.newPage()
  await second.goto('/p/tempo-running-shoes')
  await addToCart(second)
  await page.bringToFront()
  await expect(page.getByRole('link', { name: 'Cart, 1 item' })).toBeVisible()
})

test('what I buy is paid and gone from my cart', async ({ page }) => {
  await page.goto('/p/plaza-canvas-sneakers')
  await addAndCheckOut(page)
  await fillContactAndAddress(page)
  await fillCard(page, cards.approved)
  await payButton(page).click()
  await expectConfirmation(page)
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Cart, empty' })).toBeVisible()
})
