import type { Metadata } from 'next'
import { Notice } from '@/app/_ui/notice'
import { ActionButton } from '@/app/(admin)/_parts/action-button'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { can } from '@/lib/platform/auth/can'
import { readMailWay, readSettingsOverview } from '@/lib/settings/read-shop-settings'
import { sendTestMailAction } from '../actions'
import { Variables } from '../variables'

export const instant = false

export const metadata: Metadata = { title: 'Mail' }

/** Who mails of the shop come from, where answers go, and how they leave. */
export default async function MailPage() {
  const { mail, shop, mayChange, me } = await asStaff('/admin/settings/mail', async (ctx) => ({
    mail: readMailWay(ctx),
    shop: (await readSettingsOverview(ctx)).shop,
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
        <Panel id="sender" title="Sender and answers">
          <dl className="grid gap-3 sm:grid-cols-[10rem_1fr]">
            <dt className="text-muted">From</dt>
            <dd className="break-words">{mail.from ?? `${shop.shop_name} <${shop.support_email}>`}</dd>
            <dt className="text-muted">Answers go to</dt>
            <dd className="break-words">
              {shop.shop_name} &lt;{shop.support_email}&gt;
            </dd>
          </dl>
          <p className="mt-3 text-muted text-sm">
            Name and contact mail are those of{' '}
            <a href="/admin/settings/shop" className="underline underline-offset-4">
              the shop
            </a>
            .{mail.from ? ' The sender is set by MAIL_FROM in the environment, because the mail server has to allow it.' : ''}
          </p>
        </Panel>
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
