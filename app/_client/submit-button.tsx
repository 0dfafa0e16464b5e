'use client'

import type { ComponentProps, ReactNode } from 'react'
import { Button } from '@/app/_ui/button'
import { LoaderCircleIcon } from '@/app/_ui/icons'

type Props = { isPending: boolean; children: ReactNode } & Omit<ComponentProps<typeof Button>, 'type' | 'children'>

/** Sends its form. While that is under way it says so and takes no second click; the focus stays where it is. */
export function SubmitButton({ isPending, children, ...props }: Props) {
  return (
    <Button {...props} type="submit" aria-disabled={isPending} onClick={(event) => isPending && event.preventDefault()}>
      {isPending && <LoaderCircleIcon className="animate-spin" />}
      {children}
    </Button>
  )
}
