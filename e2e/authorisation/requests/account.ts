import { blockAddress } from '@/lib/blocked-addresses/block-address'
import { type Ask, address, body, having, idOf, isPaid, MADE_UP, nothing, order, review, shop, token, toPay, withdrawal } from '../asking'
import { addressOf, returnedLine } from '../belongings'
import { type Cast, PASSWORD } from '../cast'
import { linkOfNewAddress, linkToConfirm, linkToReset, linkToVerify, newEmail } from '../links'

const NEW_PASSWORD = 'a whole new secret'

const exported = idOf((owns) => owns.exported())

const device = idOf((owns) => owns.device())

const notification = idOf((owns) => owns.notification())

const subscription = idOf((owns) => owns.subscription())

const writing: Ask = async ({ owns, product }) => {
  await owns.deliveredOrder()
  return { body: { product_id: product.id, rating: '5', title: 'Very good', body: 'Better than I thought.' } }
}

const passwordOf =
  (who: (cast: Cast) => { email: string }, password = PASSWORD): Ask =>
  ({ cast }) => ({ body: { email: who(cast).email, password } })

const preferences = [{ kind: 'price_drop', channel: 'bell', is_on: false }]

const addressFields = addressOf('12 Market')

const addressForm = Object.fromEntries(Object.entries(addressFields).map(([name, value]) => [name, value ?? '']))

const wish: Ask = ({ product }) => ({ body: { product_id: product.id } })

const onWishlist: Ask = async (world) => {
  await world.owns.wish()
  return wish(world)
}

const waiting: Ask = ({ product }) => ({ body: { variant_id: product.variantId, kind: 'price_drop', email: newEmail() } })

const registering: Ask = () => ({ body: { name: 'New', email: newEmail(), password: PASSWORD } })

const changingEmail: Ask = () => ({ body: { email: newEmail(), current_password: PASSWORD } })

const verifying: Ask = async () => ({ body: { token: await linkToVerify(), password: PASSWORD } })

const resetting: Ask = async ({ cast }) => ({ body: { token: await linkToReset(cast.stranger), new_password: NEW_PASSWORD } })

