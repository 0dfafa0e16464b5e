import { z } from 'zod'

/*
 * Who may do what at every door of the shop: each method of each route handler, each Server Action, each page (S2). A door that is missing
 * here fails the tests, and so does a line without a door. One line is an operation on what belongs to A; each column is who asks:
 *
 *   nobody   without any cookie                  staff   signed in, role staff
 *   guest    with a cart and its cookie          admin   signed in, role admin
 *   A        the owner, signed in by cookie      ended   with the cookie of a session of A that is over
 *   B        another customer, signed in         banned  with the cookie of a customer who was banned
 *                                                bearer  A, by Authorization: Bearer
 *                                                clerk   staff whose role grants nothing; left out where it is as for staff
 *
 * A cell is the status of the answer. A star after it: the answer shows what is A's, and it is tested that it does, so that a test that
 * looks for it elsewhere can find it. A plus: who works here may change what is A's by it. No answer to anybody else may show anything of A's without a star, and nothing of A's may be changed
 * by what others ask. For an action, 200 stands for "done" and for the redirect after it; a refusal has the status of its code. What
 * somebody else owns is 404, as if it did not exist. After a colon stands a variant: the same door, asked in another way.
 *
 * Pages are for browsers, which say who asks by cookie: there a bearer is nobody.
 *
 * Local mode, with the test payment provider: Stripe is not set up, and the mailbox and the metrics are open.
 */

export const callers = ['nobody', 'guest', 'A', 'B', 'staff', 'admin', 'ended', 'banned', 'bearer', 'clerk'] as const
export type Caller = (typeof callers)[number]

/** Everybody but A. */
export const outsiders = callers.filter((caller) => caller !== 'A' && caller !== 'bearer')

