'use client'

import { type ComponentProps, type RefObject, useEffect, useRef } from 'react'

/**
 * Fields of the filters. They show what the address says, after Clear and Back too, without being mounted anew: so the focus stays where it
 * was, and a text that somebody goes on writing while the list answers is left alone.
 */
export function FilterInput({ value = '', ...props }: Omit<ComponentProps<'input'>, 'value'> & { value?: string | undefined }) {
  const field = useRef<HTMLInputElement>(null)
  useFollow(field, value)
  return <input ref={field} defaultValue={value} autoComplete="off" {...props} />
}

export function FilterChoice({ value = '', ...props }: Omit<ComponentProps<'select'>, 'value'> & { value?: string | undefined }) {
  const field = useRef<HTMLSelectElement>(null)
  useFollow(field, value)
  return <select ref={field} defaultValue={value} {...props} />
}

function useFollow(field: RefObject<HTMLInputElement | HTMLSelectElement | null>, value: string) {
  const isWriting = useRef(false)
  const followed = useRef(value)

  // The browser's own `change` comes when a text is finished, which is when the form sends it; React's comes with every letter.
  useEffect(() => {
    const element = field.current
    const begin = () => {
      isWriting.current = true
    }
    const finish = () => {
      isWriting.current = false
    }
    element?.addEventListener('input', begin)
    element?.addEventListener('change', finish)
    return () => {
      element?.removeEventListener('input', begin)
      element?.removeEventListener('change', finish)
    }
  }, [field])

  useEffect(() => {
    if (followed.current === value) return
    followed.current = value
    if (field.current && !isWriting.current) field.current.value = value
  }, [field, value])
}
