import type { Metadata } from 'next'
import { ChevronRightIcon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { countryName } from '@/lib/core/regions'
import { can } from '@/lib/platform/auth/can'
import { readLimits } from '@/lib/settings/read-limits'
import {
  type MailWay,
  type PaymentWayInfo,
  readMailWay,
  readPaymentWays,
  readSettingsOverview,
  type ShopSettingsOverview,
} from '@/lib/settings/read-shop-settings'
import type { LimitSettings } from '@/lib/settings/schemas'

export const instant = false

export const metadata: Metadata = { title: 'Settings' }

/** Everything that can be set, and what it is now. */
export default async function SettingsPage() {
  const { cards } = await asStaff('/admin/settings', async (ctx) => ({
    cards: cardsOf({
      overview: await readSettingsOverview(ctx),
      ways: readPaymentWays(ctx),
      mail: readMailWay(ctx),
      limits: await readLimits(ctx),
      managesStaff: can(ctx.actor, 'staff.manage'),
    }),
  }))
  return (
    <Page narrow>
      <PageHead title="Settings">What the shop is and how it counts. Every change holds at once and stands in the activity log.</PageHead>
      <ul className="grid gap-3 sm:grid-cols-2">
        {cards.map(({ href, name, now }) => (
          <li key={href}>
            <a href={href} className="flex h-full items-start gap-3 rounded-lg bg-surface p-4 shadow-sm transition-shadow hover:shadow-md sm:p-5">
              <span className="min-w-0 grow">
                <span className="block font-semibold">{name}</span>
                <span className="mt-0.5 block break-words text-muted text-sm">{now}</span>
              </span>
              <ChevronRightIcon className="mt-0.5 shrink-0 text-muted" />
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

type All = { overview: ShopSettingsOverview; ways: PaymentWayInfo[]; mail: MailWay; limits: LimitSettings; managesStaff: boolean }

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

function cardsOf({ overview: { shop, tax, shipping, payments, blockedAddresses }, ways, mail, limits, managesStaff }: All) {
  const on = ways.filter(({ way, isSetUp }) => isSetUp && !payments.off.includes(way)).map(({ way }) => (way === 'stripe' ? 'Stripe' : 'Test cards'))
  const rate = `${tax.name} ${tax.ratePpm / 10_000}%`
  const cards = [
    { href: '/admin/settings/shop', name: 'The shop', now: `${shop.shop_name}, ${countryName(shop.home_country)}, ${shop.currency}` },
    {
      href: '/admin/settings/tax',
      name: 'Tax',
      now: tax.rates === 0 ? `${rate} on everything` : `${rate}, and ${count(tax.rates, 'other rate', 'other rates')}`,
    },
    {
      href: '/admin/settings/shipping',
      name: 'Shipping',
      now: `${count(shipping.ways, 'shipping method', 'shipping methods')}, ${shipping.zones === 0 ? 'the same everywhere' : count(shipping.zones, 'zone', 'zones')}`,
    },
    { href: '/admin/settings/payments', name: 'Payments', now: on.join(' and ') || 'Nobody can pay yet' },
    {
      href: '/admin/settings/mail',
      name: 'Mail',
      now: mail.way === 'none' ? 'No mail server yet: mails wait' : `From ${mail.fixed.address ?? shop.support_email}`,
    },
    {
      href: '/admin/settings/limits',
      name: 'Rate limits',
      now: `${limits.limits.length} limits, ${limits.limits.filter(({ is_fixed, set }) => is_fixed || set).length || 'none'} changed`,
    },
  ]
  if (blockedAddresses !== null) {
    const now = blockedAddresses === 0 ? 'Nobody is blocked' : `${count(blockedAddresses, 'address', 'addresses')} blocked now`
    cards.push({ href: '/admin/settings/addresses', name: 'Blocked addresses', now })
  }
  if (managesStaff) cards.push({ href: '/admin/team', name: 'Team and roles', now: 'Who works here, and what they may do' })
  return cards
}
