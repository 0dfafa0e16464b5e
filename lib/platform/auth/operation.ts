import { AsyncLocalStorage } from 'node:async_hooks'
import type { Tx } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'

/** What one operation of better-auth needs to know. It runs in a transaction of ours, and so does everything that it causes. */
export type Operation = {
  tx: Tx
  ctx: Ctx
  /** An address is confirmed either for a new account or instead of the old one. */
  confirms?: 'account' | 'email_change'
}

const running = new AsyncLocalStorage<Operation>()

export const runOperation = <T>(given: Operation, work: () => Promise<T>): Promise<T> => running.run(given, work)

/** The one that runs now. */
export function operation(): Operation {
  const found = running.getStore()
  if (!found) throw new Error('better-auth was called outside withAuth()')
  return found
}
