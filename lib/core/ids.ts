import { v7 } from 'uuid'
import { z } from 'zod'

/** Identifiers are UUID v7, made by the application, so that rows sort by age and managed Postgres versions without `uuidv7()` work too. */
const id = <K extends string>() => z.uuid().brand<K>()

export const UserId = id<'UserId'>()
export const AddressId = id<'AddressId'>()
export const CategoryId = id<'CategoryId'>()
export const ProductId = id<'ProductId'>()
export const VariantId = id<'VariantId'>()
export const ImageId = id<'ImageId'>()
export const ReviewId = id<'ReviewId'>()
export const CartId = id<'CartId'>()
export const CartItemId = id<'CartItemId'>()
export const CartReminderId = id<'CartReminderId'>()
export const CouponId = id<'CouponId'>()
export const OrderId = id<'OrderId'>()
export const OrderItemId = id<'OrderItemId'>()
export const PaymentId = id<'PaymentId'>()
export const ReturnId = id<'ReturnId'>()
export const WishlistId = id<'WishlistId'>()
export const SubscriptionId = id<'SubscriptionId'>()
export const NotificationId = id<'NotificationId'>()
export const FulfilmentId = id<'FulfilmentId'>()
export const AuditId = id<'AuditId'>()
export const StaffRoleId = id<'StaffRoleId'>()
export const StaffViewId = id<'StaffViewId'>()
export const TaskId = id<'TaskId'>()
export const TaxRateId = id<'TaxRateId'>()
export const ShippingZoneId = id<'ShippingZoneId'>()

export type UserId = z.infer<typeof UserId>
export type AddressId = z.infer<typeof AddressId>
export type CategoryId = z.infer<typeof CategoryId>
export type ProductId = z.infer<typeof ProductId>
export type VariantId = z.infer<typeof VariantId>
export type ImageId = z.infer<typeof ImageId>
export type ReviewId = z.infer<typeof ReviewId>
export type CartId = z.infer<typeof CartId>
export type CartItemId = z.infer<typeof CartItemId>
export type CartReminderId = z.infer<typeof CartReminderId>
export type CouponId = z.infer<typeof CouponId>
export type OrderId = z.infer<typeof OrderId>
export type OrderItemId = z.infer<typeof OrderItemId>
export type PaymentId = z.infer<typeof PaymentId>
export type ReturnId = z.infer<typeof ReturnId>
export type WishlistId = z.infer<typeof WishlistId>
export type SubscriptionId = z.infer<typeof SubscriptionId>
export type NotificationId = z.infer<typeof NotificationId>
export type FulfilmentId = z.infer<typeof FulfilmentId>
export type AuditId = z.infer<typeof AuditId>
export type StaffRoleId = z.infer<typeof StaffRoleId>
export type StaffViewId = z.infer<typeof StaffViewId>
export type TaskId = z.infer<typeof TaskId>
export type TaxRateId = z.infer<typeof TaxRateId>
export type ShippingZoneId = z.infer<typeof ShippingZoneId>

/** A new identifier of the wanted kind: `newId<OrderId>()`. */
export const newId = <T extends string = string>(): T => v7() as T
