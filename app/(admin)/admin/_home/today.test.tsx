import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { money } from '@/lib/core/money'
import type { Home } from '@/lib/home/schemas'
import { Today } from './today'

const figures = { revenue: money(6000, 'USD'), given_back: money(0, 'USD'), orders: 2, carts: 4, carts_ordered: 2 }
const day = { day: '2026-11-26', revenue: money(6000, 'USD'), given_back: money(0, 'USD'), orders: 2 }
const sales: NonNullable<Home['sales']> = {
  today: figures,
  last_week: figures,
  days: [{ ...day, before: day }],
  best_sellers: [],
  carts_left: { count: 0, worth: money(0, 'USD'), recovered: 0, recovered_worth: money(0, 'USD') },
}
const shown = (givenBack: number, seesOrders = true) =>
  renderToStaticMarkup(
    <Today sales={{ ...sales, today: { ...figures, given_back: money(givenBack, 'USD') } }} locale="en-US" seesOrders={seesOrders} />,
  )
const linksOf = (markup: string) => [...markup.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

test('each tile leads to its list: today’s orders, and the carts; to nothing for who may not open it', () => {
  const orders = '/admin/orders?paid_from=2026-11-26&paid_to=2026-11-26'
  expect(linksOf(shown(0))).toEqual([orders, orders, orders, '/admin/carts'])
  expect(linksOf(shown(0, false))).toEqual([])
})

test('what was given back today stands beside the revenue when it is above zero', () => {
  expect(shown(1239)).toContain('$12.39 given back')
  expect(shown(0)).not.toContain('given back')
})
