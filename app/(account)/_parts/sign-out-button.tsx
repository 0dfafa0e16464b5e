'use client'

import { FormProblem } from '@/app/_client/form-problem'
import { useFormAction } from '@/app/_client/use-form-action'
import { button } from '@/app/_ui/button'
import { LogOutIcon } from '@/app/_ui/icons'
import { signOutAction } from '@/app/(auth)/actions'

/** A form, so that it works without JavaScript and no link that a browser fetches ahead signs anybody out. */
export function SignOutButton({ className }: { className?: string }) {
  const { submit, state } = useFormAction(signOutAction)
  return (
    <form action={submit} className={className}>
      <button type="submit" className={button({ look: 'plain' })}>
        <LogOutIcon />
        Sign out
      </button>
      <FormProblem state={state} />
    </form>
  )
}
