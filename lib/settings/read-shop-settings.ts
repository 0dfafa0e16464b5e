import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { can, requireCan } from '@/lib/platform/auth/can'
import { fixedSender } from '@/lib/platform/email/sender'
import { env, mode } from '@/lib/platform/env'
import { isProviderOffered } from '@/lib/platform/payments/providers'
import { versionOf } from './change-setting'
import type { MailSender, Payments, ShopIdentity } from './schemas'

export type ShopSettingsOverview = {
  shop: ShopIdentity & { version: string }
  payments: Payments & { version: string }
  mail: MailSender & { version: string }
  /** From the first on, currency and time zone are fixed. */
  hasOrders: boolean
  tax: { name: string; ratePpm: number; rates: number }
  shipping: { zones: number; ways: number }
  /** Null for who may not block. */
  blockedAddresses: number | null
}

/** All settings in numbers, and those of the shop itself in full. One statement. @throws forbidden */
export async function readSettingsOverview(ctx: Ctx): Promise<ShopSettingsOverview> {
  requireCan(ctx, 'settings.read')
  const [row] = await database().execute<Row>(sql`
    select json_build_object('shop_name', shop_name, 'support_email', support_email, 'postal_address', postal_address,
        'tax_number', tax_number, 'home_country', home_country, 'locale', locale, 'time_zone', time_zone, 'currency', currency) as shop,
      json_build_object('off', payments_off) as payments,
      json_build_object('sender_name', mail_sender_name, 'reply_to', mail_reply_to) as mail, exists (select from orders) as "hasOrders",
      json_build_object('name', tax_name, 'ratePpm', tax_rate_ppm, 'rates', (select count(*) from tax_rates)) as tax,
      json_build_object('zones', (select count(*) from shipping_zones), 'ways', (select count(*) from shipping_methods where is_active)) as shipping,
      (select count(*)::int from blocked_addresses where blocked_until > now()) as "blockedAddresses"
    from settings`)
  if (!row) throw new Error('The settings row is missing. Run the migrations.')
  return {
    ...row,
    shop: { ...row.shop, version: versionOf(row.shop) },
    payments: { ...row.payments, version: versionOf(row.payments) },
    mail: { ...row.mail, version: versionOf(row.mail) },
    blockedAddresses: can(ctx.actor, 'addresses.block') ? row.blockedAddresses : null,
  }
}

type Row = Omit<ShopSettingsOverview, 'shop' | 'payments' | 'mail'> & {
  shop: ShopIdentity
  payments: Payments
  mail: MailSender
  blockedAddresses: number
}

/** A variable of the environment, by name; its value may be a secret and stays where it is. */
export type Variable = { name: string; isSet: boolean }

const variable = (name: keyof typeof env): Variable => ({ name, isSet: Boolean(env[name]) })

export type PaymentWayInfo = { way: 'stripe' | 'test'; isSetUp: boolean; variables: Variable[] }

/** What the environment sets up for payments. No statement. @throws forbidden */
export function readPaymentWays(ctx: Ctx): PaymentWayInfo[] {
  requireCan(ctx, 'settings.read')
  return [
    {
      way: 'stripe',
      isSetUp: isProviderOffered('stripe'),
      variables: [variable('STRIPE_SECRET_KEY'), variable('STRIPE_PUBLISHABLE_KEY'), variable('STRIPE_WEBHOOK_SECRET')],
    },
    {
      way: 'test',
      isSetUp: isProviderOffered('test'),
      variables: [
        { name: 'ALLOW_TEST_PAYMENTS', isSet: env.ALLOW_TEST_PAYMENTS === '1' },
        variable('TEST_PAYMENTS_URL'),
        variable('TEST_PAYMENTS_SECRET'),
      ],
    },
  ]
}

/** `fixed`: what MAIL_FROM says, null where it says nothing. */
export type MailWay = { way: 'smtp' | 'mailbox' | 'none'; fixed: { name: string | null; address: string | null }; variables: Variable[] }

/** How mails leave the shop. No statement. @throws forbidden */
export function readMailWay(ctx: Ctx): MailWay {
  requireCan(ctx, 'settings.read')
  const way = env.SMTP_URL ? 'smtp' : mode === 'local' ? 'mailbox' : 'none'
  return { way, fixed: fixedSender(env.MAIL_FROM), variables: [variable('SMTP_URL'), variable('MAIL_FROM')] }
}
