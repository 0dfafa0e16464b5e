import { sql } from 'drizzle-orm'
import type { PictureRef } from '@/db/schema/catalog'
import { type Tx, transaction } from '@/db/transaction'
import { pictureView } from '@/lib/catalog/pictures'
import type { Ctx } from '@/lib/core/context'
import type { OrderId, UserId } from '@/lib/core/ids'
import { notify } from '@/lib/notifications/notify'
import { wantsMail } from '@/lib/notifications/wants-mail'
import { readMailedOrder } from '@/lib/orders/mailed-order'
import { sendEmail } from '@/lib/platform/email/send-email'
import { stopPath } from '@/lib/platform/email/stop-links'
import { isUnwanted } from '@/lib/platform/email/suppressions'

type Delivered = { orderId: OrderId; orderNumber: string }
type Product = { name: string; slug: string; picture: PictureRef | null }

/**
 * Asks a person how they like what they bought, once per order: the products that they have not reviewed, that do not go back and are
 * still sold. Guests are not asked, because a review needs an account, nor is who switched it off. At most seven statements.
 * @returns how many products it is about
 */
export async function requestReview(_ctx: Ctx, { orderId, orderNumber }: Delivered): Promise<number> {
  return transaction(async (tx) => {
    const mailed = await readMailedOrder(tx, orderNumber)
    if (!mailed?.userId || mailed.order.status !== 'delivered') return 0
    const { to, ref, userId } = mailed
    const products = await listUnreviewed(tx, orderId, userId)
    const [first] = products
    if (!first) return 0
    const key = `review_request:${orderId}`
    const title = products.length === 1 ? `How do you like ${first.name}?` : 'How do you like your things?'
    await notify(tx, { userId, kind: 'review_request', title, href: reviewPath(first), key })
    if ((await wantsMail(tx, userId, 'review_request')) && (await mayWrite(tx, to))) {
      const shown = products.map((product) => ({ name: product.name, path: reviewPath(product), picture: pictureView(product.picture) }))
      const props = { ...ref, products: shown, unsubscribe_path: stopPath({ email: to, kind: 'review_request' }) }
      await sendEmail(tx, 'review_request', to, props, key, { userId, orderId })
    }
    return products.length
  })
}

const reviewPath = ({ slug }: Product) => `/account/reviews/new?product=${encodeURIComponent(slug)}`

async function listUnreviewed(tx: Tx, orderId: OrderId, userId: UserId): Promise<Product[]> {
  const rows = await tx.execute<Product>(sql`
    select p.name, p.slug, p.picture from (
      select i.product_id, min(i.position) as position from order_items i where i.order_id = ${orderId} and not exists (
        select from return_items ri join returns r on r.id = ri.return_id where ri.order_item_id = i.id and r.status not in ('rejected', 'withdrawn'))
      group by i.product_id
    ) i join products p on p.id = i.product_id and p.is_active
    where not exists (select from reviews v where v.product_id = p.id and v.user_id = ${userId})
      and exists (select from users u where u.id = ${userId} and u.banned_at is null and u.erased_at is null)
    order by i.position limit 5`)
  return [...rows]
}

async function mayWrite(tx: Tx, email: string): Promise<boolean> {
  const [row] = await tx.execute<{ is_unwanted: boolean }>(sql`select ${isUnwanted(sql`${email}`, sql`'review_request'`)} as is_unwanted`)
  return row?.is_unwanted === false
}
