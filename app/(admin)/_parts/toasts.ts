import { toast } from 'sonner'
import { sendJson } from '@/app/_client/cart-api'
import type { Undone } from '@/lib/audit/schemas'

/**
 * Says what happened. With the id of a row of the activity log it offers Undo, which takes the change back while nobody has changed the
 * thing since; `refresh` shows the page as it is then.
 */
export function sayDone(message: string, { undo, refresh }: { undo?: string | null; refresh?: () => void } = {}): void {
  if (!undo) {
    toast(message)
    return
  }
  sayWithUndo(message, () => void takeBack(undo, refresh))
}

/** The same for what stands in no log: the page knows itself how to take it back. */
export function sayWithUndo(message: string, undo: () => void): void {
  toast(message, { duration: 10_000, action: { label: 'Undo', onClick: undo } })
}

export function sayRefused(message: string): void {
  toast.error(message, { duration: 10_000 })
}

/** Takes back what a row of the activity log says. */
export async function takeBack(id: string, refresh?: () => void): Promise<void> {
  try {
    const { message, left } = await sendJson<Undone>('POST', `/api/v1/admin/log/${id}/undo`, {})
    toast(message, left > 0 ? { duration: 10_000 } : {})
    refresh?.()
  } catch (error) {
    sayRefused((error as Error).message)
  }
}
