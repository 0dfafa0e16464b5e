import { gate } from '../harness/gate'
import { expect, test, watch } from '../harness/page'
import { addAndCheckOut, addToCart, cards, chooseOption, expectConfirmation, fillCard, fillContactAndAddress, payButton } from '../harness/shopper'

test('I search with a typo, pick my size, pay, follow my order on another device and cancel it', async ({ page, browser }) => {
  await page.goto('/')
  await page.getByRole('combobox', { name: 'Search the shop' }).fill('runing shos')
  await page.getByRole('combobox', { name: 'Search the shop' }).press('Enter')
  await expect(page.getByRole('heading', { name: /Results for “runing shos”/ })).toBeVisible()
  await page.getByRole('link', { name: 'Tempo Running Shoes' }).first().click()

  await expect(page.getByRole('heading', { name: 'Tempo Running Shoes', level: 1 })).toBeVisible()
  await chooseOption(page, 'Colour', 'Coral')
  await chooseOption(page, 'Size', 'EU 42')
  await expect(page).toHaveURL(/Colour=Coral/)
  await addAndCheckOut(page)

  const order = page
    .getByRole('complementary')
    .or(page.getByRole('region', { name: 'Your order' }))
    .first()
  await expect(order.getByText('Tempo Running Shoes')).toBeAttached()
  await fillContactAndAddress(page)
  await fillCard(page, cards.approved)
  await payButton(page).click()
  const number = await expectConfirmation(page)
  await expect(page.getByText('Tempo Running Shoes')).toBeVisible()
  await expect(page.getByText(/Coral, EU 42/)).toBeVisible()

  // The link alone opens the order; its number does not.
  const elsewhere = await browser.newContext({ baseURL: process.env.BASE_URL })
  const faults = await watch(elsewhere)
  const phone = await elsewhere.newPage()
  await phone.goto(`/orders/${number}`)
  await expect(phone.getByText('Ada Lovelace')).toBeHidden()
  await phone.goto(page.url())
  await expect(phone.getByText('Ada Lovelace').first()).toBeVisible()
  await phone.getByText('Cancel this order').click()
  await phone.getByRole('button', { name: `Yes, cancel order ${number}` }).click()
  await expect(phone.getByText('This order was cancelled.')).toBeVisible()
  expect(faults).toEqual([])
  await elsewhere.close()

  await page.reload()
  await expect(page.getByText('This order was cancelled.')).toBeVisible()
})

test('I come from a category, and my cart says what everything costs before I type anything', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Shop', exact: true }).click()
  await page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'Shoes', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Shoes', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Plaza Canvas Sneakers', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Plaza Canvas Sneakers', level: 1 })).toBeVisible()
  const drawer = await addToCart(page)
  await drawer.getByRole('link', { name: 'See the whole cart' }).click()
  const summary = page.getByRole('region', { name: 'Summary' })
  for (const line of [/Subtotal/, /tax/i, /Shipping|delivery/i, /Total/]) await expect(summary.getByText(line).first()).toBeVisible()
})

test('my card is declined, nothing is charged, and with another card I get the same order', async ({ page }) => {
  await page.goto('/p/plaza-canvas-sneakers')
  await addAndCheckOut(page)
  await fillContactAndAddress(page)
  await fillCard(page, cards.declined)
  await payButton(page).click()
  await expect(page.getByText(/Nothing was charged/).first()).toBeVisible({ timeout: 30_000 })
  await expect(page).toHaveURL(/\/orders\/[^/]+\/pay/)
  const number = /\/orders\/([^/?]+)/.exec(page.url())?.[1]
  await fillCard(page, cards.approved)
  await payButton(page).click()
  expect(await expectConfirmation(page)).toBe(number)
})

test('my bank wants a confirmation: I give it there and come back to my order', async ({ page }) => {
  await page.goto('/p/plaza-canvas-sneakers')
  await addAndCheckOut(page)
  await fillContactAndAddress(page)
  await fillCard(page, cards.challenge)
  await payButton(page).click()
  await expect(page.getByRole('heading', { name: 'Confirm your payment' })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: /^Approve/ }).click()
  await expectConfirmation(page)
})

test('I refuse at my bank, and pay with another card instead', async ({ page }) => {
  await page.goto('/p/plaza-canvas-sneakers')
  await addAndCheckOut(page)
  await fillContactAndAddress(page)
  await fillCard(page, cards.challenge)
  await payButton(page).click()
  await page.getByRole('button', { name: 'Refuse' }).click({ timeout: 30_000 })
  await expect(page.getByText(/Nothing was charged/).first()).toBeVisible()
  await fillCard(page, cards.approved)
  await payButton(page).click()
  await expectConfirmation(page)
})

