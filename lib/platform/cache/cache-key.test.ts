import { expect, test } from 'vitest'
import { newId } from '@/lib/core/ids'
import { cacheKey, personalKey } from './cache-key'

test('R93–R98: keys have the names that the requirements give them', () => {
  expect(cacheKey('categories_list_root')).toBe('categories_list_root')
  expect(cacheKey('product_detail', 'brass-lamp')).toBe('product_detail_brass-lamp')
  expect(cacheKey('featured_products')).toBe('featured_products')
  expect(cacheKey('products_list', {})).toBe('products_list')
})

test('R109, R113: one question is one key, in whatever order and with or without what is left out', () => {
  const key = cacheKey('products_list', { category: 'lamps', facets: { colour: ['red'], size: undefined }, page: 1 })
  expect(cacheKey('products_list', { page: 1, facets: { colour: ['red'] }, category: 'lamps', q: undefined })).toBe(key)
  for (const other of [
    { category: 'lamps' },
    { category: 'lamps', page: '1' },
    { category: 'lamps', page: 1, facets: { colour: ['red', 'blue'] } },
  ]) {
    expect(cacheKey('products_list', other)).not.toBe(key)
  }
  expect(cacheKey('products_search', { q: 'x'.repeat(200) }).length).toBeLessThan(80)
})

test("R109: one person's keys are nobody else's, and no shared key looks like one", () => {
  const [ada, bob] = [newId<Parameters<typeof personalKey>[0]>(), newId<Parameters<typeof personalKey>[0]>()]
  expect(personalKey(ada, 'user_statistics')).not.toBe(personalKey(bob, 'user_statistics'))
  expect(cacheKey('product_detail', 'personal:x').startsWith('personal:')).toBe(false)
})
