import type { UndoHandler } from './handler'
import { undoAddress } from './undo-address'
import { undoRole } from './undo-role'

/** Every action that can be taken back. A domain that audits with a `version` adds its handler here; the key is the action. */
export const undoHandlers: Readonly<Record<string, UndoHandler>> = {
  'order.address_changed': undoAddress,
  'role.changed': undoRole,
}
