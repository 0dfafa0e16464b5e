import type { Metadata } from 'next'
import { Notice } from '@/app/_ui/notice'
import { ActionButton } from '@/app/(admin)/_parts/action-button'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { can } from '@/lib/platform/auth/can'
import { readMailWay, readSettingsOverview } from '@/lib/settings/read-shop-settings'
import { sendTestMailAction } from '../actions'
import { Variables } from '../variables'
import { SenderEditor } from './sender-editor'

export const instant = false

export const metadata: Metadata = { title: 'Mail' }

/** Who mails of the shop come from, where answers go, and how they leave. */
export default async function MailPage() {
  const { mail, overview, mayChange, me } = await asStaff('/admin/settings/mail', async (ctx) => ({
    mail: readMailWay(ctx),
    overview: await readSettingsOverview(ctx),
    mayChange: can(ctx.actor, 'settings.write'),
    me: ctx.session?.email,
  }))
  return (
    <Page narrow>
      <PageHead title="Mail" crumbs={[['Settings', '/admin/settings']]}>
        Confirmations, parcels on their way, links to sign in.
      </PageHead>
      <div className="grid gap-4">
        {mail.way === 'none' && (
          <Notice tone="warning">
            No mail server is set up, so nothing leaves the shop. Mails are kept and go out as soon as <code>SMTP_URL</code> is set.
          </Notice>
        )}
        <SenderEditor
          key={overview.mail.version}
          sender={overview.mail}
          fixed={mail.fixed}
          shop={{ name: overview.shop.shop_name, mail: overview.shop.support_email }}
          mayChange={mayChange}
        />
        <Panel id="way" title="The way out">
          <p>
            {mail.way === 'smtp'
              ? 'Through your mail server.'
              : mail.way === 'mailbox'
                ? 'Into the mailbox on this machine, where you can read them.'
                : 'None yet.'}{' '}
            {mail.way === 'mailbox' && (
              <a href="/dev/mailbox" className="underline underline-offset-4">
                Open the mailbox
              </a>
            )}
          </p>
          <Variables variables={mail.variables} />
        </Panel>
        {mayChange && me && (
          <Panel id="test" title="Try it">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p>A test mail to yourself, {me}.</p>
              <ActionButton action={sendTestMailAction} fields={{}} said={`A test mail to ${me} is on its way.`}>
                Send a test mail
              </ActionButton>
            </div>
          </Panel>
        )}
      </div>
    </Page>
  )
}
