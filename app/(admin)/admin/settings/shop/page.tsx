import type { Metadata } from 'next'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { listCountries } from '@/lib/checkout/countries'
import { minorDigits } from '@/lib/core/format-money'
import { can } from '@/lib/platform/auth/can'
import { readSettingsOverview } from '@/lib/settings/read-shop-settings'
import { ShopEditor } from './shop-editor'

export const instant = false

export const metadata: Metadata = { title: 'The shop' }

/** Who the shop is: name, address, contact, language, currency. */
export default async function ShopPage() {
  const { overview, mayChange } = await asStaff('/admin/settings/shop', async (ctx) => ({
    overview: await readSettingsOverview(ctx),
    mayChange: can(ctx.actor, 'settings.write'),
  }))
  const { shop, hasOrders } = overview
  const currencies = Intl.supportedValuesOf('currency').filter((code) => minorDigits(code) === minorDigits(shop.currency))
  return (
    <Page narrow>
      <PageHead title="The shop" crumbs={[['Settings', '/admin/settings']]}>
        What shoppers read on every page, in mails and on invoices.
      </PageHead>
      <ShopEditor
        key={shop.version}
        shop={shop}
        hasOrders={hasOrders}
        mayChange={mayChange}
        countries={listCountries()}
        currencies={currencies}
        timeZones={[...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', shop.time_zone])]}
      />
    </Page>
  )
}