export const routeTable = `
## Everybody reads the catalogue                              nobody guest A     B     staff admin ended banned bearer
GET    /api/v1/categories                                     200    200   200   200   200   200   200   200    200
GET    /api/v1/countries                                      200    200   200   200   200   200   200   200    200
GET    /api/v1/countries/{code}                               200    200   200   200   200   200   200   200    200
GET    /api/v1/openapi.json                                   200    200   200   200   200   200   200   200    200
GET    /api/v1/products                                       200    200   200   200   200   200   200   200    200
GET    /api/v1/products/facets                                200    200   200   200   200   200   200   200    200
GET    /api/v1/products/search                                200    200   200   200   200   200   200   200    200
GET    /api/v1/products/suggest                               200    200   200   200   200   200   200   200    200
GET    /api/v1/products/{slug}                                200    200   200   200   200   200   200   200    200
GET    /api/v1/products/{slug}/reviews                        200    200   200   200   200   200   200   200    200
GET    /media/{file}                                          404    404   404   404   404   404   404   404    404
GET    /sitemap.xml                                           200    200   200   200   200   200   200   200    200
GET    /sitemaps/{file}                                       200    200   200   200   200   200   200   200    200
ANY    /api/v1/{rest}                                         404    404   404   404   404   404   404   404    404

## Administrators watch the shop                              nobody guest A     B     staff admin ended banned bearer
GET    /api/monitoring/cache                                  401    401   403   403   403   200   401   401    403
POST   /api/monitoring/cache/clear                            401    401   403   403   403   200   401   401    403
GET    /api/monitoring/database                               401    401   403   403   403   200   401   401    403
GET    /api/monitoring/system                                 401    401   403   403   403   200   401   401    403

## Machines: health, metrics, providers, mail programs        nobody guest A     B     staff admin ended banned bearer
GET    /api/health/live                                       200    200   200   200   200   200   200   200    200
GET    /api/health/ready                                      200    200   200   200   200   200   200   200    200
GET    /api/metrics                                           200    200   200   200   200   200   200   200    200
GET    /api/inngest                                           404    404   404   404   404   404   404   404    404
POST   /api/inngest                                           404    404   404   404   404   404   404   404    404
PUT    /api/inngest                                           404    404   404   404   404   404   404   404    404
POST   /api/webhooks/stripe                                   404    404   404   404   404   404   404   404    404
POST   /api/webhooks/test                                     400    400   400   400   400   400   400   400    400
GET    /api/unsubscribe                                       303    303   303   303   303   303   303   303    303
POST   /api/unsubscribe                                       200    200   200   200   200   200   200   200    200
POST   /api/unsubscribe: a made-up link                       404    404   404   404   404   404   404   404    404
GET    /dev/mailbox/messages                                  200    200   200   200   200   200   200   200    200

## A cart is whose it is                                      nobody guest A     B     staff admin ended banned bearer
GET    /api/v1/cart                                           200    200   200*  200   200   200   200   200    200*
POST   /api/v1/cart                                           201    201   201   201   201   201   201   201    201
POST   /api/v1/cart/items                                     201    201   201*  201   201   201   201   201    201*
PATCH  /api/v1/cart/items/{id}                                404    404   200*  404   404   404   404   404    200*
DELETE /api/v1/cart/items/{id}                                404    404   200*  404   404   404   404   404    200*
GET    /api/v1/cart/delivery-options                          200    200   200   200   200   200   200   200    200
PUT    /api/v1/cart/contact                                   404    200   200   200   200   200   404   404    200
POST   /api/v1/cart/prices                                    404    200   200*  200   200   200   404   404    200*
POST   /api/v1/checkout                                       409    201   201   201   201   201   409   409    201
GET    /api/v1/view                                           200    200   200*  200   200   200   200   200    200*

## An order is its owner's, and whose who has its link        nobody guest A     B     staff admin ended banned bearer
GET    /api/v1/orders                                         401    401   200*  200   200   200   401   401    200*
GET    /api/v1/orders/{number}                                404    404   200*  404   404   404   404   404    200*
GET    /api/v1/orders/{number}: by link                       200*   200*  200*  200*  200*  200*  200*  200*   200*
GET    /api/v1/orders/{number}: by another order's link       404    404   200*  404   404   404   404   404    200*
POST   /api/v1/orders/{number}/cancellation                   404    404   200*  404   404   404   404   404    200*
POST   /api/v1/orders/{number}/cancellation: by link          200*   200*  200*  200*  200*  200*  200*  200*   200*
POST   /api/v1/orders/{number}/cart                           404    404   200   404   404   404   404   404    200
POST   /api/v1/orders/{number}/cart: by link                  200    200   200   200   200   200   200   200    200
POST   /api/v1/orders/{number}/payments                       404    404   200*  404   404   404   404   404    200*
POST   /api/v1/orders/{number}/payments: by link              200*   200*  200*  200*  200*  200*  200*  200*   200*
GET    /api/v1/orders/{number}/payments/return                404    404   303   404   404   404   404   404    303
GET    /api/v1/orders/{number}/payments/return: by link       303    303   303   303   303   303   303   303    303
GET    /api/v1/orders/{number}/returns                        401    401   200*  404   404   404   401   401    200*
POST   /api/v1/orders/{number}/returns                        401    401   201   404   404   404   401   401    201
POST   /api/v1/orders/{number}/returns/{id}/withdrawal        401    401   200*  404   404   404   401   401    200*
GET    /orders/{number}/invoice                               404    404   200   404   404   404   404   404    200
GET    /orders/{number}/invoice: by link                      200    200   200   200   200   200   200   200    200

## Signing in, by who knows the password or reads the mail    nobody guest A     B     staff admin ended banned bearer
POST   /api/v1/sessions                                       201    201   201   201   201   201   201   201    201
POST   /api/v1/sessions: a wrong password                     401    401   401   401   401   401   401   401    401
POST   /api/v1/sessions: a banned person                      403    403   403   403   403   403   403   403    403
DELETE /api/v1/sessions/current                               200    200   200   200   200   200   200   200    200
POST   /api/v1/registrations                                  202    202   202   202   202   202   202   202    202
POST   /api/v1/registrations: an address that has an account  202    202   202   202   202   202   202   202    202
POST   /api/v1/registrations/mail                             202    202   202   202   202   202   202   202    202
POST   /api/v1/registrations/confirmation                     200    200   200   200   200   200   200   200    200
POST   /api/v1/registrations/confirmation: a made-up link     404    404   404   404   404   404   404   404    404
POST   /api/v1/password-resets                                202    202   202   202   202   202   202   202    202
POST   /api/v1/password-resets/completion                     200    200   200   200   200   200   200   200    200
POST   /api/v1/password-resets/completion: a made-up link     404    404   404   404   404   404   404   404    404

## One's own account                                          nobody guest A     B     staff admin ended banned bearer
GET    /api/v1/me                                             401    401   200*  200   200   200   401   401    200*
PATCH  /api/v1/me                                             401    401   200*  200   200   200   401   401    200*
PUT    /api/v1/me/password                                    401    401   200   200   200   200   401   401    200
PUT    /api/v1/me/email                                       401    401   202   202   202   202   401   401    202
POST   /api/v1/me/email/confirmation                          401    401   200   403   403   403   401   401    200
GET    /api/v1/me/sessions                                    401    401   200*  200   200   200   401   401    200*
DELETE /api/v1/me/sessions                                    401    401   200   200   200   200   401   401    200
DELETE /api/v1/me/sessions/{id}                               401    401   200   404   404   404   401   401    200
POST   /api/v1/me/exports                                     401    401   202   202   202   202   401   401    202
GET    /api/v1/me/exports/{id}                                401    401   200*  404   404   404   401   401    200*
GET    /api/v1/tasks/{id}                                     401    401   200   404   404   404   401   401    200
POST   /api/v1/tasks/{id}/cancellation                        401    401   200   404   404   404   401   401    200
POST   /api/v1/me/erasure                                     401    401   200   200   200   200   401   401    200
GET    /api/v1/addresses                                      401    401   200*  200   200   200   401   401    200*
POST   /api/v1/addresses                                      401    401   201   201   201   201   401   401    201
PUT    /api/v1/addresses/{id}                                 401    401   200   404   404   404   401   401    200
DELETE /api/v1/addresses/{id}                                 401    401   200   404   404   404   401   401    200

## What one wrote, wishes and is told                         nobody guest A     B     staff admin ended banned bearer
GET    /api/v1/reviews                                        401    401   200*  200   200   200   401   401    200*
POST   /api/v1/reviews                                        401    401   200   403   403   403   401   401    200
PATCH  /api/v1/reviews/{id}                                   401    401   200*  404   404   404   401   401    200*
DELETE /api/v1/reviews/{id}                                   401    401   200   404   404   404   401   401    200
GET    /api/v1/wishlist                                       401    401   200*  200   200   200   401   401    200*
POST   /api/v1/wishlist                                       401    401   200   200   200   200   401   401    200
DELETE /api/v1/wishlist/{product_id}                          401    401   200   200   200   200   401   401    200
POST   /api/v1/wishlist/share                                 401    401   200   200   200   200   401   401    200
DELETE /api/v1/wishlist/share                                 401    401   200   200   200   200   401   401    200
GET    /api/v1/subscriptions                                  401    401   200*  200   200   200   401   401    200*
POST   /api/v1/subscriptions                                  202    202   202   202   202   202   202   202    202
DELETE /api/v1/subscriptions/{id}                             401    401   200   404   404   404   401   401    200
GET    /api/v1/notifications                                  401    401   200*  200   200   200   401   401    200*
POST   /api/v1/notifications/read                             401    401   200   200   200   200   401   401    200
POST   /api/v1/notifications/{id}/read                        401    401   200   404   404   404   401   401    200
GET    /api/v1/notifications/preferences                      401    401   200   200   200   200   401   401    200
PATCH  /api/v1/notifications/preferences                      401    401   200   200   200   200   401   401    200

## The dashboard, for who works here                          nobody guest A     B     staff admin ended banned bearer clerk
GET    /api/v1/admin/customers                                401    401   403   403   200*  200*  401   401    403    403
GET    /api/v1/admin/customers/export                         401    401   403   403   200*  200*  401   401    403    403
GET    /api/v1/admin/customers/{id}                           401    401   403   403   200*  200*  401   401    403    403
PUT    /api/v1/admin/customers/{id}/ban                       401    401   403   403   403   200+  401   401    403    403
POST   /api/v1/admin/customers/{id}/password-reset            401    401   403   403   403   200+  401   401    403    403
GET    /api/v1/admin/log                                      401    401   403   403   403   200   401   401    403    403
GET    /api/v1/admin/log/export                               401    401   403   403   403   200   401   401    403    403
POST   /api/v1/admin/log/{id}/undo                            401    401   403   403   404   404   401   401    403    404
GET    /api/v1/admin/categories                               401    401   403   403   200   200   401   401    403    403
POST   /api/v1/admin/categories                               401    401   403   403   201   201   401   401    403    403
PATCH  /api/v1/admin/categories/{id}                          401    401   403   403   200   200   401   401    403    403
GET    /api/v1/admin/categories/{id}/order                    401    401   403   403   200   200   401   401    403    403
PUT    /api/v1/admin/categories/{id}/order                    401    401   403   403   200   200   401   401    403    403
POST   /api/v1/admin/categories/{id}/picture                  401    401   403   403   415   415   401   401    403    403
DELETE /api/v1/admin/categories/{id}/picture                  401    401   403   403   200   200   401   401    403    403
PUT    /api/v1/admin/categories/{id}/place                    401    401   403   403   200   200   401   401    403    403
GET    /api/v1/admin/inventory                                401    401   403   403   200   200   401   401    403    403
POST   /api/v1/admin/inventory/adjustments                    401    401   403   403   200   200   401   401    403    403
GET    /api/v1/admin/inventory/export                         401    401   403   403   200   200   401   401    403    403
GET    /api/v1/admin/inventory/{id}/movements                 401    401   403   403   200*  200*  401   401    403    403
GET    /api/v1/admin/orders                                   401    401   403   403   200*  200*  401   401    403    403
GET    /api/v1/admin/orders/export                            401    401   403   403   200*  200*  401   401    403    403
POST   /api/v1/admin/orders/fulfilments                       401    401   403   403   200+  200+  401   401    403    403
GET    /api/v1/admin/orders/{number}                          401    401   403   403   200*  200*  401   401    403    403
PUT    /api/v1/admin/orders/{number}/address                  401    401   403   403   200+  200+  401   401    403    403
POST   /api/v1/admin/orders/{number}/cancellation             401    401   403   403   403   200+  401   401    403    403
POST   /api/v1/admin/orders/{number}/delivery                 401    401   403   403   200+  200+  401   401    403    403
POST   /api/v1/admin/orders/{number}/fulfilments              401    401   403   403   201+  201+  401   401    403    403
POST   /api/v1/admin/orders/{number}/notes                    401    401   403   403   201+  201+  401   401    403    403
GET    /api/v1/admin/orders/{number}/packing-slip             401    401   403   403   200   200   401   401    403    403
POST   /api/v1/admin/orders/{number}/refunds                  401    401   403   403   403   201+  401   401    403    403
POST   /api/v1/admin/orders/{number}/returns/{id}/decision    401    401   403   403   200+  200+  401   401    403    403
POST   /api/v1/admin/orders/{number}/returns/{id}/receipt     401    401   403   403   200+  200+  401   401    403    403
POST   /api/v1/admin/orders/{number}/returns/{id}/refund      401    401   403   403   403   200+  401   401    403    403
GET    /api/v1/admin/products                                 401    401   403   403   200   200   401   401    403    403
POST   /api/v1/admin/products                                 401    401   403   403   201   201   401   401    403    403
POST   /api/v1/admin/products/changes                         401    401   403   403   200   200   401   401    403    403
GET    /api/v1/admin/products/export                          401    401   403   403   200   200   401   401    403    403
GET    /api/v1/admin/products/{product_id}                    401    401   403   403   200   200   401   401    403    403
PATCH  /api/v1/admin/products/{product_id}                    401    401   403   403   200   200   401   401    403    403
GET    /api/v1/admin/reviews                                  401    401   403   403   200*  200*  401   401    403    403
POST   /api/v1/admin/reviews/decisions                        401    401   403   403   200+  200+  401   401    403    403
PUT    /api/v1/admin/products/{product_id}/low-stock-threshold 401    401   403   403   200   200   401   401    403    403
GET    /api/v1/admin/products/{product_id}/pictures           401    401   403   403   200   200   401   401    403    403
POST   /api/v1/admin/products/{product_id}/pictures           401    401   403   403   415   415   401   401    403    403
PUT    /api/v1/admin/products/{product_id}/pictures           401    401   403   403   412   412   401   401    403    403
GET    /api/v1/admin/search                                   401    401   403   403   200*  200*  401   401    403    200

## Settings                                                   nobody guest A     B     staff admin ended banned bearer clerk
GET    /api/v1/admin/settings/shipping                        401    401   403   403   403   200   401   401    403    403
POST   /api/v1/admin/settings/shipping/methods                401    401   403   403   403   201   401   401    403    403
DELETE /api/v1/admin/settings/shipping/methods/{id}           401    401   403   403   403   200   401   401    403    403
PUT    /api/v1/admin/settings/shipping/methods/{id}           401    401   403   403   403   200   401   401    403    403
POST   /api/v1/admin/settings/shipping/zones                  401    401   403   403   403   201   401   401    403    403
DELETE /api/v1/admin/settings/shipping/zones/{id}             401    401   403   403   403   200   401   401    403    403
PUT    /api/v1/admin/settings/shipping/zones/{id}             401    401   403   403   403   200   401   401    403    403
GET    /api/v1/admin/settings/tax                             401    401   403   403   403   200   401   401    403    403
PUT    /api/v1/admin/settings/tax                             401    401   403   403   403   200   401   401    403    403
POST   /api/v1/admin/settings/tax/rates                       401    401   403   403   403   201   401   401    403    403
DELETE /api/v1/admin/settings/tax/rates/{id}                  401    401   403   403   403   200   401   401    403    403
PUT    /api/v1/admin/settings/tax/rates/{id}                  401    401   403   403   403   200   401   401    403    403

## Addresses that get no answers                              nobody guest A     B     staff admin ended banned bearer clerk
GET    /api/v1/admin/blocked-addresses                        401    401   403   403   403   200   401   401    403    403
POST   /api/v1/admin/blocked-addresses                        401    401   403   403   403   201   401   401    403    403
DELETE /api/v1/admin/blocked-addresses/{address}              401    401   403   403   403   200   401   401    403    403
`

