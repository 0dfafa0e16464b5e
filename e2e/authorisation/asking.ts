import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { emails } from '@/db/schema/emails'
import type { WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { saveCategory } from '@/lib/catalog/save-category'
import { systemCtx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import type { OrderView } from '@/lib/orders/schemas'
import { sendEmail } from '@/lib/platform/email/send-email'
import type { Belongings } from './belongings'
import type { Cast } from './cast'

/** Where everything is that a request may be about. */
export type World = { cast: Cast; owns: Belongings; product: WorldProduct }

/** What is asked at a door, about something of A's wherever that is possible. An action's form has all of it but the headers as fields. */
export type Asked = {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: Record<string, unknown>
  headers?: Record<string, string>
}

export type Ask = (world: World) => Asked | Promise<Asked>

export const MADE_UP = 'made-up.made-up.made-up'

export const nothing: Ask = () => ({})

export const body =
  (fields: Record<string, unknown>): Ask =>
  () => ({ body: fields })

export const keyed = () => ({ 'idempotency-key': newId() })

export const idOf =
  (thing: (owns: Belongings) => Promise<{ id?: string | null } | undefined>, more: Record<string, unknown> = {}): Ask =>
  async ({ owns }) => ({ params: { id: (await thing(owns))?.id ?? 'there is none' }, body: more })

export const address = idOf((owns) => owns.address())

export const review = idOf((owns) => owns.review())

export const shop = systemCtx('test')

/** Asks for all that there is, when A has one. */
export const having =
  (thing: (owns: Belongings) => Promise<unknown>, asked: Asked = {}): Ask =>
  async ({ owns }) => {
    await thing(owns)
    return asked
  }

export const customer =
  (fields: Record<string, unknown> = {}): Ask =>
  ({ cast }) => ({ params: { id: cast.a.id }, body: fields })

/** Sent to A, about an account that is no secret. */
export const mailOfA: Ask = async ({ cast: { a } }) => {
  const key = `password_changed:${newId()}`
  await transaction((tx) =>
    sendEmail(tx, 'password_changed', a.email, { changed_at: new Date().toISOString(), reset_path: '/forgot-password' }, key, { userId: a.id }),
  )
  const [mail] = await database()
    .update(emails)
    .set({ status: 'sent', sentAt: new Date() })
    .where(eq(emails.idempotencyKey, key))
    .returning({ id: emails.id })
  return { params: { id: mail?.id ?? '' } }
}

export const shownReviews: Asked = { query: { status: 'shown', page_size: '50' } }

export const toPay = (owns: Belongings) => owns.order()

export const isPaid = (owns: Belongings) => owns.paidOrder()

export const isDelivered = (owns: Belongings) => owns.deliveredOrder()

export const order =
  (which: (owns: Belongings) => Promise<OrderView>, more: Asked = {}): Ask =>
  async ({ owns }) => ({ ...more, params: { number: (await which(owns)).number } })

/** With the token of the order's link, as `token` in an API and as `t` in an address that people open. */
export const orderByLink =
  (which: (owns: Belongings) => Promise<OrderView>, place: 'query' | 'body', name = 'token', more: Asked = {}): Ask =>
  async ({ owns }) => {
    const { number, access_token: token } = await which(owns)
    return { ...more, params: { number }, [place]: { ...more[place], [name]: token } }
  }

export const withdrawal: Ask = async ({ owns }) => ({ params: { number: (await owns.deliveredOrder()).number, id: (await owns.returned()).id } })

export const token =
  (make: (world: World) => Promise<string>): Ask =>
  async (world) => ({ body: { token: await make(world) } })

export const category = async (): Promise<Asked> => {
  const { category_id } = await saveCategory(systemCtx('test'), { name: 'Things', slug: `things-${newId()}` })
  return { params: { id: category_id } }
}

/** The ledger of what A bought. */
export const movements: Ask = async ({ owns, product }) => {
  await owns.paidOrder()
  return { params: { id: product.variantId } }
}
