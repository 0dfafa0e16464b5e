'use client'

import { useEffect, useRef } from 'react'
import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { verifyEmailAction } from '@/app/(auth)/actions'

/** Programs that look through mail open every link but send no form: the link alone confirms nothing. People need no second click. */
export function VerifyEmailForm({ token }: { token: string }) {
  const form = useFormAction(verifyEmailAction)
  const element = useRef<HTMLFormElement>(null)
  const wasSent = useRef(false)
  useEffect(() => {
    if (wasSent.current || token === '') return
    wasSent.current = true
    element.current?.requestSubmit()
  }, [token])
  return (
    <form ref={element} action={form.submit} className="grid gap-5">
      <FormSummary form={form} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton isPending={form.isPending} size="lg" wide>
        Confirm my e-mail
      </SubmitButton>
    </form>
  )
}