export const actionTable = `
## app/(auth)/actions.ts                                      nobody guest A     B     staff admin ended banned bearer
signInAction                                                  200    200   200   200   200   200   200   200    200
signInAction: a wrong password                                401    401   401   401   401   401   401   401    401
signOutAction                                                 200    200   200   200   200   200   200   200    200
registerAction                                                200    200   200   200   200   200   200   200    200
resendVerificationAction                                      200    200   200   200   200   200   200   200    200
verifyEmailAction                                             200    200   200   200   200   200   200   200    200
requestPasswordResetAction                                    200    200   200   200   200   200   200   200    200
resetPasswordAction                                           200    200   200   200   200   200   200   200    200

## app/(account)/account/actions.ts                           nobody guest A     B     staff admin ended banned bearer
updateProfileAction                                           401    401   200*  200   200   200   401   401    200*
changePasswordAction                                          401    401   200   200   200   200   401   401    200
requestEmailChangeAction                                      401    401   200   200   200   200   401   401    200
confirmEmailChangeAction                                      401    401   200   403   403   403   401   401    200
endSessionAction                                              401    401   200   404   404   404   401   401    200
endOtherSessionsAction                                        401    401   200   200   200   200   401   401    200

## app/(account)/account/addresses/actions.ts                 nobody guest A     B     staff admin ended banned bearer
addAddressAction                                              401    401   200   200   200   200   401   401    200
changeAddressAction                                           401    401   200   404   404   404   401   401    200
removeAddressAction                                           401    401   200   404   404   404   401   401    200

## app/(account)/account/notifications/actions.ts             nobody guest A     B     staff admin ended banned bearer
markAllReadAction                                             401    401   200   200   200   200   401   401    200
savePreferencesAction                                         401    401   200   200   200   200   401   401    200

## app/(account)/account/orders/[number]/actions.ts           nobody guest A     B     staff admin ended banned bearer
cancelMyOrderAction                                           404    404   200   404   404   404   404   404    200
orderAgainAction                                              404    404   200   404   404   404   404   404    200
requestReturnAction                                           401    401   200   404   404   404   401   401    200
withdrawReturnAction                                          401    401   200   404   404   404   401   401    200

## app/(account)/account/privacy/actions.ts                   nobody guest A     B     staff admin ended banned bearer
beginExportAction                                             401    401   200   200   200   200   401   401    200
cancelExportAction                                            401    401   200   404   404   404   401   401    200
eraseMyAccountAction                                          401    401   200   200   200   200   401   401    200

## app/(account)/account/reviews/actions.ts                   nobody guest A     B     staff admin ended banned bearer
writeReviewAction                                             401    401   200   403   403   403   401   401    200
editReviewAction                                              401    401   200   404   404   404   401   401    200
deleteReviewAction                                            401    401   200   404   404   404   401   401    200

## app/(account)/account/wishlist/actions.ts                  nobody guest A     B     staff admin ended banned bearer
addToWishlistAction                                           401    401   200   200   200   200   401   401    200
completeWishAction                                            401    401   200   200   200   200   401   401    200
removeFromWishlistAction                                      401    401   200   200   200   200   401   401    200
moveToCartAction                                              401    401   200   404   404   404   401   401    200
shareAction                                                   401    401   200   200   200   200   401   401    200

## app/(account)/subscriptions/actions.ts                     nobody guest A     B     staff admin ended banned bearer
subscribeAction                                               200    200   200   200   200   200   200   200    200
confirmSubscriptionAction                                     200    200   200   200   200   200   200   200    200
confirmSubscriptionAction: a made-up link                     404    404   404   404   404   404   404   404    404
endSubscriptionAction                                         401    401   200   404   404   404   401   401    200

## app/(checkout)/cart/actions.ts                             nobody guest A     B     staff admin ended banned bearer
addItemAction                                                 200    200   200   200   200   200   200   200    200
changeItemAction                                              404    404   200   404   404   404   404   404    200
removeItemAction                                              404    404   200   404   404   404   404   404    200
acceptChangesAction                                           404    200   200*  200   200   200   404   404    200*
restoreCartAction                                             200    200   200   200   200   200   200   200    200
restoreCartAction: a made-up link                             404    404   404   404   404   404   404   404    404

## app/(checkout)/checkout/actions.ts                         nobody guest A     B     staff admin ended banned bearer
placeOrderAction                                              409    200   200   200   200   200   409   409    200

## app/(checkout)/orders/[number]/actions.ts                  nobody guest A     B     staff admin ended banned bearer
payOrderAction                                                404    404   200   404   404   404   404   404    200
payOrderAction: by link                                       200    200   200   200   200   200   200   200    200
cancelOrderAction                                             404    404   200   404   404   404   404   404    200
cancelOrderAction: by link                                    200    200   200   200   200   200   200   200    200
putBackIntoCartAction                                         404    404   200   404   404   404   404   404    200
putBackIntoCartAction: by link                                200    200   200   200   200   200   200   200    200
createAccountAction                                           404    404   200   404   404   404   404   404    200
createAccountAction: by link                                  200    200   200   200   200   200   200   200    200

## app/(admin)/admin/customers/actions.ts                     nobody guest A     B     staff admin ended banned bearer clerk
banCustomerAction                                             401    401   403   403   403   200+  401   401    403    403
sendPasswordResetAction                                       401    401   403   403   403   200+  401   401    403    403

## app/(admin)/admin/operations/actions.ts                    nobody guest A     B     staff admin ended banned bearer clerk
cancelRunAction                                               401    401   403   403   403   503   401   401    403    403
emptyCachesAction                                             401    401   403   403   403   200   401   401    403    403
purgeTagAction                                                401    401   403   403   403   200   401   401    403    403
resendMailAction                                              401    401   403   403   403   200+  401   401    403    403
retryEventsAction                                             401    401   403   403   403   200   401   401    403    403
retryRunAction                                                401    401   403   403   403   503   401   401    403    403
## app/(admin)/admin/categories/actions.ts                    nobody guest A     B     staff admin ended banned bearer clerk
addCategoryAction                                             401    401   403   403   200   200   401   401    403    403
changeCategoryAction                                          401    401   403   403   200   200   401   401    403    403

## app/(admin)/admin/inventory/actions.ts                     nobody guest A     B     staff admin ended banned bearer clerk
adjustStockAction                                             401    401   403   403   200   200   401   401    403    403
setThresholdAction                                            401    401   403   403   200   200   401   401    403    403

## app/(admin)/admin/orders/actions.ts                       nobody guest A     B     staff admin ended banned bearer clerk
addNoteAction                                                 401    401   403   403   200+  200+  401   401    403    403
cancelAction                                                  401    401   403   403   403   200+  401   401    403    403
correctAddressAction                                          401    401   403   403   200+  200+  401   401    403    403
decideReturnAction                                            401    401   403   403   200+  200+  401   401    403    403
deliverAction                                                 401    401   403   403   200+  200+  401   401    403    403
receiveReturnAction                                           401    401   403   403   200+  200+  401   401    403    403
refundAction                                                  401    401   403   403   403   200+  401   401    403    403
refundReturnAction                                            401    401   403   403   403   200+  401   401    403    403
sendParcelAction                                              401    401   403   403   200+  200+  401   401    403    403

## app/(admin)/admin/products/actions.ts                     nobody guest A     B     staff admin ended banned bearer clerk
createProductAction                                           401    401   403   403   200   200   401   401    403    403
saveProductAction                                             401    401   403   403   200   200   401   401    403    403
## app/(admin)/admin/reviews/actions.ts                       nobody guest A     B     staff admin ended banned bearer clerk
moderateAction                                                401    401   403   403   200+  200+  401   401    403    403

## app/(admin)/admin/settings/actions.ts                      nobody guest A     B     staff admin ended banned bearer clerk
addShippingMethodAction                                       401    401   403   403   403   200   401   401    403    403
blockAddressAction                                            401    401   403   403   403   200   401   401    403    403
removeShippingMethodAction                                    401    401   403   403   403   200   401   401    403    403
removeShippingZoneAction                                      401    401   403   403   403   200   401   401    403    403
removeTaxRateAction                                           401    401   403   403   403   200   401   401    403    403
savePaymentsAction                                            401    401   403   403   403   200   401   401    403    403
saveShippingMethodAction                                      401    401   403   403   403   200   401   401    403    403
saveShippingZoneAction                                        401    401   403   403   403   200   401   401    403    403
saveShopAction                                                401    401   403   403   403   200   401   401    403    403
saveTaxRateAction                                             401    401   403   403   403   200   401   401    403    403
saveUsualTaxAction                                            401    401   403   403   403   200   401   401    403    403
sendTestMailAction                                            401    401   403   403   403   200   401   401    403    403
unblockAddressAction                                          401    401   403   403   403   200   401   401    403    403

## app/(admin)/admin/team/actions.ts                          nobody guest A     B     staff admin ended banned bearer clerk
addMemberAction                                               401    401   403   403   403   200   401   401    403    403
addRoleAction                                                 401    401   403   403   403   200   401   401    403    403
removeRoleAction                                              401    401   403   403   403   200   401   401    403    403
saveRoleAction                                                401    401   403   403   403   200   401   401    403    403
setMemberAction                                               401    401   403   403   403   200   401   401    403    403
`

