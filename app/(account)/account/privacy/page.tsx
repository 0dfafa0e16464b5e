import type { Metadata } from 'next'
import { button } from '@/app/_ui/button'
import { PageHead, Panel } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { requireUser } from '@/lib/platform/auth/can'
import { EraseForm } from './erase-form'

export const instant = false

export const metadata: Metadata = { title: 'Privacy' }

export default async function PrivacyPage() {
  await signedIn('/account/privacy', async (ctx) => requireUser(ctx))
  return (
    <>
      <PageHead title="Privacy">What we know about you is yours: take it with you, or have it erased.</PageHead>
      <div className="grid gap-8">
        <Panel id="export" title="Take your data with you">
          <p className="measure mb-5 text-muted">
            One ZIP file with everything we keep about you: profile, addresses, orders, reviews, wishes, messages and devices. Each is there twice, as
            CSV for a spreadsheet and as JSON for programs.
          </p>
          <a href="/api/v1/me/export" download className={button({ look: 'quiet' })}>
            Download my data
          </a>
        </Panel>
        <Panel id="erase" title="Erase your account">
          <p className="measure text-muted">
            Your profile, addresses, wishes, messages and devices are gone at once and for good. Your orders stay in our books, as the law asks, but
            without your name, address and e-mail. Reviews stay as those of “A former customer”. Orders that are not sent yet have to be finished or
            cancelled first.
          </p>
          <EraseForm />
        </Panel>
      </div>
    </>
  )
}
