import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { makeCategory, makeProducts, makeUser } from '@/db/testing/world'
import { listAllProducts } from '@/lib/catalog/list-all-products'
import { ListAllProducts } from '@/lib/catalog/staff-schemas'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { readHome } from '@/lib/home/read-home'
import { Waiting } from './waiting'

test('the tile of what is low leads to one list, of exactly what it counts', async () => {
  await makeProducts(await makeCategory(), [{ stock: 0 }, { stock: 2 }, { stock: 400 }, { stock: 1, isActive: false }])
  const boss: Ctx = { ...systemCtx('test'), actor: { kind: 'user', userId: await makeUser(), role: 'admin' } }
  const home = await readHome(boss, { days: '30' })
  expect(home.low_stock?.count).toBe(2)
  const shown = renderToStaticMarkup(<Waiting home={home} days="30" locale="en-US" />)
  const lists = [...shown.matchAll(/href="\/admin\/products\?([^"]*)"/g)].map(([, query = '']) => query.replaceAll('&amp;', '&'))
  expect(lists).toHaveLength(1)
  const { data } = await listAllProducts(boss, ListAllProducts.parse(Object.fromEntries(new URLSearchParams(lists[0]))))
  expect(data.map(({ name }) => name)).toEqual(home.low_stock?.products.map(({ name }) => name))
})
