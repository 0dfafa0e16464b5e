import { handToCourier } from '../harness/account'
import { expect, test } from '../harness/page'
import { buyerOf } from '../harness/signed-in'
import { closeDatabase } from '../harness/stock'

test.afterAll(closeDatabase)

test('I review what I bought, find my words in the shop, change them and take them back', async ({ page, context }) => {
  const { name, number } = await buyerOf(context, 'alder-dining-chair')
  await page.goto('/p/alder-dining-chair')
  await expect(page.getByText('You bought this. You can review it once it is on its way.')).toBeVisible()
  await page.getByRole('link', { name: 'Write a review' }).click()
  await expect(page.getByText('You bought the Alder Dining Chair. You can review it once it is on its way.')).toBeVisible()

  await handToCourier(number)
  await page.goto('/p/alder-dining-chair')
  await expect(page.getByText('You bought this. What is it like?')).toBeVisible()
  await page.getByRole('link', { name: 'Write a review' }).click()

  // A mistake first: what was typed stays, and what is wrong is said.
  await page.getByRole('radio', { name: /^4 stars/ }).check()
  await page.getByLabel('Title').fill('Good to sit on')
  await page.getByRole('button', { name: 'Send the review' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Write at least 10 characters.' })).toBeFocused()
  await expect(page.getByRole('radio', { name: /^4 stars/ })).toBeChecked()
  await expect(page.getByLabel('Title')).toHaveValue('Good to sit on')
  const words = `It has stood in our kitchen since spring. Written by ${name}.`
  await page.getByLabel('Your review').fill(words)
  await page.getByRole('button', { name: 'Send the review' }).click()
  await expect(page.getByText('Your review is in the shop now.')).toBeVisible()

  await page.goto('/p/alder-dining-chair')
  const review = page.getByRole('article').filter({ hasText: words })
  await expect(review.getByText('Bought it')).toBeVisible()
  await expect(review.getByText('Rated 4.0 of 5')).toBeAttached()
  await page.getByRole('link', { name: 'Change your review' }).click()
  await page.getByRole('radio', { name: /^2 stars/ }).check()
  await page.getByRole('button', { name: 'Save the review' }).click()
  await expect(page.getByText('Your review is changed, and in the shop as it is now.')).toBeVisible()

  await page.goto('/p/alder-dining-chair/reviews?stars=2')
  await expect(page.getByRole('article').filter({ hasText: words })).toBeVisible()
  await page.goto('/account/reviews')
  await page.getByText('Delete your review of Alder Dining Chair').click()
  await page.getByRole('button', { name: 'Yes, delete it' }).click()
  await expect(page.getByText('Your review is deleted.')).toBeVisible()
  await page.goto('/p/alder-dining-chair/reviews')
  await expect(page.getByText(words)).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('I read the worst reviews first and write one of my own', async ({ page, context }) => {
    const { name, number } = await buyerOf(context, 'ember-filament-bulb')
    await handToCourier(number)
    await page.goto('/p/ember-filament-bulb/reviews')
    await page.getByRole('combobox', { name: 'Order of the reviews' }).selectOption({ label: 'Worst rated' })
    await page.getByRole('button', { name: 'Go' }).click()
    await expect(page).toHaveURL(/sort=lowest/)
    await page.getByRole('link', { name: 'Write a review' }).click()
    await page.getByRole('radio', { name: /^1 star:/ }).check()
    await page.getByLabel('Title').fill('Too bright for me')
    await page.getByLabel('Your review').fill(`It lights the whole street, says ${name}.`)
    await page.getByRole('button', { name: 'Send the review' }).click()
    await expect(page.getByText('Your review is in the shop now.')).toBeVisible()
  })
})

test('whoever has not bought it is told so, and a guest is asked to sign in first', async ({ page, context }) => {
  await page.goto('/p/alder-dining-chair')
  await page.getByRole('link', { name: 'Write a review' }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await buyerOf(context, 'alder-dining-chair')
  await page.goto('/account/reviews/new?product=tempo-running-shoes')
  await expect(page.getByText('You have not bought the Tempo Running Shoes with this account yet.')).toBeVisible()
})
