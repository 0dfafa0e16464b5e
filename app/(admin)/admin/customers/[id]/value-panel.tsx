import type { ReactNode } from 'react'
import { Panel } from '@/app/(admin)/_parts/page-head'
import { When } from '@/app/(admin)/_parts/when'
import { formatMoney } from '@/lib/core/format-money'
import type { CustomerDetail } from '@/lib/customers/staff-schemas'

/** What somebody is worth to the shop, and what is known about the account. */
export function ValuePanel({ customer, locale }: { customer: CustomerDetail; locale: string }) {
  const { value, devices, marketing_consent } = customer
  return (
    <Panel id="value" title="At a glance">
      <dl className="grid gap-1.5 text-sm">
        <Row name="Spent so far">{formatMoney(value.spent, locale)}</Row>
        {value.given_back.amount > 0 && <Row name="Given back">{formatMoney(value.given_back, locale)}</Row>}
        <Row name="Average order">{value.paid_orders === 0 ? 'none yet' : formatMoney(value.average, locale)}</Row>
        <Row name="Orders">{value.orders === value.paid_orders ? value.orders : `${value.orders}, ${value.paid_orders} of them paid`}</Row>
        {value.first_order_at && (
          <Row name="First order">
            <When at={value.first_order_at} style="day" />
          </Row>
        )}
        {value.last_order_at && (
          <Row name="Last order">
            <When at={value.last_order_at} style="day" />
          </Row>
        )}
        <Row name="Signed in on">{devices === 0 ? 'no device' : `${devices} ${devices === 1 ? 'device' : 'devices'}`}</Row>
        <Row name="News by mail">{marketing_consent ? 'wanted' : 'not wanted'}</Row>
      </dl>
    </Panel>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-muted">{name}</dt>
      <dd className="tabular text-right font-medium">{children}</dd>
    </div>
  )
}
