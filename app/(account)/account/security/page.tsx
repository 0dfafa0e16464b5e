import type { Metadata } from 'next'
import { Notice } from '@/app/_ui/notice'
import { PageHead, Panel } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { getSettings } from '@/lib/catalog/cached'
import { listSessions } from '@/lib/customers/list-sessions'
import { pageCtx } from '@/lib/web/page-context'
import { DeviceList } from './device-list'
import { EmailForm } from './email-form'
import { PasswordForm } from './password-form'

export const instant = false

export const metadata: Metadata = { title: 'Security' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SecurityPage({ searchParams }: Props) {
  const { data: devices } = await signedIn('/account/security', listSessions)
  const [{ session }, { locale, timeZone }, query] = await Promise.all([pageCtx(), getSettings(), searchParams])
  const news = newsOf(query)
  return (
    <>
      <PageHead title="Security">Your password, your address, and the devices on which you are signed in.</PageHead>
      {news && (
        <Notice tone="success" role="status" className="mb-6">
          {news}
        </Notice>
      )}
      <div className="grid max-w-2xl gap-6">
        <Panel id="password" title="Password">
          <PasswordForm email={session?.email ?? ''} />
        </Panel>
        <Panel id="email" title="E-mail">
          <EmailForm email={session?.email ?? ''} />
        </Panel>
        <Panel id="devices" title="Devices">
          <DeviceList devices={devices} locale={locale} timeZone={timeZone} />
        </Panel>
      </div>
    </>
  )
}

function newsOf({ changed, ended }: Record<string, string | string[] | undefined>): string | null {
  if (changed === 'email') return 'Your new address is confirmed. From now on you sign in with it.'
  if (changed === 'password') return 'Your password is changed, and all other devices are signed out.'
  if (ended === 'all') return 'All other devices are signed out.'
  return ended === undefined ? null : 'The device is signed out.'
}
