'use server'

import { confirmSubscription } from '@/lib/subscriptions/confirm-subscription'
import { endSubscription } from '@/lib/subscriptions/end-subscription'
import { LinkToken, OneSubscription, Subscribe } from '@/lib/subscriptions/schemas'
import { subscribe } from '@/lib/subscriptions/subscribe'
import { action } from '@/lib/web/action'

/** From a product's page, which is the same for everybody: without JavaScript the answer is a page of its own. */
export const subscribeAction = action(Subscribe, subscribe, {
  redirectTo: ({ status, kind }) => `/subscriptions/requested?kind=${kind}&status=${status}`,
  redirectOnFailure: ({ code }) => `/subscriptions/requested?refused=${code}`,
})

export const confirmSubscriptionAction = action(LinkToken, confirmSubscription)

export const endSubscriptionAction = action(OneSubscription, endSubscription)