export const pageTable = `
## The shop                                                   nobody guest A     B     staff admin ended banned bearer
/                                                             200    200   200   200   200   200   200   200    200
/c/{slug}                                                     200    200   200   200   200   200   200   200    200
/c/{slug}/browse                                              200    200   200   200   200   200   200   200    200
/p/{slug}                                                     200    200   200   200   200   200   200   200    200
/p/{slug}/reviews                                             200    200   200   200   200   200   200   200    200
/pages/{slug}                                                 200    200   200   200   200   200   200   200    200
/problems/{code}                                              200    200   200   200   200   200   200   200    200
/search                                                       200    200   200   200   200   200   200   200    200

## Cart and orders                                            nobody guest A     B     staff admin ended banned bearer
/cart                                                         200    200   200*  200   200   200   200   200    200
/cart/restore                                                 200    200   200   200   200   200   200   200    200
/checkout                                                     200    200   200*  200   200   200   200   200    200
/orders/{number}                                              404    404   200*  404   404   404   404   404    404
/orders/{number}: by link                                     200*   200*  200*  200*  200*  200*  200*  200*   200*
/orders/{number}/pay                                          404    404   200   404   404   404   404   404    404

## Signing in                                                 nobody guest A     B     staff admin ended banned bearer
/sign-in                                                      200    200   307   307   307   307   200   200    200
/register                                                     200    200   307   307   307   307   200   200    200
/forgot-password                                              200    200   200   200   200   200   200   200    200
/reset-password                                               200    200   200   200   200   200   200   200    200
/verify-email                                                 200    200   200   200   200   200   200   200    200
/check-your-mail                                              200    200   200   200   200   200   200   200    200

## The account                                                nobody guest A     B     staff admin ended banned bearer
/account                                                      307    307   200*  200   200   200   307   307    307
/account/addresses                                            307    307   200*  200   200   200   307   307    307
/account/addresses/new                                        307    307   200*  200   200   200   307   307    307
/account/addresses/{id}                                       307    307   200*  404   404   404   307   307    307
/account/confirm-email                                        307    307   200*  200   200   200   307   307    307
/account/notifications                                        307    307   200*  200   200   200   307   307    307
/account/orders                                               307    307   200*  200   200   200   307   307    307
/account/orders/{number}                                      307    307   200*  404   404   404   307   307    307
/account/orders/{number}/return                               307    307   200*  404   404   404   307   307    307
/account/privacy                                              307    307   200*  200   200   200   307   307    307
/account/profile                                              307    307   200*  200   200   200   307   307    307
/account/reviews                                              307    307   200*  200   200   200   307   307    307
/account/reviews/new                                          307    307   200*  200   200   200   307   307    307
/account/reviews/{id}                                         307    307   200*  404   404   404   307   307    307
/account/security                                             307    307   200*  200   200   200   307   307    307
/account/wishlist                                             307    307   200*  200   200   200   307   307    307
/account/wishlist/add                                         307    307   200*  200   200   200   307   307    307

## The dashboard                                              nobody guest A     B     staff admin ended banned bearer clerk
/admin                                                        307    307   404   404   200   200   307   307    307    200
/admin/customers                                              307    307   404   404   200*  200*  307   307    307    404
/admin/customers/{id}                                         307    307   404   404   200*  200*  307   307    307    404
/admin/categories                                             307    307   404   404   200   200   307   307    307    404
/admin/categories/{id}                                        307    307   404   404   200   200   307   307    307    404
/admin/inventory                                              307    307   404   404   200   200   307   307    307    404
/admin/inventory/{id}                                         307    307   404   404   200*  200*  307   307    307    404
/admin/log                                                    307    307   404   404   404   200   307   307    307    404
/admin/operations                                             307    307   404   404   404   200   307   307    307    404
/admin/operations/cache                                       307    307   404   404   404   200   307   307    307    404
/admin/operations/events                                      307    307   404   404   404   200   307   307    307    404
/admin/operations/jobs                                        307    307   404   404   404   200   307   307    307    404
/admin/operations/jobs/{id}                                   307    307   404   404   404   200   307   307    307    404
/admin/operations/mails                                       307    307   404   404   404   200*  307   307    307    404
/admin/operations/mails/{id}                                  307    307   404   404   404   200*  307   307    307    404
/admin/orders                                                 307    307   404   404   200*  200*  307   307    307    404
/admin/orders/{number}                                        307    307   404   404   200*  200*  307   307    307    404
/admin/products                                               307    307   404   404   200   200   307   307    307    404
/admin/products/{id}                                          307    307   404   404   200   200   307   307    307    404
/admin/reviews                                                307    307   404   404   200*  200*  307   307    307    404
/admin/settings                                               307    307   404   404   404   200   307   307    307    404
/admin/settings/addresses                                     307    307   404   404   404   200   307   307    307    404
/admin/settings/limits                                        307    307   404   404   404   200   307   307    307    404
/admin/settings/mail                                          307    307   404   404   404   200   307   307    307    404
/admin/settings/payments                                      307    307   404   404   404   200   307   307    307    404
/admin/settings/shipping                                      307    307   404   404   404   200   307   307    307    404
/admin/settings/shipping/methods/{code}                       307    307   404   404   404   200   307   307    307    404
/admin/settings/shop                                          307    307   404   404   404   200   307   307    307    404
/admin/settings/tax                                           307    307   404   404   404   200   307   307    307    404
/admin/team                                                   307    307   404   404   404   200   307   307    307    404
/admin/team/roles/{id}                                        307    307   404   404   404   200   307   307    307    404

## By link                                                    nobody guest A     B     staff admin ended banned bearer
/wishlist/{token}                                             200    200   200   200   200   200   200   200    200
/wishlist/{token}: a made-up link                             404    404   404   404   404   404   404   404    404
/subscriptions/confirm                                        200    200   200   200   200   200   200   200    200
/subscriptions/requested                                      200    200   200   200   200   200   200   200    200
/unsubscribe                                                  200    200   200   200   200   200   200   200    200

## Mails, in local mode only                                  nobody guest A     B     staff admin ended banned bearer
/dev/mailbox                                                  200    200   200   200   200   200   200   200    200
/dev/mailbox/{id}                                             200    200   200   200   200   200   200   200    200
/dev/mailbox/templates                                        200    200   200   200   200   200   200   200    200
/dev/mailbox/templates/{kind}                                 200    200   200   200   200   200   200   200    200
`

