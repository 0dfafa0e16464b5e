import type { Metadata } from 'next'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import type { PageQuery } from '@/app/(admin)/_parts/query'
import { requireCan } from '@/lib/platform/auth/can'
import { readShippingSettings, requireMethod } from '@/lib/settings/read-shipping-settings'
import { MethodEditor, NewMethod } from './method-editor'

export const instant = false

export const metadata: Metadata = { title: 'Shipping method' }

/** One way to ship; `new` makes one, for the zone that `zone` names. */
export default async function MethodPage({ params, searchParams }: { params: Promise<{ code: string }>; searchParams: PageQuery }) {
  const [{ code }, { zone }] = await Promise.all([params, searchParams])
  const { method, shipping } = await asStaff(`/admin/settings/shipping/methods/${encodeURIComponent(code)}`, async (ctx) => {
    requireCan(ctx, 'settings.write')
    return code === 'new' ? { method: null, shipping: await readShippingSettings(ctx) } : requireMethod(ctx, code)
  })
  const { currency, zones, methods } = shipping
  const shop = { currency, zones: zones.map(({ id, name }) => ({ id, name })) }
  const zoneId = zones.find(({ id }) => id === zone)?.id ?? null
  return (
    <Page narrow>
      <PageHead
        title={method?.name ?? 'New shipping method'}
        crumbs={[
          ['Settings', '/admin/settings'],
          ['Shipping', '/admin/settings/shipping'],
        ]}
      >
        {method
          ? `Programs order with it as “${method.code}”, whatever it is called.`
          : 'What shoppers can choose in the checkout, what it costs and how long it takes.'}
      </PageHead>
      {method ? (
        <MethodEditor key={method.version} method={method} shop={shop} />
      ) : (
        <NewMethod shop={shop} zoneId={zoneId} position={Math.max(0, ...methods.map(({ position }) => position + 1))} />
      )}
    </Page>
  )
}
