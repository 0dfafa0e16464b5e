'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Undo2Icon } from '@/app/_ui/icons'
import { takeBack } from '@/app/(admin)/_parts/toasts'

export function UndoButton({ id }: { id: string }) {
  const router = useRouter()
  const [isPending, setPending] = useState(false)

  async function undo() {
    setPending(true)
    await takeBack(id, () => router.refresh())
    setPending(false)
  }

  return (
    <Button size="sm" look="quiet" aria-disabled={isPending} onClick={undo}>
      <Undo2Icon width="16" height="16" />
      Undo
    </Button>
  )
}
