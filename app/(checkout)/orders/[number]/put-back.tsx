'use client'

import { useServerAction } from '@/app/_client/use-server-action'
import { Button } from '@/app/_ui/button'
import { putBackIntoCartAction } from './actions'

export function PutBack({ number, token, formKey }: { number: string; token: string; formKey: string }) {
  const [state, putBack, isPending] = useServerAction(putBackIntoCartAction)
  return (
    <form action={putBack} className="no-print grid justify-items-start gap-2">
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="idempotency_key" value={formKey} />
      <Button type="submit" disabled={isPending}>
        {isPending ? 'One moment …' : 'Put the items back into my cart'}
      </Button>
      {state.status === 'failed' && <p role="alert">{state.message}</p>}
    </form>
  )
}
