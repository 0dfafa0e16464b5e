import { newId } from '@/lib/core/ids'
import {
  type Ask,
  address,
  category,
  customer,
  having,
  isDelivered,
  isPaid,
  MADE_UP,
  mailOfA,
  movements,
  nothing,
  order,
  orderByLink,
  review,
  shownReviews,
  toPay,
} from '../asking'
import { linkToConfirm, linkToEnd, linkToLeftCart, mailToSomebody } from '../links'

const page = (name: string, ask: Ask = nothing): [string, Ask] => [name, ask]

const shared: Ask = async ({ owns }) => ({ params: { token: (await owns.sharedWishlist()).share_path?.split('/').at(-1) ?? '' } })

/** Where the pages of the table are. */
export const pageRequests: Record<string, Ask> = Object.fromEntries([
  page('/'),
  page('/c/{slug}', () => ({ params: { slug: 'sneakers-skates' } })),
  page('/c/{slug}/browse', () => ({ params: { slug: 'sneakers-skates' } })),
  page('/p/{slug}', ({ product: { slug } }) => ({ params: { slug } })),
  page('/p/{slug}/reviews', ({ product: { slug } }) => ({ params: { slug } })),
  page('/pages/{slug}', () => ({ params: { slug: 'about' } })),
  page('/problems/{code}', () => ({ params: { code: 'not_found' } })),
  page('/search', () => ({ query: { q: 'lamp' } })),

  page('/cart'),
  page('/cart/restore', async ({ product }) => ({ query: { t: await linkToLeftCart(product) } })),
  page('/checkout'),
  page('/orders/{number}', order(isPaid)),
  page('/orders/{number}: by link', orderByLink(isPaid, 'query', 't')),
  page('/orders/{number}/pay', order(toPay)),

  page('/sign-in'),
  page('/register'),
  page('/forgot-password'),
  page('/reset-password', () => ({ query: { token: MADE_UP } })),
  page('/verify-email', () => ({ query: { token: MADE_UP } })),
  page('/check-your-mail'),

  page('/account', having(isPaid)),
  page(
    '/account/addresses',
    having((owns) => owns.address()),
  ),
  page('/account/addresses/new'),
  page('/account/addresses/{id}', address),
  page('/account/confirm-email', () => ({ query: { token: MADE_UP } })),
  page(
    '/account/notifications',
    having((owns) => owns.notification()),
  ),
  page('/account/orders', having(isPaid)),
  page('/account/orders/{number}', order(isPaid)),
  page('/account/orders/{number}/return', order(isDelivered)),
  page('/account/privacy'),
  page('/account/profile'),
  page(
    '/account/reviews',
    having((owns) => owns.review()),
  ),
  page('/account/reviews/new', async ({ owns, product: { slug } }) => {
    await owns.deliveredOrder()
    return { query: { product: slug } }
  }),
  page('/account/reviews/{id}', review),
  page(
    '/account/security',
    having((owns) => owns.device()),
  ),
  page(
    '/account/wishlist',
    having((owns) => owns.sharedWishlist()),
  ),
  page('/account/wishlist/add', ({ product: { id } }) => ({ query: { product: id } })),

  page('/admin'),
  page('/admin/carts'),
  page('/admin/customers', () => ({ query: { page_size: '100' } })),
  page('/admin/customers/{id}', customer()),
  page('/admin/categories'),
  page('/admin/categories/{id}', () => category()),
  page('/admin/inventory'),
  page('/admin/inventory/{id}', movements),
  page('/admin/log'),
  page('/admin/operations'),
  page('/admin/operations/cache'),
  page('/admin/operations/events'),
  page('/admin/operations/jobs'),
  page('/admin/operations/jobs/{id}', () => ({ params: { id: newId() } })),
  page('/admin/operations/mails', async (world) => {
    await mailOfA(world)
    return { query: { page_size: '100' } }
  }),
  page('/admin/operations/mails/{id}', mailOfA),
  page('/admin/orders', having(isPaid)),
  page('/admin/orders/{number}', order(isPaid)),
  page('/admin/products'),
  page('/admin/products/{id}', ({ product }) => ({ params: { id: product.id } })),
  page('/admin/reports'),
  page(
    '/admin/reviews',
    having((owns) => owns.review(), shownReviews),
  ),
  page('/admin/settings'),
  page('/admin/settings/addresses'),
  page('/admin/settings/limits'),
  page('/admin/settings/mail'),
  page('/admin/settings/payments'),
  page('/admin/settings/shipping'),
  page('/admin/settings/shipping/methods/{code}', () => ({ params: { code: 'new' } })),
  page('/admin/settings/shop'),
  page('/admin/settings/tax'),
  page('/admin/team'),
  page('/admin/team/roles/{id}', () => ({ params: { id: 'new' } })),
  page('/admin/{rest}', () => ({ params: { rest: 'nothing' } })),

  page('/wishlist/{token}', shared),
  page('/wishlist/{token}: a made-up link', () => ({ params: { token: MADE_UP } })),
  page('/subscriptions/confirm', async ({ product }) => ({ query: { t: await linkToConfirm(product) } })),
  page('/subscriptions/requested'),
  page('/unsubscribe', async ({ product }) => ({ query: { t: await linkToEnd(product) } })),

  page('/dev/mailbox', () => ({ query: { to: 'nobody@example.com' } })),
  page('/dev/mailbox/{id}', async () => ({ params: { id: await mailToSomebody() } })),
  page('/dev/mailbox/templates'),
  page('/dev/mailbox/templates/{kind}', () => ({ params: { kind: 'verify_email' } })),
])
