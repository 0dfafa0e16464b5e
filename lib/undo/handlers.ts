import { requestLimits } from '@/lib/settings/limit-settings'
import { mailSender } from '@/lib/settings/mail-settings'
import { shippingMethod, shippingZone } from '@/lib/settings/shipping-settings'
import { payments, shopIdentity } from '@/lib/settings/shop-settings'
import { taxRate, usualTax } from '@/lib/settings/tax-settings'
import type { UndoHandler } from './handler'
import { undoAddress } from './undo-address'
import { undoAdjustment } from './undo-adjustment'
import { undoAllProducts } from './undo-all-products'
import { undoArrangement } from './undo-arrangement'
import { undoBan } from './undo-ban'
import { undoBlock } from './undo-block'
import { undoAddedCategory, undoCategory, undoPlace } from './undo-category'
import { undoPictures } from './undo-pictures'
import { undoAddedProduct, undoProduct } from './undo-product'
import { undoProducts } from './undo-products'
import { undoReview } from './undo-review'
import { undoRole } from './undo-role'
import { undoSetting } from './undo-setting'
import { undoThreshold } from './undo-threshold'

/** Every action that can be taken back. A domain that audits with a `version` adds its handler here; the key is the action. */
export const undoHandlers: Readonly<Record<string, UndoHandler>> = {
  'customer.banned': undoBan,
  'customer.unbanned': undoBan,
  'category.added': undoAddedCategory,
  'category.arranged': undoArrangement,
  'category.changed': undoCategory,
  'category.moved': undoPlace,
  'network_address.blocked': undoBlock,
  'network_address.unblocked': undoBlock,
  'order.address_changed': undoAddress,
  'product.added': undoAddedProduct,
  'product.changed': undoProduct,
  'products.changed': undoProducts,
  'products.all_changed': undoAllProducts,
  'review.approved': undoReview,
  'review.rejected': undoReview,
  'product.pictures_changed': undoPictures,
  'product.threshold_changed': undoThreshold,
  'role.changed': undoRole,
  'stock.adjusted': undoAdjustment,
  ...undoSetting(mailSender),
  ...undoSetting(payments),
  ...undoSetting(requestLimits),
  ...undoSetting(shippingMethod),
  ...undoSetting(shippingZone),
  ...undoSetting(shopIdentity),
  ...undoSetting(taxRate),
  ...undoSetting(usualTax),
}
