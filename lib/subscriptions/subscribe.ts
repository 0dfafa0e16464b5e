import { type SQL, sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import type { Actor, Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId, type SubscriptionId, type UserId } from '@/lib/core/ids'
import { countMailRequest } from '@/lib/platform/auth/mail-limit'
import { sendEmail } from '@/lib/platform/email/send-email'
import { confirmPath } from './link-tokens'
import { requireOffer, type SubscribedOffer } from './require-offer'
import { MAX_SUBSCRIPTIONS, type Subscribe, type SubscribeAnswer } from './schemas'

/** So many mails to confirm go to one address in an hour, whoever asks for them. */
export const CONFIRM_MAILS_PER_HOUR = 5

/** Asking twice within this time sends one mail. */
const SAME_REQUEST_MS = 10 * 60_000

/**
 * Remembers who wants to hear when a variant is back or costs less. A person's own verified address is confirmed at once; any other is
 * sent a mail first, and hears nothing more without a click in it. The answer to a guest is the same whether or not the address asked before,
 * and when no further mail goes out. A wish for a lower price is measured against today's. One transaction, at most five statements, and one before
 * it when an address was typed that is not the person's own.
 * @throws not_found for withdrawn variants, conflict for "back in stock" of what can be had, invalid_input without an address or with too many
 * wishes, rate_limited for who makes the shop write many mails.
 */
export async function subscribe(ctx: Ctx, input: Subscribe): Promise<SubscribeAnswer> {
  const answer = { kind: input.kind, variant_id: input.variant_id }
  if (input.email && input.email.toLowerCase() !== ctx.session?.email.toLowerCase()) await countMailRequest(ctx, input.email)
  return transaction(async (tx): Promise<SubscribeAnswer> => {
    const offer = await requireOffer(tx, ctx.actor, input)
    const { email, ownerId } = recipientOf(ctx.actor, offer, input.email)
    await lockAddress(tx, email)
    if (ownerId) return { ...answer, status: 'confirmed', id: await confirmAtOnce(tx, offer, input, email, ownerId) }
    await askToConfirm(tx, offer, input, email)
    return { ...answer, status: 'confirmation_sent', id: null }
  })
}

/** `ownerId` only when the address is the person's own and verified: nobody signs up somebody else. */
function recipientOf(actor: Actor, { own_email: own, is_own_verified: isVerified }: SubscribedOffer, given: string | undefined) {
  const email = given ?? own
  if (!email) throw new DomainError('invalid_input', { errors: [{ pointer: '/email', detail: 'Please give an e-mail address.' }] })
  const isOwn = actor.kind === 'user' && isVerified && email.toLowerCase() === own?.toLowerCase()
  return { email, ownerId: isOwn ? actor.userId : null }
}

/** Requests about one address go one after another, so that what they count stays true. */
async function lockAddress(tx: Tx, email: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`subscriptions ${email.toLowerCase()}`}, 0))`)
}

async function confirmAtOnce(
  tx: Tx,
  offer: SubscribedOffer,
  { variant_id, kind }: Subscribe,
  email: string,
  userId: UserId,
): Promise<SubscriptionId> {
  const [row] = await tx.execute<{ id: SubscriptionId }>(sql`
    insert into subscriptions (id, kind, product_id, variant_id, user_id, email, price_minor, confirmed_at)
    select ${newId()}::uuid, ${kind}, ${offer.product_id}::uuid, ${variant_id}::uuid, ${userId}::uuid, ${email}, ${offer.price_minor}::bigint, now()
    where ${waiting(email)} < ${MAX_SUBSCRIPTIONS}::int or exists (
      select from subscriptions where lower(email) = lower(${email}) and variant_id = ${variant_id} and kind = ${kind} and notified_at is null)
    on conflict (kind, variant_id, lower(email)) where notified_at is null do update
      set user_id = excluded.user_id, price_minor = excluded.price_minor, confirmed_at = coalesce(subscriptions.confirmed_at, now()), updated_at = now()
    returning id`)
  if (!row) throw new DomainError('invalid_input', { detail: `You wait for ${MAX_SUBSCRIPTIONS} things already. End one on your wishlist first.` })
  return row.id
}

/** Above the limits nothing is kept and nothing is sent, and the caller is not told. A confirmed wish is left as it is. */
async function askToConfirm(tx: Tx, offer: SubscribedOffer, { variant_id, kind }: Subscribe, email: string): Promise<void> {
  const [row] = await tx.execute<{ id: SubscriptionId }>(sql`
    insert into subscriptions (id, kind, product_id, variant_id, email, price_minor)
    select ${newId()}::uuid, ${kind}, ${offer.product_id}::uuid, ${variant_id}::uuid, ${email}, ${offer.price_minor}::bigint
    where ${waiting(email)} < ${MAX_SUBSCRIPTIONS}::int and (
      select count(*) from emails where lower(to_address) = lower(${email}) and kind = 'subscription_confirm' and created_at > now() - interval '1 hour'
    ) < ${CONFIRM_MAILS_PER_HOUR}::int
    on conflict (kind, variant_id, lower(email)) where notified_at is null do update
      set price_minor = excluded.price_minor, updated_at = now() where subscriptions.confirmed_at is null
    returning id`)
  if (!row) return
  const { name, slug, variant_title, picture } = offer
  const key = `subscription_confirm:${row.id}:${Math.floor(Date.now() / SAME_REQUEST_MS)}`
  await sendEmail(
    tx,
    'subscription_confirm',
    email,
    { product: { name, path: `/p/${slug}`, picture }, variant_title, wish: kind, confirm_path: confirmPath(row.id) },
    key,
  )
}

const waiting = (email: string): SQL =>
  sql`(select count(*) from subscriptions where lower(email) = lower(${email}) and confirmed_at is not null and notified_at is null)`
