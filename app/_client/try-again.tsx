'use client'

import { useRouter } from 'next/navigation'
import { type ComponentProps, startTransition } from 'react'
import { Button } from '@/app/_ui/button'

/** The button of an `error.tsx`: it asks the server anew, which Next's own `reset` alone does not. */
export function TryAgain({ reset, ...props }: { reset: () => void } & Pick<ComponentProps<typeof Button>, 'className'>) {
  const router = useRouter()
  function again() {
    startTransition(() => {
      router.refresh()
      reset()
    })
  }
  return (
    <Button {...props} onClick={again}>
      Try again
    </Button>
  )
}
