import { useEffect, useRef } from 'react'
import type { ActionState } from '@/lib/web/action-state'

/** Calls `tell` once for each answer of an action, after it was rendered; not for the state that a page begins with. */
export function useOnAnswer<T>(state: ActionState<T>, tell: () => void): void {
  const told = useRef(state)
  useEffect(() => {
    if (told.current === state) return
    told.current = state
    tell()
  })
}
