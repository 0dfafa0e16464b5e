/** Route handlers for who works here. How a line is read stands in ../table.ts. */
export const staffRoutes = `
## The dashboard, for who works here                          nobody guest A     B     staff admin ended banned bearer clerk
GET    /api/v1/admin/carts                                    401    401   403   403   200   200   401   401    403    403
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
GET    /api/v1/admin/orders/{number}/invoice                  401    401   403   403   200   200   401   401    403    403
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
GET    /api/v1/admin/reports                                  401    401   403   403   200   200   401   401    403    403
GET    /api/v1/admin/reports/export                           401    401   403   403   200   200   401   401    403    403
GET    /api/v1/admin/reviews                                  401    401   403   403   200*  200*  401   401    403    403
POST   /api/v1/admin/reviews/decisions                        401    401   403   403   200+  200+  401   401    403    403
PUT    /api/v1/admin/products/{product_id}/low-stock-threshold 401    401   403   403   200   200   401   401    403    403
GET    /api/v1/admin/products/{product_id}/pictures           401    401   403   403   200   200   401   401    403    403
POST   /api/v1/admin/products/{product_id}/pictures           401    401   403   403   415   415   401   401    403    403
PUT    /api/v1/admin/products/{product_id}/pictures           401    401   403   403   412   412   401   401    403    403
GET    /api/v1/admin/search                                   401    401   403   403   200*  200*  401   401    403    200

## Settings                                                   nobody guest A     B     staff admin ended banned bearer clerk
GET    /api/v1/admin/settings/limits                          401    401   403   403   403   200   401   401    403    403
PUT    /api/v1/admin/settings/limits                          401    401   403   403   403   200   401   401    403    403
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
