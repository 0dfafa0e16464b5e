/** Pages. How a line is read stands in ../table.ts. */
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
/admin/carts                                                  307    307   404   404   200   200   307   307    307    404
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
/admin/reports                                                307    307   404   404   200   200   307   307    307    404
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
/admin/{rest}                                                 307    307   404   404   404   404   307   307    307    404

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