test('I type my card while the page is still getting ready, and none of it is lost', async ({ page }) => {
  await page.goto('/p/plaza-canvas-sneakers')
  await addAndCheckOut(page)
  // The number is there before the scripts are. The next field is written after they took it over and before they draw that: their
  // effects, which listen to the window among other things, have just run.
  await page.addInitScript(() => {
    const write = (field: string, text: string) => {
      const input = document.getElementById(`card-${field}`)
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
      input?.dispatchEvent(new Event('input', { bubbles: true }))
    }
    new MutationObserver((_, parsing) => {
      if (!document.getElementById('card-expiry')) return
      parsing.disconnect()
      write('number', '4242 4242 4242 4242')
    }).observe(document, { childList: true, subtree: true })
    const turn = new MessageChannel()
    turn.port1.onmessage = () => {
      // React leaves a mark on what it has taken over.
      if (Object.keys(document.getElementById('card-expiry') ?? {}).length > 0) write('expiry', '12/39')
    }
    const listen = window.addEventListener
    window.addEventListener = (...args: Parameters<typeof listen>) => {
      if (args[0] === 'pageshow') turn.port2.postMessage(null)
      listen.apply(window, args)
    }
  })
  await page.reload()
  await expect(page.getByLabel('Expiry (MM/YY)')).toHaveValue('12/39')
  await expect(page.getByLabel('Card number')).toHaveValue('4242 4242 4242 4242')
})

test('what I type and choose before the page is ready counts, in the search and for how many', async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver((_, parsing) => {
      const fields = { q: 'desk lamp', quantity: '3' }
      const inputs = Object.keys(fields).map((name) => document.querySelector<HTMLInputElement>(`main [name=${name}], header [name=${name}]`))
      if (inputs.includes(null)) return
      parsing.disconnect()
      for (const input of inputs) if (input) input.value = fields[input.name as keyof typeof fields]
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto('/p/plaza-canvas-sneakers')
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'One more', exact: true }).click()
  await expect(page.getByLabel('Quantity')).toHaveValue('4')
  const search = page.getByRole('combobox', { name: 'Search the shop' })
  await search.focus()
  await expect(search).toHaveValue('desk lamp')
  await search.press('Enter')
  await expect(page.getByRole('heading', { name: /Results for “desk lamp”/ })).toBeVisible()
})

test('my payment is approved only after a while, and the page tells me when it is there', async ({ page }) => {
  await page.goto('/p/plaza-canvas-sneakers')
  await addAndCheckOut(page)
  await fillContactAndAddress(page)
  await fillCard(page, cards.late)
  await payButton(page).click()
  await expectConfirmation(page)
})

test('I press pay twice, and there is one order', async ({ page }) => {
  await page.goto('/p/plaza-canvas-sneakers')
  await addAndCheckOut(page)
  await fillContactAndAddress(page)
  await fillCard(page, cards.approved)
  let placed = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/checkout')) placed++
  })
  await payButton(page).dblclick()
  await expectConfirmation(page)
  expect(placed).toBe(1)
})

test('while I pay, what I pay for stays in sight', async ({ page }) => {
  await page.goto('/p/plaza-canvas-sneakers')
  await addAndCheckOut(page)
  await fillContactAndAddress(page)
  await fillCard(page, cards.approved)
  const answer = gate()
  await page.route('**/api/v1/orders/*/payments', async (route) => {
    await answer.opened
    await route.continue()
  })
  const emptied = page.waitForResponse((response) => response.request().method() === 'GET' && response.url().endsWith('/api/v1/cart'))
  await payButton(page).click()
  expect(await (await emptied).json()).toMatchObject({ count: 0 })
  // Long enough for the page to draw what it has read.
  await page.waitForTimeout(500)
  await expect(page.getByRole('complementary').getByText('Plaza Canvas Sneakers')).toBeVisible()
  await expect(page.getByRole('radio', { name: /Standard delivery/ })).toBeChecked()
  answer.open()
  await expectConfirmation(page)
})

test('what I typed wrongly is said at its field, and nothing that I typed is lost', async ({ page }) => {
  await page.goto('/p/plaza-canvas-sneakers')
  await addAndCheckOut(page)
  await fillContactAndAddress(page, { email: 'ada at example' })
  await page.getByLabel('ZIP code').first().fill('abc')
  await payButton(page).click()
  await expect(page.getByRole('alert').first()).toBeFocused()
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Full name').first()).toHaveValue('Ada Lovelace')
  await page.getByLabel('E-mail').fill('ada@example.com')
  await expect(page.getByLabel('E-mail')).not.toHaveAttribute('aria-invalid', 'true')
})
