import { expect, test } from 'vitest'
import { lifetimes } from './lifetimes'

test('R93–R100, R110: each kind has the time that the requirements give it', () => {
  expect(lifetimes).toMatchObject({
    categories_list_root: 3600,
    product_detail: 300,
    featured_products: 3600,
    products_list: 900,
    user_profile: 300,
    user_balances: 120,
    user_statistics: 1800,
    product_reviews: 300,
  })
})
