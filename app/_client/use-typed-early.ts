import { useLayoutEffect, useRef } from 'react'

/**
 * The ref of a controlled input that a slow line or phone lets somebody type into before the page has taken over: React is told nothing of
 * that text and would draw over it. `take` gets it once, before anything else can be typed.
 */
export function useTypedEarly(take: (text: string) => void) {
  const input = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the input appears
  useLayoutEffect(() => {
    if (input.current && input.current.value !== input.current.defaultValue) take(input.current.value)
  }, [])
  return input
}
