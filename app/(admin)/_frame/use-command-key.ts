'use client'

import { useSyncExternalStore } from 'react'

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** How the key is called that goes with K and S on this keyboard; both are heard everywhere. */
export const useCommandKey = (): string =>
  useSyncExternalStore(
    () => () => {},
    () => (isApple() ? '⌘' : 'Ctrl'),
    () => 'Ctrl',
  )
