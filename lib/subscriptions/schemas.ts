import { z } from 'zod'
import { Availability, Picture } from '@/lib/catalog/schemas'
import { SubscriptionId, VariantId } from '@/lib/core/ids'
import { Money } from '@/lib/core/money'

/** How many confirmed wishes wait for one address at most. */
export const MAX_SUBSCRIPTIONS = 100

export const SubscriptionKind = z.enum(['back_in_stock', 'price_drop'])
export type SubscriptionKind = z.infer<typeof SubscriptionKind>

export const Subscribe = z.strictObject({
  variant_id: VariantId,
  kind: SubscriptionKind,
  /** Not needed by people whose account has a verified address. */
  email: z
    .string()
    .trim()
    .max(254)
    .pipe(z.email({ error: 'Please give an e-mail address such as ada@example.com.' }))
    .optional(),
})
export type Subscribe = z.infer<typeof Subscribe>

export const SubscribeAnswer = z.object({
  /** `confirmation_sent` says nothing about whether the address asked before. */
  status: z.enum(['confirmed', 'confirmation_sent']),
  kind: SubscriptionKind,
  variant_id: VariantId,
  /** Only of a person's own, confirmed one. */
  id: SubscriptionId.nullable(),
})
export type SubscribeAnswer = z.infer<typeof SubscribeAnswer>

export const LinkToken = z.strictObject({ token: z.string().max(200) })
export type LinkToken = z.infer<typeof LinkToken>

/** What a mail's link ends. `all`: everything that one can unsubscribe from. */
export const Unsubscribe = z.strictObject({ token: z.string().max(600), all: z.boolean().default(false) })
export type Unsubscribe = z.input<typeof Unsubscribe>

export const NoInput = z.strictObject({})
export const OneSubscription = z.strictObject({ id: SubscriptionId })
export type OneSubscription = z.infer<typeof OneSubscription>
export const EndedSubscription = z.object({ id: SubscriptionId })

/** What a link in a mail is about: nothing of whom it was sent to. */
export const LinkedSubscription = z.object({
  kind: SubscriptionKind,
  slug: z.string(),
  name: z.string(),
  variant_title: z.string(),
  picture: Picture.nullable(),
  is_confirmed: z.boolean(),
})
export type LinkedSubscription = z.infer<typeof LinkedSubscription>

export const Subscription = LinkedSubscription.omit({ is_confirmed: true }).extend({
  id: SubscriptionId,
  variant_id: VariantId,
  price_then: Money,
  price_now: Money,
  availability: Availability,
  created_at: z.string(),
})
export type Subscription = z.infer<typeof Subscription>

export const Subscriptions = z.object({ data: z.array(Subscription) })
export type Subscriptions = z.infer<typeof Subscriptions>
