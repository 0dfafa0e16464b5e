import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { button } from '@/app/_ui/button'
import { PlusIcon, TruckIcon } from '@/app/_ui/icons'
import { Notice } from '@/app/_ui/notice'
import { ActionButton } from '@/app/(admin)/_parts/action-button'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { listCountries } from '@/lib/checkout/countries'
import { countryName } from '@/lib/core/regions'
import { can } from '@/lib/platform/auth/can'
import { readShippingSettings } from '@/lib/settings/read-shipping-settings'
import type { ShippingSettings } from '@/lib/settings/schemas'
import { removeShippingZoneAction } from '../actions'
import { priceWords } from './price-words'
import { ZoneDialog } from './zone-dialog'

export const instant = false

export const metadata: Metadata = { title: 'Shipping' }

type Zone = ShippingSettings['zones'][number]

/** Where the shop ships to, how, and for what. */
export default async function ShippingPage() {
  const { shipping, mayChange } = await asStaff('/admin/settings/shipping', async (ctx) => ({
    shipping: await readShippingSettings(ctx),
    mayChange: can(ctx.actor, 'settings.write'),
  }))
  const { zones, methods, home_country: homeCountry, weightless } = shipping
  const countries = listCountries()
  const home = zones.find((zone) => zone.countries.includes(homeCountry))
  const byWeight = methods.some(({ rate_by, is_active }) => rate_by === 'weight' && is_active)
  return (
    <Page narrow>
      <PageHead title="Shipping" crumbs={[['Settings', '/admin/settings']]} actions={mayChange && <ZoneDialog countries={countries} />}>
        A country has the shipping methods of its zone; what is in no zone has those of everywhere else. Shoppers begin with the first of a list. A
        change holds for the next look at a cart, and placed orders keep theirs.
      </PageHead>
      {byWeight && weightless > 0 && (
        <Notice tone="warning" className="mb-4">
          {weightless === 1 ? 'One product for sale has' : `${weightless === 1_000 ? 'A thousand or more' : weightless} products for sale have`} no
          weight, and count as nothing where shipping goes by weight.
        </Notice>
      )}
      <div className="grid gap-4">
        {zones.map((zone) => (
          <Place
            key={zone.id}
            id={zone.id}
            title={zone.name}
            note={`${listOf(zone)}${zone === home ? ' Your own country is among them: carts are counted for it.' : ''}`}
            shipping={shipping}
            mayChange={mayChange}
            buttons={<ZoneButtons zone={zone} countries={countries} ways={methods.filter(({ zone_id }) => zone_id === zone.id).length} />}
          />
        ))}
        <Place
          id={null}
          title={zones.length === 0 ? 'Everywhere' : 'Everywhere else'}
          note={
            home
              ? 'Every country that is in no zone.'
              : `Every country that is in no zone, ${countryName(homeCountry)}, your own, among them: carts are counted for it.`
          }
          shipping={shipping}
          mayChange={mayChange}
        />
      </div>
    </Page>
  )
}

type ButtonsProps = { zone: Zone; ways: number; countries: ReturnType<typeof listCountries> }

function ZoneButtons({ zone, ways, countries }: ButtonsProps) {
  return (
    <>
      <ZoneDialog zone={zone} countries={countries} />
      {ways === 0 && (
        <ActionButton action={removeShippingZoneAction} fields={{ id: zone.id, version: zone.version }} said={`${zone.name} is removed.`}>
          Remove the zone
        </ActionButton>
      )}
    </>
  )
}

/** The first dozen by name; the rest as a number. */
function listOf({ countries }: Zone): string {
  const names = countries.map(countryName).sort()
  return names.length <= 12 ? `${names.join(', ')}.` : `${names.slice(0, 11).join(', ')} and ${names.length - 11} more.`
}

type PlaceProps = {
  id: string | null
  title: string
  note: string
  shipping: ShippingSettings
  mayChange: boolean
  buttons?: ReactNode
}

function Place({ id, title, note, shipping, mayChange, buttons }: PlaceProps) {
  const methods = shipping.methods.filter(({ zone_id }) => zone_id === id)
  const offered = methods.filter(({ is_active }) => is_active)
  return (
    <Panel
      id={`zone-${id ?? 'else'}`}
      title={title}
      flush
      action={
        mayChange && (
          <span className="flex flex-wrap gap-2">
            {buttons}
            <a href={`/admin/settings/shipping/methods/new${id ? `?zone=${id}` : ''}`} className={button({ look: 'quiet', size: 'sm' })}>
              <PlusIcon width="16" height="16" />
              Add a method
            </a>
          </span>
        )
      }
    >
      <p className="measure px-4 pb-3 text-muted text-sm sm:px-5">{note}</p>
      {offered.length === 0 && (
        <p className="border-line border-t px-4 py-3 font-medium text-warning sm:px-5">
          Nothing is shipped here now: shoppers who choose such a country are told so.
        </p>
      )}
      <ul>
        {methods.map((method) => (
          <li key={method.code} className="flex items-start gap-3 border-line border-t px-4 py-3 sm:px-5">
            <TruckIcon className="mt-0.5 shrink-0 text-muted" />
            <span className="min-w-0">
              <a href={`/admin/settings/shipping/methods/${method.code}`} className="font-medium underline-offset-4 hover:underline">
                {method.name}
              </a>
              {!method.is_active && <span className="text-muted"> (not on offer)</span>}
              {method === offered[0] && offered.length > 1 && <span className="text-muted"> (the first choice)</span>}
              <span className="block text-muted text-sm">
                {priceWords(method, shipping)}. {method.min_days === method.max_days ? method.min_days : `${method.min_days} to ${method.max_days}`}{' '}
                days.
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
