/** Route handlers for shoppers and for programs of theirs. How a line is read stands in ../table.ts. */
export const shopRoutes = `
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
PUT    /api/v1/cart/coupon                                    404    200   200*  200   200   200   404   404    200*
DELETE /api/v1/cart/coupon                                    404    200   200*  200   200   200   404   404    200*
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
`
