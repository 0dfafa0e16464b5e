import type { Metadata } from 'next'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Columns, Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { refOf } from '@/app/(admin)/_parts/ref-of'
import { When } from '@/app/(admin)/_parts/when'
import { getSettings } from '@/lib/catalog/cached'
import type { Ctx } from '@/lib/core/context'
import { requireCustomer } from '@/lib/customers/require-customer'
import { CustomerRef } from '@/lib/customers/staff-schemas'
import { can } from '@/lib/platform/auth/can'
import { readTeam } from '@/lib/staff/read-team'
import { CustomerBadges } from '../customer-badges'
import { AddressesPanel } from './addresses-panel'
import { CartPanel } from './cart-panel'
import { CustomerActions } from './customer-actions'
import { OrdersPanel } from './orders-panel'
import { ReviewsPanel } from './reviews-panel'
import { ValuePanel } from './value-panel'

export const instant = false

export const metadata: Metadata = { title: 'Customer' }

/** Somebody with an account: what they bought, what they have in their cart, what they wrote, and what can be done about it. */
export default async function CustomerPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [{ customer, may, roles }, { locale }] = await Promise.all([
    asStaff(`/admin/customers/${encodeURIComponent(id)}`, async (ctx) => {
      const ref = refOf(CustomerRef, { id })
      const rights = permissionsOf(ctx, ref.id)
      const [person, team] = await Promise.all([requireCustomer(ctx, ref), rights.setRole ? readTeam(ctx) : null])
      return { customer: person, may: rights, roles: (team?.roles ?? []).map((role) => ({ id: role.id, name: role.name })) }
    }),
    getSettings(),
  ])
  return (
    <Page>
      <PageHead
        title={customer.name}
        crumbs={[['Customers', '/admin/customers']]}
        beside={<CustomerBadges {...customer} />}
        actions={<CustomerActions customer={customer} may={may} roles={roles} />}
      >
        <a href={`mailto:${customer.email}`} className="break-all text-accent underline underline-offset-4">
          {customer.email}
        </a>
        {' · joined '}
        <When at={customer.created_at} style="day" />
        {customer.banned_at && (
          <>
            {' · closed '}
            <When at={customer.banned_at} style="day" />
          </>
        )}
      </PageHead>
      <Columns
        side={
          <>
            <ValuePanel customer={customer} locale={locale} />
            <AddressesPanel addresses={customer.addresses} />
          </>
        }
      >
        {customer.orders && <OrdersPanel customerId={customer.id} orders={customer.orders} count={customer.value.orders} locale={locale} />}
        <CartPanel cart={customer.cart} locale={locale} />
        <ReviewsPanel reviews={customer.reviews} />
      </Columns>
    </Page>
  )
}

export type May = { write: boolean; manage: boolean; setRole: boolean }

const permissionsOf = ({ actor }: Ctx, id: string): May => {
  const isSelf = actor.kind === 'user' && actor.userId === id
  const manage = can(actor, 'staff.manage')
  return { write: can(actor, 'customers.write') && !isSelf, manage, setRole: manage && !isSelf }
}
