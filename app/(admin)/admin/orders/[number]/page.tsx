import type { Metadata } from 'next'
import { button } from '@/app/_ui/button'
import { PrinterIcon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Columns, Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { refOf } from '@/app/(admin)/_parts/ref-of'
import { When } from '@/app/(admin)/_parts/when'
import { getSettings } from '@/lib/catalog/cached'
import { findCountry } from '@/lib/checkout/countries'
import type { Actor } from '@/lib/core/context'
import { requireStaffOrder } from '@/lib/orders/find-staff-order'
import { StaffOrderRef } from '@/lib/orders/staff-schemas'
import { can } from '@/lib/platform/auth/can'
import { PaymentBadge, StatusBadge } from '../_parts/order-words'
import { CustomerPanel } from './_parts/customer-panel'
import { LinesPanel } from './_parts/lines-panel'
import { NotesPanel } from './_parts/notes-panel'
import { OrderActions } from './_parts/order-actions'
import { ParcelsPanel } from './_parts/parcels-panel'
import { PaymentsPanel } from './_parts/payments-panel'
import { ReturnsPanel } from './_parts/returns-panel'
import { TimelinePanel } from './_parts/timeline-panel'

export const instant = false

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Order ${(await params).number}` }
}

export default async function OrderPage({ params }: Props) {
  const { number } = await params
  const [{ order, may }, { locale }] = await Promise.all([
    asStaff(`/admin/orders/${encodeURIComponent(number)}`, async (ctx) => ({
      order: await requireStaffOrder(ctx, refOf(StaffOrderRef, { number })),
      may: permissionsOf(ctx.actor),
    })),
    getSettings(),
  ])
  const invoice = `/api/v1/admin/orders/${order.number}/invoice`
  return (
    <Page>
      <PageHead
        title={<span className="tabular">{order.number}</span>}
        crumbs={[['Orders', '/admin/orders']]}
        beside={
          <span className="flex flex-wrap gap-1.5">
            <StatusBadge {...order} />
            <PaymentBadge {...order} />
          </span>
        }
        actions={
          <>
            {order.payment_status !== 'unpaid' && (
              <a href={invoice} target="_blank" rel="noreferrer" className={button({ look: 'quiet', size: 'sm' })}>
                <PrinterIcon width="16" height="16" />
                Invoice
              </a>
            )}
            <OrderActions order={order} may={may} locale={locale} />
          </>
        }
      >
        Placed <When at={order.placed_at} style="long" />
      </PageHead>
      <Columns
        side={
          <>
            <CustomerPanel
              order={order}
              mayCorrect={may.fulfil}
              seesCustomer={may.seeCustomer}
              countryName={findCountry(order.shipping_address.country)?.name ?? order.shipping_address.country}
              billingCountryName={findCountry(order.billing_address.country)?.name ?? order.billing_address.country}
            />
            <NotesPanel order={order} mayWrite={may.fulfil} />
          </>
        }
      >
        <LinesPanel order={order} locale={locale} />
        <ParcelsPanel order={order} />
        <ReturnsPanel order={order} may={may} locale={locale} />
        <PaymentsPanel order={order} locale={locale} />
        <TimelinePanel order={order} />
      </Columns>
    </Page>
  )
}

export type May = { fulfil: boolean; cancel: boolean; refund: boolean; seeCustomer: boolean }

const permissionsOf = (actor: Actor): May => ({
  fulfil: can(actor, 'orders.fulfil'),
  cancel: can(actor, 'orders.cancel'),
  refund: can(actor, 'orders.refund'),
  seeCustomer: can(actor, 'customers.read'),
})