/** What is asked at the doors of accounts. */
export const accountRequests: Record<string, Ask> = {
  'POST /api/v1/sessions': passwordOf(({ stranger }) => stranger),
  'POST /api/v1/sessions: a wrong password': passwordOf(() => ({ email: newEmail() }), 'not it at all'),
  'POST /api/v1/sessions: a banned person': passwordOf(({ banned }) => banned),
  'DELETE /api/v1/sessions/current': nothing,
  'POST /api/v1/registrations': registering,
  'POST /api/v1/registrations: an address that has an account': ({ cast }) => ({
    body: { name: 'New', email: cast.stranger.email, password: PASSWORD },
  }),
  'POST /api/v1/registrations/mail': () => ({ body: { email: newEmail() } }),
  'POST /api/v1/registrations/confirmation': verifying,
  'POST /api/v1/registrations/confirmation: a made-up link': body({ token: MADE_UP, password: PASSWORD }),
  'POST /api/v1/password-resets': ({ cast }) => ({ body: { email: cast.stranger.email } }),
  'POST /api/v1/password-resets/completion': resetting,
  'POST /api/v1/password-resets/completion: a made-up link': body({ token: MADE_UP, new_password: NEW_PASSWORD }),

  'GET /api/v1/me': nothing,
  'PATCH /api/v1/me': body({ marketing_consent: true }),
  'PUT /api/v1/me/password': body({ current_password: PASSWORD, new_password: NEW_PASSWORD }),
  'PUT /api/v1/me/email': changingEmail,
  'POST /api/v1/me/email/confirmation': token(({ cast }) => linkOfNewAddress(cast.a)),
  'GET /api/v1/me/sessions': having((owns) => owns.device()),
  'DELETE /api/v1/me/sessions': nothing,
  'DELETE /api/v1/me/sessions/{id}': device,
  'POST /api/v1/me/exports': body({}),
  'GET /api/v1/me/exports/{id}': exported,
  'GET /api/v1/tasks/{id}': exported,
  'POST /api/v1/tasks/{id}/cancellation': exported,
  'POST /api/v1/me/erasure': body({ current_password: PASSWORD, confirmation: 'ERASE' }),
  'GET /api/v1/addresses': having((owns) => owns.address()),
  'POST /api/v1/addresses': body(addressFields),
  'PUT /api/v1/addresses/{id}': idOf((owns) => owns.address(), addressFields),
  'DELETE /api/v1/addresses/{id}': address,

  'GET /api/v1/reviews': having((owns) => owns.review()),
  'POST /api/v1/reviews': writing,
  'PATCH /api/v1/reviews/{id}': idOf((owns) => owns.review(), { rating: 5 }),
  'DELETE /api/v1/reviews/{id}': review,
  'GET /api/v1/wishlist': having((owns) => owns.sharedWishlist()),
  'POST /api/v1/wishlist': wish,
  'DELETE /api/v1/wishlist/{product_id}': async ({ owns, product }) => {
    await owns.wish()
    return { params: { product_id: product.id } }
  },
  'POST /api/v1/wishlist/share': having((owns) => owns.wish()),
  'DELETE /api/v1/wishlist/share': having((owns) => owns.sharedWishlist()),
  'GET /api/v1/subscriptions': having((owns) => owns.subscription()),
  'POST /api/v1/subscriptions': waiting,
  'DELETE /api/v1/subscriptions/{id}': subscription,
  'GET /api/v1/notifications': having((owns) => owns.notification()),
  'POST /api/v1/notifications/read': having((owns) => owns.notification()),
  'POST /api/v1/notifications/{id}/read': notification,
  'GET /api/v1/notifications/preferences': nothing,
  'PATCH /api/v1/notifications/preferences': body({ preferences }),
  'GET /api/v1/admin/blocked-addresses': nothing,
  'POST /api/v1/admin/blocked-addresses': body({ address: '2001:db8::1' }),
  'DELETE /api/v1/admin/blocked-addresses/{address}': async () => {
    await blockAddress(shop, { address: '203.0.113.250', hours: 1, note: '' })
    return { params: { address: '203.0.113.250' } }
  },

  signInAction: passwordOf(({ stranger }) => stranger),
  'signInAction: a wrong password': passwordOf(() => ({ email: newEmail() }), 'not it at all'),
  signOutAction: nothing,
  registerAction: registering,
  resendVerificationAction: () => ({ body: { email: newEmail() } }),
  verifyEmailAction: verifying,
  requestPasswordResetAction: ({ cast }) => ({ body: { email: cast.stranger.email } }),
  resetPasswordAction: resetting,

  updateProfileAction: body({ name: 'Somebody Else' }),
  changePasswordAction: body({ current_password: PASSWORD, new_password: NEW_PASSWORD }),
  requestEmailChangeAction: changingEmail,
  confirmEmailChangeAction: token(({ cast }) => linkOfNewAddress(cast.a)),
  endSessionAction: device,
  endOtherSessionsAction: nothing,

  addAddressAction: body(addressForm),
  changeAddressAction: idOf((owns) => owns.address(), addressForm),
  removeAddressAction: address,

  markAllReadAction: having((owns) => owns.notification()),
  savePreferencesAction: body({ 'price_drop/bell': 'on' }),

  cancelMyOrderAction: order(toPay),
  orderAgainAction: order(isPaid),
  requestReturnAction: async (world) => {
    const delivered = await world.owns.deliveredOrder()
    const id = returnedLine(delivered, '').order_item_id
    return { params: { number: delivered.number }, body: { [`quantity/${id}`]: '1', [`reason/${id}`]: 'damaged' } }
  },
  withdrawReturnAction: withdrawal,

  beginExportAction: nothing,
  cancelExportAction: exported,
  eraseMyAccountAction: body({ current_password: PASSWORD, confirmation: 'ERASE' }),

  writeReviewAction: writing,
  editReviewAction: idOf((owns) => owns.review(), { rating: '5' }),
  deleteReviewAction: review,

  addToWishlistAction: wish,
  completeWishAction: wish,
  removeFromWishlistAction: onWishlist,
  moveToCartAction: onWishlist,
  shareAction: having((owns) => owns.wish(), { body: { share: 'on' } }),

  subscribeAction: waiting,
  confirmSubscriptionAction: token(({ product }) => linkToConfirm(product)),
  'confirmSubscriptionAction: a made-up link': body({ token: MADE_UP }),
  endSubscriptionAction: subscription,
}
