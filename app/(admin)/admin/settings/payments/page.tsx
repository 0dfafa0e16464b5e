import type { Metadata } from 'next'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { can } from '@/lib/platform/auth/can'
import { readPaymentWays, readSettingsOverview } from '@/lib/settings/read-shop-settings'
import { Variables } from '../variables'
import { PaymentsEditor } from './payments-editor'

export const instant = false

export const metadata: Metadata = { title: 'Payments' }

const words = {
  stripe: { name: 'Stripe', about: 'Cards and everything else that your Stripe account offers.' },
  test: { name: 'Test cards', about: 'The built-in test provider: orders are paid, no money moves. For trying the shop out.' },
}

/** How an order can be paid: what the environment sets up, and what of it is on. */
export default async function PaymentsPage() {
  const { ways, payments, mayChange } = await asStaff('/admin/settings/payments', async (ctx) => ({
    ways: readPaymentWays(ctx),
    payments: (await readSettingsOverview(ctx)).payments,
    mayChange: can(ctx.actor, 'settings.write'),
  }))
  const setUp = ways.filter(({ isSetUp }) => isSetUp)
  return (
    <Page narrow>
      <PageHead title="Payments" crumbs={[['Settings', '/admin/settings']]}>
        Keys of payment providers are secrets and stay in the environment of the server. Here you say which of the payment methods that are set up
        shoppers may take.
      </PageHead>
      <PaymentsEditor
        key={payments.version}
        version={payments.version}
        all={setUp.map(({ way }) => way)}
        mayChange={mayChange && setUp.length > 0}
        rows={ways.map(({ way, isSetUp, variables }) => ({
          way,
          ...words[way],
          isSetUp,
          isOn: isSetUp && !payments.off.includes(way),
          variables: <Variables variables={variables} />,
        }))}
      />
      <p className="mt-4 text-muted text-sm">
        What you turn off is gone from the checkout at once. A payment that has begun is brought to its end, and refunds still work.
        {setUp.length > 1 && ' Where both are on, shoppers pay with Stripe.'}
      </p>
    </Page>
  )
}
