import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { tokenMailed } from '@/db/testing/mailed'
import { guest } from '@/db/testing/visitors'
import type { WorldProduct } from '@/db/testing/world'
import { addItem } from '@/lib/cart/add-item'
import { restorePath } from '@/lib/cart/reminder-links'
import { saveContact } from '@/lib/cart/save-contact'
import { type CartReminderId, newId, type SubscriptionId } from '@/lib/core/ids'
import { register } from '@/lib/customers/register'
import { requestEmailChange } from '@/lib/customers/request-email-change'
import { requestPasswordReset } from '@/lib/customers/request-password-reset'
import { confirmPath, unsubscribePath } from '@/lib/subscriptions/link-tokens'
import { subscribe } from '@/lib/subscriptions/subscribe'
import { PASSWORD, type Person } from './cast'

/** What is written in links of mails: whoever has one may use it. */

export const newEmail = () => `${newId()}@example.org`

export async function linkToVerify(): Promise<string> {
  const email = newEmail()
  await register(guest(), { name: 'New', email, password: PASSWORD })
  return tokenMailed(email, 'verify_email')
}

export async function linkToReset({ email }: Person): Promise<string> {
  await requestPasswordReset(guest(), { email })
  return tokenMailed(email, 'reset_password')
}

export async function linkOfNewAddress({ ctx }: Person): Promise<string> {
  const email = newEmail()
  await requestEmailChange(ctx, { email, current_password: PASSWORD })
  return tokenMailed(email, 'email_change_confirm')
}

/** The id of a mail in the mailbox of local mode. */
export async function mailToSomebody(): Promise<string> {
  const email = newEmail()
  await register(guest(), { name: 'New', email, password: PASSWORD })
  const [mail] = await database().execute<{ id: string }>(sql`select id from emails where to_address = ${email}`)
  return mail?.id ?? ''
}

/** What a guest waits for. */
export const linkToConfirm = async (product: WorldProduct): Promise<string> => tokenIn(confirmPath(await guestsSubscription(product)))
export const linkToEnd = async (product: WorldProduct): Promise<string> => tokenIn(unsubscribePath(await guestsSubscription(product)))

async function guestsSubscription({ variantId }: WorldProduct): Promise<SubscriptionId> {
  const email = newEmail()
  await subscribe(guest(), { variant_id: variantId, kind: 'price_drop', email })
  const [row] = await database().execute<{ id: SubscriptionId }>(sql`select id from subscriptions where email = ${email}`)
  if (!row) throw new Error('Nothing was kept')
  return row.id
}

/** Somebody's cart, as a reminder leads to it. */
export async function linkToLeftCart({ variantId }: WorldProduct): Promise<string> {
  const owner = guest()
  await addItem(owner, { variant_id: variantId, quantity: 1 })
  const { id: cartId } = await saveContact(owner, { email: newEmail(), marketing_consent: true })
  const id = newId<CartReminderId>()
  await database().execute(sql`insert into cart_reminders (id, cart_id, stage) values (${id}, ${cartId}, 1)`)
  return tokenIn(restorePath(id))
}

const tokenIn = (path: string): string => new URL(path, 'http://localhost').searchParams.get('t') ?? ''
