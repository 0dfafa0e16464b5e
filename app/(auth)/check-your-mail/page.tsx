import type { Metadata } from 'next'
import { MailIcon } from '@/app/_ui/icons'
import { AuthHead } from '@/app/(auth)/_parts/auth-head'
import { nextOf } from '@/app/(auth)/_parts/next-path'
import { ResendForm } from '@/app/(auth)/_parts/resend-form'
import { mode } from '@/lib/platform/env'

export const instant = false

export const metadata: Metadata = { title: 'Check your mail' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The same whether or not there is an account with the address that was typed. */
export default async function CheckYourMailPage({ searchParams }: Props) {
  const query = await searchParams
  const isPassword = query.for === 'password'
  const next = nextOf(query)
  return (
    <>
      <MailIcon className="mb-4 size-10 text-accent" />
      <AuthHead title="Check your mail">
        {isPassword
          ? 'If there is an account with this address, a link to choose a new password is on its way. It works for one hour.'
          : 'We have sent you a link. Open it to confirm your address, and you are in.'}
      </AuthHead>
      <p>Nothing there after a few minutes? Look into the spam folder too.</p>
      {mode === 'local' && (
        <p className="mt-4 rounded-md bg-sunken px-4 py-3">
          This shop runs on your own machine: its mails are in{' '}
          <a href="/dev/mailbox" className="font-semibold underline underline-offset-4">
            the mailbox
          </a>
          .
        </p>
      )}
      {next && (
        <p className="mt-4">
          Opened the link already?{' '}
          <a href={next} className="font-semibold text-accent underline underline-offset-4">
            Go on where you were
          </a>
        </p>
      )}
      {!isPassword && <ResendForm question="No mail?" />}
    </>
  )
}
