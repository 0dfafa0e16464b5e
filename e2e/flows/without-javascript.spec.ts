import { expect, test } from '../harness/page'

test.use({ javaScriptEnabled: false })

test('without JavaScript I search, choose a size, change the cart, check out, pay and cancel', async ({ page }) => {
  await page.goto('/')
  // What is in it, nobody knows here.
  await expect(page.getByRole('link', { name: 'Cart', exact: true })).toBeVisible()
  await page.getByRole('combobox', { name: 'Search the shop' }).fill('canvas sneakers')
  await page.getByRole('combobox', { name: 'Search the shop' }).press('Enter')
  await page.getByRole('link', { name: 'Plaza Canvas Sneakers' }).first().click()
  await expect(page.getByRole('heading', { name: 'Plaza Canvas Sneakers', level: 1 })).toBeVisible()
  const version = page.getByRole('combobox', { name: /Size|Colour/ })
  await version.selectOption({ index: 2 })
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click()

  await expect(page.getByRole('heading', { name: 'Your cart', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: /^One more of/ }).click()
  await expect(page.getByLabel(/^Quantity of/)).toHaveValue('2')
  await page.getByRole('button', { name: /^Remove/ }).click()
  await expect(page.getByText('The item is out of your cart.')).toBeVisible()
  await page.getByRole('button', { name: /Undo|Put it back/ }).click()
  await expect(page.getByLabel(/^Quantity of/)).toHaveValue('2')
  await page.getByRole('link', { name: /Check ?out/i }).click()

  // A mistake first: what was typed comes back with what is wrong.
  await page.getByLabel('E-mail').fill('ada@example.com')
  const shipping = page.getByRole('region', { name: 'Where should it go?' })
  await shipping.getByLabel('Full name').first().fill('Ada Lovelace')
  await page.getByRole('button', { name: /^Place order, then pay/ }).click()
  await expect(page.getByText('Enter your city.').first()).toBeVisible()
  await expect(page.getByText('Enter your ZIP code.').first()).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue('ada@example.com')
  await shipping.getByLabel('Street and house number').first().fill('12 Market Street')
  await shipping.getByLabel('City').first().fill('New York')
  await shipping.getByLabel('State').first().selectOption({ label: 'New York' })
  await shipping.getByLabel('ZIP code').first().fill('10001')
  await page.getByRole('button', { name: /^Place order, then pay/ }).click()

  await expect(page.getByRole('heading', { name: 'Payment', level: 1 })).toBeVisible()
  const pay = async (card: string) => {
    await page.getByLabel('Card number').fill(card)
    await page.getByLabel('Expiry (MM/YY)').fill('12/39')
    await page.getByLabel('Security code').fill('123')
    await page.getByRole('button', { name: /^Pay \$/ }).click()
  }
  await pay('4000000000000002')
  await expect(page.getByText(/Nothing was charged/).first()).toBeVisible()
  await pay('4242424242424242')
  await expect(page.getByRole('heading', { name: /^Thank you/, level: 1 })).toBeVisible()

  await page.getByText('Cancel this order').click()
  await page.getByRole('button', { name: /^Yes, cancel order/ }).click()
  await expect(page.getByText('This order was cancelled.')).toBeVisible()
})

test('without JavaScript I narrow a list by its filters and turn its pages', async ({ page }) => {
  await page.goto('/search')
  await expect(page.getByRole('heading', { name: 'All products', level: 1 })).toBeVisible()
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Show more' }).click()
  await expect(page).toHaveURL(/cursor=/)
  await page.goto('/search?in_stock=1&sort=price')
  await expect(page.getByRole('article').first()).toBeVisible()
})
