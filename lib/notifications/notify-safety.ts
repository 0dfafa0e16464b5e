import type { Tx } from '@/db/transaction'
import { newId, type UserId } from '@/lib/core/ids'
import { notify } from './notify'

const words = {
  password: 'Your password was changed',
  email: 'Your e-mail address was changed',
}

/** Rings the bell because the way into an account has changed: whoever still is signed in there sees it. One statement. */
export const notifySafety = (tx: Tx, userId: UserId, what: keyof typeof words): Promise<void> =>
  notify(tx, {
    userId,
    kind: 'security',
    title: words[what],
    body: 'If that was not you, choose a new password now and sign all other devices out.',
    href: '/account/security',
    key: `security:${newId()}`,
  })
