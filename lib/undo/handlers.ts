import type { UndoHandler } from './handler'
import { undoAddress } from './undo-address'
import { undoProduct } from './undo-product'
import { undoProducts } from './undo-products'
import { undoRole } from './undo-role'

/** Every action that can be taken back. A domain that audits with a `version` adds its handler here; the key is the action. */
export const undoHandlers: Readonly<Record<string, UndoHandler>> = {
  'order.address_changed': undoAddress,
  'product.changed': undoProduct,
  'products.changed': undoProducts,
  'role.changed': undoRole,
}
