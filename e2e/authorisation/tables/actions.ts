/** Server Actions. How a line is read stands in ../table.ts. */
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
applyCouponAction                                             404    200   200*  200   200   200   404   404    200*
removeCouponAction                                            404    200   200*  200   200   200   404   404    200*
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

## app/(admin)/_parts/views/actions.ts                        nobody guest A     B     staff admin ended banned bearer clerk
changeViewAction                                              401    401   403   403   404   404   401   401    403    404
chooseColumnsAction                                           401    401   403   403   200   200   401   401    403    403
removeViewAction                                              401    401   403   403   404   404   401   401    403    404
saveViewAction                                                401    401   403   403   200   200   401   401    403    403

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
saveLimitsAction                                              401    401   403   403   403   200   401   401    403    403
saveMailSenderAction                                          401    401   403   403   403   200   401   401    403    403
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