/** A line of the table: `door` is what has to exist in the file tree, `name` tells its variants apart. */
export type Row = { name: string; door: string; verdicts: Record<Caller, Verdict> }
export type Verdict = { status: number; showsA: boolean; changesA: boolean }

/** @throws when a line has a cell too few or too many, or is there twice. */
export function rowsOf(table: string): Row[] {
  const rows = table
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('## '))
    .map(rowOf)
  const twice = rows.find(({ name }, index) => rows.findIndex((row) => row.name === name) !== index)
  if (twice) throw new Error(`${twice.name} is in the table twice`)
  return rows
}

function rowOf(line: string): Row {
  const [, name = '', cells = ''] = /^(.+?)((?:\s+\d{3}[*+]*)+)$/.exec(line) ?? []
  const written = cells.trim().split(/\s+/).map(verdictOf)
  const ofStaff = written[callers.indexOf('staff')]
  const verdicts = written.length === callers.length - 1 && ofStaff ? [...written, ofStaff] : written
  const [door = ''] = name.replace(/ +/, ' ').split(': ')
  return {
    name: name.replace(/ +/, ' '),
    door,
    verdicts: Verdicts.parse(
      Object.fromEntries(callers.map((caller, index) => [caller, verdicts.length === callers.length ? verdicts[index] : null])),
    ),
  }
}

const Verdicts = z.record(z.enum(callers), z.object({ status: z.number(), showsA: z.boolean(), changesA: z.boolean() }))

const verdictOf = (cell: string): Verdict => ({ status: Number.parseInt(cell, 10), showsA: cell.includes('*'), changesA: cell.includes('+') })
