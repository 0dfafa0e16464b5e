'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { FormProblem } from '@/app/_client/form-problem'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { readViewAgain } from '@/app/_client/view'
import { markAllReadAction } from './actions'

export function MarkAllRead() {
  const form = useFormAction(markAllReadAction)
  const client = useQueryClient()
  useEffect(() => {
    // When the answer is there, the bell says it too; by then this button may be gone.
    if (form.isPending) return () => void readViewAgain(client)
  }, [form.isPending, client])
  return (
    <form action={form.submit}>
      <SubmitButton isPending={form.isPending} look="quiet" size="sm">
        Mark all as read
      </SubmitButton>
      <FormProblem state={form.state} />
    </form>
  )
}
