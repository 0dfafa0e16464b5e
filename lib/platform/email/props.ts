import { z } from 'zod'
import { Money } from '@/lib/core/money'

/** A page of ours. Mails carry paths and become absolute with the shop's own address, so that no caller can lead a reader elsewhere. */
export const Path = z.string().regex(/^\/(?![/\\])[\x21-\x7e]*$/, 'must be a path of the shop, such as /cart')

/** A picture from /media, or from the CDN that stands in for it. */
export const MailPicture = z.object({ src: z.union([Path, z.url({ protocol: /^https?$/ })]), alt: z.string() })

export const MailProduct = z.object({ name: z.string(), path: Path, picture: MailPicture.nullish() })

/** The members of an order's line that a mail shows; a line of `OrderView` fits as it is. */
export const MailLine = z.object({
  name: z.string(),
  variant_title: z.string(),
  quantity: z.number().int(),
  line_total: Money,
  picture: MailPicture.nullish(),
})
export type MailLine = z.output<typeof MailLine>

/** `Totals` of a cart or an order fit as they are. */
export const MailTotals = z.object({
  subtotal: Money,
  shipping: Money,
  tax: Money,
  discount: Money,
  discount_code: z.string().nullish(),
  discount_percent: z.number().nullish(),
  total: Money,
  tax_name: z.string(),
  shipping_name: z.string(),
})
export type MailTotals = z.output<typeof MailTotals>

export const MailAddress = z.object({
  full_name: z.string(),
  line1: z.string(),
  line2: z.string().nullish(),
  city: z.string(),
  region: z.string().nullish(),
  postal_code: z.string().nullish(),
  country: z.string(),
})
export type MailAddress = z.output<typeof MailAddress>

/** What every mail about an order knows. `path` opens it, with its signed token for guests. */
export const OrderRef = z.object({ number: z.string(), path: Path, name: z.string().default('') })

export const orderSample = { number: 'HS-104217', path: '/orders/HS-104217?t=sample', name: 'Ada Lovelace' }
