'use client'

import { useReadView } from './view'

/** See `useReadView`. Renders nothing. */
export function ViewReader() {
  useReadView()
  return null
}
